from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidec.build import key
from guidec.build.job import Job
from guidec.build.key import cache_key
from guidec.config import Limits, Settings

JOB = Job(Settings(content=Path("/a/content"), out=Path("/a/build"), docs_root=Path("/a")))


def test_where_a_project_lies_does_not_matter() -> None:
    moved = Job(
        Settings(folder=Path("/b"), content=Path("/b/content"), docs_root=Path("/b"), out=Path("/elsewhere"))
    )

    assert cache_key(JOB) == cache_key(moved)


@pytest.mark.parametrize(
    "changes",
    [
        {"docs_root": Path("/")},
        {"docs_root": None},
        {"base_url": "https://docs.example.com"},
        {"targets": ("json",)},
        {"dialect": "mintlify"},
        {"severities": {"empty-guide": None}},
        {"limits": Limits(nesting=3)},
    ],
)
def test_what_decides_the_outputs_does(changes: dict[str, object]) -> None:
    assert cache_key(replace(JOB, settings=replace(JOB.settings, **changes))) != cache_key(JOB)  # type: ignore[arg-type]
    assert cache_key(replace(JOB, actions=("a",))) != cache_key(JOB)


def test_a_changed_template_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "template_folder", lambda: tmp_path)
    (tmp_path / "a.html.j2").write_text("one")
    before = cache_key(JOB)
    (tmp_path / "a.html.j2").write_text("two")

    assert cache_key(JOB) != before


def test_another_version_of_a_library_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "jinja2-9.9.9.dist-info").mkdir()
    before = cache_key(JOB)
    monkeypatch.syspath_prepend(tmp_path)

    assert cache_key(JOB) != before


def test_every_file_of_the_package_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "guidec"
    (package / "build").mkdir(parents=True)
    (package / "data" / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(key, "__file__", str(package / "build" / "key.py"))
    keys = [cache_key(JOB)]
    for name in ("a.py", "data/b.json"):
        (package / name).write_text("one")
        keys.append(cache_key(JOB))
        (package / name).write_text("two")
        keys.append(cache_key(JOB))
    assert len(set(keys)) == len(keys)

    (package / "data/__pycache__/a.pyc").write_text("compiled")
    assert cache_key(JOB) == keys[-1]
