"""Whatever comes in, in whatever order: an answer, a way on, and a desk that holds together."""

from __future__ import annotations

from copy import copy
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.dialogue.acts import Act, Affirm, Back, Chatter, Deny, Distress, Meant, Order, OutOfScope, Wonder
from bot.dialogue.answers import Dated, PickMany
from bot.dialogue.events import Edited, Elsewhere, Event, Leave, Pressed, Reached, Said, Say, Sent, Toast
from bot.dialogue.question import Question, on_floor
from tests.dialogue.canteen import Lunch, Ordered
from tests.dialogue.guest import Guest, offered

ACTS: tuple[Act, ...] = (
    Affirm(),
    Deny(),
    Back(),
    Meant("no"),
    Meant("later"),
    Order("stop"),
    Order("order"),
    Order("leave"),
    Wonder(),
    OutOfScope("cars"),
    Distress("check"),
    Chatter(),
)
CHOICES = (
    "2026-12-01",
    "2026-12-01T15.00",
    "soup",
    "chili",
    "yes",
    "done",
    "keep",
    "back",
    "save",
    "dish",
    "",
)
COMMANDS = ("order", "table", "bill", "guestbook", "help", "stop", "leave", "dessert")

few = st.integers(0, 8)
dates = st.lists(
    st.sampled_from(("2026-12-01", "2026-12-01T03:00", "2026-12-01T15:00", "2026-12-08")), max_size=2
).map(lambda options: Dated(tuple(options)))
acts = st.lists(st.sampled_from(ACTS), max_size=2)
texts = st.sampled_from(("soup of the day", "24/12", "1-1", "?", "سلطة من فضلك", "x" * 700)) | st.text(
    max_size=9
)


class Table(RuleBasedStateMachine):
    """A guest who does anything at all. `seen` is every button that was ever on their phone."""

    def __init__(self) -> None:
        super().__init__()
        self.guest = Guest(world=Lunch("Ann", "Ben", seated=False))
        self.seen = ["sit::0"]
        self.numbers: dict[int, int] = {}

    def answered(self, event: Event[Ordered]) -> None:
        """Everything that a person does is answered, with one message at most; and back truly goes back."""
        before = self.guest.desk
        self.guest.does(event)
        kinds = [type(effect) for effect in self.guest.effects]
        assert Say in kinds or Toast in kinds
        assert kinds.count(Say) <= 1
        assert kinds.count(Toast) == isinstance(event, Pressed)
        assert self.guest.desk.opened >= before.opened
        self.seen += [button.data for button in self.guest.buttons]

    @rule(number=few)
    def presses_what_is_shown(self, number: int) -> None:
        shown = [button.data for button in self.guest.buttons] or self.seen
        self.answered(Pressed(shown[number % len(shown)], "q", 70))

    @rule(number=st.integers(0, 10_000))
    def presses_whatever_was_ever_shown(self, number: int) -> None:
        self.answered(Pressed(self.seen[number % len(self.seen)], "q", 70))

    @rule(data=st.text(max_size=16))
    def presses_anything(self, data: str) -> None:
        self.answered(Pressed(data, "q", 70))

    @rule(one=few, number=few, choice=st.sampled_from(CHOICES))
    def presses_what_a_form_might_have_shown(self, one: int, number: int, choice: str) -> None:
        self.answered(Pressed(f"{one}:{number}:{choice}", "q", 70))

    @rule(text=texts, acts=acts, about=st.none() | few, dated=dates)
    def says(self, text: str, acts: list[Act], about: int | None, dated: Dated) -> None:
        self.guest.message += 1
        self.answered(Said(text, tuple(acts), self.guest.message, about, dated=dated))

    @rule(number=few)
    def types_a_label(self, number: int) -> None:
        typed = list(offered(self.guest.turn)) or [""]
        self.guest.message += 1
        self.answered(Said("label", (), self.guest.message, None, typed[number % len(typed)]))

    @rule(text=texts, ago=few, dated=dates)
    def edits(self, text: str, ago: int, dated: Dated) -> None:
        self.answered(Edited(text, self.guest.message - ago, dated=dated))

    @rule(name=st.sampled_from(COMMANDS), argument=st.text(max_size=2))
    def commands(self, name: str, argument: str) -> None:
        self.guest.commands(name, argument)
        assert self.guest.said

    @rule(kind=st.sampled_from(("photo", "voice", "poll")))
    def sends(self, kind: str) -> None:
        self.answered(Sent(kind))

    @rule(version=few, late=st.booleans())
    def hears_of_the_partner_or_of_the_time(self, version: int, late: bool) -> None:
        before = self.guest.desk
        for waits in (self.guest.hears(version).wait_until, self.guest.is_due(late).wait_until):
            assert waits is None or waits > self.guest.now
            assert waits is None or self.guest.desk == before

    @rule(reachable=st.booleans())
    def cannot_be_reached(self, reachable: bool) -> None:
        self.guest.does(Reached(reachable))

    @rule()
    def adds_the_bot_to_a_group(self) -> None:
        before = self.guest.desk
        self.guest.does(Elsewhere())
        assert [type(effect) for effect in self.guest.effects] == [Say, Leave]
        assert self.guest.desk == before

    @rule(minutes=st.integers(0, 30))
    def waits(self, minutes: int) -> None:
        self.guest.later(timedelta(minutes=minutes))

    @precondition(lambda self: bool(self.asked and self.asked.done))
    @rule()
    def goes_back_and_keeps(self) -> None:
        asked = self.asked
        assert asked is not None
        there = copy(self.guest).goes_back()
        assert there.at == f"{asked.conversation.flow}.{asked.done[-1].id}"
        several = isinstance(asked.done[-1].answer, PickMany)
        there.taps("done" if several else next(iter(there.ticked), "keep"))
        assert there.at == f"{asked.conversation.flow}.{asked.step.id}"
        assert there.form.answers == asked.conversation.answers

    @property
    def asked(self) -> Question[Lunch] | None:
        """The question on the floor."""
        return on_floor(self.guest.turn)

    @invariant()
    def the_floor_is_an_open_form_or_nobodys(self) -> None:
        desk = self.guest.desk
        assert (desk.get(desk.floor) is None) is (not desk.conversations)
        assert desk.floor is None or desk.get(desk.floor) is not None

    @invariant()
    def an_open_form_waits_for_something(self) -> None:
        assert (self.asked is None) is (self.guest.desk.floor is None)

    @invariant()
    def numbers_never_fall(self) -> None:
        for one in self.guest.desk.conversations:
            assert one.number >= self.numbers.get(one.id, 0)
            assert one.id <= self.guest.desk.opened
            self.numbers[one.id] = one.number

    @invariant()
    def buttons_fit_telegram(self) -> None:
        assert all(len(data.encode()) <= 64 for data in self.seen)

    @invariant()
    def words_lead_on_from_anywhere(self) -> None:
        there = copy(self.guest).says("and now")
        assert there.said
        assert there.at or there.buttons


Table.TestCase.settings = settings(max_examples=20, stateful_step_count=30)
TestTable = Table.TestCase
