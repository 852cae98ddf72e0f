"""The server: the Bot API, the phones and the load endpoints on one address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.simulator import api, load_web, phones_web
from bot.simulator.delivery import Delivery
from bot.simulator.simulator import Simulator

LARGEST_REQUEST = 64 << 20


@asynccontextmanager
async def serve(sim: Simulator, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serves a simulator while the context lasts; gives its address, "http://127.0.0.1:54321".

    python-telegram-bot takes it as base_url=f"{address}/bot", base_file_url=f"{address}/file/bot".
    """
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app.add_routes([*api.routes(sim.world), *phones_web.routes(sim.world), *load_web.routes(sim.world)])
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    async with ClientSession() as session:
        delivery = Delivery(sim.world, session)
        await runner.setup()
        try:
            site = web.TCPSite(runner, host, port)
            await site.start()
            yield f"http://{host}:{runner.addresses[0][1]}"
        finally:
            delivery.stop()
            sim.world.load.clear()
            await runner.cleanup()
