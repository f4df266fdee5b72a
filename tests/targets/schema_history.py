"""The history of the published schemas, and what may change in one of them without a new version.

CHANGELOG.md lists every form that a schema has had, by the first digits of its digest, the newest first; the forms
themselves lie in `schemas/`. Run as a program (`tasks.py update-schemas`), this adds the present forms to both,
and writes the files that guidec publishes.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidec.targets.schema_files import FOLDER as PUBLISHED
from guidec.targets.schemas import FORMATS, format_files, json_schema

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
FOLDER = Path(__file__).with_name("schemas")
HEADING = "### Schemas\n\n"
LINE = re.compile(
    r"^- `(?P<name>[a-z]+)` (?P<version>\d+), `(?P<digest>[0-9a-f]{12})`: (?P<what>.+)$", re.MULTILINE
)
TO_SAY = "(say what changed)"
SAME = {"description", "title", "$id", "$schema", "$defs", "properties", "required"}
"""Keywords that say nothing about a type, or are compared by themselves."""

Schema = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """A form that a schema has had."""

    name: str
    version: str
    digest: str
    what: str

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}-{self.version}-{self.digest}.json"

    def schema(self) -> Schema:
        schema: Schema = json.loads(self.path.read_text(encoding="utf-8"))
        return schema


def listed(text: str) -> list[Form]:
    """Give the forms that a changelog lists, the newest first."""
    return [Form(**match.groupdict()) for match in LINE.finditer(text)]


def present(name: str) -> Form:
    """Give the form that a schema has now."""
    text = json.dumps(json_schema(name), sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Form(name, FORMATS[name].version, digest, TO_SAY)


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """Say what a program that reads the old form could stumble over in the new one: what is gone or has another type."""
    found: list[str] = []
    parts = {"": (old, new)}
    for name, part in old.get("$defs", {}).items():
        if name in new.get("$defs", {}):
            parts[name] = (part, new["$defs"][name])
        else:
            found.append(f"{name} is gone")
    for name, (before, after) in parts.items():
        found += [
            f"{name}.{key} is gone"
            for key in before.get("properties", {})
            if key not in after.get("properties", {})
        ]
        found += [
            f"{name}.{key} has another type"
            for key, value in before.get("properties", {}).items()
            if key in after.get("properties", {}) and not _allows(after["properties"][key], value)
        ]
        found += [
            f"{name}.{key} may be missing"
            for key in before.get("required", [])
            if key not in after.get("required", [])
        ]
        if not _allows(after, before):
            found.append(f"{name} has another type")
    return found


def _allows(new: Any, old: Any) -> bool:
    """Tell whether a type is the same, or an enumeration or union with more members."""
    if not isinstance(new, dict) or not isinstance(old, dict):
        return bool(new == old)
    for keyword in {*new, *old} - SAME:
        if keyword in ("enum", "oneOf", "anyOf"):
            if any(member not in new.get(keyword, []) for member in old.get(keyword, [])):
                return False
        elif not _allows(new.get(keyword), old.get(keyword)):
            return False
    return True


def update() -> None:
    """Add the present forms to the changelog and to the folder.

    A form takes the place of one that was not released, unless it breaks what could be done with that.
    """
    text = CHANGELOG.read_text(encoding="utf-8")
    start = text.index("## [Unreleased]")
    end = text.find("\n## [", start + 1) % (len(text) + 1)
    unreleased = text[start:end]
    known = {form.name: form for form in reversed(listed(text))}
    for form in map(present, FORMATS):
        before = known.get(form.name)
        if before and before.digest == form.digest:
            continue
        line = f"- `{form.name}` {form.version}, `{form.digest}`: {form.what}\n"
        if before and not breaking_changes(before.schema(), json_schema(form.name)):
            unreleased = re.sub(
                rf"^- `{form.name}` \d+, `{before.digest}`.*\n", "", unreleased, flags=re.MULTILINE
            )
        if HEADING not in unreleased:
            unreleased = f"{unreleased.rstrip()}\n\n{HEADING}"
        unreleased = unreleased.replace(HEADING, HEADING + line)
        FOLDER.mkdir(exist_ok=True)
        form.path.write_text(
            json.dumps(json_schema(form.name), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        print(line, end="")  # noqa: T201
    text = text[:start] + unreleased + text[end:]
    CHANGELOG.write_text(text, encoding="utf-8")
    kept = {form.path for form in listed(text)}
    for path in FOLDER.glob("*.json"):
        if path not in kept:
            path.unlink()


def publish() -> None:
    """Write the schemas that guidec publishes."""
    PUBLISHED.mkdir(exist_ok=True)
    made = dict(format_files())
    for path in PUBLISHED.iterdir():
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (PUBLISHED / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    update()
    publish()
