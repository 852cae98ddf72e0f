"""Whatever is tried in whatever order, the order of the road holds (DESIGN 7.1)."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.commands import Command
from bot.mentorship.gates import GATES, StepKind, may
from bot.mentorship.next_step import next_step, steps_of
from bot.mentorship.pair_commands import GoWithoutBot, MakeInvite
from bot.mentorship.search import Criteria, Goal, Ties, Words
from bot.mentorship.search_commands import (
    AddCandidate,
    AddPartner,
    BookTalk,
    CancelTalk,
    EraseSearch,
    ForgetCandidate,
    JudgeFit,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    RecordOutcome,
    ReportTry,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)
from tests.mentorship.ground import MONDAY, Ground
from tests.mentorship.order import the_order_holds
from tests.mentorship.scenario import (
    LETTER,
    PATIENT_EXPERT,
    Somebody,
    booking,
)
from tests.mentorship.silence import STANDS

ids = st.sampled_from(("1", "2", "3", "4", "9"))
words = st.sampled_from((Words(), Words(preset="closing"), Words(own="menggali kebutuhan")))
days = st.integers(-5, 12).map(lambda days: (MONDAY + timedelta(days=days)).date())
ties = st.builds(Ties, st.sampled_from(((), ("superior",))), decision=st.sampled_from(("", "go_on", "refer")))
told = st.sampled_from(("satu hal", ""))

commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(NoteName, st.sampled_from(("Bu Rina", "A", ""))),
    st.builds(SetGoal, st.builds(Goal, words, words)),
    st.builds(SetCriteria, st.sampled_from((PATIENT_EXPERT, Criteria(Words(), Words())))),
    st.builds(
        AddCandidate,
        id=st.one_of(st.just(""), ids),
        name=st.sampled_from(("A", "Bu Rina", " ")),
        address=st.just("ibu"),
        reason=st.sampled_from(("experience", "trait", "fame")),
        source=st.just("event"),
    ),
    st.builds(AddPartner, st.sampled_from(("Bu Rina", " ")), st.just("ibu")),
    st.builds(SetAside, ids),
    st.builds(ForgetCandidate, ids),
    st.builds(TellTies, ids, ties),
    st.just(LookAround()),
    st.builds(booking, days, id=ids),
    st.builds(CancelTalk, ids),
    st.builds(LogTalk, ids, days, told, tried=told, on_goal=st.booleans()),
    st.builds(ReportTry, ids, told),
    st.builds(
        JudgeFit,
        ids,
        st.sampled_from(("bukti", " ")),
        st.integers(0, 6),
        st.sampled_from(("go_on", "talk_more", "choose_another")),
    ),
    st.builds(OpenAsk, ids, st.sampled_from(("Sari", " "))),
    st.builds(RecordOutcome, ids, st.sampled_from(("yes", "no", "later", "no_answer", "seen"))),
    st.builds(MakeInvite, st.just("mentor"), ids, st.just(LETTER)),
    st.builds(GoWithoutBot, ids),
)
moves = st.tuples(st.booleans(), st.one_of(commands, st.just(EraseSearch()))).map(
    lambda pick: None if pick[0] else pick[1]
)
"""Every other one goes forward: what the next step asks for."""


def forward(mentee: Somebody) -> Command:
    """What the next step asks for: it leads random walks down the road instead of only into refusals."""
    step = next_step(mentee.mine)
    id, today = step.candidate, mentee.today()
    forms: dict[StepKind, Command] = {
        StepKind.GOAL: SetGoal(Goal(Words(preset="closing"), Words(preset="doctors"))),
        StepKind.CRITERIA: SetCriteria(PATIENT_EXPERT),
        StepKind.CANDIDATES: AddCandidate("", "A", "ibu", "trait", "event"),
        StepKind.TIES: TellTies(id, Ties(())),
        StepKind.RAPPORT: LogTalk(id, today, "satu hal", tried="hasilnya"),
        StepKind.BOOKED: CancelTalk(id),
        StepKind.FIT: JudgeFit(id, "bukti", 3, "go_on"),
        StepKind.ASK: OpenAsk(id, "Sari"),
        StepKind.OUTCOME: RecordOutcome(id, "later"),
        StepKind.AGREED: MakeInvite("mentor", id, LETTER),
        StepKind.INVITED: SetAside(id),
        StepKind.PARTNER: AddPartner("Bu Rina", "ibu"),
        StepKind.PAIRED: LookAround() if mentee.search and mentee.search.criteria else EraseSearch(),
    }
    return forms[step.kind]


ABOUT_NOBODY = (StepKind.CANDIDATES, StepKind.PARTNER)
UNPAIRED = [kind for kind in StepKind if kind is not StepKind.PAIRED]


def alone(mentee: Somebody) -> Somebody:
    """The same person and search at the same time, where a try leaves no trace."""
    return Somebody(mentee.me, mentee.search, Ground(mentee.now))


@given(st.sampled_from(list(StepKind)), st.lists(moves, min_size=5, max_size=60))
def test_no_order_of_commands_skips_a_step(begun: StepKind, tried: list[Command | None]) -> None:
    mentee = STANDS[begun]()
    for command in tried:
        before = mentee.mine
        refused = mentee.wants(command or forward(mentee))
        assert refused is None or mentee.mine == before
        assert command is not None or refused is None, "the next step is always permitted"
        the_order_holds(mentee)
        mentee.waits(hours=8)


@given(st.sampled_from(UNPAIRED), st.lists(moves, max_size=40), ids)
def test_what_may_be_opened_is_never_refused_for_its_order(
    begun: StepKind, tried: list[Command | None], id: str
) -> None:
    """A form that `may` let open ends in a command that the same gates let through."""
    mentee = STANDS[begun]()
    for command in tried:
        if not isinstance(command, GoWithoutBot):
            mentee.wants(command or forward(mentee))
    orders = {gate.otherwise for gates in GATES.values() for gate in gates}
    last_words: dict[StepKind, Command] = {
        StepKind.TIES: TellTies(id, Ties(())),
        StepKind.RAPPORT: LogTalk(id, mentee.today(), "satu hal"),
        StepKind.BOOKED: BookTalk(id, mentee.today(), None, Words(preset="began")),
        StepKind.FIT: JudgeFit(id, "bukti", 1, "go_on"),
        StepKind.ASK: OpenAsk(id, "Sari"),
        StepKind.CANDIDATES: AddCandidate("", "B", "kak", "trait", "event"),
        StepKind.PARTNER: AddPartner("B", "kak"),
    }
    for kind, last in last_words.items():
        refused = may(mentee.search, kind, "" if kind in ABOUT_NOBODY else id)
        tried_now = alone(mentee).wants(last)
        assert tried_now == (refused.reason if refused else None)
        assert tried_now is None or tried_now in orders
    invited = alone(mentee).wants(MakeInvite("mentor", id, LETTER))
    assert (invited is None) == (may(mentee.search, StepKind.AGREED, id) is None)


@given(st.sampled_from(list(StepKind)), st.lists(moves, max_size=40))
def test_the_status_card_shows_every_candidate_once(begun: StepKind, tried: list[Command | None]) -> None:
    mentee = STANDS[begun]()
    for command in tried:
        mentee.wants(command or forward(mentee))
    shown = [one.candidate.id for one in steps_of(mentee.mine)]
    assert shown == [one.id for one in mentee.search.candidates] if mentee.search else shown == []
