"""What must hold after every turn of everybody (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.dialogue.desk import Desk
from bot.dialogue.events import (
    Button,
    Commanded,
    Due,
    Edited,
    Elsewhere,
    Erase,
    Leave,
    Pressed,
    Retick,
    Said,
    Say,
    Sent,
    Taken,
    Tell,
    Toast,
)
from bot.dialogue.flow import Branch, Sight
from bot.dialogue.place import place
from bot.flows.book import CARDS, FLOWS
from bot.flows.world import World
from bot.mentorship.cadence import RESUME
from bot.mentorship.calendar import is_decent
from bot.mentorship.gates import may
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Person
from bot.mentorship.search import LEAST_TALKS, Candidate, Search, Standing, candidate, talk_days
from tests.walk.walker import ME, TurnTaken

PERSONAL = Said | Pressed | Commanded | Sent | Edited
"""What a person does themselves: none of it may go unanswered."""


def holds(taken: TurnTaken) -> None:
    """Raises AssertionError for the first rule that this turn breaks."""
    for rule in RULES:
        rule(taken)


def said(taken: TurnTaken) -> Say | None:
    """The one message of a turn."""
    messages = [effect for effect in taken.response.effects if isinstance(effect, Say)]
    assert len(messages) <= 1, "more than one message"
    return messages[0] if messages else None


def buttons(taken: TurnTaken) -> tuple[Button, ...]:
    """All buttons that a turn shows."""
    shown = [effect for effect in taken.response.effects if isinstance(effect, Say | Retick)]
    return tuple(button for effect in shown for button in effect.buttons)


def answered(taken: TurnTaken) -> None:
    """Every word and press gets an answer; a press is acknowledged once; a group is left with a word."""
    kinds = [type(effect) for effect in taken.response.effects]
    message = said(taken)
    assert message is None or message.parts, "an empty message"
    if isinstance(taken.event, PERSONAL):
        assert message is not None or Toast in kinds, "no answer"
    assert kinds.count(Toast) == isinstance(taken.event, Pressed), "a press is acknowledged once"
    assert not isinstance(taken.event, Elsewhere) or kinds == [Say, Leave], "a group is left with a word"
    changed = Retick in kinds or Taken in kinds
    assert not changed or isinstance(taken.event, Pressed), "buttons change where they are pressed"
    assert isinstance(taken.event, PERSONAL) or taken.response.wait_until is None or not kinds


def leads_on(taken: TurnTaken) -> None:
    """After a message there is a button, or a question that is open; only who has left needs neither."""
    message = said(taken)
    if message is None or any(isinstance(effect, Erase | Leave) for effect in taken.response.effects):
        return
    asks = taken.response.desk.floor is not None
    assert asks or any(button.data for button in message.buttons), "no way on"


def buttons_live(taken: TurnTaken) -> None:
    """Buttons fit Telegram; a form's name the question that is stored, a card's a card that is known."""
    for button in buttons(taken):
        assert bool(button.data) != bool(button.link), "a button does one thing"
        assert len(button.data.encode()) <= 64, "Telegram takes 64 bytes"
        head, _, rest = button.data.partition(":")
        if head.isdecimal():
            one = taken.response.desk.get(int(head))
            assert one is not None, "a button of no open conversation"
            assert rest.partition(":")[0] == str(one.number), "a button of another question"
        assert head.isdecimal() or button.link or head in CARDS, "a card that is not known"


def desk_holds(taken: TurnTaken) -> None:
    """The floor is an open form or nobody's; numbers never fall; every open form waits for something."""
    before, after = taken.desk, taken.response.desk
    assert after.opened >= before.opened
    assert (after.floor is None) is (not after.conversations)
    assert after.floor is None or after.get(after.floor) is not None
    for one in after.conversations:
        was = before.get(one.id)
        assert one.id <= after.opened
        assert was is None or one.number >= was.number, "a question number fell"
    _ways_are_named(taken.response.world, after)


def _ways_are_named(world: World, desk: Desk) -> None:
    for one in desk.conversations:
        flow = FLOWS[one.flow]
        at = place(flow, Sight(world, one.subject, one.answers))
        assert at.step is not None, "an open form that waits for nothing"
        for number, step in enumerate(at.done):
            if isinstance(step.next, Branch):
                came = [*at.done[number + 1 :], at.step][0].id
                assert came in step.next.targets, "a branch went where it said it never goes"


def order_holds(taken: TurnTaken) -> None:
    """The article's order: goal, criteria, candidate, ties, two days of talks, fit, ask, yes."""
    search = taken.response.world.search
    message = said(taken)
    if message is not None and any(part.prompt == "send/ask" for part in message.parts):
        asked = [one for one in search.candidates if one.ask] if search is not None else []
        assert asked, "the words of an ask without one"
    step = next_step(search)
    assert may(search, step.kind, step.candidate) is None, "the next step is not permitted"
    if search is None:
        return
    assert search.criteria is None or search.goal is not None
    assert not search.candidates or (search.goal is not None and search.criteria is not None)
    for one in search.candidates:
        _earned(_before(taken.world.search, one), one, search)


def _before(search: Search | None, one: Candidate) -> Candidate | None:
    return candidate(search, one.id) if search is not None else None


def _earned(before: Candidate | None, one: Candidate, search: Search) -> None:
    """What is new in this turn for a candidate was earned."""
    if len(one.talks) > (len(before.talks) if before else 0):
        assert one.ties is not None, "a talk before the conflict question"
    if one.fit is not None and one.fit != (before.fit if before else None):
        assert one.ties is not None, "a fit before the conflict question"
        assert talk_days(one) >= LEAST_TALKS, "a fit before two days of talks"
    if one.ask is not None and (before is None or before.ask is None):
        assert search.goal is not None
        assert search.criteria is not None
        assert one.ties is not None, "an ask before the conflict question"
        assert talk_days(one) >= LEAST_TALKS, "an ask before two days of talks"
        assert one.fit is not None, "an ask before the fit"
        assert one.fit.decision == "go_on", "an ask against the fit"
    if one.standing is Standing.AGREED:
        assert one.ask is not None, "a yes without an ask"
        assert one.ask.outcome == "yes", "a yes without an ask"


def only_the_language_before_consent(taken: TurnTaken) -> None:
    """Before consent nothing but language is kept."""
    world = taken.response.world
    if world.me.consent is None:
        assert world.me == Person(ME, language=world.me.language), "kept before consent"
        assert world.search is None, "a search before consent"
        assert taken.response.desk.conversations == (), "a form before consent"


def private(taken: TurnTaken) -> None:
    """What one person does in a search causes messages to nobody else."""
    assert not any(isinstance(effect, Tell) for effect in taken.response.effects), "told to somebody"


def writes_when_it_may(taken: TurnTaken) -> None:
    """Of its own accord the bot writes at decent hours, to whoever agreed, and did not stop or pause."""
    if not isinstance(taken.event, Due) or said(taken) is None:
        return
    me, now = taken.world.me, taken.world.now
    assert is_decent(now, me), "a nudge at a bad time"
    assert not _rests(me), "a nudge to somebody who rests"
    assert me.paused_until is None or me.paused_until <= now, "a nudge in a pause"


def plans_when_it_may(taken: TurnTaken) -> None:
    """One row at most; none for whoever stopped or did not agree; in a pause only the word at its end."""
    me, plan = taken.response.world.me, taken.response.plan
    assert len(plan) <= 1, "more than one row"
    assert not plan or not _rests(me), "planned for somebody who rests"
    for row in plan:
        assert row.klass == "nudge"
        assert is_decent(row.due, me), "planned for a bad time"
        assert row.due <= row.not_after
        assert me.paused_until is None or row.due >= me.paused_until, "planned within a pause"
        assert (row.kind == RESUME) is (me.paused_until is not None)


def _rests(me: Person) -> bool:
    return me.consent is None or me.stopped or me.in_care or not me.reachable or me.contact.silent


RULES: tuple[Callable[[TurnTaken], None], ...] = (
    answered,
    leads_on,
    buttons_live,
    desk_holds,
    order_holds,
    only_the_language_before_consent,
    private,
    writes_when_it_may,
    plans_when_it_may,
)


def spaced(nudges: Sequence[datetime]) -> None:
    """At most two nudges in any seven days, and two days between them."""
    for first, second in pairwise(nudges):
        assert second - first >= timedelta(days=2), "two nudges within two days"
    for first, third in zip(nudges, nudges[2:], strict=False):
        assert third - first >= timedelta(days=7), "three nudges in a week"
