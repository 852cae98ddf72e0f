"""What keeps the page true: more people, typing, long chats, hostile text, a server that goes and comes."""

import pytest
from playwright.async_api import FloatRect, Locator, expect

from bot.simulator import serve
from tests.page.conftest import BUDI, SARI, Stage, field_of, phone_of, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HOSTILE = """<b onclick="alert(1)">tebal</b><script>alert(2)</script><img src=x onerror=alert(3)>
<a href="javascript:alert(4)">jebakan</a> <a href="https://example.org/a?b=1">situs</a>
<table><td>sel</table>"""


async def box(locator: Locator) -> FloatRect:
    """Where something stands on the screen."""
    found = await locator.bounding_box()
    assert found is not None
    return found


async def test_a_third_person_gets_a_phone_and_news_of_the_others_are_counted(pair: Stage) -> None:
    page = await pair.open()
    await page.get_by_role("button", name="Add a person").click()
    dialog = page.get_by_role("dialog", name="Add a person")
    await dialog.get_by_label("First name").fill("Bu Ratna")
    await dialog.get_by_label("Language of their Telegram").select_option("English")
    await dialog.get_by_role("button", name="Add").click()

    await expect(phone_of(page, "Bu Ratna").get_by_role("button", name="Start")).to_be_visible()
    await expect(phone_of(page, "Pak Budi")).to_have_count(0)

    pair.sim.start(BUDI)
    choice = phone_of(page, "Bu Ratna").get_by_label("Phone of")
    await expect(choice.get_by_role("option", name="Pak Budi (1 new)")).to_be_attached()
    await choice.select_option("Pak Budi (1 new)")
    await expect(phone_of(page, "Pak Budi").get_by_role("article")).to_have_count(2)
    await expect(page.get_by_role("option", name="new")).to_have_count(0)


async def test_the_choice_of_phones_and_the_drafts_survive(pair: Stage) -> None:
    page = await pair.open()
    await field_of(page, "Sari").fill("Belum selesai")
    left = page.get_by_label("Phone of").first
    await left.select_option("Pak Budi")
    await expect(page.locator(".slot").nth(1).get_by_label("Phone of")).to_have_value(str(SARI))
    await left.select_option("Sari")
    await expect(field_of(page, "Sari")).to_have_value("Belum selesai")

    await left.select_option("Pak Budi")
    await page.reload()
    await expect(page.get_by_label("Phone of").first).to_have_value(str(BUDI))


async def test_nothing_moves_when_the_bot_types_or_time_passes(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    fixed = [
        sari.locator(".head h3"),
        sari.locator(".composer"),
        page.locator(".steps"),
        page.locator(".phones"),
    ]
    before = [await box(each) for each in fixed]

    await say(page, "Sari", "ketik")
    await expect(sari.get_by_text("typing")).to_be_visible()
    await pair.walker.stand("2025-09-24T05:00:00+00:00", None, arrived=True)
    await expect(page.get_by_text("Wednesday, 24 September 2025")).to_be_visible()
    assert [await box(each) for each in fixed] == before

    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": "Sudah."})
    await expect(sari.get_by_text("typing")).to_be_hidden()
    assert [await box(each) for each in fixed] == before


async def test_a_long_chat_stays_at_its_end_unless_somebody_reads_further_up(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    await say(page, "Sari", "panjang")
    await say(page, "Sari", "akhir")
    await expect(sari.get_by_text("Diterima: akhir")).to_be_in_viewport()

    await sari.get_by_role("article").nth(1).get_by_text("Apa yang ingin").scroll_into_view_if_needed()
    newest = sari.get_by_role("button", name="To the newest message")
    await expect(newest).to_be_visible()
    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": "Satu lagi."})
    await expect(sari.get_by_text("Satu lagi.")).not_to_be_in_viewport()

    await newest.click()
    await expect(sari.get_by_text("Satu lagi.")).to_be_in_viewport()
    await expect(newest).to_be_hidden()


async def test_enter_sends_and_shift_enter_breaks_the_line(pair: Stage) -> None:
    page = await pair.open()
    field = field_of(page, "Sari")
    await field.press_sequentially("satu")
    await field.press("Shift+Enter")
    await field.press_sequentially("dua")
    await field.press("Enter")

    await expect(field).to_have_value("")
    await expect(phone_of(page, "Sari").get_by_role("article")).to_have_count(4)
    assert pair.sim.messages(SARI)[2].text == "satu\ndua"


async def test_a_deleted_message_disappears_and_a_changed_one_keeps_its_place(pair: Stage) -> None:
    page = await pair.open()
    articles = phone_of(page, "Sari").get_by_role("article")
    question = pair.sim.messages(SARI)[1].message_id
    last = await pair.bot.call("sendMessage", {"chat_id": SARI, "text": "Sebentar lagi hilang."})
    await expect(articles).to_have_count(3)

    await pair.bot.call("editMessageText", {"chat_id": SARI, "message_id": question, "text": "Berubah."})
    await expect(articles.nth(1)).to_contain_text("Berubah.")
    await pair.bot.call("deleteMessage", {"chat_id": SARI, "message_id": last["message_id"]})
    await expect(articles).to_have_count(2)


async def test_a_phone_whose_language_is_unknown_works_in_english(pair: Stage) -> None:
    pair.sim.add_person(103, first_name="Tamu", language_code=None)
    page = await pair.open()
    await page.get_by_label("Phone of").first.select_option("Tamu")
    await phone_of(page, "Tamu").get_by_role("button", name="Start").click()
    await expect(phone_of(page, "Tamu").get_by_role("log")).to_have_attribute("lang", "en")
    await expect(phone_of(page, "Tamu").get_by_role("log")).to_contain_text("Monday, 24 November 2025")


async def test_hostile_markup_arrives_as_text(pair: Stage) -> None:
    page = await pair.open()
    shown = await page.evaluate(
        """async (html) => {
          const { safe } = await import("/static/safe.js");
          const place = document.createElement("div");
          place.append(safe(html, { username: "tuntun_bot" }));
          return place.innerHTML;
        }""",
        HOSTILE,
    )
    assert "<b>tebal</b>" in shown
    assert '<a href="https://example.org/a?b=1" target="_blank" rel="noopener noreferrer">situs</a>' in shown
    assert "jebakan" in shown
    assert "sel" in shown
    assert all("Content Security Policy" in trouble for trouble in pair.troubles)
    pair.troubles.clear()
    for banned in ("onclick", "script", "alert", "<img", "javascript:", "<table", "<td"):
        assert banned not in shown


@pytest.mark.parametrize(
    ("link", "payload"),
    [
        ("https://t.me/tuntun_bot?start=abc", "abc"),
        ("t.me/Tuntun_Bot?start=a-b_c", "a-b_c"),
        ("https://t.me/tuntun_bot", ""),
        ("tg://resolve?domain=tuntun_bot&start=abc", "abc"),
        ("https://t.me/another_bot?start=abc", None),
        ("https://t.me.example.org/tuntun_bot?start=abc", None),
        ("javascript:alert(1)", None),
        ("not a link", None),
    ],
)
async def test_only_links_to_this_bot_are_start_links(pair: Stage, link: str, payload: str | None) -> None:
    page = await pair.open()
    found = await page.evaluate(
        "async (link) => (await import('/static/links.js')).startPayload(link, 'tuntun_bot')", link
    )
    assert found == payload


async def test_what_the_simulator_refuses_is_said_on_the_phone(pair: Stage) -> None:
    page = await pair.open()
    await expect(field_of(page, "Sari")).to_be_visible()
    pair.sim.delete_account(SARI)
    await say(page, "Sari", "Halo?")
    await expect(phone_of(page, "Sari").locator(".toast")).to_contain_text("deleted")
    pair.troubles.clear()  # the browser logs the refused request by itself


async def test_the_page_catches_up_when_the_simulator_comes_back(stage: Stage) -> None:
    async with serve(stage.sim, host="127.0.0.1", port=0) as address:
        stage.sim.add_person(SARI, first_name="Sari", language_code="id")
        stage.address = address
        page = await stage.open()
        await expect(phone_of(page, "Sari")).to_be_visible()
    await expect(page.get_by_text("The simulator does not answer.")).to_be_visible()
    stage.sim.add_person(BUDI, first_name="Pak Budi", language_code="id")

    async with serve(stage.sim, host="127.0.0.1", port=int(address.rpartition(":")[2])):
        await expect(phone_of(page, "Pak Budi")).to_be_visible(timeout=20_000)
        await expect(page.get_by_text("The simulator does not answer.")).to_be_hidden()
        await stage.close()
    stage.troubles.clear()  # the browser logs the lost connection by itself
