"""The page for everybody: by keyboard alone, with a screen reader, in light and dark, on a phone."""

from typing import Literal

import pytest
from playwright.async_api import expect

from tests.page.conftest import BUDI, PHONE, Scheme, Stage, field_of, findings, phone_of, say, tab_to
from tests.page.scripted_bot import PRESSED

Landmark = Literal["banner", "main", "contentinfo"]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LANDMARKS: tuple[Landmark, ...] = ("banner", "main", "contentinfo")


async def test_the_whole_way_by_keyboard_alone(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    await expect(sari.get_by_role("article")).to_have_count(2)

    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the phones")).to_be_focused()
    await page.keyboard.press("Enter")
    await tab_to(page, "Presentasi")
    await page.keyboard.press("Enter")
    await expect(sari.get_by_text(PRESSED)).to_be_visible()
    # Its buttons are gone, the place is kept.
    await expect(sari.get_by_role("article").nth(1)).to_be_focused()

    await tab_to(page, "Tiap minggu", most=4)
    await page.keyboard.press("Escape")
    await expect(field_of(page, "Sari")).to_be_focused()
    await page.keyboard.type("Dari papan ketik")
    await page.keyboard.press("Enter")
    await expect(sari.get_by_text("Diterima: Dari papan ketik")).to_be_visible()

    await tab_to(page, "Attach", most=3)
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Voice message")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(sari.get_by_text("Diterima: voice")).to_be_visible()
    await expect(sari.get_by_role("button", name="Attach")).to_be_focused()

    await tab_to(page, "Block the bot")
    await tab_to(page, "Start")
    await page.keyboard.press("Enter")
    await expect(field_of(page, "Pak Budi")).to_be_focused()


async def test_arrow_keys_walk_through_the_messages_and_open_their_menu(pair: Stage) -> None:
    page = await pair.open()
    articles = phone_of(page, "Sari").get_by_role("article")
    await say(page, "Sari", "satu")
    await expect(articles).to_have_count(4)

    await articles.nth(3).focus()
    await page.keyboard.press("ArrowUp")
    await expect(articles.nth(2)).to_be_focused()
    await page.keyboard.press("Home")
    await expect(articles.nth(0)).to_be_focused()
    await page.keyboard.press("End")
    await page.keyboard.press("ArrowUp")
    await tab_to(page, "More: edit, reply, copy", most=1)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(field_of(page, "Sari")).to_have_value("satu")
    await page.keyboard.press("Escape")
    await expect(field_of(page, "Sari")).to_have_value("")


async def test_one_message_and_the_waiting_buttons_are_in_the_tab_order(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    for count, word in ((4, "satu"), (6, "/start"), (8, "dua")):
        await say(page, "Sari", word)
        await expect(sari.get_by_role("article")).to_have_count(count)
    reachable = sari.locator("article:is([tabindex='0'], :has(button[tabindex='0']))")
    await expect(reachable).to_have_count(1)
    await expect(reachable).to_contain_text("Diterima: dua")


async def test_a_screen_reader_finds_its_way(pair: Stage) -> None:
    page = await pair.open()
    for landmark in LANDMARKS:
        await expect(page.get_by_role(landmark)).to_have_count(1)
    for name, language in (("Sari", "id"), ("Pak Budi", "en")):
        log = page.get_by_role("log", name=f"Chat of {name} with Tuntun")
        await expect(log).to_have_attribute("lang", language)
        await expect(log).to_have_attribute("aria-live", "polite")
    question = phone_of(page, "Sari").get_by_role("article").nth(1)
    await expect(question).to_contain_text("Tuntun: Apa yang ingin")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_serious(pair: Stage, scheme: Scheme) -> None:
    page = await pair.open(scheme=scheme)
    sari = phone_of(page, "Sari")
    for text in ("gambar", "berkas", "pilihan", "rahasia"):
        await say(page, "Sari", text)
    await sari.get_by_role("button", name="Attach").click()
    await page.get_by_role("menuitem", name="Sticker").click()
    await expect(sari.get_by_text("Diterima: sticker")).to_be_visible()
    assert await findings(page) == []

    await sari.get_by_role("button", name="Attach").click()
    assert await findings(page) == []
    await page.keyboard.press("Escape")

    await sari.get_by_role("switch").click()
    await page.get_by_role("button", name="+1 hour").click()
    await page.get_by_role("button", name="Open a link").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_serious_when_empty_and_on_a_phone(stage: Stage, scheme: Scheme) -> None:
    page = await stage.open(scheme=scheme)
    await expect(page.get_by_role("heading", name="Nobody holds a phone yet")).to_be_visible()
    assert await findings(page) == []

    await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await page.get_by_role("button", name="Add Sari and Pak Budi").click()
    await expect(page.get_by_role("tab", name="Pak Budi")).to_be_visible()
    assert await findings(page) == []


async def test_on_a_phone_one_chat_is_shown_at_a_time(pair: Stage) -> None:
    page = await pair.open(PHONE)
    await expect(page.get_by_role("tabpanel")).to_have_count(1)
    await expect(phone_of(page, "Sari")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert await page.evaluate("document.documentElement.scrollHeight") == PHONE[1]

    pair.sim.start(BUDI)
    await expect(page.get_by_role("tab", name="Pak Budi 1 new")).to_be_visible()
    await page.get_by_role("tab", name="Sari").press("ArrowRight")
    await expect(page.get_by_role("tab", name="Pak Budi", exact=True)).to_be_focused()
    await expect(phone_of(page, "Pak Budi").get_by_role("article")).to_have_count(2)
    await expect(phone_of(page, "Sari")).to_be_hidden()

    await phone_of(page, "Pak Budi").get_by_role("button", name="Presentasi").click()
    await expect(phone_of(page, "Pak Budi").get_by_text(PRESSED)).to_be_in_viewport()


async def test_a_link_opened_on_a_phone_brings_the_other_chat_forward(pair: Stage) -> None:
    page = await pair.open(PHONE)
    await phone_of(page, "Sari").get_by_role("button", name="Undang mentor").click()
    await page.get_by_role("dialog").get_by_role("button", name="Open").click()
    await phone_of(page, "Pak Budi").get_by_role("button", name="Start").click()
    await expect(phone_of(page, "Pak Budi").get_by_text("Undangan undangan7 diterima.")).to_be_visible()
    await expect(page.get_by_role("tab", name="Pak Budi")).to_have_attribute("aria-selected", "true")


async def test_who_wants_less_motion_gets_none(pair: Stage) -> None:
    page = await pair.open()
    await page.emulate_media(reduced_motion="reduce")
    await say(page, "Sari", "ketik")
    await expect(phone_of(page, "Sari").get_by_text("typing")).to_be_visible()
    running = "document.getAnimations().filter((each) => each.playState === 'running').length"
    assert await page.evaluate(running) == 0
