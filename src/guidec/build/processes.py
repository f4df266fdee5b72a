"""What is known about the processes whose numbers stand in the names of files."""

from __future__ import annotations

import os


def is_gone(process: str) -> bool:
    """Tell whether no process has this number any more."""
    if not process.isdecimal() or os.name == "nt":  # where a signal of 0 would end the process
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError, ValueError):  # ValueError: more digits than int() reads
        return True
    except OSError:
        return False
    return False
