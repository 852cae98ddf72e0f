"""What was measured, as one Markdown table, with a verdict for each target and where the time goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

BOT, ECHO, BARE, STOCK = "the bot", "the echo", "an echo of plain dicts", "the echo, stock transport"
COLUMNS = (BOT, ECHO, BARE, STOCK)


@dataclass(frozen=True)
class Notes:
    """Every run of everything that was measured: by measure, then by whose it is (one of COLUMNS)."""

    runs: dict[str, dict[str, list[float]]] = field(default_factory=dict)

    def add(self, measure: str, value: float, whose: str = BOT) -> None:
        """Note one run."""
        self.runs.setdefault(measure, {}).setdefault(whose, []).append(value)

    def value(self, measure: str, whose: str = BOT) -> float:
        """The median of the runs."""
        return median(self.runs[measure][whose])

    def ratio(self, measure: str, whose: str, to: str) -> float:
        """Of one contender to another: the median over the runs, each with the one made next to it."""
        return _ratio(self.runs[measure][whose], self.runs[measure][to])

    def growth(self, small: str, large: str) -> float:
        """Of the bot from one measure to another, run by run likewise."""
        return _ratio(self.runs[large][BOT], self.runs[small][BOT])


def _ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    return median(one / other for one, other in zip(ones, others, strict=True))


@dataclass(frozen=True)
class Target:
    """What is to be reached: at most, or at least, so much."""

    words: str
    found: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether it is."""
        return self.found >= self.limit if self.at_least else self.found <= self.limit


def table(notes: Notes) -> str:
    """All measures, a line each: medians, and behind them the lowest and the highest run."""
    head = ("measure", COLUMNS[0], COLUMNS[1], "bot : echo", *COLUMNS[2:])
    return _markdown([head, ("---", *["---:"] * (len(head) - 1)), *(_line(notes, one) for one in notes.runs)])


def _line(notes: Notes, measure: str) -> Sequence[str]:
    cells = [_cell(notes.runs[measure].get(whose, ())) for whose in COLUMNS]
    ratio = f"{notes.ratio(measure, BOT, ECHO):.2f}" if ECHO in notes.runs[measure] else ""
    return (measure, *cells[:2], ratio, *cells[2:])


def _cell(runs: Sequence[float]) -> str:
    if len(runs) < 2:
        return _number(runs[0]) if runs else ""
    return f"{_number(median(runs))} ({_number(min(runs))}–{_number(max(runs))})"


def verdicts(targets: Sequence[Target]) -> str:
    """A line for each target."""
    return "\n".join(f"- {_verdict(one)}" for one in targets)


def _verdict(one: Target) -> str:
    word = "reached" if one.reached else "falls short"
    bound = "at least" if one.at_least else "at most"
    found, limit = (f"{_number(number)}{one.unit}" for number in (one.found, one.limit))
    return f"**{word}**: {one.words}: {found}, to be {bound} {limit}"


def breakdown(stages: Mapping[str, float], whole: float, transport: float) -> str:
    """Where the microseconds of one turn go. `whole` is a turn of the backlog, `transport` the bare one's."""
    rest = whole - transport - sum(stages.values())
    parts = {**stages, "transport: all that the bare echo does": transport, "loops, smaller batches": rest}
    lines = [(name, _number(spent), f"{spent / whole:.0%}") for name, spent in parts.items()]
    head = ("unit of a turn", "µs", "share")
    return _markdown(
        [head, ("---", "---:", "---:"), *lines, ("a turn of the backlog", _number(whole), "100%")]
    )


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(number: float) -> str:
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"
