"""Its place puts `tests/` on the import path: `from guides import small_guide` works in every test.

The examples of hypothesis are the same in every run, so that a change is judged by what it changed; new ones are tried
with `HYPOTHESIS_PROFILE=explore`.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("guidec", deadline=None, derandomize=True)  # a slow machine is not a failure
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "guidec"))
