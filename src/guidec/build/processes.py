"""What is known about the processes whose numbers stand in the names of files."""

from __future__ import annotations

import os


def is_gone(process: str) -> bool:
    """Tell whether no process of this number is at work any more."""
    if not process.isdecimal() or os.name == "nt":  # where a signal of 0 would end the process
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError, ValueError):  # ValueError: more digits than int() reads
        return True
    except OSError:
        return False
    return _has_ended(process)


def _has_ended(process: str) -> bool:
    """Tell whether a process only waits to be asked how it ended (proc(5)); in a container nobody may ever ask."""
    try:
        with open(f"/proc/{int(process)}/stat", encoding="ascii", errors="replace") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[:1] == ["Z"]
    except OSError:
        return False
