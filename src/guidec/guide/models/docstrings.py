"""What the fields of a model mean: the docstrings below them."""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Give the docstring below each field of the model, by the field's name; one without is left out."""
    found: dict[str, str] = {}
    for extended in reversed(model.__mro__):
        if not model.model_fields.keys().isdisjoint(vars(extended).get("__annotations__", ())):
            found |= _declared(extended)
    return found


@cache
def _declared(model: type[object]) -> dict[str, str]:
    """Read the docstrings of the fields that a class itself declares; none where it is installed without its source."""
    try:
        source = getsource(model)
    except OSError:
        return {}
    (definition,) = ast.parse(dedent(source)).body
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: cleandoc(said.value.value)
        for field, said in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
        if isinstance(said.value.value, str)
    }
