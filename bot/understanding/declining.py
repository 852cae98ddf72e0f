"""What somebody answered an ask, as a mentee tells it: yes, no, "later", or nothing yet (DOMAIN 1.8).

A soft no seldom says no: "nanti saya kabari" and "saya masih belajar juga" are courtesies that mean "later".
Only what is told is read. A question, a condition, a fear or a hope, one's own refusal, a client's: none of
them is an answer, nor is a message that tells two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dialogue.acts import Meant
from bot.understanding.asking import is_question
from bot.understanding.phrases import pattern_of, screen

LONGEST = 24
"""Words beyond which a message is a story that may turn more than once."""

_THEY = "beliau|dia|ia|orangnya|she|he|they|shes|hes|theyre"
_SAID = "katanya|kata|bilang|bilangnya|jawab|jawabnya|said|says|told"
_SPOKE = f"{_THEY}|{_SAID}"
_TITLE = "bu|pak|ibu|bapak|kak|bang|ko|koko|ci|cici|mas|mbak|mr|mrs|ms"
_REPLY = (
    "dibalas|dibales|dijawab|direspon|direspons|ditanggapi|dibalas-balas|dibales-bales|dibales-dibales|dibalas-dibalas|membalas|balas|bales|"
    "jawab|respon|respons"
)
_REPLIED = "replied|answered|responded|reply|answer|respond"
_NEWS = "jawaban|jawabannya|balasan|balesan|balasannya|kabar|kabarnya|respon|respons|tanggapan"
_READ = "read|dibaca|diread|seen|dilihat"
_BUSY = "padat|sibuk|penuh|repot|hectic"
_FULL = "busy|swamped|overloaded|booked"
_THINK = "pikir|mikir|pikir-pikir|mikir-mikir|dipikir|dipikirkan|dipikirin|pertimbangkan|dipertimbangkan"
_TELL = "kabari|kabarin|dikabari|dikabarin|hubungi|dihubungi|infokan|infoin|kabar"
_MENTOR = "mentor|mentornya|membimbing|bimbing"
_PERIOD = "week|month|quarter|year|season|spring|summer|autumn|january"
_TIME = "time|capacity|bandwidth"
_AND_SO = "$|then|because|but|and|this|for|she|he|they|maybe|sadly|unfortunately"
_SO = "$|karena|soalnya|katanya|tapi|jadi|kak"

_TABLE: Mapping[str, tuple[str, ...]] = {
    "no_answer": (
        f"belum|tidak ~ sempat|sempet? {_REPLY} $|sampai|sudah|sama|kak|dari|juga|chat|wa|pesan|saya",
        f"belum|tidak ada {_NEWS}",
        f"masih|lagi nunggu|menunggu|tunggu {_NEWS}",
        f"cuma|hanya|masih di? {_READ}",
        f"di? {_READ} saja",
        "centang|ceklis|ceklist satu|dua|biru|1|2",
        "dicuekin|dikacangin|dighosting|ghosted",
        "di ghosting|cuekin|kacangin",
        "hilang|ngilang|menghilang tanpa kabar",
        "no reply|response|answer|news|word yet|from|back|so|at|for|since|$",
        "on read",
        f"hasnt|havent|didnt|never ~ even? {_REPLIED}",
        f"has|have|had|did not ~ even? {_REPLIED}",
        "havent|hasnt|not heard ~ anything? back|from|anything",
        "never|hasnt|havent|didnt|not got|gotten|get|come back",
        "waiting for|on ~ her|his|their|an? reply|answer|response",
        "only|just read it|them|message",
        "radio silence",
    ),
    "no": (
        "tidak|belum|kurang ~ bersedia|berkenan|berminat|tertarik|menyanggupi",
        "ditolak",
        "menolak|nolak",
        f"{_SPOKE} ~ keberatan",
        f"{_SPOKE} ~ tidak ~ bisa|sanggup|mau {_SO}|{_MENTOR}|bantu|membantu|komit",
        f"^ ~ {_TITLE} .. tidak ~ bisa|sanggup|mau {_SO}|{_MENTOR}|bantu|membantu|komit",
        "^ tidak bisa|sanggup ~ $|katanya",
        "^ ~ tidak mau ~ katanya",
        f"{_SPOKE} ~ tidak ada|punya waktu",
        "^ ~ tidak ada|punya waktu katanya",
        f"{_SAID}|jawabannya|balasannya tidak $",
        "bukan bidangnya|keahliannya",
        "disuruh|diminta|disarankan cari|ke|pilih|tanya ~ orang|mentor? lain",
        f"{_SAID} me? no $|thanks|thank|{_AND_SO}",
        "declined|refused|rejected|unwilling",
        "turned me|us|it? down",
        "isnt|arent|not ~ willing|interested|available",
        f"{_THEY} cant|cannot|wont {_AND_SO}|do|be|mentor|help|take|commit",
        f"{_THEY} doesnt|dont|didnt ~ want|have $|{_MENTOR}|{_TIME}|to",
        f"{_THEY} ~ not ~ want|have $|{_TIME}|to",
        f"{_THEY} ~ has|have|had no {_TIME}",
        "its|was|got|answer ~ no $|from|because|sadly|unfortunately",
        f"{_THEY}|shed|hed|theyd would? rather not",
        f"{_THEY} .. not ~ able to|$",
        f"{_THEY} .. too many mentees",
        "suggested|recommended someone|somebody|another else|mentor",
    ),
    "later": (
        f"nanti ~ {_TELL}",
        f"{_SPOKE} ~ nanti dulu|saja|lagi|$",
        "nanti dulu|saja|lagi ~ katanya",
        "kita? lihat nanti|dulu|sikon|kondisi ~ dulu? ~ katanya",
        f"{_SPOKE} ~ {_THINK}|diskusi dulu",
        f"{_SPOKE} ~ kita? lihat jadwal|nanti|dulu|sikon",
        f"^ lagi|masih? {_BUSY} ~ katanya|bulan|tahun|minggu|sampai|$",
        f"{_SPOKE} ~ lagi|masih|sedang ~ {_BUSY}",
        f"{_SAID} ~ jadwal? {_BUSY}",
        f"jadwalnya|agendanya|waktunya ~ {_BUSY}",
        f"{_SPOKE} ~ lagi|masih ~ banyak kerjaan|pekerjaan|urusan|kesibukan|agenda",
        f"saya|{_SPOKE} ~ masih ~ sama-sama? ~ belajar ~ juga|$|katanya",
        f"{_SPOKE} ~ belum sempat|sempet {_SO}",
        "^ belum sempat|sempet ~ $|katanya",
        f"{_SPOKE} ~ saya? ~ {_THINK} ~ dulu|lagi",
        f"{_THINK} dulu ~ katanya",
        f"{_SPOKE} ~ minta|butuh|perlu waktu ~ dulu|{_THINK}|berpikir|seminggu|sehari|$",
        f"tanya|hubungi|kontak|chat|{_SAID} lagi? minggu|bulan|tahun depan ~ $|katanya",
        "tanya|hubungi|kontak|chat lagi ~ habis|setelah|abis lebaran|natal|liburan|event",
        "minggu|bulan|tahun depan saja ~ katanya",
        f"{_SPOKE} ~ habis|setelah|abis lebaran|natal|liburan|event ~ saja|dulu|$",
        f"{_SPOKE} ~ belum ~ bisa {_SO}",
        "belum bisa ~ janji|jawab|mastiin|memastikan|komit",
        f"{_SPOKE} ~ belum|jangan sekarang",
        "belum|jangan sekarang ~ katanya",
        f"{_SPOKE} ~ coba ~ dengan|sama|ke yang? lain dulu",
        "let me think|sleep|check",
        f"{_SPOKE} .. think|thinking about|on|it|over {_AND_SO}|it|over",
        f"{_THEY} ~ still thinking|considering|deciding",
        f"{_THEY} needs|need|wants|asked for? ~ some|more|few? time|days",
        f"not right now {_AND_SO}",
        "not ~ at ~ moment",
        f"{_SPOKE} ~ not sure|now|today",
        f"not this|before|until {_PERIOD}",
        "not ~ good|right|best time|moment for|$|she|he|right",
        f"{_THEY} .. {_FULL} $|right|at|now|this|until|till|these|with",
        f"^ rather|too|very|just? {_FULL} right|at|now|this|until|till|these",
        "schedule|calendar|diary ~ full|packed",
        "on her|his|their plate",
        f"maybe|perhaps|until next {_PERIOD}",
        f"ask|try me|her|him? again in|next|later|after ~ {_PERIOD}|$",
        f"{_THEY}|shell|hell|theyll|ill ~ will? get back to",
        "will|ill|shell|hell|theyll let me|you know",
        f"well|we see {_AND_SO}",
        "im|i|shes|hes|she|he ~ still learning herself|himself|myself|too|it",
        "havent|hasnt|not decided",
        "things calm|slow|settle|quieten down",
        f"wants|prefers|rather ~ wait until|till|for {_PERIOD}|next|after",
    ),
    "yes": (
        f"{_SPOKE}|sudah ~ bersedia|menyanggupi|berkenan {_SO}|{_MENTOR}|membantu",
        "^ ~ bersedia $|kak|jadi",
        f"^ ~ {_TITLE} .. bersedia|menyanggupi|berkenan|setuju|mau {_SO}|{_MENTOR}",
        f"^ ~ yes|ya|alhamdulillah|puji? tuhan? ternyata? {_THEY} ~ mau|setuju|oke|ok|siap|menerima {_SO}",
        f"{_SPOKE} ~ mau|setuju|oke|ok|siap {_SO}",
        f"{_SAID}|jawabannya|balasannya iya|ya|yes|yeah {_SO}",
        "mau|bersedia|siap|setuju jadi mentor saya",
        "permintaan saya? diterima|disetujui",
        "^ ~ diterima $",
        "said yes|sure",
        "^ siap|oke|mau|setuju katanya $",
        "^ ~ agreed $",
        f"{_THEY} agreed|accepted $|to|it|and|my",
        f"{_THEY} ~ is? ~ willing $|to",
        f"{_THEY} ~ is? ~ happy|glad|delighted to",
        f"{_THEY}|shed|hed|theyd ~ would? ~ be? love|happy|glad|delighted to",
        f"{_THEY}|shell|hell|theyll will|wants|want? to? ~ be? ~ mentor me|$",
        "its|got|answer|was yes $|from",
        "its|got|answer|was is? a? yes $|from",
    ),
}
"""In the notation of `phrases`; a `$` among the words of the last place lets the message end there too."""


def _ends(phrase: str) -> tuple[str, ...]:
    *head, last = phrase.split()
    others = "|".join(word for word in last.split("|") if word != "$")
    ends = (" ".join([*head, "$"]),) if others != last else ()
    return (*ends, " ".join([*head, others])) if others else ends


_ANSWERS = screen(
    {choice: [end for one in phrases for end in _ends(one)] for choice, phrases in _TABLE.items()}
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUOTES = frozenset({*_SAID.split("|"), "jawabannya", "balasannya"})
_NOT = _set(
    "tidak belum bukan bukannya jangan tanpa not didnt hasnt havent isnt wasnt never dont doesnt wont nobody"
)
_ONESELF = _set("saya kami i im ive we")
_UNDERGONE = _set("heard got was been waiting nunggu menunggu tunggu")
"""With one of these, or in the Indonesian passive, oneself is whom it happened to, not who did it."""

_UNTOLD = _set(
    "kalau jika bila apabila seandainya andai misal misalnya asal asalkan if unless whether takut khawatir "
    "semoga mudah-mudahan moga-moga harap berharap hope hopefully hoping worried afraid pernah cara caranya "
    "biar supaya agar how when ketika saat"
)
"""A condition, a fear, a hope, another time, a lesson: what stands behind it was not answered."""

_UNFINISHED = ("…",)
"""Stands for the rest, so that no phrase ends where the condition begins."""

_OTHERS = _set(
    "klien nasabah prospek client clients prospect prospects customer customers sering terus selalu "
    "always often"
)
"""Clients, and what happens again and again: no message about them tells of this one answer."""

_HEDGES = (
    _NOT
    | _UNTOLD
    | _set(
        "mungkin kayaknya sepertinya kelihatannya rasanya harusnya seharusnya kira-kira ingin cari yang tapi "
        "syarat syaratnya yakin nanti maybe perhaps probably think guess wish might seems should but someone"
    )
)
"""With one of these a yes is not plain."""


def meant(reading: str) -> tuple[Meant, ...]:
    """The one answer that a normalised message tells: `yes`, `no`, `later` or `no_answer`; mostly none."""
    words = reading.replace("tidak apa-apa", "").split()
    if not words or len(words) > LONGEST or _asked(words) or not _OTHERS.isdisjoint(words):
        return ()
    told = set(_told(words))
    if told == {"yes"} and not _HEDGES.isdisjoint(words):
        return ()
    if told == {"no", "later"}:
        return (Meant("no"),)
    return tuple(Meant(choice) for choice in told) if len(told) == 1 else ()


def _told(words: list[str]) -> Iterator[str]:
    """The answers of which a phrase stands for itself: not undone, and not said of oneself."""
    ends = next((at for at, word in enumerate(words) if word in _UNTOLD), len(words))
    told = " ".join([*words[:ends], *(_UNFINISHED if ends < len(words) else ())])
    for clue in _ANSWERS.words.intersection(words):
        for choice, phrase in _ANSWERS.filed[clue]:
            found = pattern_of(phrase).finditer(f" {told} ")
            if any(_stands(told[: one.start()].split(), one[0].split()) for one in found):
                yield choice


def _asked(words: list[str]) -> bool:
    """A question by its shape; "beliau bilang tidak" ends like one and is none."""
    quoted = words[-1] == "tidak" and words[-2:-1] and words[-2] in _QUOTES
    return "?" in words or (is_question(words) and not quoted)


def _stands(before: list[str], said: list[str]) -> bool:
    if not _NOT.isdisjoint(before[-3:]):
        return False
    undergone = not _UNDERGONE.isdisjoint([*before[-1:], *said]) or any(one.startswith("di") for one in said)
    return undergone or _ONESELF.isdisjoint(before[-2:])
