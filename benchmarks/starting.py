"""How long guidec takes to start."""

from __future__ import annotations

import sys
from functools import partial

from building import GUIDEC
from measure import best, run
from report import Table

PROGRAMS = {
    "Python": (sys.executable, "-c", "pass"),
    "Python with argparse": (sys.executable, "-c", "import argparse"),
    "guidec --version": (*GUIDEC, "--version"),
    "guidec --help": (*GUIDEC, "--help"),
    "guidec build --help": (*GUIDEC, "build", "--help"),
}


def starting() -> Table:
    """Measure the start beside that of Python alone, and with the library that reads command lines."""
    how = "Whole processes, the best of twenty."
    table = Table("Starting", how, ("command", "seconds", "CPU", "× Python", "× Python with argparse"))
    costs = {name: best(20, partial(run, command)) for name, command in PROGRAMS.items()}
    for name, cost in costs.items():
        ratios = (f"{cost.cpu / costs[other].cpu:.2f}" for other in ("Python", "Python with argparse"))
        table.add(name, f"{cost.seconds:.3f}", f"{cost.cpu:.3f}", *ratios)
    return table
