"""Who comes as a mentor: a name, for how many there is time, links to give."""

from __future__ import annotations

from bot.dialogue.answers import Pick
from bot.dialogue.book import Card
from bot.dialogue.events import Button, Fresh
from bot.dialogue.flow import Flow, Step
from bot.flows.letters import shared
from bot.flows.name import known_name, name_step, told_name
from bot.flows.world import TheFlow, TheMove, TheSight, Values, World, card_button, said
from bot.mentorship.invite import Letter, is_open
from bot.mentorship.inviting import places
from bot.mentorship.pair import as_mentor
from bot.mentorship.pair_commands import MakeInvite, SetMentor

CAPACITIES = {"one": 1, "two": 2, "three": 3, "five": 5}


def _done(at: TheSight) -> SetMentor:
    return SetMentor(told_name(at), CAPACITIES[at.picked("capacity")])


FLOW: TheFlow = Flow(
    id="mentor",
    start="name",
    steps=(
        name_step("mentor/name", "capacity"),
        Step("capacity", "mentor/capacity", Pick(), choices=tuple(CAPACITIES)),
    ),
    done=_done,
    prefill=known_name,
)


def home(world: World) -> TheMove:
    """Where a mentor stands: their mentees, the links that wait, and what can be done next."""
    if not world.me.capacity and not as_mentor(world.pairs, world.me.id):
        begin = card_button("mentor/first", "begin", "open.mentor::0")
        return TheMove(say=(said("mentor/first"),), buttons=(begin,))
    return TheMove(say=(said("mentor/home", _values(world)),), buttons=_ways(world))


def _values(world: World) -> Values:
    mine = world.me.id
    waiting = [one for one in world.invites if one.inviter == mine and one.role == "mentee"]
    return {
        "mentees": tuple(
            {"name": one.mentee_name, "since": one.since} for one in as_mentor(world.pairs, mine)
        ),
        "waiting": sum(is_open(one, world.now) for one in waiting),
    }


def _ways(world: World) -> tuple[Button, ...]:
    where = {"invite": "mentee::0", "guide": "guide::0", "capacity": "open.mentor::0"}
    ids = (id for id in where if id != "invite" or places(world.mine) > 0)
    return tuple(card_button("mentor/home", id, where[id]) for id in ids)


def guide(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """Six lines for whoever mentors."""
    return TheMove(say=(said("mentor/guide"),), again=True)


def invite_mentee(world: World, _card: Card, fresh: Fresh) -> TheMove:
    """A new link for a mentee, with a text to send it in."""
    letter = Letter(world.me.name, world.me.language)
    words, share = shared("send/invite_mentee", {"name": world.me.name, "link": world.link(fresh.token)})
    make = MakeInvite("mentee", "", letter)
    return TheMove(do=(make,), say=(said("mentor/invited"), words), again=True, links=(share,))
