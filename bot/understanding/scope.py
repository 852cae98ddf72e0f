"""What this bot does not do, told from what people want to learn: asking for it counts, naming it does not.

Phrases are in the notation of `phrases`. Most hold only in a message that asks; one that says it wants to
learn, avoid or refuse the thing is content.
"""

from __future__ import annotations

from bot.dialogue.acts import OutOfScope
from bot.understanding.asking import asks, wants_to_learn
from bot.understanding.phrases import find, screen

LONGEST = 40
"""Words beyond which a message is a story, not a request."""

_CLIENT = "nasabah|nasabahku|klien|klienku|client|clients|prospek|customer"
_TITLE = "ibu|bu|bapak|pak|mr|mrs|ms|ci|koko|ko|tante|om|named|bernama|namanya"
_AGE = "umur|usia|umurnya|usianya|aged|age"
_MEANS = f"{_AGE}|premi|premium|gaji|penghasilan|income"
_ILLNESS = (
    "diabetes|kanker|cancer|stroke|jantung|hiv|tbc|hipertensi|ginjal|lupus|tumor|hamil|pregnant|hepatitis|"
    "diabetic|sakit|asma|autoimun|depresi"
)
_COVER = "produk|product|asuransi|insurance|polis|policy|rider"
_ASSET = (
    "emas|gold|reksadana|saham|stocks|obligasi|deposito|kripto|crypto|bitcoin|properti|unitlink|"
    "asuransi|insurance|produk|product"
)
_BEST = "cocoknya|bagusnya|enaknya|sebaiknya"
_MAKE = "bikinin|bikinkan|buatin|buatkan|hitungin|itungin|hitungkan|tulisin|tuliskan|kirimin|generate|draft"
_WRITE = "nulis|tulis|bikin|buat|write|make"
_COPY = (
    "status|caption|konten|content|postingan|post|posts|copywriting|skrip|script|iklan|ad|brosur|brochure|"
    "poster|flyer|artikel|article|thread|reels|pantun|slogan"
)
_HAND_OVER = "kirimin|kirim|kirimkan|minta|bagi|kasih|kasi|share|send|give|list|daftar"
_PHONE = "hp|handphone|telepon|telpon|telp|wa|whatsapp|kontak|contact|contacts|phone|email|emails|alamat"
_MEMBERS = "mentor|mentors|member|members|user|users|peserta|pengguna|agen|agents"
_EVERYBODY = f"{_MEMBERS}|semua|all|everyone"
_SHOW = "tampilkan|tunjukkan|tunjukin|keluarkan|bocorkan|bocorin|show|reveal|print|dump|list|give|kasih"
_OTHERS = "user|users|pengguna|peserta|lain|others"
_RULES = "instruction|instructions|instruksi|perintah|prompt|prompts|rules|aturan|guidelines"
_MOVE = "pindahin|mindahin|memindahkan|pindahkan|ganti|move|switch|replace"
_GAIN = "komisi|commission|dobel|double"
_LEND = "pinjemin|pinjamin|talangin|nalangin|bayarin"
_GIVE = "kasih|ngasih|balikin|kembaliin|bagi|give|share|offer"
_POACH = "rekrut|bajak|ambil|rebut|poach|steal"
_THEIRS = "agen|tim|downline|agents|team|nasabah|klien|clients"
_RIVAL = "leader|agency|other|from|rival|sebelah"
_MENTOR = "mentor|mentornya|mentee|menteenya|dia|beliau"
_ANSWERED = "jawab|jawabnya|nulis|tulis|ngisi|nilai"
_NOTES = "jawaban|jawabannya|catatan|catatannya|answer|answers|notes"
_TAX = "pajak|pajaknya|pph|spt|npwp|tax|taxes"
_POLITICS = "presiden|pilpres|pemilu|pilkada|capres|cawapres|partai|politik|election|president"

_IN_A_REQUEST = {
    "client_data": (
        f"{_CLIENT} ... {_TITLE} ... {_MEANS} ... {_ILLNESS}",
        f"{_CLIENT} ... {_TITLE} ... {_ILLNESS} ... {_COVER}|premi|klaim|cocok|cocoknya",
        f"{_CLIENT} ... {_TITLE} ... {_AGE}|gaji|penghasilan ... {_COVER}|cocok|cocoknya",
    ),
    "personal_data": (
        f"^ please? {_HAND_OVER} ... {_PHONE} number|numbers? ~ {_EVERYBODY}",
        f"{_PHONE} number|numbers? ~ semua|all ~ {_EVERYBODY}",
        f"berapa|apa|whats|what nomor|number .. {_PHONE} .. mentor|member",
    ),
    "unethical": (
        f"{_MOVE}|pindah ... polis|policy|policies ... {_GAIN}",
        f"{_LEND}|pinjam ... premi .. {_CLIENT}",
        f"{_GIVE} .. rebate|cashback|komisi|commission ~ ke|to|for ~ {_CLIENT}",
        "bocoran|kunci|contekan|joki|leak|leaked .. jawaban|ujian|soal|aaji|exam|test|lisensi",
        f"beli|jual|jualin|minta|bagi|buy|sell|share ~ database|data ~ {_CLIENT}",
        "palsuin|memalsukan|malsuin|forge|fake ... tanda tangan|data|dokumen|signature|document|slip",
        f"{_POACH} ~ {_THEIRS} ~ orang|dari? ~ {_RIVAL}",
    ),
    "private_answer": (
        f"{_MENTOR} saya? ~ {_ANSWERED} ~ apa",
        f"apa|what|lihat|bocorin|show|see|read ~ {_NOTES} ~ {_MENTOR}",
        "see|read my? mentors|mentees ~ notes|answers",
        "what did ~ my? mentor|mentee ~ answer|say|write",
    ),
    "tax_legal": (
        f"{_TAX} .. berapa|final|gimana|lapor|kena|how|owe|rate",
        f"berapa|gimana|lapor|bayar|how|much .. {_TAX}",
        "bisa|boleh|can ~ dituntut|digugat|dipidana|dilaporkan|sued|sue|legally",
        "menurut hukum|uu|ojk",
        "secara hukum",
        "gugat|nuntut|menuntut|sue ~ my? perusahaan|agency|leader|company",
    ),
    "product_advice": (
        f"mending|mendingan|bagusan|better|lebih ~ bagus?|baik?|untung? ~ beli|ambil|buy|invest? ~ {_ASSET}",
        f"mending|mendingan|bagusan {_ASSET}",
        f"{_ASSET} .. {_ASSET} ~ bagusan|mending|mana",
        f"{_COVER}|saham|investasi|fund .. apa|mana|which ~ cocok|bagus|terbaik|pas|untung|best",
        f"{_BEST} ~ ambil|beli|tawarin|pakai? ~ {_COVER} apa|mana",
        f"which|what {_COVER}|products|fund ~ should|best|fits|suits|recommend|better",
        f"should i|they|he|she ~ buy|take|invest ... {_ASSET}|policy",
        f"buy|beli {_ASSET} or|atau|apa {_ASSET}",
    ),
    "politics": (
        f"{_POLITICS} ~ sekarang|gimana|siapa|menang|who|win",
        "partai|pilpres|pemilu|pilkada|capres|election .. mana|siapa|who|pilih|vote|menang|win",
        f"menurut|dukung|pilih|coblos|vote|support|think .. {_POLITICS}",
    ),
    "content_help": (f"bisa|bantu|bantuin|tolong|can|could|help ... {_WRITE} ~ {_COPY}",),
}
_ANYWAY = {
    "client_data": (f"{_CLIENT} .. {_TITLE} .. {_AGE} ... {_ILLNESS}",),
    "product_advice": (f"{_MAKE} ~ ilustrasi|proposal|penawaran|illustration|quotation|quote|premi",),
    "content_help": (f"^ please? tolong? {_MAKE} ~ {_COPY}", f"^ please? write|create|make me ~ {_COPY}"),
    "injection": (
        f"ignore|disregard|forget|abaikan|lupakan|hiraukan|override|bypass ... {_RULES}",
        f"{_SHOW} ... data|database|percakapan|chat ~ semua|all|every|orang|other other? ~ {_OTHERS}",
        f"{_SHOW} ... system|sistem|developer|hidden ~ {_RULES}",
        "system|sistem prompt",
        "you are now ~ dan|admin|developer|unrestricted|free|jailbroken",
        "kamu sekarang|adalah admin|developer|root|dan",
        "developer|debug|god|admin|jailbreak mode",
        "mode developer|debug|admin|jailbreak",
        "pretend|act|berpura-pura ... no|without|tanpa restrictions|rules|aturan|batasan",
        "jailbreak",
        "drop|delete|select table|from|users",
    ),
}
_LEARNING = frozenset(
    {"belajar", "mempelajari", "latihan", "learn", "learning", "practise", "practice", "paham", "memahami"}
    | {"menghindari", "hindari", "avoid", "avoiding", "menolak", "nolak", "mencegah", "refuse", "refusing"}
    | {"prevent", "tanpa", "understand", "etika", "ethics"}
)
_EVEN_LEARNING = frozenset({"injection", "client_data"})

_REQUESTS = screen(_IN_A_REQUEST)
_ATTEMPTS = screen(_ANYWAY)
AREAS = (
    "injection",
    "unethical",
    "client_data",
    "personal_data",
    "private_answer",
    "product_advice",
    "tax_legal",
    "politics",
    "content_help",
)
"""Gravest first; each has a prompt under `scope/`."""


def out_of_scope(reading: str) -> tuple[OutOfScope, ...]:
    """The gravest thing that this bot does not do and a normalised message asks for; empty for most."""
    words = reading.split()
    if len(words) > LONGEST:
        return ()
    found = {*find(_ATTEMPTS, reading), *(find(_REQUESTS, reading) if asks(words) else ())}
    if not _LEARNING.isdisjoint(words):
        found &= _EVEN_LEARNING
    elif wants_to_learn(words):
        found &= _EVEN_LEARNING | {"unethical"}
    return tuple(OutOfScope(area) for area in AREAS if area in found)[:1]
