"""A time zone by its city, for whoever lives outside WIB, WITA and WIT."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from bot.dialogue.answers import Choice, Pick, Text
from bot.dialogue.flow import Flow, Step
from bot.flows.world import TheFlow, TheSight, Values
from bot.mentorship.commands import SetZone

ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
"""Indonesia's three, by what people call them."""
MOST_SHOWN = 6
FALLBACK = tuple(ZONES.values())


@cache
def _cities() -> tuple[tuple[str, str], ...]:
    """Every zone that has a city, by its name in small letters."""
    zones = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return tuple((name.rsplit("/", 1)[1].replace("_", " ").casefold(), name) for name in zones)


def found(city: str) -> tuple[str, ...]:
    """The zones whose city begins with what was typed, the exact one first."""
    wanted = " ".join(city.casefold().split())
    near = [(name != wanted, zone) for name, zone in _cities() if wanted and name.startswith(wanted)]
    return tuple(zone for _, zone in sorted(near)[:MOST_SHOWN])


def _found(at: TheSight) -> tuple[Choice, ...]:
    zones = found(at.text("city")) or FALLBACK
    return tuple(Choice(zone.replace("/", "."), zone.rsplit("/", 1)[1].replace("_", " ")) for zone in zones)


def _city(at: TheSight) -> Values:
    return {"city": at.text("city"), "known": bool(found(at.text("city")))}


def _done(at: TheSight) -> SetZone:
    return SetZone(at.picked("which").replace(".", "/"))


FLOW: TheFlow = Flow(
    id="zone",
    start="city",
    steps=(
        Step("city", "settings/city", Text(2, 40), "which"),
        Step("which", "settings/which_city", Pick(), choices=_found, values=_city),
    ),
    done=_done,
)
