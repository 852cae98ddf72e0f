"""The export: all of it, as it was, in a file that people and programs can read."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents import Document, UnfitValuesError, make

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def test_an_export_is_a_file_to_open() -> None:
    values = {"person": {"language": "id"}, "search": None}
    written = b'{\n  "person": {\n    "language": "id"\n  },\n  "search": null\n}\n'
    assert make("export", values, "id") == Document("tuntun-id.json", "document", written, "application/json")


def test_letters_stand_as_they_were_typed() -> None:
    text = make("export", {"goal": "café “日本” 🙏 <b>"}, "en").content.decode()
    assert '"goal": "café “日本” 🙏 <b>"' in text


def test_dates_stand_in_iso_form() -> None:
    values = {"by": date(2027, 2, 24), "consent": datetime(2026, 11, 24, 8, 0, tzinfo=UTC)}
    read = json.loads(make("export", values, "en").content)
    assert read == {"by": "2027-02-24", "consent": "2026-11-24T08:00:00+00:00"}


def test_what_is_not_json_is_named() -> None:
    with pytest.raises(UnfitValuesError, match="holds set, which is not JSON"):
        make("export", {"ties": {"boss"}}, "en")


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=4))
def test_whatever_was_kept_comes_out_the_same(values: dict[str, object]) -> None:
    assert json.loads(make("export", values, "en").content.decode("utf-8")) == values


def test_half_a_surrogate_pair_is_kept_as_json_writes_it() -> None:
    assert json.loads(make("export", {"typed": "\ud83d"}, "en").content) == {"typed": "\ud83d"}
