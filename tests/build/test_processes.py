"""Which processes still write: one that ended and that nobody asked for how is none of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from guidec.build.processes import is_gone


def test_this_process_is_at_work() -> None:
    assert not is_gone(str(os.getpid()))


@pytest.mark.parametrize("number", ["", "x", "-1"])
def test_what_is_no_number_is_no_process_that_ended(number: str) -> None:
    assert not is_gone(number)


def test_a_process_that_ended_is_gone() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait(60)
    assert is_gone(str(process.pid))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to see that a process has ended")
def test_a_process_that_ended_is_gone_before_its_parent_asks() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    for _ in range(6000):
        if is_gone(str(process.pid)):
            break
        time.sleep(0.01)
    assert process.returncode is None, "nobody has asked"
    assert is_gone(str(process.pid))
    process.wait(60)
