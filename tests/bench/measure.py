"""The measurements, one after the other, into the notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import due, footprint, turns
from tests.bench.contenders import Kind
from tests.bench.processes import Cores
from tests.bench.report import COLUMNS, Notes
from tests.bench.sizes import Sizes
from tests.bench.stores import Store
from tests.bench.telegram import telegram

WHOSE: Mapping[Kind, str] = dict(zip(("bot", "library", "bare", "stock"), COLUMNS, strict=True))


@dataclass(frozen=True)
class Bench:
    """Where and how much is measured; `tell` says what is being measured now."""

    folder: Path
    sizes: Sizes
    cores: Cores
    tell: Callable[[str], None]
    notes: Notes


def cpu(people: int) -> str:
    """The measure of the backlog that counts."""
    return f"turns a CPU second, {people:,} people"


def wall(people: int) -> str:
    """The backlog by the wall's clock."""
    return f"turns a second, {people:,} people"


def open_loop(share: str) -> str:
    """A percentile of the open loop."""
    return f"ms to answer in the open loop, {share}"


def start(people: int, unit: str = "s") -> str:
    """From exec to the first answer."""
    return f"{unit} from start to first answer, {people:,} people in the file"


def memory(people: int) -> str:
    """Before the first document."""
    return f"MB of memory, {people:,} people in the file"


def plan(clock: str, rows: int, engine: str) -> str:
    """The cost of what falls due, by the processor's clock or the wall's."""
    return f"{clock} µs a due row among {rows:,}, {engine}"


def measure_turns(bench: Bench) -> None:
    """Backlogs and the open loop. The contenders alternate, so that each ratio is of two neighbours."""
    sizes, notes = bench.sizes, bench.notes
    store = turns.talkers(bench.folder / "turns.db", max(sizes.few, sizes.many))
    with turns.everybody(store, sizes.few, bench.cores) as everybody:
        for run in range(sizes.runs):
            bench.tell(f"backlog, run {run + 1}")
            for one in everybody:
                texts = sizes.slow_texts if one.kind == "stock" else sizes.texts
                for people in (sizes.few, sizes.many) if one.kind in ("bot", "library") else (sizes.few,):
                    rate = turns.rate(one, people, texts)
                    notes.add(cpu(people), rate.a_cpu_second, WHOSE[one.kind])
                    notes.add(wall(people), rate.a_second, WHOSE[one.kind])
        for run in range(sizes.runs):
            bench.tell(f"open loop, run {run + 1}")
            for one in everybody[:2]:
                delay = turns.delay(one, sizes.few, sizes.open_loop)
                for share, milliseconds in vars(delay).items():
                    notes.add(open_loop(share), milliseconds, WHOSE[one.kind])


def measure_footprint(bench: Bench) -> None:
    """Start and memory by how many people are in the file."""
    sizes = bench.sizes
    for people in (sizes.small_file, sizes.large_file):
        store = footprint.crowd(bench.folder / f"crowd-{people}.db", sizes.few, people)
        with telegram(bench.cores) as at:
            for run in range(sizes.runs):
                bench.tell(f"start and memory with {people:,} people in the file, run {run + 1}")
                found = footprint.footprint(store, at, sizes.few, bench.cores)
                bench.notes.add(start(people), found.wall)
                bench.notes.add(start(people, "CPU s"), found.cpu)
                bench.notes.add(memory(people), found.megabytes)


def measure_plan(bench: Bench, engine: str, make: Callable[[], Store]) -> None:
    """What falls due among few and among many rows of the plan."""
    sizes = bench.sizes
    bench.tell(f"{sizes.planned:,} rows of the plan on {engine}")
    among_many = make()
    due.crowd(among_many, sizes.runs, sizes.due, sizes.planned - sizes.due)
    for run in range(sizes.runs):
        bench.tell(f"plan on {engine}, run {run + 1}")
        alone = make()
        due.crowd(alone, 1, sizes.due, 0)
        for rows, spent in (
            (sizes.due, due.take_up(alone, 0, sizes.due)),
            (sizes.planned, due.take_up(among_many, run, sizes.due)),
        ):
            bench.notes.add(plan("CPU", rows, engine), spent.cpu / sizes.due * 1e6)
            bench.notes.add(plan("wall", rows, engine), spent.wall / sizes.due * 1e6)
