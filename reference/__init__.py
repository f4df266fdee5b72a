"""Writes the reference of the manual, `docs/reference/`, from the code that it is about.

    python -m reference

The pages are committed, so that they can be read without building the site; a test holds them fresh.
"""
