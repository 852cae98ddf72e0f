"""A Telegram on your own machine: the Bot API over HTTP, and a page with the phones."""

from bot.simulator.faults import Fault, reset, server_error, timeout_after_accept, too_many
from bot.simulator.records import Button, Call, File, Message, Person
from bot.simulator.simulator import Simulator
from bot.simulator.web import serve

__all__ = [
    "Button",
    "Call",
    "Fault",
    "File",
    "Message",
    "Person",
    "Simulator",
    "reset",
    "serve",
    "server_error",
    "timeout_after_accept",
    "too_many",
]
