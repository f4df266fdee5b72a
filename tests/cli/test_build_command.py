from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import GUIDE, MISMATCHED, Run, project

SEVERAL = {"a": GUIDE.replace("Set Box up", "A"), "bad": MISMATCHED, "c": GUIDE.replace("Set Box up", "C")}


def test_build_alone_compiles_content_into_build(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    result = run("build")

    assert (result.status, result.out) == (0, "")
    assert "1 guide (1 compiled)" in result.err
    assert json.loads((tmp_path / "build/json/a.json").read_bytes())["id"] == "a"


def test_names_content_and_output_folder(tmp_path: Path, run: Run) -> None:
    project(tmp_path / "docs", a=GUIDE)

    assert run("build", "docs/content", "--out", "data").status == 0
    assert (tmp_path / "data/json/a.json").is_file()
    assert not (tmp_path / "build").exists()


def test_one_bad_guide_is_reported_while_the_others_are_built(tmp_path: Path, run: Run) -> None:
    project(tmp_path, **SEVERAL)
    result = run("build")

    assert result.status == 1
    assert result.out == ""
    assert "content/bad.mdx:5:1: error: " in result.err
    assert "content/bad.mdx:4:3: note: " in result.err
    assert sorted(path.name for path in (tmp_path / "build/json").iterdir()) == ["a.json", "c.json"]


def test_an_error_counts_also_where_nothing_was_compiled(tmp_path: Path, run: Run) -> None:
    project(tmp_path, **SEVERAL)
    first = run("build")
    second = run("build")

    assert second.status == 1
    assert second.err.splitlines()[:-1] == first.err.splitlines()[:-1]
    assert "3 guides (2 compiled, 1 failed)" in first.err
    assert "3 guides (0 compiled, 1 failed)" in second.err


PANEL = """<Panel data-guides-scope-selector data-guide-actions-json='[{"id": "list"}, {"id": "send"}]'></Panel>\n\n"""


def test_an_action_that_no_guide_offers_is_an_error_with_the_nearest_one(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE, b=GUIDE.replace("<Steps>", f"{PANEL}<Steps>", 1))

    assert run("build", "--actions", "list,send").status == 0
    for _ in range(2):  # also where everything is as it was
        result = run("build", "--actions", "list,sent")
        assert result.status == 1
        expected = "content:1:1: error: Unexpected action `sent`, expected `send` [unknown-action]"
        assert expected in result.err.splitlines()


def test_writes_only_the_targets_that_are_named(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)

    assert run("build", "--target", "mdx", "--target", "json").status == 0
    folders = {path.name for path in (tmp_path / "build").iterdir() if path.is_dir()}
    assert folders == {"json", "mdx", "schema", ".guidec-cache"}


def test_check_lists_what_is_missing_stale_or_extra_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE, b=GUIDE)
    missing = run("build", "--check", "--target", "json")
    assert missing.status == 1
    assert "missing: json/a.json\n" in missing.out
    assert not (tmp_path / "build").exists()

    assert run("build", "--target", "json").status == 0
    clean = run("build", "--check", "--target", "json")
    assert (clean.status, clean.out) == (0, "")

    (tmp_path / "content/b.mdx").unlink()
    (tmp_path / "build/json/a.json").write_text("{}")
    stale = run("build", "--check", "--target", "json")
    assert stale.status == 1
    assert stale.out.splitlines() == [
        "stale: json/a.json",
        "stale: index.json",
        "stale: manifest.json",
        "extra: json/b.json",
    ]
    assert (tmp_path / "build/json/a.json").read_text() == "{}"


def test_the_configuration_names_the_folders_also_from_below(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, a=MISMATCHED)
    (tmp_path / "content").rename(tmp_path / "guides")
    (tmp_path / "guidec.toml").write_text('content = "guides"\nout = "data"\ntargets = ["json"]\n')
    monkeypatch.chdir(tmp_path / "guides")
    result = run("build")

    assert result.status == 1
    assert result.err.startswith("a.mdx:5:1: error: ")
    assert (tmp_path / "data/index.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "nowhere"], "Unexpected content folder `nowhere`, expected a folder that exists"),
        (["build", "--out", "content"], "expected one that is not the content root"),
        (["build", "--target", "htm"], "Unexpected target `htm`, expected one of json, html"),
        (["build", "--jobs", "0"], "expected a whole number of at least 1"),
        (["build", "--frobnicate"], "unrecognized arguments: --frobnicate"),
        (["build", "--chec"], "unrecognized arguments: --chec"),
        (["frobnicate"], "Unexpected command `frobnicate`"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_wrong_usage_is_2(tmp_path: Path, run: Run, arguments: list[str], message: str) -> None:
    project(tmp_path, a=GUIDE)
    result = run(*arguments)

    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert not (tmp_path / "build").exists()


def test_a_missing_content_folder_is_wrong_usage(run: Run) -> None:
    result = run("build")

    assert result.status == 2
    assert "Unexpected content folder `content`" in result.err


def test_a_content_root_among_the_outputs_is_refused(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "content").rename(tmp_path / "mdx")

    assert run("build", "mdx", "--out", ".").status == 2
    assert (tmp_path / "mdx/a.mdx").read_text() == GUIDE


def test_an_output_folder_inside_the_content_root_is_not_read(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)

    for _ in range(2):
        assert run("build", "--out", "content/build").status == 0
    assert sorted(path.name for path in (tmp_path / "content/build/json").rglob("*")) == ["a.json"]


def test_the_outputs_of_other_builds_are_no_guides(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.mdx").write_text(GUIDE)
    (tmp_path / "guidec.toml").write_text('content = "."\n')

    for out in ("build", "o2", "o3"):
        result = run("build", "--out", out)
        assert "1 guide (" in result.err
    assert result.err.count("Unexpected outputs of another build") == 2
    assert [path.name for path in (tmp_path / "o3/json").rglob("*")] == ["a.json"]
    assert run("check").out.count("[output-folder]") == 2

    (tmp_path / "guidec.toml").write_text('content = "."\n[rules]\noutput-folder = "off"\n')
    assert "output-folder" not in run("build").err + run("check").out


def test_a_broken_configuration_is_wrong_usage_with_a_place(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "guidec.toml").write_text('\n contents = "docs"\n')
    result = run("build")

    assert result.status == 2
    assert result.err.splitlines() == [
        "guidec.toml:2:2: error: Unexpected setting `contents`, expected `content` [unknown-setting]",
        '    2 |  contents = "docs"',
        "      |  ^^^^^^^^",
        "  help: write `content` instead",
    ]


def test_an_output_folder_that_cannot_be_made_is_an_error(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "build").write_text("a file")
    result = run("build")

    assert result.status == 1
    assert result.err.startswith("build:1:1: error: Unexpected failure to write")


def test_a_run_prints_no_end_of_diagnostics(tmp_path: Path, run: Run) -> None:
    project(tmp_path, **{f"g{number}": "</a>\n\n" * 40 for number in range(60)})
    result = run("build", "--target", "json")

    assert result.status == 1
    assert len(result.err) < 2_000_000
    name = "x" * 200_000
    project(tmp_path, long=f"<{name}>\n")
    assert len(run("build", "--target", "json").err) < 2_000_000
