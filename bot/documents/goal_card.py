"""The learning goal as a picture worth keeping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.documents.document import Document, UnfitValuesError
from bot.documents.ink import inked
from bot.documents.press import press

WORDS = ("title", "skill", "situation", "sign", "by", "why", "open", "footer")
"""The wordings every card needs, without colons; one with goals put off needs `later` too."""

_LINES = ("situation", "sign", "by", "why")
_MOST = 320
_MOST_IN_WORDS = 60
_MOST_IN_LATER = 60
_LATER_SHOWN = 2


def goal_card(values: Mapping[str, object], language: str) -> Document:
    """A portrait of 1080 by 1350 pixels: the skill as its headline, a road with a stop for each line below.

    Values: `skill`; `situation`, `sign`, `by_shown` (the date in words; without it `by`, as it stands) and
    `why`, each None or "" while it is open; `later`, a list of goals put off; `words`, the card's own
    wordings by the names in `WORDS`. Long texts are set smaller, and end in an ellipsis after 320 characters.
    Text is drawn as `ink` tells.
    """
    content = press("goal_card.typ", goal_card_data(values, language), "png")
    return Document(f"tuntun-goal-{language}.png", "photo", content, "image/png")


def goal_card_data(values: Mapping[str, object], language: str) -> dict[str, object]:
    """What the template draws. Raises `UnfitValuesError`."""
    later = _later(values.get("later"))
    words = _words(values.get("words"), (*WORDS, "later") if later else WORDS)
    shown = {**values, "by": values.get("by_shown") or values.get("by")}
    return {
        "language": language,
        "words": words,
        "skill": _line(shown, "skill"),
        "stops": [{"label": words[name], "text": _line(shown, name)} for name in _LINES],
        "later": later,
    }


def _words(words: object, names: Sequence[str]) -> dict[str, str]:
    if not isinstance(words, Mapping):
        raise UnfitValuesError("goal_card: needs `words`")
    missing = [name for name in names if not isinstance(words.get(name), str)]
    if missing:
        raise UnfitValuesError(f"goal_card: `words` lack {', '.join(missing)}")
    return {name: inked(words[name], _MOST_IN_WORDS) for name in names}


def _line(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnfitValuesError(f"goal_card: `{name}` is {type(value).__name__}, not text")
    return inked(value, _MOST)


def _later(goals: object) -> list[str]:
    if goals is None:
        return []
    if not isinstance(goals, list | tuple) or not all(isinstance(goal, str) for goal in goals):
        raise UnfitValuesError("goal_card: `later` is not a list of texts")
    return list(filter(None, (inked(goal, _MOST_IN_LATER) for goal in goals)))[:_LATER_SHOWN]
