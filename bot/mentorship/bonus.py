"""Charisma, fame and likeness: welcome, and no reason (DOMAIN 0, 1.2)."""

from __future__ import annotations

import re

_CHARM = re.compile(
    r"""\b(
        karisma\w* | kharisma\w* | charisma\w* | berwibawa | wibawa
      | terkenal | tenar | famous | well[- ]known | populer | popular | influencer | viral | idola | idol
      | seru | asyik | asik | humoris | lucu | kocak | fun | funny | keren | cool
      | ganteng | cantik | handsome | pretty
      | (chemistry|klik|click|sefrekuensi|satu\s+frekuensi|cocok\s+ngobrol)
      | (se|satu\s+)(kampung|daerah|suku|gereja|almamater|angkatan|usia|umur) | sama-?\s?sama\s+orang\s+\w+
      | same\s+(hometown|age|church|school|university|gender|ethnicity) | like\s+me | mirip\s+saya | alumni?
      | ramah | friendly | nice | baik\s+hati
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEEDED = re.compile(
    r"\b(sabar|patient|jujur|terus\s+terang|frank|honest|tegas|runtut|structured|teliti|kritis|mendengar\w*|listen\w*|"
    r"menjelaskan|explain\w*|bertanya|ask\w*|disiplin|tepat\s+waktu|on\s+time|membimbing|melatih|coach\w*)\b",
    re.IGNORECASE,
)


def is_bonus(trait: str) -> bool:
    """Whether a trait is only charm, fame or likeness; one trait that a goal can need makes it more."""
    return bool(_CHARM.search(trait)) and not _NEEDED.search(trait)
