"""What is measured runs in processes of its own: the simulator on the last core, the bots on the others."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from tests.e2e.bots import ROOT

STOP_SECONDS = 15


@dataclass(frozen=True)
class Running:
    """A process of ours; `began` is when it was started, in monotonic seconds."""

    process: subprocess.Popen[str]
    meter: psutil.Process
    began: float

    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def cpu(self) -> float:
        """Seconds of processor time so far, user and system."""
        times = self.meter.cpu_times()
        return float(times.user + times.system)

    def megabytes(self) -> float:
        """Memory in use at this moment (resident set)."""
        return float(self.meter.memory_info().rss) / 1e6

    def first_line(self) -> str:
        """The first line that it writes; waits for it."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def running(
    arguments: Sequence[str],
    cores: Sequence[int],
    environment: Mapping[str, str] | None = None,
    heard: bool = False,
) -> Iterator[Running]:
    """`python` with these arguments, from the checkout; asked to stop at the end, killed if it does not.

    What it writes is to be read where it is `heard`; else it goes to standard error, complaints as always.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE if heard else sys.stderr, text=True,
    )  # fmt: skip
    meter = psutil.Process(process.pid)
    if cores:
        meter.cpu_affinity(list(cores))
    try:
        yield Running(process, meter, began)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@dataclass(frozen=True)
class Cores:
    """Who runs where; both empty where processes cannot be pinned, or there is only one core."""

    simulator: tuple[int, ...] = ()
    bots: tuple[int, ...] = ()


def share_cores() -> Cores:
    """The last core for the simulator, the others for the bots."""
    if not hasattr(psutil.Process, "cpu_affinity"):
        return Cores()
    usable = sorted(psutil.Process().cpu_affinity() or ())
    return Cores((usable[-1],), tuple(usable[:-1])) if len(usable) > 1 else Cores()
