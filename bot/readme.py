"""The parts of README and .env.example that follow from the code, so that they cannot drift from it."""

from __future__ import annotations

from pathlib import Path

from bot.dialogue.diagram import mermaid
from bot.flows.book import FLOWS
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = ROOT / ".env.example"
FOR_TESTS = "For tests:"


def settings_table() -> str:
    """Every variable with its default and what it is for, as a Markdown table."""
    rows = [f"| `{name.upper()}` | {_shown(name)} | {words} |" for name, words in _settings().items()]
    return "\n".join(["| variable | default | what it is for |", "|---|---|---|", *rows])


def env_example() -> str:
    """The whole of .env.example: every variable, commented out but the one that has to be set."""
    lines = ["# Copy to .env. Only TELEGRAM_BOT_TOKEN is needed; all else shows its default."]
    for name, words in _settings().items():
        lines += ["", f"# {words}"]
        plain = _default(name)
        lines.append(f"{name.upper()}=" if name == "telegram_bot_token" else f"# {name.upper()}={plain}")
    return "\n".join(lines) + "\n"


def flow_diagrams() -> str:
    """Every flow as a Mermaid diagram under its name."""
    return "\n\n".join(f"**{flow.id}**\n\n```mermaid\n{mermaid(flow)}\n```" for flow in FLOWS.values())


PARTS = {"settings": settings_table, "flows": flow_diagrams}


def written(readme: str) -> str:
    """The README with every generated part as it should be."""
    for name, make in PARTS.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        above, _, rest = readme.partition(begin)
        _, _, below = rest.partition(end)
        readme = f"{above}{begin}{make()}\n{end}{below}"
    return readme


def drifted() -> list[str]:
    """Which of the two files are not what the code says."""
    readme = README.read_text(encoding="utf-8")
    found = [] if written(readme) == readme else ["README.md: its generated parts are old"]
    same = EXAMPLE.exists() and EXAMPLE.read_text(encoding="utf-8") == env_example()
    return [
        f"{words}; run `python -m bot check --write`"
        for words in found + ([] if same else [".env.example is old"])
    ]


def write() -> None:
    """Bring both files to what the code says."""
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
    EXAMPLE.write_text(env_example(), encoding="utf-8")


def _settings() -> dict[str, str]:
    fields = Settings.model_fields.items()
    return {
        name: words for name, field in fields if not (words := field.description or "").startswith(FOR_TESTS)
    }


def _default(name: str) -> str:
    value = Settings.model_fields[name].default
    if isinstance(value, tuple):
        return ",".join(value)
    return value.get_secret_value() if hasattr(value, "get_secret_value") else str(value)


def _shown(name: str) -> str:
    plain = _default(name)
    return f"`{plain}`" if plain else "empty"
