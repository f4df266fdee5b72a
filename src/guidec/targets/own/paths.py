"""The path of an output: a pattern filled in with fields of the guide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.guide.models import Guide

FIELD = re.compile(r"\{([a-z]+)\}")


def path_of(pattern: str, guide: Guide) -> str | None:
    """Fill in `pattern`; None where the guide lacks what it names.

    The id is a path below the content root, every other field a slug, so nothing leads out of the target's folder.
    """
    fields = {
        "id": guide.id,
        "kind": guide.kind.value,
        "provider": guide.provider and guide.provider.key,
        "auth": guide.auth and guide.auth.method.value,
    }
    names = FIELD.findall(pattern)
    return FIELD.sub(lambda m: fields[m[1]] or "", pattern) if all(fields[name] for name in names) else None
