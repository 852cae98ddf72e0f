"""How much is measured: whole, or just enough to see that everything works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Every number that makes the benchmark long or short."""

    runs: int = 5
    """Of each measurement; the median counts."""
    texts: int = 5_000
    """In a backlog."""
    slow_texts: int = 500
    """In the backlog of the echo on the library's own transport, which is many times slower."""
    few: int = 100
    many: int = 1_000
    """People who write a backlog."""
    open_loop: int = 20
    """Texts of each person in the open loop, one a second; even, so that everybody ends where they began."""
    small_file: int = 1_000
    large_file: int = 100_000
    """People in the files that start and memory are measured on."""
    due: int = 10_000
    planned: int = 1_000_000
    """Rows of the plan that fall due, and rows in the large plan."""
    batches: int = 50
    """Batches of turns that are timed unit by unit."""


FULL = Sizes()
QUICK = Sizes(
    runs=1,
    texts=1_000,
    slow_texts=200,
    few=20,
    many=100,
    open_loop=4,
    small_file=100,
    large_file=2_000,
    due=500,
    planned=10_000,
    batches=5,
)
