"""The preview shows every prompt in both languages, and also those that are broken."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from prompts.preview import page
from tests.prompts.trees import plant, spoilt


class Addresses(HTMLParser):
    """Collects what a browser would go and fetch, and whatever runs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "img", "iframe", "object"):
            self.found.append(tag)
        self.found += [
            name for name, _ in attrs if name in ("src", "srcset", "style") or name.startswith("on")
        ]


def test_both_languages_stand_side_by_side(tmp_path: Path) -> None:
    html = page(plant(tmp_path), ["ask"])
    assert "Selamat pagi, Ibu Rina." in html
    assert "Good morning, Ibu Rina." in html
    order = ['class="phone" lang="id"', "Selamat pagi", 'class="phone" lang="en"', "Good morning"]
    assert [html.index(one) for one in order] == sorted(html.index(one) for one in order)


def test_labels_notes_and_samples_are_shown(tmp_path: Path) -> None:
    html = page(plant(tmp_path))
    assert "<li>‹ Ubah Bu Rina</li>" in html
    assert "<li>‹ Change Bu Rina</li>" in html
    assert "choices from data" in html
    assert "a person sends this" in html
    assert "<dt>talks</dt><dd>2</dd>" in html
    assert "4 prompts in two languages" in html


def test_every_set_of_samples_that_differs_is_a_bubble(tmp_path: Path) -> None:
    html = page(plant(tmp_path), ["goal/card"])
    assert html.count('<div class="text">') == 6
    assert html.count("Kartu ini sudah dibagikan.") == 2


def test_folders_are_in_order_and_linked(tmp_path: Path) -> None:
    html = page(plant(tmp_path))
    assert (
        re.findall(r'<h2 id="(\w+)">', html)
        == re.findall(r'href="#(\w+)"', html)
        == ["ask", "engine", "goal"]
    )


def test_keys_narrow_the_page(tmp_path: Path) -> None:
    plant(tmp_path)
    assert re.findall(r'<h3 id="([^"]*)"', page(tmp_path, ["goal", "engine/nav"])) == [
        "engine/nav", "goal/card", "goal/skill",
    ]  # fmt: skip
    with pytest.raises(LookupError, match="is called goals"):
        page(tmp_path, ["goals"])


def test_a_broken_prompt_shows_why_and_hides_no_other(tmp_path: Path) -> None:
    html = page(plant(tmp_path, spoilt("id/goal/card.html", "talks | number", "tolks | number")), ["goal"])
    assert '<p class="bad" lang="en">id/goal/card: needs the value tolks</p>' in html
    assert "Goal card" in html
    assert "Tadi Anda memilih" in html


def test_a_missing_file_and_a_wrong_sample_show_why(tmp_path: Path) -> None:
    assert "no such prompt" in page(plant(tmp_path / "a", {"en/goal/card.html": None}), ["goal"])
    wrong = spoilt("contract.toml", "@trait.patient", "@trait.kind")
    assert "id/trait.kind: no such phrase" in page(plant(tmp_path / "b", wrong), ["goal"])


def test_markup_that_telegram_refuses_is_shown_as_text(tmp_path: Path) -> None:
    html = page(plant(tmp_path, spoilt("id/goal/card.html", "<b>Kartu", "<script>alert(1)</script><b>Kartu")))
    assert "<script>" not in html
    assert "Telegram has no &lt;script&gt;" in html


def test_the_page_reaches_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    html = page(plant(tmp_path))
    assert Addresses(html).found == []
    assert not re.search(r"url\(|@import|https?://", html)
    assert "prefers-color-scheme: dark" in html


def test_prompts_of_another_surface_say_so(tmp_path: Path) -> None:
    html = page(plant(tmp_path, spoilt("contract.toml", "internal = true", 'surface = "toast"')), ["engine"])
    assert "toast · 0 and 0 of 200 units" in html
