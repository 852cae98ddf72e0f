"""Turns of phrase that only sound grave: "mati gaya", "dying to meet her". Notation: `phrases`."""

from __future__ import annotations

_STRIKE = "hajar|menghajar|gebuk|tonjok|bunuh|bacok|habisi|tusuk|kill|beat|punch"

LOOK_ALIKES = (
    "out of ~ comfort",
    "die inside when",
    "mati gaya|kutu|lampu|listrik|langkah|suri|matian|ketawa|penasaran|gugup|kaku|malu",
    "hp|laptop|listrik|lampu|wifi|sinyal|internet|mesin|ac|polis|baterai ~ mati",
    "harga mati",
    "life insurance|assurance|insurer|policy|policies|planner|planning|plan|stage|cover|agent|goal|goals",
    "hidup susah|miskin|pas-pasan|melarat|mewah|santai|bergantung|menyesal",
    "dying|die ~ meet|know|see|try|hear|join|hard",
    "killing|killed|kill it|time",
    "bunuh-bunuhan",
    "bunuh bunuhan",
    "klausul|klausa|pasal|klaim|pengecualian|masa|ketentuan|aturan|exclusion|risiko|kasus ~ bunuh diri",
    "suicide clause|exclusion|exclusions|claim|claims|provision|prevention",
    "tidak|jangan|mudah|gampang|cepat|pantang|anti|never ~ putus asa",
    "hilang|hilangin ~ rasa|gugup|gugupnya|grogi|groginya|malu|malunya|takut|takutnya|minder|kontak|fokus",
    f"{_STRIKE} ~ my? ~ target|targets|quota|kuota|deadline|angka|record|goal|goals|numbers",
    "hajar|menghajar|bakar ~ semangat|kalori|lemak|mdrt|tot|cot",
)
"""Turns of phrase that are taken out before the screen looks."""
