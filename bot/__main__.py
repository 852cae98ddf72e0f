"""`python -m bot`: run, demo, check, migrate, rotate-key, preview, diagram."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.settings import SettingsError, read_settings

cli = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


def _fail(error: Exception) -> None:
    typer.echo(str(error), err=True)
    raise typer.Exit(2)


def _until_stopped(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run until SIGTERM or SIGINT; the second signal is the shell's."""

    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await work(stop)

    asyncio.run(main())


@cli.command()
def run() -> None:
    """The bot on Telegram, by long polling."""
    from bot import app
    from bot.telegram.door import DoorClosed

    try:
        settings = read_settings()
        app.set_up_logs(settings)
        _until_stopped(lambda stop: app.serve(settings, app.clock_for(settings), stop))
    except (SettingsError, DoorClosed) as error:
        _fail(error)


@cli.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where its database and key lie.")] = Path("var/demo"),
    port: Annotated[int, typer.Option(help="Of the page; 0 for a free one.")] = 8422,
    browse: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """The bot and a Telegram on this machine: no token, no key."""
    from bot import app
    from bot.demo import demo as live

    app.set_up_logs(read_settings())
    _until_stopped(lambda stop: live(folder, stop, port, browse))


@cli.command()
def check(
    write: Annotated[bool, typer.Option(help="First bring README and .env.example to the code.")] = False,
) -> None:
    """Whether prompts, flows, released names, README and .env.example hold together."""
    from bot import readme
    from bot.checking import problems

    if write:
        readme.write()
    found = problems() + readme.drifted()
    for one in found:
        typer.echo(one)
    if found:
        raise typer.Exit(1)
    typer.echo("prompts, flows, released names, README and .env.example hold together")


@cli.command()
def migrate() -> None:
    """Bring the database to this release; safe from several places at once."""
    from bot.database import bring_up_to_date

    try:
        bring_up_to_date(read_settings())
    except SettingsError as error:
        _fail(error)


@cli.command("rotate-key")
def rotate_key(
    new: Annotated[bool, typer.Option(help="Print a new key and do nothing else.")] = False,
) -> None:
    """Seal everything with the first of ENCRYPTION_KEYS. Put a new key first, run this, drop the old one."""
    from bot.database import reseal
    from storage.cipher import new_key

    try:
        settings = read_settings()
        if new or not settings.encryption_keys:
            typer.echo(f"ENCRYPTION_KEYS={new_key()}")
            return
        typer.echo(f"{asyncio.run(reseal(settings))} documents are sealed with the first key")
    except SettingsError as error:
        _fail(error)


@cli.command()
def preview(
    to: Annotated[Path, typer.Option(help="The page to write.")] = Path("var/preview.html"),
) -> None:
    """Every prompt in both languages, side by side, as a phone shows it."""
    from prompts.catalog import HERE
    from prompts.preview import page

    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(page(HERE), encoding="utf-8")
    typer.echo(str(to))


@cli.command()
def diagram() -> None:
    """The flows as Mermaid diagrams, generated from the code."""
    from bot.dialogue.diagram import mermaid
    from bot.flows.book import FLOWS

    for flow in FLOWS.values():
        sys.stdout.write(mermaid(flow) + "\n")


if __name__ == "__main__":
    cli()
