"""Where outputs go, and where they never go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stranger import GOOD, OUTPUTS, Stranger


@pytest.mark.parametrize("text", [GOOD, "# Bad\n\n<Card>\n", "", "\0", "{", "<!-- x -->"])
def test_a_guide_has_all_its_outputs_or_an_error(tmp_path: Path, text: str) -> None:
    project = Stranger(tmp_path)
    project.write("sub/bad.mdx", text)
    found = project.build()

    failed = "sub/bad.mdx:" in found.err and " error: " in found.err
    assert len(project.outputs("sub/bad")) == (0 if failed else len(OUTPUTS))


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", "<")
    project.build()

    kept = {path.name for path in (tmp_path / "build/.guidec-cache").iterdir()}
    assert kept == {".gitignore", "guides.jsonl"}


@pytest.mark.parametrize(
    "output", [path.format("good") for path in OUTPUTS] + ["index.json", "manifest.json"]
)
def test_a_link_in_the_place_of_an_output_is_replaced(tmp_path: Path, output: str) -> None:
    project = Stranger(tmp_path)
    (tmp_path / "build" / output).parent.mkdir(parents=True)
    (tmp_path / "build" / output).symlink_to(tmp_path / "outside/secret.mdx")

    assert project.build().status == 0
    assert not (tmp_path / "build" / output).is_symlink()


@pytest.mark.parametrize("folder", ["json", "html", "schema", ".guidec-cache"])
def test_nothing_is_written_through_a_linked_folder(tmp_path: Path, folder: str) -> None:
    project = Stranger(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / folder).symlink_to(tmp_path / "outside")
    found = project.run("build", "--output-format", "concise")

    assert found.rules == {"unwritable-output"}
    assert [path.name for path in (tmp_path / "outside").iterdir()] == ["secret.mdx"]


@pytest.mark.parametrize(
    "names", [("a.mdx", "A.mdx"), ("a.mdx", "a.md"), ("a.mdx", "a.json/b.mdx"), ("a.mdx", "a.html/b.mdx")]
)
def test_names_that_collide_are_errors_for_both(tmp_path: Path, names: tuple[str, str]) -> None:
    project = Stranger(tmp_path)
    for name in names:
        project.write(name, GOOD)
    found = project.build()

    assert found.err.count("[output-collision]") == 2
    assert not project.outputs("a")


def test_the_content_root_is_no_output_folder(tmp_path: Path) -> None:
    assert Stranger(tmp_path).run("build", "--out", "content").status == 2


def test_an_output_folder_inside_the_content_root_holds_no_guides(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    for _ in range(2):
        assert project.run("build", "--out", "content/build").status == 0
    assert json.loads((tmp_path / "content/build/manifest.json").read_bytes())["guides"].keys() == {
        "good.mdx"
    }


@pytest.mark.parametrize("out", ["/dev/null", "content/good.mdx", "/proc/nowhere"])
def test_an_output_folder_that_can_be_none_is_an_error(tmp_path: Path, out: str) -> None:
    found = Stranger(tmp_path).run("build", "--output-format", "concise", "--out", out)
    assert (found.status, found.rules) == (1, {"unwritable-output"})
