"""Everybody's rights, in the chat (DOMAIN 5.2): see, correct, take along, delete, withdraw."""

from __future__ import annotations

from dataclasses import asdict

from bot.dialogue.book import Card
from bot.dialogue.events import Button, Erase, File, Fresh
from bot.flows.road import data
from bot.flows.status import status_values
from bot.flows.world import TheMove, World, card_button, name_of, refuse, said
from bot.mentorship.commands import EraseMe
from bot.mentorship.gates import StepKind, may
from bot.mentorship.search_commands import EraseSearch, ForgetCandidate

RIGHTS = ("see", "correct", "export", "delete", "withdraw")
BACK = card_button("privacy/privacy", "resume", "again::0")
SCOPES = ("candidate", "search", "everything")


def privacy(world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """What is kept, who reads it, and the rights, each one tap away."""
    ids = RIGHTS if world.me.consent is not None else ()
    buttons = tuple(card_button("privacy/privacy", id, f"right.{id}::0") for id in ids)
    return TheMove(
        say=(said("privacy/privacy", {"organiser": world.programme.organiser}),), buttons=(*buttons, BACK)
    )


def see(world: World, _card: Card, _fresh: Fresh) -> TheMove:
    """Everything that is kept, in words."""
    me = world.me
    own = {
        "name": me.name,
        "zone": me.zone,
        "consent": me.consent.at if me.consent is not None else None,
        "links": sum(one.inviter == me.id for one in world.invites),
        "pairs": len(world.pairs),
    }
    parts = [said("privacy/see", own)]
    if world.search is not None:
        parts.append(said("status/search", status_values(world, world.search)))
    ids = ("export", "correct")
    buttons = tuple(card_button("privacy/privacy", id, f"right.{id}::0") for id in ids)
    return TheMove(say=tuple(parts), buttons=(*buttons, BACK))


def correct(world: World, _card: Card, _fresh: Fresh) -> TheMove:
    """Each thing that is kept opens in the form that it came from."""
    kinds = {"goal": StepKind.GOAL, "criteria": StepKind.CRITERIA}
    ids = [id for id, kind in kinds.items() if may(world.search, kind) is None and world.search is not None]
    people = world.search.candidates if world.search is not None else ()
    buttons = [card_button("privacy/correct", id, data(world, id, "")) for id in ids]
    buttons += [Button(one.name, data=f"person:{one.id}:{world.version}") for one in people]
    more = {"name": "open.name::0", "settings": "settings::0"}
    buttons += [card_button("privacy/correct", id, where) for id, where in more.items()]
    return TheMove(say=(said("privacy/correct"),), buttons=tuple(buttons))


def export(world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """Everything that is kept about the person, as a JSON file (DOMAIN 5.2, article 13).

    Of a link it holds what the person released or wrote; who opened it is not theirs to take along.
    """
    kept = {
        "person": asdict(world.me),
        "search": asdict(world.search) if world.search is not None else None,
        "links": tuple(
            {**asdict(one), "opener": None} for one in world.invites if one.inviter == world.me.id
        ),
        "pairs": tuple(
            {
                "id": one.id,
                "role": "mentee" if one.mentee == world.me.id else "mentor",
                "since": one.since,
                "phase": str(one.phase),
                "verified": one.verified,
            }
            for one in world.pairs
        ),
    }
    return TheMove(say=(said("privacy/exported"),), again=True, effects=(File("export", kept),))


def delete(world: World, _card: Card, _fresh: Fresh) -> TheMove:
    """What to delete: one candidate, the search, or everything."""
    search = world.search
    ids = [
        id
        for id in SCOPES
        if id == "everything" or (search is not None and (id == "search" or search.candidates))
    ]
    where = {"candidate": "right.who::0", "search": "erase.search::0", "everything": "erase::0"}
    buttons = [card_button("privacy/delete", id, where[id]) for id in ids]
    return TheMove(say=(said("privacy/delete"),), buttons=(*buttons, BACK))


def who(world: World, _card: Card, _fresh: Fresh) -> TheMove:
    """Which candidate to delete."""
    people = world.search.candidates if world.search is not None else ()
    buttons = tuple(Button(one.name, data=f"forget:{one.id}:{world.version}") for one in people)
    return TheMove(say=(said("privacy/who"),), buttons=(*buttons, BACK))


def forget(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """One candidate: asked once, then done."""
    subject, _, sure = card.subject.partition(".")
    name = name_of(world, subject)
    if not name:
        return refuse("no_such_candidate")
    if sure:
        done = said("privacy/forgotten", {"name": name})
        return TheMove(do=(ForgetCandidate(subject),), say=(done,), again=True)
    yes = card_button("privacy/forget", "yes", f"forget:{subject}.yes:{world.version}")
    no = card_button("privacy/forget", "no", "again::0")
    return TheMove(say=(said("privacy/forget", {"name": name}),), buttons=(yes, no))


def erase_search(_world: World, card: Card, _fresh: Fresh) -> TheMove:
    """Goal, criteria and candidates: asked once, then done."""
    if card.subject == "yes":
        return TheMove(do=(EraseSearch(),), say=(said("privacy/search_erased"),), clear=True, again=True)
    yes = card_button("privacy/erase_search", "yes", "erase.search:yes:0")
    no = card_button("privacy/erase_search", "no", "again::0")
    return TheMove(say=(said("privacy/erase_search"),), buttons=(yes, no))


def erase(_world: World, card: Card, _fresh: Fresh) -> TheMove:
    """Everything but the proof of consent: asked once, then done. Withdrawing consent is the same step."""
    if card.subject == "yes":
        return TheMove(
            do=(EraseMe(),), say=(said("privacy/erased"),), effects=(Erase(),), clear=True, buttons=()
        )
    yes = card_button("privacy/erase", "yes", "erase:yes:0")
    no = card_button("privacy/erase", "no", "again::0")
    return TheMove(say=(said("privacy/erase"),), buttons=(yes, no))
