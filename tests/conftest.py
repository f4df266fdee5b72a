"""Its place puts `tests/` on the import path: `from guides import small_guide` works in every test."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("guidec", deadline=None)  # a slow machine is not a failure
settings.load_profile("guidec")
