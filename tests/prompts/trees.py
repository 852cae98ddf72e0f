"""A small tree of prompts without a fault, to be planted in a folder and spoilt in one place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CONTRACT = """\
["goal/skill"]
values = { name = "Bu Rina", skill = "skill.closing" }
buttons = ["help", "back"]

["goal/card"]
values.name = "Bu Rina"
values.talks = 2
values.by = 2026-12-01
values.musts = ["@trait.patient", { id = "jujur", en = "honest" }]
values.shared = true
optional = ["by"]
also = [{ shared = false, talks = 1 }]
buttons = ["save"]
card = true

["engine/nav"]
buttons = ["done"]
internal = true

["ask/draft"]
values = { to = "Ibu Rina" }
voice = "person"
choices = "data"
"""

TREE: Mapping[str, str] = {
    "contract.toml": CONTRACT,
    "id/phrases.toml": """\
[skill]
closing = "menutup pembicaraan"
finding = "mencari prospek"

[trait]
patient = "sabar"
""",
    "en/phrases.toml": """\
[skill]
closing = "closing"
finding = "finding prospects"

[trait]
patient = "patient"
""",
    "id/goal/skill.html": """\
+++
help = "Bantu saya memilih"
back = "‹ Ubah {{ name }}"
+++
Tadi Anda memilih <b>{{ skill | phrase }}</b>.

Bagian mana yang paling ingin Anda kuasai bersama {{ name }}?
""",
    "en/goal/skill.html": """\
+++
help = "Help me choose"
back = "‹ Change {{ name }}"
+++
You chose <b>{{ skill | phrase }}</b>.

Which part would you most like to master with {{ name }}?
""",
    "id/goal/card.html": """\
+++
save = "Simpan"
+++
<b>Kartu tujuan</b> untuk {{ name }}
Sudah {{ talks | number }} percakapan{% if by %}, sampai {{ by | day }}{% endif %}.
Yang penting bagi Anda: {{ musts | join_and }}.
{% if shared %}
Kartu ini sudah dibagikan.
{% endif %}
""",
    "en/goal/card.html": """\
+++
save = "Save"
+++
<b>Goal card</b> for {{ name }}
{{ talks | number }} {{ talks | plural("talk", "talks") }} so far{% if by %}, until {{ by | day }}{% endif %}.
What matters to you: {{ musts | join_and }}.
{% if shared %}
This card has been shared.
{% endif %}
""",
    "id/engine/nav.html": '+++\ndone = "Selesai"\n+++\n',
    "en/engine/nav.html": '+++\ndone = "Done"\n+++\n',
    "id/ask/draft.html": """\
Selamat pagi, {{ to }}. Saya sedang belajar menutup pembicaraan dengan nasabah.
Bolehkah saya berbincang dengan {{ to }} selama dua puluh menit?
""",
    "en/ask/draft.html": """\
Good morning, {{ to }}. I am learning how to close a conversation with clients.
May I talk with you for twenty minutes?
""",
}


def plant(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the tree into `folder`, with `changes` by path; None leaves a file out."""
    for path, text in {**TREE, **(changes or {})}.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
    return folder


def spoilt(path: str, old: str, new: str) -> dict[str, str | None]:
    """The change of one passage of one file."""
    assert old in TREE[path], f"{path} has no «{old}»"
    return {path: TREE[path].replace(old, new)}
