"""Its place puts `tests/` on the import path: `from guides import small_guide` works in every test.

The examples of hypothesis are the same in every run, so that a change is judged by what it changed; new ones are tried
with `HYPOTHESIS_PROFILE=explore`.
"""

from __future__ import annotations

import os
import signal

from hypothesis import settings

settings.register_profile("guidec", deadline=None, derandomize=True)  # a slow machine is not a failure
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "guidec"))

# A shell without job control starts what it puts in the background deaf to Ctrl-C, and all that this starts with it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
