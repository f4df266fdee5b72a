"""Work that leaves too little garbage for looking for it to pay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage in cycles meanwhile.

    While trees and models grow nothing is garbage, and looking for it takes half the time: a guide of 20,000 steps took
    10.6 s with it and takes 5.8 s, with the same 250 MB.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
