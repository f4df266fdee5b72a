"""What stands below the attributes of a class: Python itself forgets it."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise


def attribute_docs(cls: type) -> dict[str, str]:
    """Give the text below each attribute that has one, on one line; also below those that a method sets."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    return {
        name: " ".join(text.split())
        for body in bodies
        for statement, below in pairwise(body)
        if (name := _assigned(statement)) and (text := _text(below))
    }


def _assigned(statement: ast.stmt) -> str:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)]):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def _text(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
    return ""
