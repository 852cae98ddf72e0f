"""A browser, a simulator with a scripted bot, and pages opened on it. One event loop serves them all."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal

import aiohttp
import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright

from bot.simulator import Simulator, serve
from tests.page.scripted_bot import Bot, Walker, talking

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Scheme = Literal["light", "dark"]

TOKEN = "111:demo"
SARI, BUDI = 101, 102
PHONE = (390, 844)
NOW = "2025-11-24T03:05:00+00:00"  # a Monday; 10:05 in Jakarta


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, for the whole session."""
    if not os.access(CHROMIUM, os.X_OK):
        pytest.skip(f"{CHROMIUM} is missing: the page is not tested in a real browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@dataclass
class Stage:
    """The simulator with its bot, and the pages a test has opened; `troubles` is what went wrong in them."""

    sim: Simulator
    address: str
    bot: Bot
    walker: Walker
    browser: Browser
    troubles: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    async def open(self, size: tuple[int, int] = (1280, 900), scheme: Scheme = "light") -> Page:
        """The page in a window of this width and height and in this colour scheme."""
        context = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("console", lambda line: self.troubles.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda asked: self._watch(asked.url))
        await page.goto(self.address)
        return page

    def _watch(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.troubles.append(f"fetched from elsewhere: {url}")

    async def close(self) -> None:
        """Closes every page."""
        for context in self._contexts:
            await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser) -> AsyncIterator[Stage]:
    """Nobody holds a phone yet. Whatever a test does, no error is logged, nothing fetched from elsewhere."""
    sim = Simulator(token=TOKEN, username="tuntun_bot", name="Tuntun")
    async with (
        serve(sim, host="127.0.0.1", port=0) as address,
        talking(address, TOKEN) as bot,
        aiohttp.ClientSession() as session,
    ):
        walker = Walker(session, address)
        await walker.stand(NOW, None, arrived=True)
        made = Stage(sim, address, bot, walker, browser)
        yield made
        await made.close()
    assert made.troubles == []


@pytest_asyncio.fixture(loop_scope="session")
async def pair(stage: Stage) -> Stage:
    """Sari has met the bot and is asked a question; Pak Budi, whose phone speaks English, has not started."""
    stage.sim.add_person(SARI, first_name="Sari", language_code="id")
    stage.sim.add_person(BUDI, first_name="Pak Budi", language_code="en")
    stage.sim.start(SARI)
    await stage.sim.wait_for(lambda: len(stage.sim.messages(SARI)) == 2)
    return stage


def phone_of(page: Page, name: str) -> Locator:
    """The phone that a person holds."""
    return page.locator(".slot").filter(has=page.get_by_role("heading", name=f"{name}’s phone"))


def field_of(page: Page, name: str) -> Locator:
    """Where a person writes."""
    return page.get_by_label(f"Message from {name}")


async def say(page: Page, name: str, text: str) -> None:
    """A person writes something and sends it with Enter."""
    await field_of(page, name).fill(text)
    await field_of(page, name).press("Enter")


async def findings(page: Page) -> list[str]:
    """What axe-core finds serious or critical, each with the elements it means."""
    await page.emulate_media(reduced_motion="reduce")  # colours are judged at rest, not half faded in
    result = await Axe().run(page)
    return [
        f"{found['id']}: {[node['target'] for node in found['nodes']]}"
        for found in result.response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


async def tab_to(page: Page, name: str, *, most: int = 40) -> None:
    """Presses Tab until the control with this accessible name or text has the focus."""
    for _ in range(most):
        await page.keyboard.press("Tab")
        reached = await page.evaluate(
            "(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()"
        )
        if reached == name:
            return
    raise AssertionError(f"{most} times Tab did not lead to {name!r}")
