"""Whatever is tried in whatever order, the order of the road holds (DESIGN 7.1)."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.commands import (
    AddCandidate,
    Command,
    JudgeFit,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    RecordOutcome,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)
from bot.mentorship.gates import GATES, StepKind, may
from bot.mentorship.next_step import next_step, steps_of
from bot.mentorship.search import (
    MAX_ACTIVE,
    Criteria,
    Goal,
    Search,
    Standing,
    Ties,
    Words,
    active,
    asking,
    talk_days,
)
from tests.mentorship.scenario import MONDAY, PATIENT_EXPERT, Somebody

ids = st.sampled_from(("1", "2", "3", "4", "9"))
words = st.sampled_from((Words(), Words(preset="closing"), Words(own="menggali kebutuhan")))
days = st.integers(-5, 12).map(lambda days: (MONDAY + timedelta(days=days)).date())
ties = st.builds(Ties, st.sampled_from(((), ("superior",))), decision=st.sampled_from(("", "go_on", "refer")))

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
    st.builds(SetAside, ids),
    st.builds(TellTies, ids, ties),
    st.just(LookAround()),
    st.builds(LogTalk, ids, days, st.sampled_from(("satu hal", ""))),
    st.builds(
        JudgeFit,
        ids,
        st.sampled_from(("bukti", " ")),
        st.integers(0, 6),
        st.sampled_from(("go_on", "talk_more", "choose_another")),
    ),
    st.builds(OpenAsk, ids),
    st.builds(RecordOutcome, ids, st.sampled_from(("yes", "no", "later", "seen"))),
)


def forward(mentee: Somebody) -> Command:
    """What the next step asks for: it leads random walks down the road instead of only into refusals."""
    step = next_step(mentee.mine)
    id, today = step.candidate, mentee.now.date()
    forms: dict[StepKind, Command] = {
        StepKind.GOAL: SetGoal(Goal(Words(preset="closing"), Words(preset="doctors"))),
        StepKind.CRITERIA: SetCriteria(PATIENT_EXPERT),
        StepKind.CANDIDATES: AddCandidate("", "A", "ibu", "trait", "event"),
        StepKind.TIES: TellTies(id, Ties(())),
        StepKind.RAPPORT: LogTalk(id, today, "satu hal"),
        StepKind.FIT: JudgeFit(id, "bukti", 3, "go_on"),
        StepKind.ASK: OpenAsk(id),
        StepKind.OUTCOME: RecordOutcome(id, "later"),
        StepKind.AGREED: SetAside(id),
    }
    return forms[step.kind]


def the_order_holds(search: Search) -> None:
    """What must be true of any search that could come about."""
    assert len(active(search)) <= MAX_ACTIVE
    assert sum(asking(one) for one in search.candidates) <= 1
    assert sum(one.standing is Standing.AGREED for one in search.candidates) <= 1
    assert not search.candidates or (search.goal and search.criteria)
    assert len({one.id for one in search.candidates}) == len(search.candidates) == search.made
    for one in search.candidates:
        assert (one.closed is None) == (one.standing in (Standing.ACTIVE, Standing.AGREED))
        if one.ask:
            assert talk_days(one) >= 2
            assert one.fit
            assert one.fit.evidence.strip()
            assert 1 <= one.fit.goal_help <= 5


@given(st.lists(st.one_of(commands, st.none()), max_size=60))
def test_no_order_of_commands_skips_a_step(tried: list[Command | None]) -> None:
    mentee = Somebody()
    for command in tried:
        before = mentee.search
        refused = mentee.wants(command or forward(mentee))
        assert refused is None or mentee.search == before
        assert command is not None or refused is None, "the next step is always permitted"
        step = next_step(mentee.mine)
        assert may(mentee.search, step.kind, step.candidate) is None
        if mentee.search:
            the_order_holds(mentee.search)
            assert len(steps_of(mentee.search)) == mentee.search.made
        mentee.waits(hours=8)


@given(st.lists(st.one_of(commands, st.none()), max_size=40), ids)
def test_what_may_be_opened_is_never_refused_for_its_order(tried: list[Command | None], id: str) -> None:
    """A form that `may` let open ends in a command that the same gates let through."""
    mentee = Somebody()
    for command in tried:
        mentee.wants(command or forward(mentee))
    orders = {gate.otherwise for gates in GATES.values() for gate in gates}
    last_words: dict[StepKind, Command] = {
        StepKind.TIES: TellTies(id, Ties(())),
        StepKind.RAPPORT: LogTalk(id, mentee.now.date(), "satu hal"),
        StepKind.FIT: JudgeFit(id, "bukti", 1, "go_on"),
        StepKind.ASK: OpenAsk(id),
        StepKind.CANDIDATES: AddCandidate("", "B", "kak", "trait", "event"),
    }
    for kind, last in last_words.items():
        refused = may(mentee.search, kind, "" if kind is StepKind.CANDIDATES else id)
        tried_now = Somebody(mentee.me, mentee.search, mentee.now).wants(last)
        assert tried_now == (refused.reason if refused else None)
        assert tried_now is None or tried_now in orders
