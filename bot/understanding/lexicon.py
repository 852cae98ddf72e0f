"""The short words that are read exactly, in either language: the whole normalised message, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.dialogue.acts import Act, Affirm, Back, Chatter, Deny, Order, Wonder
from bot.understanding.normalise import normalise
from bot.understanding.phrases import find, screen

_AFFIRM = (
    "ya, iya, iyah, iyap, yap, yup, y, yoi, yo, ho oh, hooh, he eh, oke, ok, okay, okey, okedeh, sip, siap, "
    "gas, gaskeun, boleh, bole, benar, betul, benar banget, iya benar, iya benar juga, ya betul, setuju, "
    "sepakat, cocok, pas, mantap, simpan, iya boleh, ya boleh, oke sip, oke siap, oke gas, ya oke, iya oke, "
    "tentu, tentu saja, pasti, yes, yeah, yep, sure, of course, right, correct, that's right, agreed, i "
    "agree, sounds good, go for it, save, save it, yes please, deal, exactly, absolutely, definitely"
)
_DENY = (
    "tidak, bukan, jangan, ogah, salah, ga mau, ga setuju, ga jadi, ga usah, ga perlu, belum, ga benar, ga "
    "cocok, ga dulu, no, n, nope, nah, no thanks, no thank you, not really, wrong, not yet, that's wrong, "
    "incorrect, i disagree, don't"
)
_BACK = (
    "kembali, balik, mundur, sebelumnya, ubah, ganti, koreksi, ralat, balik lagi, kembali lagi, ke "
    "sebelumnya, pertanyaan sebelumnya, salah ketik, salah tulis, typo, back, go back, previous, change, "
    "change it, edit, undo, correction, step back"
)
_PUZZLED = (
    "?, apa, kenapa, gimana, maksudnya, maksudnya apa, apa maksudnya, maksudnya gimana, gimana maksudnya, "
    "ini apa, apa ini, kok gitu, contoh, contohnya, contohnya apa, contoh dong, harus apa, harus gimana, "
    "buat apa, untuk apa, ga ngerti, saya ga ngerti, ga paham, saya ga paham, ga jelas, what, why, how, huh, "
    "what do you mean, what does that mean, what is this, what for, example, examples, for example, give me "
    "an example, like what, i don't understand, i don't get it"
)
_ORDERS = {
    "stop": (
        "stop, berhenti, setop, stop dulu, berhenti dulu, unsubscribe, stop it, stop bot, stop pengingat, "
        "stop pengingatnya, stop kirim pengingat, stop kirim pesan, stop notifikasi, stop chat, stop "
        "mengirim pesan, stop semua, berhenti kirim pesan, berhenti kirim pengingat, jangan kirim lagi, "
        "jangan kirim pesan, jangan kirim pesan lagi, jangan chat lagi, jangan chat saya lagi, jangan "
        "ganggu, jangan ganggu saya, jangan hubungi saya lagi, matikan pengingat, matikan notifikasi, "
        "udahan, saya mau berhenti, mau berhenti, stop messaging me, stop reminders, stop the reminders, "
        "stop sending reminders, stop texting me, stop sending messages, leave me alone, stop bothering me, "
        "i want to stop"
    ),
    "pause": (
        "jeda, jeda dulu, pause, nanti, nanti dulu, nanti saja, nanti lagi, tunda, tunda dulu, istirahat, "
        "istirahat dulu, rehat, rehat dulu, besok lagi, lain kali, kapan-kapan, lagi sibuk, saya lagi sibuk, "
        "ingatkan nanti, ingetin nanti, later, maybe later, not now, pause it, take a break, need a break, i "
        "need a break, snooze, remind me later, i'm busy"
    ),
    "resume": (
        "lanjut, lanjutkan, lanjutin, lanjut lagi, teruskan, terusin, mulai lagi, ayo lanjut, yuk lanjut, "
        "oke lanjut, ok lanjut, iya lanjut, ya lanjut, lanjut gas, mari lanjut, aktifkan lagi, resume, "
        "continue, go on, next, let's go, carry on, keep going, proceed, go ahead, start again, ok next"
    ),
    "menu": (
        "menu, menu utama, pilihan, buka menu, lihat menu, daftar menu, batal, batalkan, mulai, keluar, main "
        "menu, show menu, open menu, options, cancel, home, start, exit, quit"
    ),
    "status": (
        "status, status saya, sampai mana, sudah sampai mana, progres, progres saya, langkah berikutnya, "
        "habis ini apa, terus apa, progress, my progress, my status, where am i, what next, what's next, "
        "next step"
    ),
    "help": (
        "bantuan, tolong, bantu, bantu saya, bantuin, butuh bantuan, panduan, cara pakai, bingung, saya "
        "bingung, help, help me, i need help, need help, faq, i'm confused, confused"
    ),
    "skip": (
        "skip, lewati, lewat, lewatin, loncat, skip dulu, skip ini, skip yang ini, skip semua, lewati ini, "
        "lewati dulu, langsung minta, langsung ke mentor, langsung ke mentornya, langsung ask, langsung ke "
        "ask, langsung fase 3, langsung ke permintaan, minta mentor sekarang, langsung minta mentor, "
        "langsung minta jadi mentor, ga mau jawab, ga mau jawab itu, ga mau jawab yg itu, gamau jawab, no "
        "thanks skip yg ini, skip it, skip this, skip that, skip ahead, just ask, ask now, straight to the "
        "ask, skip to the ask, jump to the ask, skip to mentor, skip all, i'd rather not say, rather not say"
    ),
    "erase": (
        "hapus data, hapus data saya, hapus semua data, hapus semua data saya, hapus data saya semua, hapus "
        "datanya, hapus akun, hapus akun saya, hapus semuanya, hapus saya, lupakan saya, delete my data, "
        "delete data, delete all my data, delete everything, delete my account, erase my data, erase all my "
        "data, erase everything, erase me, forget me, remove my data"
    ),
    "language": (
        "bahasa, ganti bahasa, ubah bahasa, pakai bahasa inggris, pake bahasa inggris, pakai bahasa "
        "indonesia, pake bahasa indonesia, language, change language, switch language, english please, in "
        "english please"
    ),
    "privacy": (
        "privasi, kebijakan privasi, data saya, data pribadi, data pribadi saya, tarik persetujuan, lihat "
        "data saya, unduh data saya, ekspor data saya, privacy, privacy policy, my data, withdraw consent, "
        "personal data, export my data"
    ),
    "settings": (
        "pengaturan, setelan, atur jam, jam tenang, ubah jam, zona waktu, setting, settings, quiet hours"
    ),
}
_CHATTER = {
    "greeting": (
        "halo, hallo, helo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, met pagi, met "
        "siang, met sore, met malam, pagi, siang, sore, malam, assalamualaikum, asalamualaikum, ass wr wb, "
        "assalamualaikum wr wb, assalamu alaikum, samlekum, shalom, salam, om swastiastu, permisi, punten, "
        "halo bot, halo apa kabar, apa kabar, selamat berakhir pekan, selamat hari minggu, dadah, hi, hello, "
        "hey, hei, good morning, good afternoon, good evening, good night, morning, hai bot, hi bot, hello "
        "bot, how are you, happy weekend, have a nice day, have a good day, bye"
    ),
    "thanks": (
        "makasih, makasih banyak, thank you, thanks a lot, thank you so much, thank you very much, many "
        "thanks, matur nuwun, hatur nuhun, suwun, nuhun, ok makasih, oke makasih, sip makasih, okay thanks, "
        "sama-sama, sama sama, you're welcome"
    ),
    "mood": (
        "ngantuk, capek, capek banget, lapar, laper, bosan, bosen, macet, hujan, hm, oh, eh, tired, sleepy, "
        "hungry"
    ),
    "test": ("test, tes, testing, testes, ping, cek, check, coba, 123, tes 123, test 123"),
}
_COURTESIES = (
    "kak, kakak, ka, min, admin, gan, bro, sis, bang, mas, mbak, bot, bos, dong, donk, deh, ya, sih, kok, "
    "please, tolong, ah, yuk, saja, nih, lah, loh, banget, sekarang, now"
)
_INFORMING = frozenset({"menu", "status", "help", "language", "privacy", "settings"})
"""Orders that only show something: asked with a question mark they are obeyed all the same."""

_LAUGHTER = re.compile(
    r"w?(?:kw)+k?|wkk?|a?(?:ha)+h?|(?:he){2,}h?|(?:hi){2,}|(?:ho){2,}|(?:xi){2,}|(?:a?wok)+|lmao|rofl|ngakak"
)
_DOUBLE = re.compile(r"([a-z])\1+")


def _forms(listed: str) -> tuple[str, ...]:
    return tuple(normalise(form) for form in listed.split(","))


def _table() -> Mapping[str, Act]:
    rows: list[tuple[str, Act]] = [(_AFFIRM, Affirm()), (_DENY, Deny()), (_BACK, Back())]
    rows += [(_PUZZLED, Wonder())]
    rows += [(listed, Order(name)) for name, listed in _ORDERS.items()]
    rows += [(listed, Chatter(kind)) for kind, listed in _CHATTER.items()]
    return {form: act for listed, act in rows for form in _forms(listed)}


LEXICON = _table()
"""Each normalised short form and what it means."""

_SQUEEZED: Mapping[str, Act] = {_DOUBLE.sub(r"\1", form): act for form, act in LEXICON.items()}
_COURTESY = frozenset(_forms(_COURTESIES))
_QUIET = "pengingat|pengingatnya|notifikasi|notif|reminder|reminders|notifications"
_PESTER = "chat|chatting|hubungi|ganggu|message|messaging|contact|contacting|texting|bother|bothering"
_RIGHTS = screen(
    {
        "stop": (
            f"^ please? tolong? stop|setop|berhenti|hentikan|jangan|matikan|matiin .. {_QUIET}",
            f"^ please? tolong? stop|berhenti|jangan ~ {_PESTER} saya|me",
        ),
        "erase": (
            "hapus|hapuskan|hilangkan ~ semua? data|akun ~ pribadi? saya",
            "delete|erase|remove ~ all? ~ my data|account|information",
        ),
    }
)
"""What nobody should have to say in the right short form: to be left alone, and to be forgotten."""
LONGEST = max(len(form.split()) for form in LEXICON) + 3
"""Words beyond which a message is no short form, with room for courtesies around it."""


def exact(reading: str) -> Act | None:
    """The act of a normalised message that is, as a whole, one of the short forms; None for all others.

    Courtesies around it ("stop dong kak"), doubled letters and a word said twice do not matter. A laugh
    takes its force from a yes or no; a question mark leaves only the orders that show something.
    """
    words = reading.split()
    asked = words[-1:] == ["?"]
    words = [word for word in words if word != "?"] or words[:1]
    if len(words) > LONGEST:
        return None
    sober = [word for word in words if not _LAUGHTER.fullmatch(word)]
    act = _looked_up(sober) if sober else Chatter("laugh")
    if len(sober) < len(words) and isinstance(act, Affirm | Deny):
        return Chatter("laugh")
    return act if not asked or _informs(act) else None


def claimed(reading: str) -> Order | None:
    """The order to stop or to erase in a message of at most `LONGEST` words that says it freely."""
    if len(reading.split()) > LONGEST:
        return None
    return next((Order(name) for name in find(_RIGHTS, reading)), None)


def _informs(act: Act | None) -> bool:
    return isinstance(act, Chatter | Wonder) or (isinstance(act, Order) and act.name in _INFORMING)


def _looked_up(words: list[str]) -> Act | None:
    once = [word for at, word in enumerate(words) if word not in words[:at]]
    for said in (words, once, _bare(words), _bare(once)):
        form = " ".join(said)
        act = LEXICON.get(form) or _SQUEEZED.get(_DOUBLE.sub(r"\1", form))
        if act is not None:
            return act
    return None


def _bare(words: list[str]) -> list[str]:
    """Without the courtesies at both ends, as long as a word is left."""
    start, end = 0, len(words)
    while end - start > 1 and words[end - 1] in _COURTESY:
        end -= 1
    while end - start > 1 and words[start] in _COURTESY:
        start += 1
    return words[start:end]
