"""What a person wrote when asked for a learning goal: a target, a name, a list, or an ability (DOMAIN 1.1).

Guesses, and meant to be cautious ones: a wrong guess asks once more and never decides anything.
"""

from __future__ import annotations

import re

from bot.mentorship.goal_words import (
    BY,
    DO,
    FILLER,
    GROW,
    HONOUR,
    INTRO,
    LEARN,
    LEVEL,
    MADE,
    MENTORED,
    MONEY,
    NO_NAME,
    PRIZE,
    PURPOSE,
    REACH,
    SELL,
    SITUATION,
    SUM,
    TITLE,
    WISH,
)


def is_outcome(text: str) -> bool:
    """Whether this names a production target or a level to reach, and no ability behind it.

    "MDRT", "komisi 100 juta", "close 10 cases": yes. "Belajar fact finding, target 10 sesi" and "explain
    riders to young parents so that I make MDRT": no, for the ability is there.
    """
    return bool(_OUTCOME.search(text)) and not _names_ability(text)


def names_person(text: str) -> str:
    """The person offered in place of a goal, as "Bu Rina"; empty where there is none.

    Somebody only mentioned beside an ability ("belajar closing dari Pak Budi") is not offered in its place.
    """
    named = _NAMED.search(text)
    if named is None or _names_ability(f"{text[: named.start()]} {text[named.end() :]}"):
        return ""
    said = next(words for words in named.groups() if words)
    return " ".join(word[:1].upper() + word[1:] for word in said.split())


def several(text: str) -> tuple[str, ...]:
    """The goals, where more than one is listed; empty where it is one, however long.

    Lines, numbers and bullets make a list, and so do commas between short items. Targets in it are left
    out, as they are no goals.
    """
    listed = _lines(text) or _numbered(text) or _announced(text) or _short_items(text)
    goals = dict.fromkeys(item for item in map(_without_wish, listed) if item and not is_outcome(item))
    return tuple(goals) if len(goals) > 1 else ()


_OUTCOME = re.compile(
    rf"""{LEVEL} | {MONEY} | {SUM}
      | {GROW} \s+ (?:\w+\s+)? {MADE}
      | {MADE} \s+ (?:\w+\s+)? (?: {GROW} | \d )
      | \d \s?x? \s+ (?:\w+\s+)? {MADE}
      | {SELL} \s+ (?: \d | lebih\s+banyak | more )
      | {REACH} \s+ (?:\w+\s+){{0,2}} {PRIZE}""",
    re.IGNORECASE | re.VERBOSE,
)
_LEARN = re.compile(LEARN, re.IGNORECASE)
_DO = re.compile(DO, re.IGNORECASE)
_SITUATION = re.compile(SITUATION, re.IGNORECASE)
_CLAUSE = re.compile(rf"[,.;\n]|{PURPOSE}", re.IGNORECASE)
_FILLER = re.compile(FILLER, re.IGNORECASE)
_CONTENT = re.compile(r"[^\W\d_]{2,}")


def _names_ability(text: str) -> bool:
    return any(_is_ability(clause) for clause in _CLAUSE.split(text))


def _is_ability(clause: str) -> bool:
    learn, do = _LEARN.search(clause), _DO.search(clause)
    if learn and _has_content(clause[learn.end() :]):
        return True
    situation = _SITUATION.search(clause, do.end()) if do else None
    return situation is not None and _has_content(clause[situation.end() :])


def _has_content(words: str) -> bool:
    """Whether anything is said there beyond targets and small words."""
    return bool(_CONTENT.search(_FILLER.sub(" ", _OUTCOME.sub(" ", words))))


# After a form of address a name may be written small; elsewhere only a capital tells it from a word.
_CAPITAL = r"(?-i:[A-Z][a-z']+(?:\s+[A-Z][a-z']+){0,2})"
_NAMED = re.compile(
    rf"""(?<!-) ({HONOUR} \s+ (?: {_CAPITAL} | (?!{NO_NAME}) [a-z']{{3,}} )) \b (?!-)
      | ({TITLE} \s+ {_CAPITAL})
      | {MENTORED} \s+ (?:{BY}\s+)? ({_CAPITAL})
      | {LEARN} \s+ {BY} \s+ ({_CAPITAL})
      | \b mentor (?:nya|ku|\s+saya|\s+is)? [\s:]+ (?:adalah\s+)? ({_CAPITAL})
      | ({_CAPITAL}) \s+ (?:as|to\s+be) \s+ my \s+ mentor""",
    re.IGNORECASE | re.VERBOSE,
)

_BULLET = re.compile(r"^\s*(?:\d{1,2}\s*[.)]|[-*•–])\s*")
_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\s*[.)]\s+(?=\D)")
_INTRO = re.compile(rf"{INTRO}[^:\n]{{0,40}}:(?P<items>.+)", re.IGNORECASE | re.DOTALL)
_AND = re.compile(
    r"\s*[,;/]\s*(?:(?:dan|and|sama|sm|serta|plus|&)\s+)?|\s+(?:dan|and|serta|plus|&)\s+", re.IGNORECASE
)
_WISH = re.compile(rf"^(?:{WISH}\s+)+", re.IGNORECASE)
_SHORT = 3
"""Words in a short item, and items that make a list of them."""


def _lines(text: str) -> list[str]:
    lines = [_BULLET.sub("", line) for line in text.splitlines() if line.strip()]
    return lines if len(lines) > 1 else []


def _numbered(text: str) -> list[str]:
    items = _NUMBER.split(text)[1:]
    return items if len(items) > 1 else []


def _announced(text: str) -> list[str]:
    """After "goal saya ada lima:" whatever stands between commas."""
    intro = _INTRO.search(text)
    return _AND.split(intro["items"]) if intro else []


def _short_items(text: str) -> list[str]:
    """Short items between commas; one with a number or a situation belongs to one goal with the others."""
    items = [_without_wish(item) for item in _AND.split(text)]
    if len(items) < _SHORT:
        return []
    one_goal = any(
        len(item.split()) > _SHORT or re.search(r"\d", item) or _SITUATION.search(item) for item in items
    )
    return [] if one_goal else items


def _without_wish(item: str) -> str:
    return _WISH.sub("", item.strip()).strip(" .,;!")
