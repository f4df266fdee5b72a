"""What the output of a project's own target is held to: a JSON Schema, a pydantic model, or both."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from guidec.config.settings import OwnTarget

    Validate = Callable[[Any], str | None]


class NoValidatorError(Exception):
    """What outputs are to be held to is wrong itself; `file` is where, relative to the configuration's folder."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(reason)
        self.file = file


def validator(own: OwnTarget, folder: Path) -> Validate:
    """Give a function that says what is wrong with a value, or None; raises NoValidatorError."""
    checks: list[Validate] = []
    if own.schema:
        checks.append(_by_schema(own.schema, folder))
    if own.model:
        checks.append(_by_model(own.model, folder))
    return lambda value: next((problem for check in checks if (problem := check(value))), None)


def _by_schema(name: str, folder: Path) -> Validate:
    from jsonschema import Draft202012Validator, SchemaError, validators
    from jsonschema.exceptions import best_match
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    try:
        schema: Any = json.loads((folder / name).read_bytes())
        kind = validators.validator_for(schema, default=Draft202012Validator)
        kind.check_schema(schema)
    except (OSError, ValueError, SchemaError) as error:
        reason = error.message if isinstance(error, SchemaError) else error
        raise NoValidatorError(name, f"`{name}` is no JSON Schema: {reason}") from error
    known = kind(schema, registry=Registry())  # of its own, or a `$ref` to another site would be fetched

    def check(value: Any) -> str | None:
        try:
            error = best_match(known.iter_errors(value))
        except Unresolvable as missing:
            return f"`{name}` refers to `{missing.ref}`, which is not in it"
        return error and f"{error.json_path}: {error.message}"

    return check


def _by_model(name: str, folder: Path) -> Validate:
    from pydantic import BaseModel, ValidationError

    module, _, class_name = name.partition(":")
    file = f"{module.replace('.', '/')}.py"
    try:
        with _importable(folder):
            model = getattr(import_module(module), class_name)
    except Exception as error:  # whatever the project's module runs into
        raise NoValidatorError(
            file, f"`{name}` cannot be imported: {type(error).__name__}: {error}"
        ) from error
    if not isinstance(model, type) or not issubclass(model, BaseModel):
        raise NoValidatorError(file, f"`{name}` is no pydantic model")

    def check(value: object) -> str | None:
        try:
            model.model_validate(value)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            return f"{'.'.join(map(str, first['loc'])) or '$'}: {first['msg']}"
        return None

    return check


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Let modules in the project's folder be imported, as they are by a script there."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
