"""Goals to draw, and a reader for what was drawn."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

import pytest

from bot.documents.goal_card import goal_card_data
from bot.documents.press import press

WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "title": "Tujuan belajar saya",
        "skill": "Saya ingin mampu",
        "situation": "Dalam situasi",
        "sign": "Tanda berhasil",
        "by": "Sebelum",
        "why": "Mengapa sekarang",
        "later": "Untuk lain waktu",
        "open": "masih terbuka",
        "footer": "Tuntun · dari tujuan ke mentor",
    },
    "en": {
        "title": "My learning goal",
        "skill": "I want to be able to",
        "situation": "In which situation",
        "sign": "How I will know",
        "by": "By",
        "why": "Why now",
        "later": "For later",
        "open": "still open",
        "footer": "Tuntun · from a goal to a mentor",
    },
}

GOALS: Mapping[str, Mapping[str, object]] = {
    "id": {
        "skill": "menggali kebutuhan klien sebelum bicara produk",
        "situation": "pertemuan pertama dengan pemilik usaha keluarga",
        "sign": "klien bercerita lebih banyak daripada saya",
        "by": "2027-02-24",
        "by_shown": "Rabu, 24 Februari 2027",
        "why": "tiga prospek terakhir berhenti setelah pertemuan pertama",
        "later": ["minta referensi", "bicara di depan tim"],
    },
    "en": {
        "skill": "ask for referrals without feeling pushy",
        "situation": "existing clients, at the yearly review",
        "sign": "five clients in a row name somebody of their own accord",
        "by": "2027-08-24",
        "by_shown": "Tuesday, 24 August 2027",
        "why": "my list of names is getting short",
        "later": ["speaking to a room"],
    },
}

WIDTH, HEIGHT = 540, 675
"""The card's page in points."""

pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


@dataclass(frozen=True)
class Word:
    """A word on the page and the box around it, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def goal(language: str = "en", /, **changes: object) -> dict[str, object]:
    """The values of a card: a whole goal, with some of its lines changed."""
    return {**GOALS[language], "words": WORDS[language], **changes}


def words_on_card(values: Mapping[str, object], language: str = "en") -> list[Word]:
    """What stands on the card of these values, read back from the PDF that the same template makes."""
    pdf = press("goal_card.typ", goal_card_data(values, language), "pdf")
    page = subprocess.run(
        ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
    return [Word(unescape(text), *map(float, box)) for *box, text in found]


def letters_on_card(values: Mapping[str, object], language: str = "en") -> str:
    """The card's text without its spaces and line ends."""
    return packed("".join(word.text for word in words_on_card(values, language)))


def packed(text: str) -> str:
    """Without spaces, visible or not."""
    return re.sub(r"[\s\u200b]+", "", text)
