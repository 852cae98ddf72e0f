"""Whether a message asks something, by its shape alone."""

from __future__ import annotations

from bot.understanding.normalise import normalise

_QUESTION_WORDS = frozenset(
    normalise(
        "apa, apakah, siapa, kapan, kenapa, gimana, berapa, mana, dimana, kok, "
        "what, who, when, why, how, which, where, whats, whos, hows"
    ).split()
)
_OPENERS = _QUESTION_WORDS | frozenset(
    {
        "is",
        "are",
        "do",
        "does",
        "can",
        "could",
        "will",
        "should",
        "may",
        "bisa",
        "boleh",
        "bisakah",
        "bolehkah",
    }
)
_REQUESTS = frozenset(
    {
        "tolong",
        "please",
        "kasih",
        "kasi",
        "kirim",
        "kirimin",
        "kirimkan",
        "minta",
        "bagi",
        "pinjemin",
        "daftar",
    }
    | {"pinjamin", "bantu", "bantuin", "bikinin", "buatin", "cariin"}
    | {"share", "send", "give", "show", "tell", "help"}
)
_CALLS = frozenset(
    {"kak", "kakak", "min", "admin", "bot", "halo", "hai", "permisi", "mau", "tanya", "nanya", "dong", "eh"}
    | {"btw", "hi", "hello"}
)


def asks(words: list[str]) -> bool:
    """Whether a message may want something of its reader: a question mark or word, or a request in front."""
    if "?" in words or not _QUESTION_WORDS.isdisjoint(words):
        return True
    return not _REQUESTS.isdisjoint(addressed(words)[:1])


def is_question(words: list[str]) -> bool:
    """Whether a whole message is a question: a question mark ends it or a question word opens it."""
    return words[-1:] == ["?"] or not _OPENERS.isdisjoint(addressed(words)[:1])


def addressed(words: list[str]) -> list[str]:
    """The message from its first word that is not a call or a greeting."""
    start = next((at for at, word in enumerate(words) if word not in _CALLS), len(words))
    return words[start:]
