"""Acts over HTTP: a JSON object in, a JSON object out, and kind words where it makes no sense."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.simulator.records import Json
from bot.simulator.world import World

Act = Callable[[World, Json], Json]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def endpoint(world: World, act: Act) -> Handler:
    """A handler that does the act; the `{id}` of the path joins the body as a number.

    400 with {"error": words} for a body that is no object, a missing field, or an act that is refused with
    LookupError, ValueError or TypeError.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            body = await request.json() if request.can_read_body else {}
            if not isinstance(body, dict):
                raise TypeError("the body is no JSON object")
            if "id" in request.match_info:
                body["id"] = int(request.match_info["id"])
            return web.json_response(act(world, body))
        except KeyError as missing:
            return web.json_response({"error": f"{missing.args[0]} is missing"}, status=400)
        except (LookupError, ValueError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return handle
