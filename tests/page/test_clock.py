"""The clock at the top: the domain's time in words, and the buttons that move it."""

from datetime import datetime

import pytest
from playwright.async_api import Locator, Page, expect

from tests.page.conftest import NOW, Stage
from tests.page.scripted_bot import later

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def clock(page: Page) -> Locator:
    """The clock's part of the page."""
    return page.get_by_role("region", name="The clock")


async def test_date_and_time_are_written_in_words(pair: Stage) -> None:
    page = await pair.open()
    await expect(clock(page)).to_contain_text("Monday, 24 November 2025")
    await expect(clock(page)).to_contain_text("10:05 WIB in the morning")


@pytest.mark.parametrize(
    ("button", "hours", "shown"),
    [
        ("+1 hour", 1, "Mon 24 Nov, 11:05"),
        ("+1 day", 24, "Tue 25 Nov, 10:05"),
        ("+1 week", 168, "Mon 1 Dec, 10:05"),
    ],
)
async def test_a_step_shows_where_it_goes_until_the_bot_has_arrived(
    pair: Stage, button: str, hours: int, shown: str
) -> None:
    page = await pair.open()
    await page.get_by_role("button", name=button).click()
    target = await pair.walker.target()
    await expect(clock(page)).to_contain_text(f"→ {shown}")
    moved = datetime.fromisoformat(target) - datetime.fromisoformat(NOW)
    assert hours * 3600 <= moved.total_seconds() < hours * 3600 + 60

    await pair.walker.stand(target, None, arrived=True)

    await expect(clock(page)).not_to_contain_text("→")
    await expect(clock(page).get_by_role("status")).to_contain_text("It is ")


async def test_the_clock_shows_every_stop_on_the_way(pair: Stage) -> None:
    page = await pair.open()
    await page.get_by_role("button", name="+1 week").click()
    target = await pair.walker.target()
    await pair.walker.stand("2025-11-26T02:00:00+00:00", None, arrived=False)
    await expect(clock(page)).to_contain_text("Wednesday, 26 November 2025")
    await expect(clock(page)).to_contain_text("09:00 WIB → Mon 1 Dec, 10:05")
    await pair.walker.stand(target, None, arrived=True)
    await expect(clock(page)).to_contain_text("Monday, 1 December 2025")


async def test_to_the_next_message_says_when_that_is_and_goes_there(pair: Stage) -> None:
    due = later(NOW, hours=22, minutes=55)
    await pair.walker.stand(NOW, due, arrived=True)
    page = await pair.open()
    button = page.get_by_role("button", name="To the next message Tue 25 Nov, 09:00")
    await expect(button).to_have_attribute("aria-disabled", "false")

    await button.click()

    assert datetime.fromisoformat(await pair.walker.target()) == due


async def test_without_anything_planned_the_page_says_so(pair: Stage) -> None:
    page = await pair.open()
    button = page.get_by_role("button", name="To the next message nothing planned")
    await expect(button).to_have_attribute("aria-disabled", "true")
    await button.click(force=True)
    await expect(clock(page).get_by_role("status")).to_contain_text("Nothing is planned")
