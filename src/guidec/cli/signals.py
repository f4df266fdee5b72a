"""What a signal from outside does to a run."""

from __future__ import annotations

import signal
import threading


def end_tidily_on_signals() -> None:
    """Make a request to end, or a closed terminal, end the run like an exception: unfinished files are removed."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):  # Windows has only the first
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end)


def _end(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)  # as shells tell it
