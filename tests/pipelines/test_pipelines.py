"""The hooks for pre-commit, the action and its workflow: they say what they should, and their commands run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load((ROOT / "examples/github/guides.yml").read_text(encoding="utf-8"))
GUIDE = "---\ntitle: A\n---\n\n## Set up\n\n1. Open the console.\n"


def project(folder: Path, text: str) -> None:
    (folder / "content").mkdir()
    (folder / "content/a b.mdx").write_text(text)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which `guidec` is the one under test."""
    programs = tmp_path / "guidec/bin"
    programs.mkdir(parents=True)
    for name, more in (("guidec", " -m guidec"), ("python", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{more} "$@"\n')
        (programs / name).chmod(0o755)
    return f"{programs}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_has_what_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert {"id", "name", "description", "entry", "language"} <= set(hook)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(("text", "status"), [(GUIDE, 0), ("<b>\n", 1)])
def test_the_entry_of_a_hook_fails_where_a_guide_is_wrong(
    tmp_path: Path, path: str, hook: dict[str, Any], text: str, status: int
) -> None:
    project(tmp_path, text)
    environment = {**os.environ, "PATH": path}
    subprocess.run([sys.executable, "-m", "guidec", "build"], cwd=tmp_path, capture_output=True, check=False)
    done = subprocess.run(
        hook["entry"].split(), cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert done.returncode == status


@pytest.mark.parametrize("file", ["content/a.mdx", "docs/x.md", "page.html", "guidec.toml", "site/docs.json"])
def test_a_hook_looks_at_what_guides_are_made_of(file: str) -> None:
    assert re.search(HOOKS[0]["files"], file)
    assert not re.search(HOOKS[0]["files"], f"{file}.png")


def steps() -> list[dict[str, Any]]:
    return [*ACTION["runs"]["steps"], *(step for job in WORKFLOW["jobs"].values() for step in job["steps"])]


def test_nothing_of_an_input_stands_in_a_command() -> None:
    assert all("${{" not in step.get("run", "") for step in steps())


def test_every_action_is_pinned() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]

    assert "OWNER/guidec@COMMIT" in used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used if name != "OWNER/guidec@COMMIT")


def test_the_workflow_gives_inputs_that_the_action_has() -> None:
    given = {name for step in steps() if step.get("uses", "").startswith("OWNER/") for name in step["with"]}

    assert given <= set(ACTION["inputs"])
    assert all(value["description"] for value in ACTION["inputs"].values())
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"])


def run_step(name: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as a runner does."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    (text,) = (step["run"] for step in ACTION["runs"]["steps"] if step["name"] == name)
    summary = str(folder / "summary.md")
    environment = {**os.environ, "RUNNER_TEMP": str(folder), "GITHUB_STEP_SUMMARY": summary, **variables}
    command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(("text", "status"), [(GUIDE, 0), ("<b>\n", 1)])
@pytest.mark.parametrize("paths", ["", "content\n", "content/a b.mdx\n\n"])
def test_the_action_annotates_and_writes_sarif(tmp_path: Path, text: str, status: int, paths: str) -> None:
    project(tmp_path, text)
    sarif = run_step("Write SARIF", tmp_path, PATHS=paths, SARIF="out.sarif")
    checked = run_step("Check guides", tmp_path, PATHS=paths)

    assert sarif.returncode == 0
    assert len(json.loads((tmp_path / "out.sarif").read_text())["runs"][0]["results"]) == status
    assert checked.returncode == status
    assert checked.stdout.startswith("::error ") == bool(status)


@pytest.mark.usefixtures("path")
def test_the_action_runs_nothing_that_an_input_holds(tmp_path: Path) -> None:
    project(tmp_path, GUIDE)
    result = run_step("Check guides", tmp_path, PATHS="$(touch seen)\n`touch seen`; touch seen\n--help\n")

    assert result.returncode == 2
    assert not (tmp_path / "seen").exists()


@pytest.mark.usefixtures("path")
def test_a_wrong_configuration_fails_also_where_findings_may(tmp_path: Path) -> None:
    project(tmp_path, GUIDE)
    (tmp_path / "guidec.toml").write_text("contents = 1\n")

    assert run_step("Write SARIF", tmp_path, PATHS="", SARIF="out.sarif").returncode != 0


def test_the_action_reports_what_it_checks_before_it_compares() -> None:
    steps = ACTION["runs"]["steps"]
    names = [step["name"] for step in steps]

    assert names[0] == "Install guidec"
    assert names[-1] == "Compare with the revision before"
    assert all("!cancelled()" in step["if"] for step in steps[names.index("Check guides") :])


@pytest.mark.usefixtures("path")
def test_the_action_leaves_no_text_to_post_where_it_cannot_compare(tmp_path: Path) -> None:
    project(tmp_path, GUIDE)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    result = run_step("Compare with the revision before", tmp_path, FROM="origin/gone", DIFF="diff.md")

    assert result.returncode == 2
    assert "`origin/gone`" in result.stderr
    assert not (tmp_path / "diff.md").exists()


@pytest.mark.usefixtures("path")
def test_the_action_says_what_changed(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    project(tmp_path, GUIDE)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "content"], ["commit", "-qm", "First"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "content/a b.mdx").write_text(GUIDE.replace("console", "cabinet"))
    subprocess.run([*git, "commit", "-qam", "Second"], cwd=tmp_path, check=True)
    result = run_step("Compare with the revision before", tmp_path, FROM="main~1", DIFF="diff.md")

    assert result.returncode == 0, result.stderr
    assert "cabinet" in (tmp_path / "diff.md").read_text()
    assert (tmp_path / "summary.md").read_text() == (tmp_path / "diff.md").read_text()
