"""Questions about the bot and about mentoring that have a help card; everything else may be an answer.

People answer in the shape of a question ("gimana caranya minta referral" is a learning goal), so a message
counts only when it is short, is a question as a whole, and speaks of the bot or the programme.
"""

from __future__ import annotations

from bot.dialogue.acts import Wonder
from bot.understanding.asking import is_question, wants_to_learn
from bot.understanding.phrases import find, screen

LONGEST = 16
"""Words beyond which a question tells a story first."""

_READ = "baca|lihat|liat|akses|tahu|membaca|melihat"
_MAY = "bisa|boleh|ikut|akan|dapat"
_MINE = "jawaban|jawabannya|nilai|data|datanya|chat|isi|cerita"
_PASSED_ON = "dibaca|dilihat|dikasih|dibagikan|dikirim|disebar|diteruskan|bocor"
_ASKED = "gratis|bayar|berbayar|berapa"
_OTHERS = "leader|boss|mentor|manager|anyone|others|company|they"
_ONESELF = (
    "leader|atasan|mentor|mentornya|bos|boss|perusahaan|agency|orang|orangnya|admin|manager|teman|upline"
)

_TOPICS = {
    "human": (
        "robot|bot|mesin|ai ~ apa|atau|or ~ orang|manusia|human|person|asli|beneran",
        "orang|manusia|human|person ~ beneran? apa|atau|or ~ robot|bot|mesin|ai|machine",
        "kamu|ini|you ~ robot|bot|ai|chatgpt|manusia|human ~ tidak|apa|beneran|bukan|kan ?",
        "kamu|ini ~ robot|bot|ai|chatgpt|manusia ~ ?",
        "are you ~ human|bot|robot|ai|person|real|machine",
        "is this ~ an? ~ bot|human|robot|ai|person|automated",
        "talking|speaking|chatting ~ human|bot|robot|person|machine",
        "siapa ~ jawab|bales|balas|ngetik",
        "kamu siapa",
        "siapa kamu",
        "who are you",
    ),
    "who_reads": (
        f"siapa ~ {_MAY}? ~ {_READ}",
        f"{_ONESELF} saya|lain? ~ {_MAY} ~ {_READ} ~ tidak? ~ ini|{_MINE}",
        f"{_MINE} .. {_PASSED_ON}",
        "jawaban|data|datanya|chat|jawabannya|privasi ~ aman|rahasia|disimpan",
        "who ~ can|will|reads|sees|read|see ~ this|my|it|answers|data|read|see",
        f"can|will|does|do .. {_OTHERS} .. see|read|know ~ this|it|my|what|answers",
        "is|are ~ it|my|data|answers|everything|that .. private|confidential|safe|secret",
    ),
    "cost": (
        "gratis|berbayar|bayar|free ~ tidak|apa|kan|atau? ~ ?",
        f"ini|program|programnya|bot|botnya|ikut|mentoring|mentoringnya ~ {_ASKED} ~ tidak? apa? ?",
        "^ ada ~ biaya|biayanya|ongkos|fee .. ?",
        f"program|programnya|mentoring|mentoringnya ~ {_ASKED} ~ berapa? ?",
        "berapa biaya|biayanya ~ program|programnya|ikut|mentoring|?",
        "harus|perlu|mesti bayar ~ tidak|berapa|apa|kah? ?",
        "is it|this free",
        "how much ~ does|do ~ it|this|i|program ~ cost|pay",
        "do i have|need ~ pay",
        "does it|this cost",
    ),
    "goal_first": (
        "kenapa|kok ... tujuan|goal ... dulu|duluan|dahulu|pertama",
        "kenapa|kok ~ tidak ~ langsung|cari|pilih ~ cari|pilih|ke ~ mentor|orang",
        "harus|perlu|wajib ~ isi|bikin|punya? ~ tujuan|goal ~ dulu|duluan",
        "why|do ... goal|goals ... first|before",
        "why ~ cant ~ pick|choose ~ mentor",
    ),
    "why_not_ask": (
        "kenapa|kok ~ tidak ~ langsung|boleh|bisa ... minta|tanya|nembak|ajak|ask|ngajak",
        "kenapa|kok|harus|perlu ~ harus? ngobrol|ngobrol-ngobrol|kenalan|pdkt|percakapan ~ dulu|berapa",
        "boleh|bisa ~ tidak? ~ langsung ~ minta|ask|nembak",
        "why|can ... just|directly|straight|immediately ask|go",
        "why not ask",
        "why ~ not|cant ~ ask ~ now|yet|directly|mentor|them|him|her",
        "why ~ do? we? ~ need|have|must ~ talk|talks|conversations|rapport",
    ),
    "phases": (
        "apa|what|berapa|jelaskan|how ... fase|phase|phases|tahap|tahapan|fasenya|tahapannya",
        "fase|phase|tahap|fasenya ... apa|ngapain|berapa|maksudnya|wajib|what|mean|kenapa|tidak",
        "negosiasi|persiapan|penutupan|closure ~ wajib|perlu|harus|ngapain|maksudnya|apa ~ ?",
        "penutupan|negosiasi|persiapan wajib ?",
    ),
    "mdrt": (
        "daftar|ikut|gabung|join|register|apply|sign|masuk ... mdrt|mentorship",
        "mdrt ... daftar|ikut|gabung|join|register|apply|resmi|resminya|terkait|afiliasi|affiliated|official",
        "apa|apakah|what ~ itu|is ~ mdrt",
        "resmi|official|afiliasi|affiliated|from|dari ~ with|by|dari|punya|milik? ~ mdrt",
    ),
    "": (
        "bot|botnya|program|programnya|aplikasi|aplikasinya|telegram",
        "pengingat|pengingatnya|reminder|reminders|notifikasi",
        "apa itu gas",
        "^ ini ... apa ?",
        "kamu|you ~ bisa|can ~ apa|ngapain|do|what",
        "what can you",
    ),
}
_PROGRAMME = frozenset({"bot", "program", "programnya", "mdrt", "telegram", "aplikasi", "fase"})

_SCREEN = screen(_TOPICS)


def wonder(reading: str) -> tuple[Wonder, ...]:
    """The help topic that a normalised message asks about; none where it may be an answer."""
    words = reading.split()
    if len(words) > LONGEST or not is_question(words):
        return ()
    if wants_to_learn(words) and _PROGRAMME.isdisjoint(words):
        return ()
    return tuple(Wonder(topic) for topic in find(_SCREEN, reading))[:1]
