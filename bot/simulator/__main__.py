"""python -m bot.simulator: the simulator as a process of its own, until it is stopped."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.simulator import Simulator, serve


async def run(sim: Simulator, host: str, port: int) -> None:
    """Serves until SIGTERM or SIGINT; the first line on standard output is the address."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serve(sim, host, port) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default="111:demo")
    parser.add_argument("--spec", type=Path, help="the machine-readable Bot API to check against")
    parser.add_argument("--keep", type=int, help="calls, and messages a chat, to remember (all)")
    given = parser.parse_args()
    sim = Simulator(token=given.token, spec=given.spec, keep=given.keep)
    asyncio.run(run(sim, given.host, given.port))


if __name__ == "__main__":
    main()
