"""What a build holds of each guide until its end; compiling stands aside, for it gives back what it takes."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from guidec.build import builder, guide
from guidec.build.builder import Builder
from guidec.build.job import Job
from guidec.build.output import Stamp
from guidec.build.record import Record
from guidec.build.scan import Scan
from guidec.config import Settings
from guidec.guide.models import Auth, GuideKind, Provider
from guidec.targets.catalogue import CatalogueEntry

OUTPUTS = "json/{}.json html/{}.html config/{}.yaml config/{}.env connector/{}.yaml mdx/{}.mdx".split()
FEW, MANY = 1200, 3200
"""Each so many that files are longer than the mebibyte which is read of them at once, and costs the same for all."""


def entry(path: str, digest: str) -> str:
    """Give the entry of a guide whose title and description no other guide has."""
    name = path.removesuffix(".mdx")
    return CatalogueEntry(
        id=name,
        kind=GuideKind.GUIDE,
        title=f"Connect {name} with OAuth 2.0",
        description=f"Register an application for {name} and copy its credentials. " * 3,
        provider=Provider(name="Acme", key="acme"),
        auth=Auth(label="OAuth 2.0", method="oauth2"),
        path=path,
        sha256=digest,
        steps=7,
        boxes=26,
    ).model_dump_json()


def built(_job: Job, _build: str, paths: Sequence[str]) -> list[Record]:
    """Give records as of guides that were built."""
    records = []
    for path in paths:
        digest = sha256(path.encode()).hexdigest()
        outputs = {output.format(path[:-4]): Stamp(1, digest) for output in OUTPUTS}
        record = Record(path, {path: digest}, {}, outputs, entry=entry(path, digest), changed=tuple(outputs))
        records.append(record)
    return records


def build(folder: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Build that many guides; give the bytes that were held at the most."""
    guides = [f"group-{one // 100:03}/guide-{one:06}.mdx" for one in range(number)]
    monkeypatch.setattr(builder, "scan", lambda *_: Scan([*guides]))
    monkeypatch.setattr(guide, "build_guides", built)
    tracemalloc.start()
    try:
        summary = Builder(
            Job(Settings(content=folder, out=folder / f"build-{number}")), lambda _: None
        ).build(use_cache=False)
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (summary.compiled, summary.errors) == (number, 0)
    return held


def for_each_guide(folder: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    few, many = (build(folder, number, monkeypatch) for number in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def test_a_build_holds_little_of_each_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, 1, monkeypatch)  # what is imported stays
    cold, again = (for_each_guide(tmp_path, monkeypatch) for _ in range(2))
    assert cold < 500
    assert again < 500
