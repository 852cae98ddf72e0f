"""A typed answer that names a button: by its label, or by its place among the buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.understanding.normalise import normalise

_PLACES = {
    1: "satu pertama kesatu one first 1st",
    2: "dua kedua two second 2nd",
    3: "tiga ketiga three third 3rd",
    4: "empat keempat four fourth 4th",
    5: "lima kelima five fifth 5th",
    6: "enam keenam six sixth 6th",
    7: "tujuh ketujuh seven seventh 7th",
    8: "delapan kedelapan eight eighth 8th",
    -1: "terakhir last",
}
_PLACE_OF = {word: place for place, words in _PLACES.items() for word in words.split()}
_POINTING = frozenset({"nomor", "no", "yang", "ke", "pilihan", "opsi", "number", "option", "the", "choice"})
_TRAILING = frozenset({"one", "saja"})
_NUMBER = re.compile(r"[1-9][0-9]?")


def typed_choice(text: str, labels: Mapping[str, str]) -> str:
    """The id of the button that the whole message names; empty where it names none, or more than one.

    `labels` maps ids to labels in the order shown. A label counts without its symbols and emoji. A place
    is "2", "no 2", "yang kedua", "the second one"; a bare number means no place where labels hold numbers.
    """
    said = _plain(text)
    if not said:
        return ""
    named = [id for id, label in labels.items() if _plain(label) == said]
    if named:
        return named[0] if len(named) == 1 else ""
    place = _place(said.split(), bare=not any(map(str.isdecimal, "".join(labels.values()))))
    ids = tuple(labels)
    if place == -1:
        return ids[-1] if ids else ""
    return ids[place - 1] if 0 < place <= len(ids) else ""


def _plain(text: str) -> str:
    return normalise(text).replace("?", "").strip()


def _place(words: list[str], bare: bool) -> int:
    """The place words point at: from 1, -1 for the last, 0 for none; `bare` lets a number stand alone."""
    start = next((at for at, word in enumerate(words) if word not in _POINTING), len(words))
    rest = words[start:]
    if len(rest) > 1 and rest[-1] in _TRAILING:
        rest = rest[:-1]
    if len(rest) != 1 or not (start or bare):
        return 0
    if _NUMBER.fullmatch(rest[0]):
        return int(rest[0])
    return _PLACE_OF.get(rest[0], 0)
