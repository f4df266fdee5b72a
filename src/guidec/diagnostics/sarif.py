"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from guidec.diagnostics.explanation import explanation
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.diagnostics.diagnostic import Diagnostic
    from guidec.diagnostics.rule import Rule
    from guidec.source import Point

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """Give diagnostics as one SARIF log with one run of guidec `version`."""
    found = list(diagnostics)
    rules = sorted(
        {diagnostic.rule.id: diagnostic.rule for diagnostic in found}.values(), key=lambda rule: rule.id
    )
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "guidec", "version": version, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, indexes[diagnostic.rule.id], seen) for diagnostic in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    help_text = "\n\n".join(part for part in (rule.why, rule.reference) if part)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text, "markdown": explanation(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: int, seen: Counter[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule.id,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": printable(diagnostic.message)},
        "locations": [_location(diagnostic.path, diagnostic.start, diagnostic.end)],
        "partialFingerprints": {"guidec/v1": _fingerprint(diagnostic, seen)},
    }
    if diagnostic.suggestion is not None:
        result["fixes"] = [_fix(diagnostic, printable(diagnostic.suggestion))]
    if diagnostic.notes:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": printable(note.message)},
                **_location(note.path, note.start, note.end),
            }
            for number, note in enumerate(diagnostic.notes)
        ]
    return result


def _fix(diagnostic: Diagnostic, suggestion: str) -> dict[str, Any]:
    replaced = {
        "deletedRegion": _region(diagnostic.start, diagnostic.end),
        "insertedContent": {"text": suggestion},
    }
    change = {"artifactLocation": _artifact(diagnostic.path), "replacements": [replaced]}
    return {"description": {"text": f"Write `{suggestion}` instead."}, "artifactChanges": [change]}


def _location(path: str, start: Point, end: Point) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(start, end)}}


def _artifact(path: str) -> dict[str, Any]:
    return {"uri": _relative_uri(path)}


def _region(start: Point, end: Point) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _relative_uri(path: str) -> str:
    relative = os.path.relpath(path) if os.path.isabs(path) else path  # noqa: PTH117
    # A first segment with a colon would read as a scheme (RFC 3986, section 4.2); quote() encodes colons, too.
    return quote(relative.replace(os.sep, "/"), safe="/", errors="surrogateescape")


def _fingerprint(diagnostic: Diagnostic, seen: Counter[str]) -> str:
    """Identify a finding by what it says, not by its line, so that it stays the same when lines above it change."""
    identity = f"{diagnostic.rule.id}\n{diagnostic.path}\n{diagnostic.message}"
    seen[identity] += 1
    digest = hashlib.sha256(f"{identity}\n{seen[identity]}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]
