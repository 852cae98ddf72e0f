"""Updates on their way to the bot: numbered, filtered by allowed_updates, handed out by long poll."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.simulator import refusals
from bot.simulator.faults import Faults
from bot.simulator.records import Json
from bot.simulator.refusals import RefusalError

ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
HELD_SECONDS = 0.2
PRESS_QUEUE, MEMBER_QUEUE = 3 << 33, 5 << 33


@dataclass(slots=True)
class Update:
    """One update: its id, its JSON, and the webhook queue it travels in.

    `echo` is True for a copy that is handed out once, whatever was confirmed before.
    """

    update_id: int
    body: Json
    queue: int
    duplicated: bool = False
    echo: bool = False
    done: bool = False


def queue_of(kind: str, payload: Json) -> int:
    """The webhook queue of an update as the Bot API server chooses it: messages by chat, presses by who
    pressed and membership by chat in queues of their own."""
    if kind == "callback_query":
        return int(payload["from"]["id"]) + PRESS_QUEUE
    chat = payload.get("chat")
    chat_id = int(chat["id"]) if isinstance(chat, dict) and "id" in chat else 0
    return chat_id + MEMBER_QUEUE if kind == "my_chat_member" else chat_id


class UpdateQueue:
    """What the bot has not confirmed yet."""

    def __init__(self, faults: Faults, check: Callable[[Json], None], first_id: int = 100_000_001) -> None:
        self.next_id = first_id
        self.allowed: list[str] = []
        self.on_arrival: Callable[[Update], None] | None = None
        self.on_poll: Callable[[], None] | None = None
        self._faults = faults
        self._check = check
        self._pending: deque[Update] = deque()
        self._echoes: list[Update] = []
        self._held: tuple[str, Json] | None = None
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._echoes) + sum(not update.done for update in self._pending)

    def __iter__(self) -> Iterator[Update]:
        return iter([*self._echoes, *(update for update in self._pending if not update.done)])

    def add(self, kind: str, payload: Json) -> None:
        """A new update; dropped where the bot did not ask for its kind."""
        if self._held is None and self._faults.reorder.strike():
            self._held = (kind, payload)
            asyncio.get_running_loop().call_later(HELD_SECONDS, self._let_go)
            return
        self._number(kind, payload)
        if kind == "callback_query" and self._faults.press_again.strike():
            self._number(kind, payload)
        self._let_go()

    def inject(self, body: Json) -> int:
        """Any raw update. Without `update_id` it gets the next one; an id given before comes as a repeat."""
        update_id = int(body.setdefault("update_id", self.next_id))
        kind, payload = next(((k, v) for k, v in body.items() if k != "update_id"), ("", {}))
        queue = queue_of(kind, payload) if isinstance(payload, dict) else 0
        echo = update_id < self.next_id
        self._arrive(Update(update_id, body, queue, echo=echo))
        self.next_id = max(self.next_id, update_id + 1)
        return update_id

    def _number(self, kind: str, payload: Json) -> None:
        if kind not in self.allowed if self.allowed else kind in ON_REQUEST:
            return
        update_id = self.next_id
        self.next_id += 1
        body: Json = {"update_id": update_id, kind: payload}
        self._check(body)
        self._arrive(Update(update_id, body, queue_of(kind, payload), self._faults.duplicate.strike()))

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._number(*held)

    def _arrive(self, update: Update) -> None:
        if update.echo:
            self._echoes.append(update)
        else:
            self._pending.append(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        if self.on_arrival is not None:
            self.on_arrival(update)

    def confirm(self, update: Update) -> None:
        """The bot has it; a duplicated one comes once more."""
        update.done = True
        if update.echo:
            self._echoes = [echo for echo in self._echoes if echo is not update]
        elif update.duplicated:
            self._arrive(Update(update.update_id, update.body, update.queue, echo=True))
        while self._pending and self._pending[0].done:
            self._pending.popleft()

    def clear(self) -> None:
        """Forgets all of it (drop_pending_updates)."""
        self._pending.clear()
        self._echoes.clear()

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:
        """getUpdates: confirms what lies before the offset, waits for more, hands out at most `limit`.

        A poll that is still waiting is refused (409) in favour of this one.
        """
        self.end_poll(refusals.other_poll())
        self._confirm_before(offset)
        deadline = time.monotonic() + timeout
        while not self._pending and not self._echoes and (left := deadline - time.monotonic()) > 0:
            await self._wait(left)
        return self._hand_out(limit)

    @property
    def polled(self) -> bool:
        """Whether a bot waits for updates right now."""
        return self._poll is not None and not self._poll.done()

    def end_poll(self, why: RefusalError) -> None:
        """Refuses the poll that waits, if one does."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(why)

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        if self.on_poll is not None:
            self.on_poll()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = self.next_id + offset
        while self._pending and self._pending[0].update_id < offset:
            self.confirm(self._pending[0])

    def _hand_out(self, limit: int) -> list[Json]:
        repeats, self._echoes = self._echoes[:limit], self._echoes[limit:]
        fresh = islice((update for update in self._pending if not update.done), limit - len(repeats))
        return [update.body for update in (*repeats, *fresh)]
