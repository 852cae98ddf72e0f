"""Whether a message asks something, by its shape alone."""

from __future__ import annotations

from bot.understanding.normalise import normalise


def _these(words: str) -> frozenset[str]:
    return frozenset(normalise(words).split())


_QUESTION_WORDS = _these(
    "apa, apakah, siapa, kapan, kenapa, gimana, berapa, mana, di mana, kok, "
    "what, who, when, why, how, which, where, whats, whos, hows"
)
_OPENERS = _QUESTION_WORDS | _these(
    "bisa, boleh, bisakah, bolehkah, kamu, is, are, am, do, does, can, could, will, should, may"
)
_REQUESTS = _these(
    "tolong, kasih, kasi, kirim, kirimin, kirimkan, minta, bagi, pinjemin, pinjamin, daftar, bantu, bantuin, "
    "bikinin, buatin, cariin, lihat, bocorin, please, share, send, give, show, tell, help"
)
_CALLS = _these(
    "kak, kakak, min, admin, bot, halo, hai, permisi, mau, tanya, nanya, dong, eh, btw, hi, hello"
)
_TO_LEARN = _these("cara, caranya, biar, supaya, agar, to")


def asks(words: list[str]) -> bool:
    """Whether a message may want something of its reader: a question word or mark, or a request in front."""
    return is_question(words) or not _QUESTION_WORDS.isdisjoint(words) or _opens(words, _REQUESTS)


def is_question(words: list[str]) -> bool:
    """Whether a whole message is a question: it ends in "?" or "… ga", or opens with a question word."""
    return words[-1] in {"?", "tidak"} or _opens(words, _OPENERS)


def wants_to_learn(words: list[str]) -> bool:
    """Whether a question opens like a learning goal: "gimana caranya …", "how to …"."""
    return not _TO_LEARN.isdisjoint(_addressed(words)[:3])


def _opens(words: list[str], openers: frozenset[str]) -> bool:
    return not openers.isdisjoint(_addressed(words)[:1])


def _addressed(words: list[str]) -> list[str]:
    """The message from its first word that is not a call or a greeting."""
    start = next((at for at, word in enumerate(words) if word not in _CALLS), len(words))
    return words[start:]
