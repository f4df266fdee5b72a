from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commands import GUIDE, MISMATCHED, Run, project

from guidec.cli import printer
from guidec.cli.counted import found_in_short


def test_what_is_found_is_the_result(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE, bad=MISMATCHED)
    result = run("check")

    assert result.status == 1
    assert result.out.splitlines()[0].startswith(
        "content/bad.mdx:5:1: error: Unexpected closing tag `</Steps>`"
    )
    assert result.out.splitlines()[1] == "    5 | </Steps>"
    assert result.err == "1 error, 0 warnings\n"
    assert not (tmp_path / "build").exists()


def test_a_clean_project_is_0(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)

    assert (run("check").status, run("check").out) == (0, "")


@pytest.mark.parametrize("given", ["content/bad.mdx", "./content/bad.mdx"])
def test_a_path_is_shown_as_it_was_given(tmp_path: Path, run: Run, given: str) -> None:
    project(tmp_path, bad=MISMATCHED)

    [found] = json.loads(run("check", given, "--output-format", "json").out)
    assert os.path.normpath(found["path"]) == os.path.normpath(given)


def test_an_absolute_path_is_shown_so(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    path = str(tmp_path / "content/bad.mdx")

    [found] = json.loads(run("check", path, "--output-format", "json").out)
    assert found["path"] == path


def test_checks_several_files_and_folders(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    project(tmp_path / "other", bad=MISMATCHED, worse=MISMATCHED)
    found = json.loads(run("check", "content", "other/content/worse.mdx", "--output-format", "json").out)

    assert [one["path"] for one in found] == ["content/bad.mdx", "other/content/worse.mdx"]


def test_a_path_that_is_named_twice_is_checked_once(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED, worse=MISMATCHED)
    paths = ["content/worse.mdx", "content/bad.mdx", "./content/worse.mdx"]
    found = json.loads(run("check", *paths, "--output-format", "json").out)

    assert [one["path"] for one in found] == ["content/worse.mdx", "content/bad.mdx"]


def test_json_is_an_array_with_places(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    [found] = json.loads(run("check", "--output-format", "json").out)

    assert (found["rule"], found["severity"]) == ("mdx-mismatched-tag", "error")
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (5, 1, 5, 9)
    assert found["notes"][0]["path"] == "content/bad.mdx"


def test_sarif_uris_are_relative_also_for_absolute_paths(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    log = json.loads(run("check", str(tmp_path / "content"), "--output-format", "sarif").out)

    [result] = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/bad.mdx"


def test_github_annotates(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    result = run("check", "--output-format", "github")

    assert result.out.startswith("::error file=content/bad.mdx,line=5,")
    assert len(result.out.splitlines()) == 1


def test_rules_are_selected_and_ignored(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "content/b.mdx").write_text("")

    def rules(*arguments: str) -> set[str]:
        return {
            found["rule"] for found in json.loads(run("check", "--output-format", "json", *arguments).out)
        }

    assert "empty-guide" in rules()
    assert rules("--select", "empty-guide") == {"empty-guide"}
    assert "empty-guide" not in rules("--ignore", "empty-guide")
    assert rules("--select", "empty-guide", "--ignore", "empty-guide") == set()


def test_an_error_that_leaves_no_guide_cannot_be_silenced(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)

    assert run("check", "--ignore", "mdx-mismatched-tag").status == 1


def test_an_unknown_rule_is_wrong_usage_with_the_nearest_one(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    result = run("check", "--ignore", "empty-guides")

    assert (result.status, result.out) == (2, "")
    assert result.err == "guidec check: error: Unexpected rule `empty-guides`, expected `empty-guide`\n"


def test_a_missing_path_is_wrong_usage(run: Run) -> None:
    assert run("check", "nowhere.mdx").status == 2


def test_a_dangling_link_is_an_error_of_the_guide(tmp_path: Path, run: Run) -> None:
    project(tmp_path)
    (tmp_path / "content/a.mdx").symlink_to("nowhere.mdx")

    assert run("check", "content/a.mdx").status == 1
    assert "content/a.mdx:1:1: error: Unexpected failure to read" in run("check").out


def test_a_frame_never_shows_a_file_outside_the_content_root(tmp_path: Path, run: Run) -> None:
    project(tmp_path)
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "content/a.mdx").symlink_to(tmp_path / "secret")
    result = run("check")

    assert result.status == 1
    assert "[outside-content-root]" in result.out
    assert "secret" not in result.out


def test_the_content_root_of_a_file_is_the_configured_one(tmp_path: Path, run: Run) -> None:
    project(tmp_path)
    (tmp_path / "guidec.toml").write_text('content = "content"')
    (tmp_path / "content/guides").mkdir()
    (tmp_path / "content/note.mdx").write_text("A note.\n")
    text = GUIDE.replace("## Set up", 'import Note from "/note.mdx"\n\n<Note />\n\n## Set up')
    (tmp_path / "content/guides/a.mdx").write_text(text)

    assert run("check", "content/guides/a.mdx").status == 0
    (tmp_path / "guidec.toml").unlink()
    assert run("check", "content/note.mdx").status == 0


def test_concise_is_a_line_each(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED, worse=MISMATCHED)
    result = run("check", "--output-format", "concise")

    assert [line.partition(": ")[0] for line in result.out.splitlines()] == [
        "content/bad.mdx:5:1",
        "content/worse.mdx:5:1",
    ]
    assert result.err == "2 errors, 0 warnings\n"


def test_statistics_count_by_rule_the_most_frequent_first(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=MISMATCHED, b="", c="")
    result = run("check", "--statistics")

    assert result.status == 1
    assert [line.split()[:3] for line in result.out.splitlines()] == [
        ["2", "warning", "empty-guide"],
        ["2", "warning", "missing-title"],
        ["1", "error", "mdx-mismatched-tag"],
    ]
    assert result.err == "1 error, 4 warnings\n"


def test_statistics_are_data_too(tmp_path: Path, run: Run) -> None:
    project(tmp_path, bad=MISMATCHED)
    [counted] = json.loads(run("check", "--statistics", "--output-format", "json").out)

    assert (counted["rule"], counted["severity"], counted["count"]) == ("mdx-mismatched-tag", "error", 1)
    assert run("check", "--statistics", "--output-format", "sarif").status == 2


def test_nothing_found_has_no_statistics(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)

    assert (run("check", "--statistics").status, run("check", "--statistics").out) == (0, "")


def test_paths_from_a_folder_below_the_project_are_relative(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, a=MISMATCHED)
    (tmp_path / "guidec.toml").write_text('content = "content"\n')
    (tmp_path / "content/crm").mkdir()
    (tmp_path / "content/crm/b.mdx").write_text(MISMATCHED)
    monkeypatch.chdir(tmp_path / "content/crm")

    everything = run("check", "--output-format", "github").out
    assert "file=content/a.mdx," in everything
    assert "file=content/crm/b.mdx," in everything
    log = json.loads(run("check", "--output-format", "sarif").out)
    places = [one["locations"][0]["physicalLocation"] for one in log["runs"][0]["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"content/a.mdx", "content/crm/b.mdx"}
    shown = run("check", "b.mdx").out
    assert shown.startswith("b.mdx:5:1: error: ")
    assert "</Steps>" in shown
    assert run("check", "../a.mdx").out.startswith("../a.mdx:5:1: error: ")


def test_infos_are_counted_where_there_are_any() -> None:
    assert found_in_short(1, 0, 0) == "1 error, 0 warnings"
    assert found_in_short(0, 2, 1) == "0 errors, 2 warnings, 1 info"
    assert found_in_short(0, 0, 3) == "0 errors, 0 warnings, 3 infos"


def test_an_override_that_fits_no_file_is_reported(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "guidec.toml").write_text(
        '[[overrides]]\npaths = ["a.mdx"]\n\n[[overrides]]\npaths = ["content/*"]\n'
    )
    result = run("check")

    assert result.out.startswith("guidec.toml:5:1: warning: Unexpected pattern `content/*`, expected one ")
    assert result.out.count("[idle-override]") == 1
    (tmp_path / "guidec.toml").write_text('[rules]\nidle-override = "off"\n[[overrides]]\npaths = ["b"]\n')
    assert run("check").out == ""


def test_a_command_that_is_misspelt_is_told(run: Run) -> None:
    result = run("chekc")

    assert result.status == 2
    assert "Unexpected command `chekc`, expected `check`" in result.err
    assert "expected one of `build`, " in run("zzzzzz").err


@pytest.mark.parametrize("output_format", ["text", "concise", "github", "json", "sarif"])
def test_a_run_of_many_bad_guides_prints_no_more_than_a_bound(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    monkeypatch.setattr(printer, "MAX_SHOWN", 5)
    monkeypatch.setattr(printer, "MAX_GATHERED", 5)
    project(tmp_path, **{f"a{number}": "# A\n\n<Unknown />\n" for number in range(9)})
    out = run("check", "--output-format", output_format).out

    assert 5 <= out.count("unknown-component") <= 5 + 3 * (output_format == "sarif")
    assert "4 more" in out
    assert output_format != "json" or json.loads(out)[-1]["rule"] == "too-many-problems"


def test_statistics_count_what_is_beyond_that_bound(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "MAX_GATHERED", 5)
    project(tmp_path, **{f"a{number}": "# A\n\n<Unknown />\n" for number in range(9)})
    [counted] = json.loads(run("check", "--statistics", "--output-format", "json").out)
    assert counted["count"] == 9
