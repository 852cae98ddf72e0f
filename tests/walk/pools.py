"""What the walks are made of: words of every sort, kinds of messages, data of buttons, spans of time."""

from __future__ import annotations

from datetime import timedelta

CONTENT = (
    "Menggali kebutuhan klien dokter spesialis",
    "Asking good questions in the first meeting",
    "Sudah delapan tahun melayani pemilik usaha",
    "Sabar dan mau menjelaskan",
    "Bu Rina",
    "B",
    "Mencatat tiga pertanyaan sebelum bertemu, lalu diam dan mendengar",
    "Orangnya karismatik dan terkenal",
    "Saya mau dimentori Pak Budi",
    "Saya mau MDRT tahun ini",
    "FYP 1 M",
    "closing, prospecting, referral, presentasi, dan rekrut",
    "1. closing\n2. prospecting\n3. referral",
    "Makassar",
    "New York",
    "Jika klien diam, saya menunggu tiga detik",
)
DATES = (
    "24/11",
    "1-12-2026",
    "3/3",
    "31/12/2030",
    "besok",
    "kemarin",
    "lusa jam 3",
    "Senin depan jam 10 pagi",
    "Selasa depan",
    "next Friday at 2 pm",
    "3 hari lagi",
    "akhir bulan",
    "dua minggu lalu",
    "kapan saja",
)
ANSWERED = (
    "beliau bersedia",
    "belum dibalas",
    "katanya nanti dikabari",
    "ditolak",
    "she said yes",
    "let me think about it",
    "no reply yet",
    "she declined",
)
"""What somebody answered an ask."""

SUBJECTS = (
    "",
    "1",
    "2",
    "1.yes",
    "99",
    "yes",
    "opener.1",
    "thanks.1",
    "ask.1",
    "follow_up.1",
    "mentor",
    "2026-11-24",
    "0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef.time",
)
"""What a card may be about: candidates, links, letters, and things that are not there."""
ODD = (
    "",
    "   ",
    "👍",
    "🙏🙏",
    "?",
    "...",
    "x" * 10_000,
    "\u200b\u200d",
    "\u202eterbalik",
    "<b>tebal</b> & <script>",
    "{{ world.me }} {% for x in y %}",
    "'; drop table people; --",
    "أريد أن أتعلم",
    "我想学习",
    "ฉันอยากเรียน",
    "Я хочу учиться",
    "1",
    "yang kedua",
    "/",
)
GRAVE = ("saya mau bunuh diri", "i want to die", "dia minta foto tanpa baju", "capek banget hidup")
ASKING = (
    "kenapa tujuan dulu?",
    "are you a robot?",
    "berapa biayanya?",
    "who reads this?",
    "saham apa yang bagus?",
)
KINDS = ("sticker", "photo", "voice", "location", "contact", "poll", "forwarded", "other")
ARGUMENTS = ("", "", "", "x", "ref_12345", "goal_first", "🙂")
DATA = (
    "",
    ":",
    "::",
    "1",
    "1:1",
    "1:1:",
    "1:1:back",
    "2:3:save",
    "agree::0",
    "agree:2020-01:0",
    "door:window:0",
    "language:fr:0",
    "zone:mars:0",
    "hours:1-2:0",
    "pause:9999:0",
    "pause:²:0",
    "help:nothing:0",
    "care::0",
    "person:99:0",
    "aside:99:0",
    "open.talk:99:0",
    "open.fit::0",
    "open.ask:1:0",
    "open.draft:1:0",
    "open.outcome:1:0",
    "open.candidate:1:0",
    "open.ties:1:0",
    "open.goal:1:0",
    "open.more:1:0",
    "open.plan:1:0",
    "open.tried:1:0",
    "open.partner::0",
    "link.join:1.2020-01:0",
    "link.ask:1.nothing:0",
    "letter:love.1:0",
    "forget:1.yes:0",
    "nobot:1.yes:0",
    "export::0",
    "٣:١:x",
    "🙂:🙂:1",
    "\x00",
)
SPANS = tuple(
    timedelta(**span)
    for span in (
        {"minutes": 1},
        {"minutes": 9},
        {"minutes": 30},
        {"hours": 5},
        {"days": 1},
        {"days": 3},
        {"days": 8},
        {"weeks": 5},
    )
)
