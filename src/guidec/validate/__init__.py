"""Filled-in configurations, held against the JSON Schema of their guide.

Every problem has a line and column. A secret may stand anywhere, by mistake also as a key or as the name of a
variable, so no message repeats what the file holds: keys, values and variables are named where the schema names
them. Scopes and actions are the exception, for they are public words. No code frame may be shown with a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.validate.alone import problems_alone
from guidec.validate.nodes import compose, validate_config
from guidec.validate.schema import find_schema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from guidec.source import Source


def validate(source: Source, env: Mapping[str, str], schemas: Path | None = None) -> tuple[Diagnostic, ...]:
    """Hold a configuration against the schema of its guide; placeholders are resolved from `env`.

    `schemas` is the folder of a build's schemas, for files that have been moved away from theirs.
    """
    root = compose(source)
    if isinstance(root, Diagnostic):
        return (root,)
    schema = find_schema(source, root, schemas)
    if isinstance(schema, Diagnostic):
        return (schema, *problems_alone(source, root))
    return validate_config(source, root, schema, env)
