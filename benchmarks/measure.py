"""What a process costs: seconds on the clock, seconds of CPU, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

MIB = 1024 * 1024
# Linux counts the memory of a process in KiB, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
# Python keeps what it has compiled, as it does where guidec is installed: compiling all of it takes 0.3 seconds.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class MeasureError(Exception):
    """A program that could not do what was to be measured."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program cost, the processes that it started included."""

    seconds: float
    cpu: float
    """Seconds of all processors together, user and system."""
    memory: float
    """The largest process, in MiB."""
    output: str


def run(command: Sequence[str | Path], cwd: Path | None = None, expected: Collection[int] = (0,)) -> Cost:
    """Run a program; raises `MeasureError` where its exit status is not an expected one."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=ENVIRONMENT, stdout=output, stderr=errors, stdin=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode not in expected:
            raise MeasureError((errors.read().strip() or output.read().strip())[-300:])
        memory = usage.ru_maxrss * MEMORY_UNIT / MIB
        return Cost(seconds, usage.ru_utime + usage.ru_stime, memory, output.read())


def best(repeats: int, once: Callable[[], Cost]) -> Cost:
    """Repeat a run and give the least of each figure."""
    return least([once() for _ in range(repeats)])


def least(costs: Sequence[Cost]) -> Cost:
    """Give the least of each figure of several runs: what disturbs a run only ever adds to it."""
    return Cost(
        min(cost.seconds for cost in costs),
        min(cost.cpu for cost in costs),
        min(cost.memory for cost in costs),
        costs[-1].output,
    )


def run_json(command: Sequence[str | Path], cwd: Path | None = None) -> tuple[Cost, dict[str, Any]]:
    """Run a program that prints one JSON object."""
    cost = run(command, cwd)
    return cost, json.loads(cost.output)
