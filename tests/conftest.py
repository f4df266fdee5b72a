"""Its place puts `tests/` on the import path: `from guides import small_guide` works in every test."""
