"""A form's present question as a message: its words, its buttons, and the number the buttons carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Generic

from bot.dialogue.answers import (
    BACK,
    DONE,
    KEEP,
    SAVE,
    Answer,
    Choice,
    Day,
    Kind,
    Label,
    Labelled,
    PickMany,
    Review,
    Value,
    suggestion,
)
from bot.dialogue.book import Turn
from bot.dialogue.desk import Conversation
from bot.dialogue.events import Button, F, Part, Say
from bot.dialogue.flow import C, Sight, Step, W
from bot.dialogue.place import Place, place

NAVIGATION = "engine/nav"
"""The prompt whose front matter labels the engine's own buttons."""

ECHO_LENGTH = 90
"""Characters of an answer that are shown back."""


@dataclass(frozen=True)
class Question(Generic[W]):
    """An open conversation at a question: the step, the answered steps before it, and what it may see."""

    conversation: Conversation
    step: Step[W]
    done: tuple[Step[W], ...]
    sight: Sight[W]

    @cached_property
    def given(self) -> Answer | None:
        """What was answered here before, reopened, or ticked so far, as far as it could stand again."""
        offered = frozenset(one.id for one in self.step.offered(self.sight))
        return suggestion(self.step.answer, self.conversation.answers.get(self.step.id), offered)

    @property
    def lines(self) -> tuple[str, ...]:
        """The answered steps that a review offers to change, in order; none for other questions."""
        answered = tuple(one.id for one in self.done)
        return self.step.answer.lines(answered) if isinstance(self.step.answer, Review) else ()


def where(turn: Turn[W, C, F], conversation: Conversation) -> Place[W]:
    """Where a conversation is in its form today."""
    sight = Sight(turn.world, conversation.subject, conversation.answers)
    return place(turn.book.flows[conversation.flow], sight)


def question(turn: Turn[W, C, F], conversation: Conversation | None) -> Question[W] | None:
    """The question a conversation is at; None where there is none."""
    if conversation is None:
        return None
    at = where(turn, conversation)
    return Question(conversation, at.step, at.done, at.sight) if at.step is not None else None


def on_floor(turn: Turn[W, C, F]) -> Question[W] | None:
    """The open question that free text goes to; None where no form is open."""
    return question(turn, turn.desk.get(turn.desk.floor))


def ask(
    turn: Turn[W, C, F],
    q: Question[W],
    above: tuple[Part, ...] = (),
    echo: bool = False,
    links: tuple[Button, ...] = (),
) -> Turn[W, C, F]:
    """Put the question as this turn's message, below other words and, on `echo`, what was just noted."""
    conversation = replace(q.conversation, touched=turn.fresh.now)
    if conversation.asked != q.step.id:
        conversation = replace(conversation, asked=q.step.id, number=conversation.number + 1)
    q = replace(q, conversation=conversation)
    parts = (*above, *_noted(q, echo), _asked(q), *_before(q))
    return turn.holding(conversation).adding(Say(parts, (*links, *buttons(q, echo))))


def buttons(q: Question[W], echo: bool = False) -> tuple[Button, ...]:
    """The buttons of the question, ticked as far as it is answered."""
    values = q.step.values(q.sight)
    ticked = q.given.picked if q.given is not None else ()
    lines = tuple(Choice(id) for id in q.lines)
    rows = [_day_button(q, one) for one in _either(q)]
    rows += [
        _button(q, one.id, _label(q, one), values, one.id in ticked)
        for one in (*q.step.offered(q.sight), *lines)
    ]
    rows += [_button(q, id, Labelled(NAVIGATION, id), {}) for id in _navigation(q, ticked)]
    if q.done and not lines:
        rows.append(_button(q, BACK, Labelled(NAVIGATION, "change" if echo else BACK), {}))
    return tuple(rows)


def chosen(q: Question[W], choices: tuple[str, ...]) -> tuple[Button, ...]:
    """Of the question's buttons those that were taken, ticked."""
    taken = (one for one in buttons(q) if one.data.rsplit(":", 1)[1] in choices)
    return tuple(replace(one, ticked=True, apart=False) for one in taken)


def answered_by(q: Question[W], message: int) -> Kind:
    """The kind of the question that was answered by that message; the present one's, where none was."""
    answers = q.conversation.answers
    typed = (one for one in (q.step, *q.done) if one.id in answers and answers[one.id].message == message)
    return next(typed, q.step).answer


def by_choice(q: Question[W]) -> Mapping[str, Button]:
    """The buttons of a question by their choice, so that a typed label can be known."""
    return {choice: one for one in buttons(q) if (choice := one.data.rsplit(":", 1)[1]) != BACK}


def _either(q: Question[W]) -> tuple[str, ...]:
    """The dates to choose from, where the words may mean more than one."""
    return q.given.either if q.given is not None else ()


def _asked(q: Question[W]) -> Part:
    if _either(q):
        return Part("engine/which_day")
    return Part(q.step.ask, q.step.values(q.sight))


def day_id(iso: str) -> str:
    """A date as the id of a choice: a button's data keeps the colon for itself."""
    return iso.replace(":", ".")


def dated(iso: str) -> Mapping[str, Value]:
    """An answered date as prompts show it; `time` is None where no hour was said."""
    moment = datetime.fromisoformat(iso)
    return {"day": moment.date(), "time": moment.time() if "T" in iso else None}


def _day_button(q: Question[W], iso: str) -> Button:
    data = f"{q.conversation.id}:{q.conversation.number}:{day_id(iso)}"
    return Button(Labelled(NAVIGATION, "day"), data=data, values=dated(iso))


def _label(q: Question[W], choice: Choice) -> Label:
    return choice.label if choice.label is not None else Labelled(q.step.ask, choice.id)


def _noted(q: Question[W], echo: bool) -> tuple[Part, ...]:
    if not echo or not q.done or isinstance(q.step.answer, Review):
        return ()
    last, said = q.done[-1], q.sight.text(q.done[-1].id)
    if isinstance(last.answer, Day):
        return (Part("engine/noted_day", dated(said)),)
    return (Part("engine/noted", {"answer": short(said)}),)


def _before(q: Question[W]) -> tuple[Part, ...]:
    """Own words given before; an earlier choice is ticked among the buttons instead."""
    if q.given is None or not q.given.text:
        return ()
    if isinstance(q.step.answer, Day):
        return (Part("engine/before_day", dated(q.given.text)),)
    return (Part("engine/before", {"answer": short(q.given.text)}),)


def _typed(q: Question[W]) -> bool:
    return q.given is not None and bool(q.given.text)


def _navigation(q: Question[W], ticked: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(q.step.answer, PickMany):
        return (DONE,) if len(ticked) >= q.step.answer.least else ()
    return (KEEP,) if _typed(q) else ()


def _button(
    q: Question[W], choice: str, label: Label, values: Mapping[str, Value], ticked: bool = False
) -> Button:
    data = f"{q.conversation.id}:{q.conversation.number}:{choice}"
    apart = choice == SAVE or (isinstance(label, Labelled) and label.prompt == NAVIGATION)
    return Button(label, data=data, ticked=ticked, apart=apart, values=values)


def short(text: str) -> str:
    """A text on one line, cut to what an echo shows."""
    flat = " ".join(text.split())
    return flat if len(flat) <= ECHO_LENGTH else f"{flat[: ECHO_LENGTH - 1].rstrip()}…"
