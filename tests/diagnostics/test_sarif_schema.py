"""SARIF obeys the schema of OASIS, and a finding stays the same finding while lines above it come and go.

The schema is taken from the source archive of the package `sarif-om`, which is made from it; it is the last form before
the one that OASIS published.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.rules import all_rules
from guidec.diagnostics.sarif import to_sarif
from guidec.source import Source

PACKAGE = "sarif-om==1.0.4 --hash=sha256:cd5f416b3083e00d402a92e449a7ff67af46f11241073eea0461802a3b5aef98\n"
SCHEMA = "sarif-2.1.0-rtm.4.json"


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Draft4Validator:
    folder = tmp_path_factory.mktemp("sarif")
    (folder / "requirements.txt").write_text(PACKAGE)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    done = subprocess.run(
        [*pip, "--require-hashes", "-r", "requirements.txt"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    archive = next(folder.glob("*.tar.gz"), None)
    if archive is None:
        pytest.skip(f"the package with the schema cannot be had: {done.stderr.strip()[-200:]}")
    with tarfile.open(archive) as files:
        member = next(name for name in files.getnames() if Path(name).name == SCHEMA)
        text = files.extractfile(member)
        assert text is not None
        return Draft4Validator(json.load(text))


def results(*found: Diagnostic) -> list[dict[str, Any]]:
    return list(json.loads(to_sarif(found, "1.2.3"))["runs"][0]["results"])


def at(source: Source, text: str, **more: Any) -> Diagnostic:
    start = source.text.index(text)
    return Diagnostic.at(
        all_rules()["image-alt"], f"Unexpected {text}", source.span(start, start + len(text)), **more
    )


def test_a_log_obeys_the_schema(validator: Draft4Validator) -> None:
    source = Source("one ![](a.png)\n\n![](b b.png)\n", "größe/a b.mdx")
    note = Note.at("here", source.span(0, 3))
    found = [
        at(source, "![](a.png)", notes=(note,), suggestion="![A](a.png)"),
        Diagnostic.in_file(all_rules()["unreadable-file"], "Unexpected", "x.mdx"),
        *(Diagnostic.at(rule, "Unexpected \ud800", source.span(0, 1)) for rule in all_rules().values()),
    ]
    for log in (found, []):
        validator.validate(json.loads(to_sarif(log, "1.2.3")))


def test_the_schema_refuses_what_is_wrong(validator: Draft4Validator) -> None:
    log = json.loads(to_sarif([at(Source("![](a.png)", "a.mdx"), "![](a.png)")], "1.2.3"))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not validator.is_valid(log)


def test_a_suggestion_is_a_fix() -> None:
    [result] = results(at(Source("one ![](a.png)", "a.mdx"), "![](a.png)", suggestion="![A](a.png)"))
    [change] = result["fixes"][0]["artifactChanges"]

    assert change["artifactLocation"] == {"uri": "a.mdx"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 15},
            "insertedContent": {"text": "![A](a.png)"},
        }
    ]


def test_a_finding_is_the_same_when_lines_move() -> None:
    text = "![](a.png)\n\n![](a.png) ![](b.png)\n"

    def fingerprints(source: Source) -> list[str]:
        second = source.text.rindex("![](a.png)")
        found = [at(source, "![](a.png)"), at(source, "![](b.png)")]
        twice = Diagnostic.at(found[0].rule, found[0].message, source.span(second, second + 10))
        return [one["partialFingerprints"]["guidec/v1"] for one in results(found[0], twice, found[1])]

    before, after = fingerprints(Source(text, "a.mdx")), fingerprints(Source(f"New.\n\n{text}", "a.mdx"))
    assert before == after
    assert len(set(before)) == 3
    assert fingerprints(Source(text, "b.mdx")) != before
