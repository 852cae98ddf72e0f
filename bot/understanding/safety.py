"""The local screen that every message passes first, tuned to miss nothing (UNDERSTANDING 5).

A find costs one gentle card. Phrases are in the notation of `phrases`, in the reading form of `normalise`;
both languages stand side by side because people mix them.
"""

from __future__ import annotations

import re

from bot.dialogue.events import Distress
from bot.understanding.phrases import find, pattern_of, screen

_WANT = "ingin|mau|want|wish|kepikiran|mikir|niat|rencana|berharap|pikir|mending|mendingan|enakan|baik|coba"
_DIE = "mati|die|modar|mampus|dead|meninggal"
_LIFE = "hidup|hidupku|hidupmu|life|living|live|kehidupan|existing|existence|alive"
_TIRED = "capek|lelah|muak|bosan|jenuh|letih|penat|kesel|bosen|tired|sick|exhausted|done"
_CANNOT = "sanggup|kuat|tahan|mampu|sudi"
_MYSELF = "myself|diri|diriku|saya|badanku|badan"
_BOSS = (
    "leader|atasan|upline|mentor|mentornya|leadernya|atasannya|uplinenya|manager|manajer|boss|bos|bosnya|"
    "leaderku|atasanku|mentorku|agency|senior|seniornya|supervisor|am|direktur|beliau|dia|he|she"
)
_HIM = f"him|her|them|someone|orang|my|{_BOSS}"

_CRISIS = (
    "bunuh diri|diriku|dri|dari",
    "bunuhdiri|bundir|suicide|suicidal|unalive|kms|selfharm",
    "b nuh diri",
    "bun uh diri",
    "membunuh diri|diriku",
    f"{_WANT} ~ {_DIE}",
    "lebih baik|bagus|enak ~ mati|modar|meninggal",
    "saya harusnya|seharusnya|mestinya ~ mati",
    "kenapa saya tidak|belum mati ~",
    "akhiri|mengakhiri|ngakhirin|akhirin|mengakhirin|ngakhiri ~ hidup|hidupku|nyawa|nyawaku|kehidupan|diri",
    "cabut|habisi|habisin|menghabisi|menghilangkan ~ nyawa|nyawaku|diri|diriku",
    f"tidak ~ {_CANNOT} ~ {_LIFE}",
    "tidak|ogah|males|malas ~ mau|ingin|pengen ~ hidup",
    "ogah|males|malas hidup",
    "tidak bisa hidup lagi",
    "tidak ada|punya alasan ~ hidup",
    "gantung|gantungin|menggantung diri|diriku",
    "lompat|loncat|terjun ~ dari ~ gedung|jembatan|lantai|rooftop|balkon|atap|apartemen|lt|tower",
    "minum|nenggak|tenggak ~ racun|baygon|sianida|pembersih|pestisida",
    "overdosis|overdose|od ~ obat|pills",
    "nyilet|silet|sayat|nyayat|iris|ngiris|menyayat|potong ~ tangan|nadi|lengan|pergelangan|diri",
    "nyakitin|menyakiti|sakiti|sakitin|lukai|melukai|ngelukain|lukain|nyiksa ~ diri|diriku",
    "tabrakin|nabrakin|tabrakkan|menabrakkan ~ diri|diriku",
    "kill|killing|killed|hurt|hurting|harm|harming|cut|cutting|hang|hanging|shoot|drown ~ myself|my",
    "self harm|harming",
    "end|ending|take|taking ~ my own? life",
    "end|ending it all",
    "end it",
    "better off dead",
    "wish ~ dead|die",
    "want|ingin|mau ~ die|disappear forever",
    "dont|do not|not|never ~ want|ingin ~ live|alive|exist|wake|living|here",
    "no reason ~ live|living|alive",
    "cant|cannot ~ live ~ anymore|lagi",
    "jump|jumping ~ off|from ~ bridge|building|roof|balcony",
    "tidak ingin|mau ada lagi",
    "tidak ingin|mau ~ bangun",
    "not|never wake up",
)
_CHECK = (
    "ingin|mau|want|rasanya|pamit|mending ~ ngilang|menghilang|hilang|ilang|lenyap|vanish|disappear|lenyap",
    "ingin|mau|want ~ pergi|tidur|sleep|istirahat|rest|tenang ~ selamanya|forever|selama-lamanya",
    "pergi|tidur|sleep|istirahat ~ selamanya|forever|selama-lamanya",
    "ingin|mau ~ nyusul|menyusul|ikut ~ almarhum|almarhumah|mendiang",
    "ingin|mau ~ ketemu|menghadap|pulang ~ ke? tuhan|rahmatullah|surga|sana|pencipta",
    f"{_TIRED} ~ {_LIFE}",
    f"{_LIFE} .. capek|lelah|melelahkan",
    "done|finished|fed ~ with|up ~ life|living|everything|semuanya",
    f"nyerah|pasrah|give|given|giving|gave ~ up|on|pada? ~ {_LIFE}|everything|semuanya|segalanya|keadaan",
    f"tidak {_CANNOT} ~ lagi",
    "tidak ~ sanggup|kuat|tahan ~ semua|semuanya|lanjut|lanjutin|jalanin|menjalani",
    "buat|untuk ~ apa ~ hidup",
    "apa|tidak ~ gunanya|guna|artinya|arti|maknanya ~ hidup|ada",
    f"{_LIFE} .. tidak ada|punya arti|artinya|gunanya|guna|makna|harapan|tujuan",
    f"{_LIFE} .. tidak berarti|berguna|bermakna|berharga",
    f"{_LIFE} .. hancur|sia-sia|percuma|hampa|kosong|gelap|pointless|meaningless|worthless|over|neraka",
    "tidak ~ berguna|berharga|berarti ~ lagi|hidup",
    "saya ~ tidak ~ berguna|berharga|berarti",
    "saya|jadi ~ cuma|hanya|jadi ~ beban|burden",
    "burden ~ everyone|family|on|for",
    "semua|dunia|keluarga|mereka|orang|anak|istri|suami .. lebih? ~ baik|bahagia|lega ~ tanpa saya|aku",
    "kalau saya tidak ada .. lebih|lega|senang|repot|beban|baik|bahagia",
    "tidak ada ~ yang ~ peduli|sayang|butuh|kehilangan|nyariin|cari .. saya",
    "tidak ~ bangun-bangun|bangun ~ lagi",
    "tidur .. tidak ~ bangun",
    "putus asa",
    "hilang|kehilangan ~ harapan|semangat ~ hidup",
    "tidak ada ~ harapan|jalan ~ keluar|lagi",
    "saya|lagi|kena ~ depresi|depresot",
    "depresi ~ saya|berat|banget|parah",
    "mati|numb rasa|inside|dalam",
    "semuanya|semua .. berakhir ~ saja",
    "ingin|mau|want ~ semuanya|semua|everything ~ berakhir|selesai|stop|end|udahan",
    "selamat tinggal ~ semua|semuanya|dunia|selamanya",
    "goodbye world|forever|everyone|cruel",
    "surat terakhir",
    "pesan terakhir ~ saya|buat|untuk ~ keluarga|anak|istri|suami|ibu",
    "jaga|titip ~ anak|anak-anak|keluarga ~ kalau saya tidak",
    "sendirian|gelap|kosong|hampa ~ banget ~ hidup",
    "cant|cannot ~ go|do|take|handle|keep ~ on|it|anything|anymore|going ~ anymore|longer|lagi",
    "cant go on",
    "whats|what|no point|use ~ living|life|going|anything|trying ~",
    "nobody|no one|noone|none ~ would|will ~ miss|care|cares|notice",
    "everyone|everybody|they|world|family .. better ~ off? without me",
    "i|feel|im ~ hopeless|worthless|depressed|suicidal|broken|useless",
    "no way out",
    "want ~ it|everything|pain|all ~ stop|end|over",
    "dont|do not ~ want ~ exist|be|wake ~",
    "dont want|ingin ~ here ~ anymore",
    "hate my|hidup life|saya|hidupku",
    "benci ~ hidup|hidupku|diri|diriku",
    f"ingin|mau|want|going ~ hajar|menghajar|gebuk|gebukin|tonjok|bunuh|membunuh|bacok|habisi|tusuk|tampar|racun|racunin|bakar|kill|murder|stab|punch|beat ~ {_HIM}",
    "bunuh|bacok|tusuk|habisi ~ dia|leader|atasan|upline|mentor|bos|mereka",
)
_MISCONDUCT = (
    "spaj|polis|form|formulir|application|blanko|blangko ~ kosong|kosongan|blank",
    "tanda tangan|tandatangan ... kosong|blanko|blangko|kosongan",
    "blank|empty|kosong ~ spaj|application|form|policy",
    "sign|signing|signed ... blank|empty",
    f"dipaksa|disuruh|forced|pressured|told|asked|dipaksain|maksa|nyuruh ... palsu|palsuin|memalsukan|malsuin|malsu|fake|forge|bohong|bohongin|nipu|menipu|lie",
    "dipaksa|disuruh|forced|pressured|maksa|nyuruh|made ... tanda tangan|sign|tandatangan",
    "dipaksa|disuruh|maksa|nyuruh|forced ... nalangin|talangin|bayarin|setor|setoran|minjem|pinjam|pinjol|beli",
    "palsu|palsuin|memalsukan|malsuin|forge|forged|fake|faked .. tanda tangan|signature|signatures",
    "dilecehkan|dilecehin|dilecehi|pelecehan|melecehkan|lecehin|lecehkan|dicabuli|diperkosa|perkosa|memperkosa|molested|harassed|harasses|harassing|harassment|groped|raped|rape|assaulted",
    "diraba|diraba-raba|meraba|digrepe|grepe|grepe-grepe|dicium|dipeluk|dielus|dielus-elus|dirangkul|ngeraba",
    f"{_BOSS} ... pegang-pegang|megang-megang|pegang2|megang2|meluk|nyium|colek|nyolek|colek-colek",
    "pegang-pegang|megang-megang|pegang2|megang2|nyentuh|touched|touches|touching|dipegang|dipegang-pegang ~ paha|tangan|badan|pundak|me|tubuh",
    "pegang pegang ~",
    "foto|video|photo|pic|chat|pesan|gambar ~ bugil|telanjang|porno|mesum|cabul|jorok|seksi|nude|nudes|dick|vulgar",
    "nude|nudes|mesum|cabul",
    f"{_BOSS} ... hotel|kamar|apartemen|kosan|villa|room ... risih|takut|malam|night|berdua|alone|nginep|nginap|uncomfortable|nyaman",
    "ngajak|ajak|mengajak|diajak|minta|invited|asked ... hotel|kamar|apartemen|villa|room ... risih|takut|malam|night|berdua|alone|nginep|nginap|uncomfortable",
    "ngajak|ajak|mengajak|diajak|invited|asked|minta ... tidur bareng|sama|dengan",
    "ngajak|ajak|diajak|nginep|nginap ~ nginep|nginap|tidur|checkin ~ bareng|hotel|berdua|di",
    f"risih|uncomfortable ... {_BOSS}",
    f"{_BOSS} ... risih",
    f"{_BOSS} ... flirting|flirts|genit|godain|ngegodain|merayu|ngerayu|sange",
    f"{_BOSS} .. mukul|memukul|pukul|nampar|menampar|nendang|nonjok|ngancam|mengancam|ngancem|ancam|hit|hits|slapped|slap|punched|threatened|threatens|threatening|blackmailing|blackmailed|meres",
    "dipukul|dipukulin|ditampar|ditendang|dibentak-bentak|ditonjok|diancam|diancem|diperas|dipalak|diintimidasi|threatened|threatening|blackmailed|bullied|dibully|dibuli",
    f"komisi|bonus|gaji ~ saya? ~ dipotong|diambil|ditahan|dirampas ... {_BOSS}",
    "gelapin|menggelapkan|digelapkan|penggelapan|ngegelapin ~ premi|uang|duit",
    "premi|uang|duit ~ nasabah|klien ~ digelapkan|dipakai|dipake|dibawa|ditilep|diambil",
)
_INNOCENT = (
    "mati gaya|kutu|lampu|listrik|langkah|suri|matian|ketawa|penasaran|gugup|kaku|malu",
    "hp|laptop|listrik|lampu|wifi|sinyal|internet|mesin|ac|polis|baterai ~ mati",
    "harga mati",
    "hidup mati ~ perusahaan|bisnis|agency",
    "dying|die ~ meet|know|see|try|hear|join|hard|for",
    "killing|killed|kill ~ it|time",
    "bunuh-bunuhan|bunuh bunuhan",
    "klausul|klausa|pasal|klaim|pengecualian|masa|ketentuan|aturan|exclusion|risiko|kasus|clause ~ bunuh diri",
    "suicide clause|exclusion|exclusions|claim|claims|provision",
    "tidak|jangan|mudah|gampang|cepat|pantang|anti|never ~ putus asa",
    "tidak|jangan|pantang nyerah",
    "hilang|hilangin rasa|gugup|gugupnya|grogi|groginya|malu|malunya|takut|takutnya|minder|kontak|fokus",
    "hajar|menghajar|kill|beat|punch ~ target|quota|kuota|deadline|my|angka|record ~ target|quota|record|goal|goals|numbers",
    "hajar|menghajar|bakar ~ target|kuota|semangat|kalori|lemak|mdrt|tot|cot",
    "self harm|suicide ~ prevention|awareness",
    "tidak tahu|ngerti|yakin ~ mau hidup",
)

_FINDS = screen({"crisis": _CRISIS, "misconduct": _MISCONDUCT, "check": _CHECK})
_LOOK_ALIKES = tuple(pattern_of(phrase) for phrase in _INNOCENT)


def distress(reading: str) -> tuple[Distress, ...]:
    """What is found in a normalised message: crisis before misconduct before check; empty for most."""
    if not find(_FINDS, reading):
        return ()
    return tuple(Distress(area) for area in find(_FINDS, _without_look_alikes(reading)))


def _without_look_alikes(reading: str) -> str:
    """The message with a blank for each turn of phrase that only sounds grave."""
    padded = f" {reading} "
    for pattern in _LOOK_ALIKES:
        padded = re.sub(pattern, " _", padded)
    return padded.strip()
