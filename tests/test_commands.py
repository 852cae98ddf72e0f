"""`python -m bot`: what each command prints, makes and ends with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from bot.flows.book import FLOWS

ROOT = Path(__file__).parents[1]


def bot(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    given = {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error", **environment}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], cwd=ROOT, env=given, capture_output=True, text=True, timeout=90
    )


def test_everything_holds_together() -> None:
    checked = bot("check")
    assert (checked.returncode, checked.stdout.splitlines()[-1:]) == (
        0,
        ["prompts, flows, released names, README and .env.example hold together"],
    )


def test_migrate_makes_the_tables_and_can_be_run_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a' / 'bot.db'}"
    assert [bot("migrate", DATABASE_URL=url).returncode for _ in range(2)] == [0, 0]
    assert (tmp_path / "a" / "bot.db").exists()


def test_rotate_key_prints_a_key_that_settings_take(tmp_path: Path) -> None:
    line = bot("rotate-key", "--new").stdout.strip()
    name, _, key = line.partition("=")
    assert name == "ENCRYPTION_KEYS"
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    sealed = bot("rotate-key", DATABASE_URL=url, ENCRYPTION_KEYS=key)
    assert (sealed.returncode, sealed.stdout.strip()) == (0, "0 documents are sealed with the first key")


def test_preview_writes_a_page_with_both_languages(tmp_path: Path) -> None:
    page = tmp_path / "preview.html"
    assert bot("preview", "--to", str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "Setuju dan mulai" in text
    assert "Agree and start" in text


def test_diagram_draws_every_flow() -> None:
    drawn = bot("diagram").stdout
    assert drawn.count("flowchart LR") == len(FLOWS)
    assert "skill --> reframe" in drawn


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_demo_comes_up_and_stops_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--folder", str(tmp_path), "--port", "0", "--no-browse"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LOG_FORMAT": "json", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().split('"address": "')[1].partition('"')[0]
    with urlopen(f"{address}/phones/state", timeout=10) as answer:
        assert b"Sari" in answer.read()
    began = time.monotonic()
    process.send_signal(how)
    assert process.wait(timeout=20) == 0
    assert time.monotonic() - began < 10
    process.stdout.close()
    assert (tmp_path / "demo.key").stat().st_mode & 0o077 == 0


def test_readme_shows_every_flow_and_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"**{flow}**" in readme for flow in FLOWS)
    assert "| `TELEGRAM_BOT_TOKEN` |" in readme
