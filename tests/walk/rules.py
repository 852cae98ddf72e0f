"""What must hold after every turn of everybody (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue.desk import Desk
from bot.dialogue.events import Button, Due, Elsewhere, Erase, Leave, Pressed, Retick, Say, Taken, Toast
from bot.dialogue.flow import Branch, Sight
from bot.dialogue.place import place
from bot.flows.book import CARDS, FLOWS
from bot.flows.world import World
from bot.mentorship.cadence import RESUME
from bot.mentorship.calendar import is_decent
from bot.mentorship.gates import may
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Person
from bot.mentorship.search import (
    LEAST_TALKS,
    Candidate,
    Search,
    Standing,
    asking,
    candidate,
    followed_up,
    talk_days,
)
from tests.walk import shared_rules
from tests.walk.walker import PERSONAL, TurnTaken


def holds(taken: TurnTaken) -> None:
    """Raises AssertionError for the first rule that this turn breaks."""
    try:
        for rule in (*RULES, *shared_rules.RULES):
            rule(taken)
    except AssertionError as error:
        parts = [part.prompt for one in taken.response.effects if isinstance(one, Say) for part in one.parts]
        error.add_note(f"at {taken.world.me.id} {taken.event} which led to {parts}")
        raise


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
        does = [bool(button.data), bool(button.link), button.share is not None]
        assert sum(does) == 1, "a button does one thing"
        assert len(button.data.encode()) <= 64, "Telegram takes 64 bytes"
        head, _, rest = button.data.partition(":")
        if head.isdecimal():
            one = taken.response.desk.get(int(head))
            assert one is not None, "a button of no open conversation"
            assert rest.partition(":")[0] == str(one.number), "a button of another question"
        assert head.isdecimal() or not button.data or head in CARDS, "a card that is not known"


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
    step = next_step(taken.response.world.mine)
    assert may(search, step.kind, step.candidate) is None, "the next step is not permitted"
    if search is None:
        return
    assert search.criteria is None or search.goal is not None
    assert not search.candidates or search.goal is not None, "a candidate before the goal"
    chosen = [one for one in search.candidates if not _partner(one)]
    assert not chosen or search.criteria is not None, "a candidate before the criteria"
    assert sum(map(asking, search.candidates)) <= 1, "two asks open at a time"
    assert sum(one.standing is Standing.AGREED for one in search.candidates) <= 1, "two who agreed"
    for one in search.candidates:
        assert _before(taken.world.search, one) or one.standing is Standing.ACTIVE or _partner(one)
        _earned(_before(taken.world.search, one), one, search)


def _before(search: Search | None, one: Candidate) -> Candidate | None:
    return candidate(search, one.id) if search is not None else None


def _partner(one: Candidate) -> bool:
    """Somebody who had agreed before the bot was told: they were not chosen for a reason."""
    return not one.reason


def _earned(before: Candidate | None, one: Candidate, search: Search) -> None:
    """What is new in this turn for a candidate was earned."""
    if len(one.talks) > (len(before.talks) if before else 0):
        assert one.ties is not None, "a talk before the conflict question"
    if one.fit is not None and one.fit != (before.fit if before else None):
        _rapport_stands(one)
    if one.ask is not None and (before is None or before.ask is None or not asking(before)) and asking(one):
        _rapport_stands(one)
        assert search.criteria is not None, "an ask before the criteria"
        assert one.fit is not None, "an ask before the fit"
        assert one.fit.decision == "go_on", "an ask against the fit"
    if before is not None and one.standing is Standing.AGREED is not before.standing:
        assert one.ask is not None, "a yes without an ask"
        assert one.ask.outcome == "yes", "a yes without an ask"


def _rapport_stands(one: Candidate) -> None:
    """Talks on different days, one of them on this goal, and something of them tried."""
    assert one.ties is not None, "fit or ask before the conflict question"
    assert talk_days(one) >= LEAST_TALKS, "fit or ask before two days of talks"
    assert followed_up(one), "fit or ask before anything was tried"
    assert any(talk.on_goal for talk in one.talks), "fit or ask before a talk on this goal"


def only_the_language_before_consent(taken: TurnTaken) -> None:
    """Before consent nothing but language is kept."""
    world = taken.response.world
    if world.me.consent is None:
        assert world.me == Person(world.me.id, language=world.me.language), "kept before consent"
        assert world.search is None, "a search before consent"
        assert taken.response.desk.conversations == (), "a form before consent"


def writes_when_it_may(taken: TurnTaken) -> None:
    """Of its own accord the bot writes at decent hours, to whoever began, and did not stop or pause."""
    if isinstance(taken.event, PERSONAL | Elsewhere) or said(taken) is None:
        return
    me, now = taken.world.me, taken.world.now
    assert taken.started, "a word to somebody who did not start the bot"
    assert is_decent(now, me), "a word at a bad time"
    if isinstance(taken.event, Due):
        assert not rests(me), "a word to somebody who rests"
        assert me.paused_until is None or me.paused_until <= now, "a word in a pause"


def plans_when_it_may(taken: TurnTaken) -> None:
    """Each row once and at a decent hour; none for whoever rests; in a pause only the word at its end."""
    me, plan = taken.response.world.me, taken.response.plan
    assert not plan or not rests(me), "planned for somebody who rests"
    assert len({(row.subject, row.kind, row.occurrence) for row in plan}) == len(plan), "a row twice"
    for row in plan:
        assert is_decent(row.due, me), "planned for a bad time"
        assert row.due <= row.not_after
        assert me.paused_until is None or row.due >= me.paused_until, "planned within a pause"
    nudges = [row for row in plan if row.klass == "nudge"]
    assert len({row.kind for row in nudges}) <= 1, "nudges about two things"
    assert all((row.kind == RESUME) is (me.paused_until is not None) for row in nudges)


def rests(me: Person) -> bool:
    """Whether the bot is to start nothing with them."""
    return me.consent is None or me.stopped or me.in_care or not me.reachable


RULES: tuple[Callable[[TurnTaken], None], ...] = (
    answered,
    leads_on,
    buttons_live,
    desk_holds,
    order_holds,
    only_the_language_before_consent,
    writes_when_it_may,
    plans_when_it_may,
)
