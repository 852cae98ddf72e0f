"""The simulator as its users see it: people act, the bot's chats can be read, faults can be switched on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.simulator import contents, phones
from bot.simulator.clock import DemoClock
from bot.simulator.faults import Faults
from bot.simulator.records import Call, Group, Json, Message, Person
from bot.simulator.spec import read_spec
from bot.simulator.world import World

T = TypeVar("T")


class Simulator:
    """A Telegram with one bot. Use it from the event loop that serves it.

    `spec` is the machine-readable Bot API everything is checked against (None: no check); `keep` bounds
    how many calls, and messages a chat, are remembered (None: all).
    """

    def __init__(
        self,
        token: str = "111:demo",  # noqa: S107 - opens nothing but this
        username: str = "tuntun_bot",
        name: str = "Tuntun",
        spec: Path | None = None,
        keep: int | None = None,
    ) -> None:
        self.world = World(token, username, name, read_spec(spec) if spec else None, keep)

    @property
    def faults(self) -> Faults:
        """What goes wrong, and how often."""
        return self.world.faults

    @property
    def clock(self) -> DemoClock:
        """The demo's clock."""
        return self.world.clock

    @property
    def limits(self) -> bool:
        """Whether Telegram's limits (30 a second, 1 a second in a chat) answer 429."""
        return self.world.limits.on

    @limits.setter
    def limits(self, on: bool) -> None:
        self.world.limits.on = on

    @property
    def violations(self) -> list[str]:
        """Breaches of the Bot API in requests, responses and updates; empty when none were found."""
        return self.world.violations

    @property
    def requests(self) -> Sequence[Call]:
        """Every call of the bot, oldest first."""
        return self.world.calls

    def calls(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return [call for call in self.world.calls if call.method == method]

    def add_person(
        self,
        person_id: int,
        first_name: str = "Sari",
        language_code: str | None = "id",
        last_name: str | None = None,
        username: str | None = None,
    ) -> Person:
        """Somebody new, who has not pressed Start yet."""
        person = Person(person_id, first_name, language_code, last_name, username)
        return phones.add_person(self.world, person)

    def start(self, person_id: int, payload: str = "") -> int:
        """Presses Start by the payload, else by the link opened last; unblocks. Gives the message's id."""
        return phones.start(self.world, person_id, payload)

    def open_link(self, person_id: int, payload: str = "") -> int | None:
        """Opens a t.me link to the bot; gives the id of what an open chat sends at once.

        None where nothing is sent: without a payload, and where Start waits to be pressed (or Restart, by who
        has blocked the bot). ValueError for a payload that is no start code.
        """
        return phones.open_link(self.world, person_id, payload)

    def say(self, person_id: int, text: str, reply_to: int | None = None) -> int:
        """Sends a text (in several messages where it is too long for one); gives the last one's id.

        ValueError for an empty text, and for a person who has not pressed Start or has blocked the bot.
        """
        return phones.say(self.world, person_id, text, reply_to)

    def press(self, person_id: int, message_id: int, data: str) -> str:
        """Presses a button by its data, whether it is still there or not; gives the query's id."""
        return phones.press(self.world, person_id, message_id, data)

    def tap(self, person_id: int, label: str) -> str:
        """Presses the newest button that reads so; LookupError where there is none."""
        for message in reversed(self.messages(person_id)):
            for button in (button for row in message.keyboard for button in row):
                if button.text == label and button.data is not None:
                    return self.press(person_id, message.message_id, button.data)
        raise LookupError(f"person {person_id} sees no button {label!r}")

    def send(self, person_id: int, kind: str, caption: str = "") -> int:
        """Sends a sticker, photo, voice, location, contact, poll ... (contents.KINDS); gives its id."""
        return contents.send(self.world, person_id, kind, caption)

    def forward(self, person_id: int, text: str, by: str = "Budi") -> int:
        """Forwards a text somebody else wrote; gives the message's id."""
        return contents.forward(self.world, person_id, text, by)

    def edit(self, person_id: int, message_id: int, text: str) -> None:
        """Changes a text of theirs; ValueError where it is none."""
        phones.edit(self.world, person_id, message_id, text)

    def block(self, person_id: int) -> None:
        """Blocks the bot."""
        phones.set_blocked(self.world, phones.somebody(self.world, person_id), True)

    def unblock(self, person_id: int) -> None:
        """Unblocks the bot."""
        phones.set_blocked(self.world, phones.somebody(self.world, person_id), False)

    def delete_account(self, person_id: int) -> None:
        """Deletes the person's account; the bot hears nothing of it until it writes."""
        phones.somebody(self.world, person_id).deleted = True

    def group(self, group_id: int, by: int, text: str = "halo semua", title: str = "Grup") -> Group:
        """A person adds the bot to a group (a negative id) and writes there."""
        return phones.add_to_group(self.world, Group(group_id, title), by, text)

    def inject(self, update: Json) -> int:
        """Hands the bot any raw update; without update_id it gets the next. Gives the id.

        An id that was given before is delivered again, once, as a duplicate.
        """
        return self.world.updates.inject(update)

    def messages(self, chat_id: int) -> list[Message]:
        """The chat as its person sees it, oldest first."""
        return list(self.world.chats.get(chat_id, {}).values())

    def expire_queries(self) -> None:
        """All presses so far are too old to be answered."""
        self.world.queries.clear()

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 10.0) -> T:
        """The first true value of the predicate, asked again after every change; TimeoutError without one."""
        return await self.world.hub.wait_for(predicate, timeout, self._hint)

    async def quiet(self, seconds: float = 0.2, timeout: float = 30.0) -> None:
        """Returns once every update was taken and nothing has happened for so many seconds."""
        while True:
            await self.wait_for(lambda: len(self.world.updates) == 0, timeout)
            await self.world.hub.wait_for_quiet(seconds)
            if len(self.world.updates) == 0:
                return

    def _hint(self) -> str:
        last = [f"{call.method} {call.params}" for call in list(self.world.calls)[-5:]]
        return f"{len(self.world.updates)} updates pending; last calls: {last or 'none'}"
