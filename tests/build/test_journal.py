"""What a build wrote before it was ended, and what stands where something else is to stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guidec.build.builder import Builder
from guidec.build.journal import Journal
from guidec.build.output import STATE_FOLDER, OutputFolder
from small_project import GUIDE, SmallProject


class EndedError(BaseException):
    """What nothing catches, as nothing catches a signal."""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    made = SmallProject(tmp_path, {"targets": ("json",)})
    made.write("a.mdx")
    made.build()
    return made


@pytest.mark.parametrize(("one", "other"), [("a.mdx", "a.json/b.mdx"), ("a.json/b.mdx", "a.mdx")])
def test_a_guide_may_take_the_place_of_one_that_is_gone(tmp_path: Path, one: str, other: str) -> None:
    project = SmallProject(tmp_path, {"targets": ("json",)})
    project.write(one)
    project.build()
    (project.content / one).unlink()
    if (project.content / one).parent != project.content:
        (project.content / one).parent.rmdir()
    project.write(other)
    project.build()

    assert project.errors() == []
    assert [path for path in project.outputs() if path.startswith("json/")] == [f"json/{other[:-4]}.json"]


def test_what_an_ended_build_wrote_goes_with_its_guide(project: SmallProject) -> None:
    project.write("a.mdx", GUIDE.format("edited"))
    project.write("new.mdx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Builder, "_put_shared", end)
        with pytest.raises(EndedError):
            project.build()
    assert {"json/a.json", "json/new.json"} < project.outputs().keys()
    for name in ("a.mdx", "new.mdx"):
        (project.content / name).unlink()
    project.build()

    assert [path for path in project.outputs() if path.startswith("json/")] == []
    assert project.leftovers() == []


def end(*_: object) -> None:
    raise EndedError


def test_what_somebody_changed_since_stays(project: SmallProject) -> None:
    mine = project.out / "json/mine.json"
    mine.write_text("mine")
    journal = Journal(project.out / STATE_FOLDER, 999_999_999)
    journal.note({"json/mine.json": "0" * 64})
    project.build()

    assert mine.read_text() == "mine"
    assert project.leftovers() == []


def test_the_journal_of_a_build_under_way_is_not_touched(project: SmallProject) -> None:
    journal = Journal(project.out / STATE_FOLDER, os.getppid())
    sha256 = OutputFolder(project.out).stamp("json/a.json").sha256  # type: ignore[union-attr]
    journal.note({"json/a.json": sha256})
    project.build()

    assert "json/a.json" in project.outputs()
    assert project.leftovers() == [f"written-{os.getppid()}.jsonl"]


def test_outputs_stay_where_a_new_one_cannot_be_written(project: SmallProject) -> None:
    project.write("a.mdx", GUIDE.format("edited"))
    before = project.outputs()["json/a.json"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OutputFolder, "put", full)
        project.build()
    assert {rule for _, rule in project.errors()} == {"unwritable-output"}
    assert project.outputs()["json/a.json"] == before


def full(*_: object) -> bool:
    raise OSError(28, "No space left on device")
