"""The shortlist (DOMAIN 1.3): somebody who may fit, with a reason tied to a must; or nobody yet."""

from __future__ import annotations

from bot.dialogue.answers import Answer, Answers, Choice, Phrase, Pick, Text
from bot.dialogue.flow import Branch, Flow, Step, review
from bot.flows.criteria import criteria_values
from bot.flows.world import STANDARD_ADDRESSES, TheFlow, TheSight, Values, World, candidate_of
from bot.mentorship.search import ADDRESSES, REASONS, SOURCES, active
from bot.mentorship.search_commands import AddCandidate, LookAround

PLACES = ("referral", "places", "programme")


def _who(at: TheSight) -> tuple[Choice, ...]:
    search = at.world.search
    nobody = () if at.subject else (Choice("nobody"),)
    if search is None or not search.noted_name or at.subject or active(search):
        return nobody
    return (Choice("noted", search.noted_name), *nobody)


def _criteria(at: TheSight) -> Values:
    search = at.world.search
    if search is None or search.criteria is None:
        return {"experience": "", "trait": ""}
    shown = criteria_values(search.criteria)
    return {"experience": shown["experience"], "trait": shown["trait"]}


def _after_name(at: TheSight) -> str:
    return "look" if at.picked("name") == "nobody" else "address"


def name_of(at: TheSight) -> str:
    """The name or alias: typed, or the one noted before the goal stood."""
    search = at.world.search
    noted = search.noted_name if search is not None else ""
    return noted if at.picked("name") == "noted" else at.text("name")


def _name(at: TheSight) -> Values:
    return {"name": name_of(at)}


def _reason(at: TheSight) -> Values:
    return {**_criteria(at), "name": name_of(at)}


def _review(at: TheSight) -> Values:
    address = at.picked("address") or at.text("address")
    return {
        "name": name_of(at),
        "address": Phrase(f"address.{address}") if address in STANDARD_ADDRESSES else address,
        "reason": Phrase(f"reason.{at.picked('reason')}"),
        "source": Phrase(f"source.{at.picked('source')}"),
    }


def _prefill(world: World, subject: str) -> Answers:
    one = candidate_of(world, subject)
    if one is None:
        return {}
    address = Answer(picked=(one.address,)) if one.address in ADDRESSES else Answer(text=one.address)
    return {
        "name": Answer(text=one.name),
        "address": address,
        "reason": Answer(picked=(one.reason,)),
        "source": Answer(picked=(one.source,)),
    }


def _done(at: TheSight) -> AddCandidate | LookAround:
    if at.picked("name") == "nobody":
        return LookAround(at.picked("look"))
    return AddCandidate(
        id=at.subject,
        name=name_of(at),
        address=at.picked("address") or at.text("address"),
        reason=at.picked("reason"),
        source=at.picked("source"),
    )


FLOW: TheFlow = Flow(
    id="candidate",
    start="name",
    steps=(
        Step(
            "name", "candidate/name", Text(1, 60), Branch(_after_name, ("look", "address")), _who, _criteria
        ),
        Step("look", "candidate/look", Pick(), choices=PLACES),
        Step("address", "candidate/address", Text(2, 30), "reason", ADDRESSES, _name),
        Step("reason", "candidate/reason", Pick(), "source", REASONS, _reason),
        Step("source", "candidate/source", Pick(), "review", SOURCES, _name),
        review("candidate/review", _review),
    ),
    done=_done,
    prefill=_prefill,
)
