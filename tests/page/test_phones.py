"""What people do on the two phones, in a real browser, with a bot that answers from a script."""

import pytest
from playwright.async_api import expect

from tests.page.conftest import BUDI, SARI, Stage, field_of, phone_of, say
from tests.page.scripted_bot import PRESSED

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_empty_page_invites_to_add_a_pair(stage: Stage) -> None:
    page = await stage.open()
    await expect(page.get_by_role("heading", name="Nobody holds a phone yet")).to_be_visible()

    await page.get_by_role("button", name="Add Sari and Pak Budi").click()

    for name in ("Sari", "Pak Budi"):
        await expect(phone_of(page, name).get_by_role("button", name="Start")).to_be_visible()
    await expect(page.get_by_role("heading", name="Nobody holds a phone yet")).to_be_hidden()


async def test_start_opens_the_chat_and_each_phone_shows_its_own(pair: Stage) -> None:
    page = await pair.open()
    await expect(phone_of(page, "Sari").get_by_role("article")).to_have_count(2)

    await phone_of(page, "Pak Budi").get_by_role("button", name="Start").click()

    await expect(phone_of(page, "Pak Budi").get_by_role("article")).to_have_count(2)
    await expect(field_of(page, "Pak Budi")).to_be_focused()
    await say(page, "Pak Budi", "Selamat pagi")
    await expect(phone_of(page, "Pak Budi").get_by_text("Diterima: Selamat pagi")).to_be_visible()
    await expect(phone_of(page, "Sari").get_by_role("article")).to_have_count(2)
    assert [message.text for message in pair.sim.messages(BUDI)][2:] == [
        "Selamat pagi",
        "Diterima: Selamat pagi",
    ]


async def test_texts_are_shown_formatted(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    await expect(sari.locator("article b")).to_have_text("Anda")

    await say(page, "Sari", "rahasia")
    await expect(sari.locator("code")).to_have_text("kode")
    await sari.get_by_role("button", name="Hidden text, show it").click()
    await expect(sari.get_by_role("button", name="Hidden text, show it")).to_have_count(0)
    await expect(sari.get_by_text("Ini kejutan dan kode.")).to_be_visible()

    await say(page, "Sari", "markah")
    await expect(sari.get_by_text("<img src=x onerror=alert(1)> miring")).to_be_visible()


async def test_a_press_is_answered_by_a_toast_an_edit_and_the_next_question(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")

    await sari.get_by_role("button", name="Presentasi").click()

    await expect(sari.get_by_role("status").filter(has_text="Dicatat.")).to_be_visible()
    await expect(sari.get_by_role("article").nth(1)).to_contain_text("Jawaban: present")
    await expect(sari.get_by_role("button", name="Presentasi")).to_have_count(0)
    await expect(sari.get_by_text(PRESSED)).to_be_visible()
    await expect(sari.get_by_role("button", name="Tiap minggu")).to_be_visible()


async def test_an_alert_waits_until_it_is_confirmed(pair: Stage) -> None:
    page = await pair.open()
    await phone_of(page, "Sari").get_by_role("button", name="Penting").click()

    alert = page.get_by_role("dialog", name="Tuntun")
    await expect(alert).to_contain_text("Ini penting sekali.")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_be_hidden()


async def test_a_reply_keyboard_comes_answers_and_goes(pair: Stage) -> None:
    page = await pair.open()
    suggestions = phone_of(page, "Sari").get_by_role("group", name="Suggested answers")
    await expect(suggestions).to_be_hidden()

    await say(page, "Sari", "pilihan")
    await suggestions.get_by_role("button", name="Ya").click()

    await expect(phone_of(page, "Sari").get_by_text("Baik.")).to_be_visible()
    await expect(suggestions).to_be_hidden()


async def test_an_own_message_can_be_edited(pair: Stage) -> None:
    page = await pair.open()
    await say(page, "Sari", "presentsi")
    mine = phone_of(page, "Sari").get_by_role("article").filter(has_text="presentsi").first

    await mine.hover()
    await mine.get_by_role("button", name="More: edit, reply, copy").click()
    await page.get_by_role("menuitem", name="Edit").click()
    await expect(field_of(page, "Sari")).to_have_value("presentsi")
    await say(page, "Sari", "presentasi")

    await expect(phone_of(page, "Sari").get_by_text("Diubah menjadi: presentasi")).to_be_visible()
    changed = phone_of(page, "Sari").get_by_role("article").nth(2)
    await expect(changed).to_contain_text("presentasi")
    await expect(changed).to_contain_text("edited")


async def test_a_message_can_be_replied_to_from_its_context_menu(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    await sari.get_by_text("Apa yang ingin").click(button="right")
    await page.get_by_role("menuitem", name="Reply").click()

    await expect(sari.get_by_text("Reply to:")).to_be_visible()
    await say(page, "Sari", "Presentasi saja")

    await expect(sari.get_by_text("Jawaban atas: Apa yang ing")).to_be_visible()
    await expect(sari.get_by_text("Reply to:")).to_be_hidden()
    await expect(sari.get_by_role("article").nth(2).locator(".quote")).to_contain_text("Apa yang ingin Anda")


@pytest.mark.parametrize("kind", ["Sticker", "Photo", "Voice message", "Location", "Contact"])
async def test_something_else_than_text_can_be_sent(pair: Stage, kind: str) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    await sari.get_by_role("button", name="Attach").click()
    await page.get_by_role("menuitem", name=kind).click()

    await expect(sari.get_by_role("article").nth(2)).to_contain_text(kind.lower())
    await expect(sari.get_by_role("article").nth(3)).to_contain_text(f"Diterima: {kind.lower().split()[0]}")


async def test_blocking_the_bot_closes_the_chat_until_it_is_unblocked(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")
    switch = sari.get_by_role("switch", name="Block the bot")
    await expect(switch).not_to_be_checked()

    await switch.click()
    await expect(switch).to_be_checked()
    await expect(sari.get_by_text("Sari has blocked the bot")).to_be_visible()
    await expect(field_of(page, "Sari")).to_be_hidden()
    with pytest.raises(RuntimeError, match="bot was blocked by the user"):
        await pair.bot.call("sendMessage", {"chat_id": SARI, "text": "Halo?"})

    await sari.get_by_role("button", name="Unblock").click()
    await expect(switch).not_to_be_checked()
    await expect(field_of(page, "Sari")).to_be_visible()


async def test_pictures_are_shown_and_files_are_linked(pair: Stage) -> None:
    page = await pair.open()
    sari = phone_of(page, "Sari")

    await say(page, "Sari", "gambar")
    image = sari.get_by_role("img", name="Picture")
    await expect(image).to_be_visible()
    await expect(image).to_have_js_property("naturalWidth", 120)
    await expect(sari.get_by_role("article").nth(3)).to_contain_text("Kartu tujuan")

    await say(page, "Sari", "berkas")
    link = sari.get_by_role("link", name="kesepakatan.pdf")
    await expect(link).to_be_visible()
    address = await link.get_attribute("href")
    response = await page.request.get(f"{pair.address}{address}")
    assert await response.body() == b"%PDF-1.4 kecil"


async def test_a_copy_button_fills_the_clipboard(pair: Stage) -> None:
    page = await pair.open()
    await phone_of(page, "Sari").get_by_role("button", name="Salin").click()

    await expect(phone_of(page, "Sari").get_by_text("Copied.")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "Selamat pagi, Pak"


async def test_a_link_to_elsewhere_leaves_the_page_alone(pair: Stage) -> None:
    page = await pair.open()
    link = phone_of(page, "Sari").get_by_role("link", name="Situs")
    await expect(link).to_have_attribute("href", "https://example.org/mentoring")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(link).to_have_attribute("target", "_blank")


async def test_a_command_in_a_text_can_be_tapped(pair: Stage) -> None:
    page = await pair.open()
    await phone_of(page, "Sari").get_by_role("button", name="/bantuan").click()
    await expect(phone_of(page, "Sari").get_by_text("Tentu, saya bantu.")).to_be_visible()


async def test_the_command_menu_speaks_the_persons_language(pair: Stage) -> None:
    page = await pair.open()
    await phone_of(page, "Pak Budi").get_by_role("button", name="Start").click()
    for language, help_text in (("", "Questions and answers"), ("id", "Tanya jawab")):
        commands = [{"command": "bantuan", "description": help_text}]
        await pair.bot.call("setMyCommands", {"commands": commands, "language_code": language})

    await phone_of(page, "Pak Budi").get_by_role("button", name="Commands").click()
    await expect(page.get_by_role("menuitem", name="/bantuan Questions and answers")).to_be_focused()
    await page.keyboard.press("Escape")

    await phone_of(page, "Sari").get_by_role("button", name="Commands").click()
    await page.get_by_role("menuitem", name="/bantuan Tanya jawab").click()
    await expect(phone_of(page, "Sari").get_by_text("Tentu, saya bantu.")).to_be_visible()
