"""What a mentee does with their shortlist (DOMAIN 1.3 and 1.4)."""

from __future__ import annotations

from dataclasses import replace

from bot.mentorship.calendar import When
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import (
    HOLDS_BACK,
    REASONS,
    SOURCES,
    TIES,
    TIES_DECISIONS,
    Candidate,
    Search,
    Standing,
)
from bot.mentorship.search_commands import (
    AddCandidate,
    AddPartner,
    ForgetCandidate,
    LookAround,
    SetAside,
    TellTies,
)


def found(search: Search, id: str) -> Candidate:
    """The candidate whom the gates already found there."""
    return next(one for one in search.candidates if one.id == id)


def having(search: Search, changed: Candidate) -> Search:
    """The search with that candidate as they are now."""
    kept = tuple(changed if one.id == changed.id else one for one in search.candidates)
    return replace(search, candidates=kept)


def closed(one: Candidate, when: When) -> Candidate:
    """The candidate set aside: nothing is asked of them, nothing is planned with them."""
    return replace(one, standing=Standing.SET_ASIDE, closed=when.now, ask=None, booked=None)


def add_candidate(search: Search, command: AddCandidate, when: When) -> Search | Refused:
    name = command.name.strip()
    if not name:
        return Refused(Reason.NAME_MISSING)
    if command.reason not in REASONS or command.source not in SOURCES:
        return Refused(Reason.UNKNOWN_CHOICE)
    noted = "" if name.casefold() == search.noted_name.casefold() else search.noted_name
    if not command.id:
        search = replace(search, made=search.made + 1)
        new = Candidate(str(search.made), name, command.address, command.reason, command.source, when.now)
        return replace(search, candidates=(*search.candidates, new), noted_name=noted)
    before = _taken_up(found(search, command.id))
    changed = replace(
        before, name=name, address=command.address, reason=command.reason, source=command.source
    )
    return replace(having(search, changed), noted_name=noted)


def _taken_up(one: Candidate) -> Candidate:
    """Back in play, where they had been set aside; the choice that set them aside is open again."""
    if one.standing is not Standing.SET_ASIDE:
        return one
    ties = None if one.ties and one.ties.decision == "refer" else one.ties
    fit = None if one.fit and one.fit.decision == "choose_another" else one.fit
    return replace(one, standing=Standing.ACTIVE, closed=None, ties=ties, fit=fit)


def add_partner(search: Search, command: AddPartner, when: When) -> Search | Refused:
    """Somebody who agreed outside stands where a yes leads; whoever was in play stays there."""
    name = command.name.strip()
    if not name:
        return Refused(Reason.NAME_MISSING)
    made = search.made + 1
    one = Candidate(str(made), name, command.address, "", "other", when.now, Standing.AGREED)
    return replace(search, made=made, candidates=(*search.candidates, one))


def look_around(search: Search, _: LookAround, when: When) -> Search:
    return replace(search, looked=when.now)


def set_aside(search: Search, command: SetAside, when: When) -> Search:
    return having(search, closed(found(search, command.candidate), when))


def tell_ties(search: Search, command: TellTies, when: When) -> Search | Refused:
    """A tie warns and never blocks. Whoever is asked to refer somebody else is no candidate any more."""
    ties = command.ties
    known = ties.decision in TIES_DECISIONS and ties.holds_back in HOLDS_BACK
    if not known or not set(ties.ticked) <= set(TIES):
        return Refused(Reason.UNKNOWN_CHOICE)
    one = replace(found(search, command.candidate), ties=ties)
    return having(search, closed(one, when) if ties.decision == "refer" else one)


def forget_candidate(search: Search, command: ForgetCandidate, _: When) -> Search:
    """As if they had never been there."""
    return replace(search, candidates=tuple(one for one in search.candidates if one.id != command.candidate))
