"""What a template finds where a name or an attribute is not there, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, TemplateRuntimeError, UndefinedError
from jinja2.utils import missing
from pydantic import BaseModel

from guidec.diagnostics.closest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("guide", "options")
"""What every template is given."""
LONGEST_NAME = 60


class UnknownNameError(UndefinedError):
    """A template names what no guide can have."""


class Missing(StrictUndefined):
    """Fails when it is used, in the words of who writes templates; as Jinja has it, also where it is only tested."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        known = _known(obj)
        if hint is not None or name is None:
            pass  # Jinja knows better, as where an attribute is not safe
        elif known is not None:
            hint, exc = _unknown(obj, str(name), known), UnknownNameError
        elif obj is None:
            hint = f"`{str(name)[:LONGEST_NAME]}` is asked of what is null"
        super().__init__(hint, obj, name, exc)


def _known(obj: object) -> Iterable[str] | None:
    """Give the names there are: of a model its fields, of the template what it is given; None where any may be."""
    if obj is missing:
        return NAMES
    return type(obj).model_fields if isinstance(obj, BaseModel) else None


def _unknown(obj: object, name: str, known: Iterable[str]) -> str:
    near = closest(name[:LONGEST_NAME], known)
    meant = f": is `{near}` meant?" if near else ""
    what = f"`{type(obj).__name__}` has no" if obj is not missing else "there is no"
    return f"{what} `{name[:LONGEST_NAME]}`{meant}"
