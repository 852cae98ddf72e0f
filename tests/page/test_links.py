"""An invitation goes from one phone to the other: links to the bot, and the sheet in place of WhatsApp."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.page.conftest import BUDI, PHONE, SARI, Scheme, Stage, field_of, findings, phone_of, say, tab_to
from tests.page.scripted_bot import INVITATION, LETTER, SHARE

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LINK = f"https://t.me/tuntun_bot?start={INVITATION}"
GREETING = f"Undangan {INVITATION} diterima."
OPENING = "Open a link to the bot"


async def invited(page: Page) -> Locator:
    """Sari's message with the letter to forward."""
    await say(page, "Sari", "undang")
    message = phone_of(page, "Sari").get_by_role("article").filter(has=page.locator("pre"))
    await expect(message).to_be_visible()
    return message


async def open_on(page: Page, name: str) -> None:
    """Answers the question on whose phone to open the link."""
    dialog = page.get_by_role("dialog", name=OPENING)
    await dialog.get_by_role("radio", name=name).check()
    await dialog.get_by_role("button", name="Open").click()
    await expect(dialog).to_be_hidden()


async def sheet_of(page: Page) -> Locator:
    """The sheet that the share button opens."""
    message = await invited(page)
    await message.get_by_role("button", name="Bagikan lewat WhatsApp").click()
    sheet = page.get_by_role("dialog", name="Share by WhatsApp")
    await expect(sheet).to_be_visible()
    return sheet


async def test_a_link_to_forward_greets_whoever_starts_by_it_on_the_other_phone(pair: Stage) -> None:
    page = await pair.open()
    budi = phone_of(page, "Pak Budi")
    link = (await invited(page)).locator("pre").get_by_role("link")
    await expect(link).to_have_text(LINK)
    await link.click()

    dialog = page.get_by_role("dialog", name=OPENING)
    await expect(dialog.get_by_role("radio", name="Pak Budi")).to_be_checked()
    await expect(dialog.get_by_role("radio", name="Sari (this phone)")).to_be_visible()
    await dialog.get_by_role("button", name="Open").click()
    await expect(budi.get_by_role("button", name="Start")).to_be_focused()
    assert pair.sim.messages(BUDI) == []

    await page.keyboard.press("Enter")
    await expect(budi.get_by_text(GREETING)).to_be_visible()
    await expect(field_of(page, "Pak Budi")).to_be_focused()
    assert pair.sim.messages(BUDI)[0].text == f"/start {INVITATION}"
    await expect(phone_of(page, "Sari").get_by_text(GREETING)).to_have_count(0)


async def test_a_chat_that_is_open_starts_by_the_link_at_once(pair: Stage) -> None:
    pair.sim.start(BUDI)
    page = await pair.open()
    await (await invited(page)).get_by_role("link").click()
    await open_on(page, "Pak Budi")

    await expect(phone_of(page, "Pak Budi").get_by_text(GREETING)).to_be_visible()
    await expect(field_of(page, "Pak Budi")).to_be_focused()


async def test_ones_own_link_can_be_opened_too(pair: Stage) -> None:
    page = await pair.open()
    await phone_of(page, "Sari").get_by_role("button", name="Undang mentor").click()
    await open_on(page, "Sari")
    await expect(phone_of(page, "Sari").get_by_text("Undangan undangan7 diterima.")).to_be_visible()


async def test_somebody_without_a_phone_on_the_page_gets_the_one_beside(pair: Stage) -> None:
    pair.sim.add_person(103, first_name="Bu Ratna", language_code="en")
    page = await pair.open()
    await (await invited(page)).get_by_role("link").click()
    await open_on(page, "Bu Ratna")

    await expect(phone_of(page, "Sari")).to_be_visible()
    await phone_of(page, "Bu Ratna").get_by_role("button", name="Start").click()
    await expect(phone_of(page, "Bu Ratna").get_by_text(GREETING)).to_be_visible()


async def test_who_has_blocked_the_bot_restarts_it_by_the_link(pair: Stage) -> None:
    pair.sim.start(BUDI)
    pair.sim.block(BUDI)
    page = await pair.open()
    budi = phone_of(page, "Pak Budi")
    await expect(budi.get_by_role("button", name="Unblock")).to_be_visible()
    await (await invited(page)).get_by_role("link").click()
    await open_on(page, "Pak Budi")

    await budi.get_by_role("button", name="Restart").click()
    await expect(budi.get_by_text(GREETING)).to_be_visible()
    await expect(budi.get_by_role("switch", name="Block the bot")).not_to_be_checked()


@pytest.mark.parametrize(
    "text",
    [
        f"Undangan: {LINK}, ya.",
        f"Undangan: t.me/tuntun_bot?start={INVITATION}!",
        f"(tg://resolve?domain=tuntun_bot&amp;start={INVITATION})",
        f"<code>telegram.me/Tuntun_bot?start={INVITATION}</code>",
        f'<pre><code class="language-text">{LINK}</code></pre>',
        f'<b>Undangan</b> <a href="{LINK}">di sini</a>',
    ],
)
async def test_a_link_to_the_bot_can_be_tapped_wherever_it_stands(pair: Stage, text: str) -> None:
    pair.sim.start(BUDI)
    page = await pair.open()
    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": text, "parse_mode": "HTML"})
    await phone_of(page, "Sari").get_by_role("article").nth(2).get_by_role("link").click()
    await open_on(page, "Pak Budi")
    await expect(phone_of(page, "Pak Budi").get_by_text(GREETING)).to_be_visible()


async def test_code_has_no_other_links_and_no_commands(pair: Stage) -> None:
    page = await pair.open()
    text = f"<pre>https://example.org {SHARE} https://t.me/another_bot?start=a /status</pre> tg://settings"
    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": text, "parse_mode": "HTML"})
    message = phone_of(page, "Sari").get_by_role("article").nth(2)
    await expect(message).to_contain_text("https://t.me/another_bot?start=a /status tg://settings")
    await expect(message.locator(".text").locator("a, button")).to_have_count(0)


async def test_a_share_button_shows_what_whatsapp_would_send(pair: Stage) -> None:
    page = await pair.open()
    sheet = await sheet_of(page)
    letter = sheet.get_by_role("group", name="Text to share")
    assert await letter.text_content() == LETTER
    await expect(letter).to_have_attribute("lang", "id")
    await expect(letter.locator("button")).to_have_count(0)

    await expect(sheet.get_by_role("button", name="Copy")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(sheet.get_by_role("status")).to_have_text("Copied.")
    assert await page.evaluate("navigator.clipboard.readText()") == LETTER

    away = sheet.get_by_role("link", name="WhatsApp")
    await expect(away).to_have_attribute("href", SHARE)
    await expect(away).to_have_attribute("target", "_blank")
    await expect(away).to_have_attribute("rel", "noopener noreferrer")

    await page.keyboard.press("Escape")
    await expect(sheet).to_be_hidden()
    await expect(page.get_by_role("button", name="Bagikan lewat WhatsApp")).to_be_focused()
    assert len(page.context.pages) == 1


async def test_the_link_in_the_sheet_opens_on_the_other_phone(pair: Stage) -> None:
    page = await pair.open()
    sheet = await sheet_of(page)
    await sheet.get_by_role("link", name=LINK).click()
    await expect(sheet).to_be_hidden()
    await open_on(page, "Pak Budi")
    await phone_of(page, "Pak Budi").get_by_role("button", name="Start").click()
    await expect(phone_of(page, "Pak Budi").get_by_text(GREETING)).to_be_visible()


async def test_a_share_link_in_a_text_shows_the_sheet_as_well(pair: Stage) -> None:
    page = await pair.open()
    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": f"Bagikan: {SHARE}"})
    await phone_of(page, "Sari").get_by_role("article").nth(2).get_by_role("link").click()
    await expect(page.get_by_role("dialog", name="Share by WhatsApp")).to_contain_text(
        "Selamat pagi, Pak Budi."
    )


async def test_a_number_of_whatsapps_without_a_text_is_a_link_like_any(pair: Stage) -> None:
    page = await pair.open()
    await pair.bot.call("sendMessage", {"chat_id": SARI, "text": "Hubungi wa.me/6281200000000"})
    link = phone_of(page, "Sari").get_by_role("article").nth(2).get_by_role("link")
    await expect(link).to_have_attribute("href", "https://wa.me/6281200000000")
    await expect(link).to_have_attribute("target", "_blank")


async def test_an_invitation_is_handed_over_by_keyboard_alone(pair: Stage) -> None:
    page = await pair.open()
    await invited(page)
    await page.keyboard.press("Shift+Tab")
    await tab_to(page, "Bagikan lewat WhatsApp", most=80)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("dialog").get_by_role("link", name=LINK)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("radio", name="Pak Budi")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone_of(page, "Pak Budi").get_by_role("button", name="Start")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone_of(page, "Pak Budi").get_by_text(GREETING)).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [("", False), ("https://example.org/?start=a", False), (LINK, True), (INVITATION, True)],
)
async def test_what_is_typed_as_a_link_is_a_link_to_the_bot(pair: Stage, typed: str, accepted: bool) -> None:
    page = await pair.open()
    await page.get_by_role("button", name="Open a link").click()
    dialog = page.get_by_role("dialog", name=OPENING)
    await dialog.get_by_label("Link or start code").fill(typed)
    await dialog.get_by_role("radio", name="Sari").check()
    await dialog.get_by_role("button", name="Open").click()
    if accepted:
        await expect(phone_of(page, "Sari").get_by_text(GREETING)).to_be_visible()
    else:
        await expect(dialog.locator("input:invalid")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), PHONE])
async def test_axe_finds_nothing_serious_on_the_way(
    pair: Stage, scheme: Scheme, size: tuple[int, int]
) -> None:
    page = await pair.open(size, scheme)
    sheet = await sheet_of(page)
    await sheet.get_by_role("button", name="Copy").click()
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == size[0]

    await sheet.get_by_role("link", name=LINK).click()
    await expect(page.get_by_role("dialog", name=OPENING)).to_be_visible()
    assert await findings(page) == []
    await open_on(page, "Pak Budi")
    await expect(phone_of(page, "Pak Budi").get_by_role("button", name="Start")).to_be_focused()
    assert await findings(page) == []
