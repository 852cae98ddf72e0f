"""What weighs on a message that says nothing outright: faint phrases, and themes that meet.

No list of phrases holds all the ways in which people hint. So each theme is a handful of plain words, and a
short message that touches two of them counts as veiled distress, like one with a faint phrase: but only where
nobody speaks of clients, policies and claims, for there grave words are mostly the trade's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.understanding.phrases import find, screen

_DEATH = "mati|die|modar|mampus|dead|meninggal"

_FAINT = (
    f"saya ... {_DEATH}",
    f"{_DEATH} ... saya",
    "i ... die|died|dead|dying",
    "tidak ~ ingin|mau ~ hidup",
    "tidak|capek|lelah|percuma|muak|berat|sulit ~ hidup|hidupku",
    "hidup|hidupku|life ~ tamat|selesai|berat|hancur|kosong|gelap|sulit|percuma|hell|neraka|empty|sucks",
    "harus hidup ~ apa",
    "hidup|hidupku|life ~ tidak ada|punya",
    "tidak ... bertahan",
    "tidak ada ~ ngerti|mengerti|understands",
    "saya .. ngilang|menghilang|lenyap|hilang|ilang",
    "ngilang|menghilang|lenyap ~ selamanya|dunia|bumi",
    "tidak ada ~ peduli|gunanya|artinya|harapan|harapannya",
    "merasa|ngerasa|rasanya|feel|feeling ~ kosong|hampa|empty|numb|trapped",
    "bukan siapa-siapa",
    "capek|lelah|tired ~ pura-pura|berpura-pura|pretending",
    "semua|semuanya|everything|segalanya ~ terasa? ~ pointless|percuma|sia-sia|hancur|gelap",
    "i want|need out",
    "done ... goodbye|selamat",
    "sudah tidak ~ kuat|sanggup|tahan ~ $",
    "tidak ~ kuat|sanggup|tahan ~ hari|hari-hari|nanggung|menanggung|bertahan|semuanya",
    "tidak kuat|sanggup|tahan mau|ingin",
    "tidak|punya ~ alasan ~ $",
    "nangis|menangis|crying|cry ~ terus|tiap|setiap|every",
    "dunia|world ... saya|without",
    "ditabrak|ketabrak ~ kereta|truk|mobil|bus",
    "beli|bought|siapin|nyiapin|siap|have|punya ~ rope|tali|racun|pisau|knife",
    "hari|malam ini ~ terakhir ... terima kasih|maaf|maafin|maafkan|selamat",
    "i|im ~ failure",
    "beban|burden ~ semua|everyone|everybody|keluarga",
    "want ~ pain ~ stop|end",
    "takut|afraid|scared .. pikiran|pikiranku|thoughts|mind",
    "brain|head|kepala|voice|voices|suara ... jump|die|mati|loncat|lompat|bunuh",
)
_THEMES = {
    "life": (
        "hidup hidupku kehidupan life living alive dunia world semesta exist existing bernafas bernapas "
        "breathing"
    ),
    "death": (
        "mati meninggal die died dead death dying kematian ajal mayat kuburan surga heaven almarhum "
        "almarhumah mendiang bunuh nyusul menyusul"
    ),
    "despair": (
        "percuma sia-sia hampa kosong gelap hancur runtuh tamat hopeless pointless worthless nothing "
        "useless failure broken numb empty beban burden putus hilang layak pantas berguna berharga nyesel "
        "menyesal trapped"
    ),
    "pain": (
        "capek lelah muak letih perih menderita penderitaan nangis menangis crying cry stres stress "
        "depresi tired exhausted heavy hurt pain benci hate sesak sesek tersiksa overthinking insomnia"
    ),
    "leaving": (
        "pergi ngilang menghilang lenyap pamit udahan berhenti berakhir mengakhiri ngakhiri akhiri "
        "terakhir selamanya forever disappear gone goodbye peace tenang end quit lega nyerah bangun wake "
        "sleep"
    ),
    "means": (
        "tali rope loncat lompat jump jumping rel kereta jembatan bridge rooftop obat pil pills racun "
        "silet sayat sayatan nadi lengan pisau knife overdosis ditabrak ketabrak"
    ),
    "alone": "sendiri sendirian alone lonely nobody noone peduli sayang cares lega ditinggal sepi",
    "limit": "kuat sanggup tahan bertahan",
}

_THEME_OF: Mapping[str, str] = {word: theme for theme, words in _THEMES.items() for word in words.split()}

_TRADE = frozenset(
    {
        "nasabah",
        "klien",
        "client",
        "clients",
        "prospek",
        "prospects",
        "customer",
        "polis",
        "policy",
        "policies",
    }
    | {"klaim", "claim", "claims", "premi", "komisi", "closing", "manfaat", "santunan", "warisan", "waris"}
    | {"asuransi", "insurance", "ci", "proteksi", "produk", "product", "presentasi", "referral", "referrals"}
    | {
        "seminar",
        "janji",
        "lapse",
        "beliau",
        "agen",
        "agent",
        "agents",
        "agency",
        "tim",
        "team",
        "pasar",
        "belajar",
    }
)


LONGEST = 30
"""Words beyond which themes meet by chance."""

_SCREEN = screen({"undertone": _FAINT})


def undertone(reading: str) -> bool:
    """Whether a normalised message hints at despair, by a faint phrase or two themes, outside the trade."""
    words = reading.split()
    if not _TRADE.isdisjoint(words):
        return False
    themes = {_THEME_OF[word] for word in words if word in _THEME_OF}
    return (len(themes) > 1 and len(words) <= LONGEST) or bool(find(_SCREEN, reading))
