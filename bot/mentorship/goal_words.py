"""The vocabulary of goal.py, in both languages and as people type it in chat.

In a table `_` stands for a space and a closing `*` for any ending.
"""

from __future__ import annotations

import re


def words(table: str) -> str:
    """A pattern for any word of the table, as a whole word, longest first."""
    patterns = (re.escape(word).replace("_", r"\s+").replace(r"\*", r"\w*") for word in table.split())
    return rf"\b(?:{'|'.join(sorted(patterns, key=len, reverse=True))})\b"


# Targets: a level, or money, stands for itself; what is produced needs a number or growth beside it,
# because one may well learn to explain a premium and to close.

LEVEL = words("""
    mdrt cot tot court_of_the_table top_of_the_table fyp fyc ape omzet omset komisi commission commissions
    penghasilan pendapatan income earnings naik_level naik_jenjang naik_pangkat naik_kelas naik_jabatan
    promosi_jabatan promoted
""")
MADE = words("""
    premi premium produksi production penjualan jualan sales polis policy policies kasus case cases deal deals
    closing closing_rate
""")
GROW = words("""
    naik naikin naikkan menaikkan tingkatkan tingkatin meningkatkan meningkat tambah menambah memperbesar
    gandakan menggandakan dobel dobelin increase increasing grow growing double doubling raise raising boost
    boosting more higher bigger
""")
REACH = words("""
    capai mencapai kejar ngejar mengejar tembus lolos lulus raih meraih dapat dapet dpt jadi menjadi masuk
    win reach reaching hit hitting achieve achieving meet meeting qualify become becoming get make earn
""")
PRIZE = words("""
    target targets kuota quota kontes contest juara bonus trip nomor_satu number_one top_agent top_agen
    top_producer manager manajer leader am um bm
""")
SELL = words("close closing jual jualan sell selling")
MONEY = r"(?:\b(?:rp|idr|usd)\.?\s?|\$\s?)\d[\d.,]*"
SUM = r"\b\d[\d.,]*\s?" + words("jt juta m miliar milyar rb ribu million billion bn").removeprefix(r"\b")

# Abilities: a verb of learning needs an object; "bisa", and a verb of doing, a situation.

LEARN = words("""
    belajar bljr blajar pelajari mempelajari kuasai menguasai latih latihan melatih asah mengasah perbaiki
    memperbaiki lebih_jago lebih_pandai lebih_mahir lebih_terampil makin_jago kemampuan keterampilan
    learn learning master mastering practise practising practice practicing better_at skill_in skills_in
""")
DO = words("""
    bisa bs mampu cara fact_finding fact-finding gali menggali jelasin jelaskan menjelaskan mendengar*
    dengerin tanya bertanya presentasi public_speaking bicara berbicara ngobrol negosiasi networking prospek
    prospecting closing menutup minta meminta hadapi menghadapi menangani bangun membangun bina membina
    mimpin pimpin memimpin buat membuat bikin bkin coaching rekrut merekrut recruiting
    can able how explain* present* ask* listen* handl* build* lead leading coach speak* talk* negotiat* clos*
    find* open* approach*
""")
SITUATION = words("""
    ke kpd kepada dengan dgn untuk utk bagi di pada saat ketika waktu kalau to with for at in when during
""")
PURPOSE = words("biar supaya spy agar sehingga demi sampai smp hingga so_that so_i in_order_to until")
FILLER = words("""
    saya sy aku gue gw kami i me my kak pak bu nya yg yang itu ini dan and or atau the an of be is mau ingin
    pengen pengin pgn want wanna wish would like to jadi menjadi become sukses success bisa mampu dapat dpt
    can able get terus lagi juga saja aja dong deh ya sih lebih more very cepat mudah konsisten lancar fast
    easily dari dr from sama sm ama dengan dgn by with oleh di ke kepada untuk utk bagi pada in at for seperti
    kayak kyk as beliau dia him her them mentor* mentored dimentori dibimbing bimbingan belajar bljr learn
    target* goal tujuan dalam dlm sebulan setahun bulan bln tahun thn minggu akhir depan month year week end
    next per setiap tiap every each
""")

# People: what is said before a name, and what follows such a word in chat without being one.

HONOUR = words("""
    pak bapak bpk bu ibu kak kakak bang abang mas mbak mba ci cici ce cece ko koh koko om tante
""")
TITLE = r"\b(?-i:Mr|Mrs|Ms|Miss|Coach)\b\.?"
NO_NAME = words("""
    mau saya sy aku ini itu yang yg bisa boleh tolong gimana gmn apa siapa kapan belum blm sudah udah biar
    supaya agar dan atau untuk utk dari dengan tapi tp kalau klo ada rumah muda hamil pekerja rt guru saja aja
    dong deh lagi juga pengen ingin mentor mentornya atasan bos leader direktur nggak gak tidak terus kan sih
    kota negara kandung mertua ibu bapak pimpinan manager manajer agen nasabah jelasin semua satu
""")
MENTORED = words("""
    dimentori dimentorin dibimbing diajar diajari diajarin mentored coached guided taught
""")
BY = words("oleh sama ama dengan dgn dari dr by from with")

# Lists.

INTRO = words("goal goals tujuan* target* hal things skills ada mau want learn belajar")
WISH = words("""
    saya sy aku i mau ingin pengen pengin pgn want would like to bisa belajar bljr learn sama sm juga also
""")
