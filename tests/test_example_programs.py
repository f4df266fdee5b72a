"""Runs the programs in examples/ on this project's own guides."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import guidec
from guidec.guide.models import Guide, Section, Step
from guidec.targets.schemas import FORMATS
from npm_packages import install_packages

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with `examples/` and what a build of `content/` gives."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(
        ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("node_modules", "dist")
    )
    run(
        [
            sys.executable,
            "-m",
            "guidec",
            "build",
            str(ROOT / "content"),
            "--out",
            "build",
            "--target",
            "json",
        ],
        folder,
    )
    return folder


@pytest.fixture(scope="module")
def typescript(project: Path, pytestconfig: pytest.Config) -> Path:
    """Give the TypeScript example with its packages; what npm gives is kept from one run of the tests to the next."""
    if not shutil.which("npm"):
        pytest.skip("npm is not installed")
    folder = project / "examples/typescript"
    assert pytestconfig.cache
    kept = pytestconfig.cache.mkdir("examples-typescript")
    shutil.copy(folder / "package.json", kept)
    if not (kept / "node_modules/typescript").exists() and (failure := install_packages(kept)):
        pytest.skip(f"npm cannot install TypeScript: {failure}")
    (folder / "node_modules").symlink_to(kept / "node_modules")
    return folder


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(project: Path) -> dict[str, Guide]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((project / "build/json").rglob("*.json"))]
    guides = map(Guide.model_validate_json, texts)
    return {made.id: made for made in guides}


def steps(sections: list[Section]) -> Iterator[Step]:
    for section in sections:
        yield from section.steps
        yield from steps(section.sections)


@pytest.mark.node
def test_typescript(project: Path, typescript: Path) -> None:
    run(["node_modules/.bin/tsc"], typescript)
    made = built(project)["clickup"]
    lines = run(["node", "dist/steps.js", str(project / "build/json/clickup.json")], typescript).splitlines()

    titles = [f"{number}. {step.title}" for number, step in enumerate(steps(made.sections), 1)]
    assert lines[0] == made.title
    assert [line for line in lines if line[0].isdigit()] == titles
    assert "   - Confirm with Create App." in lines
    assert lines[-1] == f"Redirect URL: {made.redirect_urls[0].url}"


@pytest.mark.node
def test_typescript_accepts_every_published_type(project: Path, typescript: Path) -> None:
    types = sorted(str(path) for path in (project / "build/schema").glob("*.d.ts"))

    assert [Path(path).name.removesuffix(".d.ts") for path in types] == sorted(FORMATS)
    run(["node_modules/.bin/tsc", "--strict", "--noEmit", "--types", "node", *types], typescript)


@pytest.mark.node
def test_typescript_refuses_a_field_that_is_not_there(typescript: Path) -> None:
    source = typescript / "steps.ts"
    (typescript / "wrong.ts").write_text(
        source.read_text(encoding="utf-8").replace("guide.title", "guide.name")
    )
    done = subprocess.run(
        ["node_modules/.bin/tsc", "--strict", "--noEmit", "--types", "node", "wrong.ts"],
        cwd=typescript,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode != 0
    assert "Property 'name' does not exist on type 'Guide'" in done.stdout


def test_python(project: Path) -> None:
    command = [sys.executable, "examples/python/redirect_urls.py", str(ROOT / "content")]
    rows = [line.split("\t") for line in run(command, project).splitlines()]
    expected = [
        [made.id, made.provider.name if made.provider else "-", entry.url, entry.step or "-"]
        for path in sorted((ROOT / "content").rglob("*.mdx"))
        for made in [guidec.compile(path)]
        for entry in made.redirect_urls
    ]

    assert rows == expected
    assert ["clickup", "ClickUp"] in [row[:2] for row in rows]


def test_python_says_what_cannot_be_compiled(project: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.mdx").write_text("<Steps>\n")
    command = [sys.executable, "examples/python/redirect_urls.py", str(tmp_path)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith("bad.mdx:1:1: ")


def test_python_ends_quietly_where_nobody_reads_on(project: Path) -> None:
    command = f"'{sys.executable}' examples/python/redirect_urls.py '{ROOT / 'content'}' | true"
    done = subprocess.run(["sh", "-c", command], cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_shell(project: Path) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    lines = run(["sh", "examples/shell/secrets.sh", "build"], project).splitlines()
    secrets = [
        (made.id, entry.key) for made in built(project).values() for entry in made.credentials if entry.secret
    ]

    assert sorted(lines) == sorted(f"{guide_id}\t{key}" for guide_id, key in secrets)
    assert "clickup\tclient_secret" in lines
