"""What the fields of models mean, in schemas."""

from __future__ import annotations

import pytest

from guidec.guide.models import docstrings
from guidec.guide.models.place import Model


def test_should_describe_a_field_by_the_docstring_below_it() -> None:
    class Tree(Model):
        height: int
        """In metres."""
        name: str

    described = Tree.model_json_schema()["properties"]
    assert described["height"]["description"] == "In metres."
    assert "description" not in described["name"]


def test_should_describe_nothing_where_the_source_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> str:
        raise OSError("could not get source code")

    monkeypatch.setattr(docstrings, "getsource", missing)

    class Stone(Model):
        weight: int
        """In grams."""

    assert "description" not in Stone.model_json_schema()["properties"]["weight"]
