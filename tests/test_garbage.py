"""Tests of when garbage in cycles is looked for."""

import gc
import subprocess
import sys
import weakref

from guidec.garbage import collect_young, kept, uncollected


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_collected_until_it_is_asked_for() -> None:
    with uncollected():
        left = weakref.ref(Cycle())
        [[] for _ in range(10 * gc.get_threshold()[0])]
        assert left()
        collect_young()
        assert left() is None

    assert gc.isenabled()


def test_who_collects_nothing_already_goes_on_so() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()


def test_what_is_kept_is_not_looked_at() -> None:
    left = weakref.ref(Cycle())
    with kept():
        gc.collect()
        assert left()

    gc.collect()
    assert left() is None


def test_the_program_looks_for_no_garbage_at_its_end() -> None:
    shown = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0))"
    started = "from guidec.__main__ import program; program()"

    run = subprocess.run(
        [sys.executable, "-c", f"{shown}; {started}", "--version"], capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines()[-1] == "True"
