"""What no leader or mentor may do, as people tell it (notation: `phrases`)."""

from __future__ import annotations

BOSS = (
    "leader|leaderku|leadernya|atasan|atasanku|atasannya|upline|uplinenya|mentor|mentorku|mentornya|manager|"
    "manajer|boss|bos|bosku|bosnya|supervisor|senior|seniornya|direktur|beliau|dia|he|she"
)
_INVITED = "ngajak|ajak|mengajak|ngajakin|diajak|diajakin|minta|nyuruh|disuruh|invited|invites|asked"
_PRIVATE_ROOM = "hotel|kamar|kamarnya|apartemen|apartemennya|kosan|villa"
_ALONE = "risih|takut|berdua|alone|nginep|nginap|menginap|uncomfortable|scared"
_PRESSED = "dipaksa|dipaksain|maksa|memaksa|forced|forces|pressured"
_TOLD = f"disuruh|nyuruh|told|asked|{_PRESSED}"
_FORGE = "palsu|palsuin|memalsukan|malsuin|malsu|dipalsuin|dipalsukan|fake|faked|forge|forged|forges"
_LEWD = "bugil|telanjang|porno|mesum|cabul|jorok|seksi|nude|nudes|dick|vulgar"
_BODY = "paha|badan|pundak|tubuh|dada|pinggang|bokong|thigh|leg|waist|breast|shoulder"
_MONEY = "premi|uang|duit|dana"

MISCONDUCT = (
    "spaj|polis|form|formulir|application|blanko|blangko ~ kosong|kosongan|blank",
    "tanda tangan ... kosong|blanko|blangko|kosongan",
    "blank|empty|kosong ~ spaj|application|form|policy",
    "sign|signing|signed ... blank|empty",
    f"{_PRESSED}|made ... tanda tangan|sign",
    f"{_TOLD} ... {_FORGE}|bohong|bohongin|nipu|menipu|lie",
    f"{_TOLD} ... tanda tangan ~ nasabah|klien|orang",
    f"{_TOLD} ... nalangin|talangin|bayarin|setor|setoran|pinjol",
    f"{_PRESSED} ... pinjam|minjam|minjem ~ uang|duit|ke",
    f"{BOSS} .. tampar|gampar|pukul|tendang|tonjok saya",
    f"{BOSS} ... pakai|pake|uses|used|using ~ tanda tangan|signature ~ saya|my",
    f"{_TOLD} ... beli|buka polis",
    f"{BOSS} ... {_FORGE}",
    "dilecehkan|dilecehin|pelecehan|melecehkan|lecehin|lecehkan|dicabuli|diperkosa|perkosa|memperkosa",
    "molested|harassed|harasses|harassing|harassment|groped|raped|rape|assaulted",
    "diraba|diraba-raba|meraba|ngeraba|digrepe|grepe-grepe|dicium|dipeluk-peluk|dielus|dielus-elus",
    "dipegang-pegang|pegang-pegang|megang-megang",
    "pegang pegang",
    f"{BOSS} ... pegang|megang|elus|ngelus|raba|cium|kiss|kissed|kissing|grabbed|grabs ~ saya|me|{_BODY}",
    f"maksa|memaksa|dipaksa|forced ... {_PRIVATE_ROOM}",
    "told|asked|suruh|nyuruh|disuruh|wants ... sign ~ for|instead|as ~ client|clients|customer",
    f"{BOSS} ... ancam|ngancam|ngancem|mengancam|threatens|threatened ~ pecat|mecat|lapor|fire|potong|sebar",
    f"hand|hands|tangan|tangannya ... {_BODY}",
    "ngamar",
    f"harus|mesti ~ tidur|kencan|jalan|nemenin|date|sleep ~ sama|dengan|with {BOSS}|him|her",
    f"{BOSS} ... bentak|membentak|bentak-bentak|ngelempar|lempar|melempar|banting ... saya",
    f"{BOSS} ... nahan|menahan|motong|memotong|ambil|ngambil ~ komisi|gaji|bonus ~ saya",
    "spaj ... tanpa ~ ketemu|sepengetahuan|izin|nasabah",
    f"{BOSS} ... suruh|nyuruh|minta ... tanda tangan sendiri|nasabah|klien",
    f"nyentuh|menyentuh|touched|touches|touching|dipegang ~ me|{_BODY}",
    "peluk|dipeluk|cium paksa|terus|tiba-tiba",
    f"{BOSS} ... meluk|nyium|mencium|nyolek|colek-colek|godain|ngegodain|merayu|ngerayu|genit|sange",
    f"{BOSS} ... flirting|flirts|flirted",
    f"foto|video|photo|pic|chat|pesan|gambar ~ {_LEWD}",
    "nude|nudes|mesum|cabul",
    f"{_INVITED} ... {_PRIVATE_ROOM} ... malam|night|{_ALONE}",
    f"{BOSS} ... {_PRIVATE_ROOM} ... {_ALONE}",
    f"{_INVITED} ... kamar hotel",
    "unless|kecuali|asal ... sleep|tidur ~ with|sama|dengan",
    "transfer|setor|setorin ... rekening ~ pribadi|pribadinya",
    f"{BOSS}|ancam|ngancam|ngancem ... sebar|nyebar|nyebarin|leak ~ foto|video|chat|photos",
    f"{_INVITED} ... tidur|nginep|nginap|menginap ~ bareng|sama|dengan|berdua",
    f"risih|uncomfortable ... {BOSS}",
    f"{BOSS} ... risih",
    f"{BOSS} .. mukul|memukul|mukulin|nampar|menampar|nendang|nonjok|meres|memeras",
    f"{BOSS} .. ngancam|mengancam|ngancem|ancam ~ saya|mau|akan|kalau",
    f"{BOSS} .. hit|hits|slapped|slap|punched|threatened|threatens|threatening|blackmailed ~ me",
    "dipukul|dipukulin|ditampar|ditendang|dibentak-bentak|ditonjok|diancam|diancem|diperas|dipalak",
    "diintimidasi|dibully|dibuli|threatened|threatening|blackmailed|bullied",
    f"komisi|bonus|gaji ~ dipotong|diambil|ditahan|dirampas ... {BOSS}",
    f"gelapin|menggelapkan|digelapkan|penggelapan|ngegelapin|nilep|ditilep ~ {_MONEY}",
    f"{BOSS} ... pakai|pake|bawa|ambil|gelapin|tilep ~ {_MONEY} ~ premi? nasabah|klien",
    f"{_MONEY} nasabah|klien ~ digelapkan|dipakai|dipake|dibawa|ditilep|diambil ... {BOSS}",
)
