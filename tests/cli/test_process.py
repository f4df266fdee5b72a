"""What only a process of its own can show: streams, locale, signals, start-up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import GUIDE, MISMATCHED, guidec, project

import guidec as package

IMPORTED = """
import sys
sys.argv = ["guidec", *sys.argv[1:]]
from guidec.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(*arguments: str, cwd: Path) -> set[str]:
    """Give the top-level modules that a command imports."""
    command = [sys.executable, "-c", IMPORTED, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=True, timeout=60)
    return set(done.stderr.decode().splitlines()[-1].split())


def test_version_and_help(tmp_path: Path) -> None:
    assert guidec("--version", cwd=tmp_path).stdout.decode() == f"guidec {package.__version__}\n"
    assert b"examples:" in guidec("--help", cwd=tmp_path).stdout
    assert b"examples:" in guidec("build", "--help", cwd=tmp_path).stdout


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["explain", "empty-guide"]])
def test_start_up_waits_for_nothing(tmp_path: Path, arguments: list[str]) -> None:
    heavy = {"pydantic", "jinja2", "markdown_it", "bs4", "ruamel", "asyncio", "concurrent", "shutil"}

    assert not heavy & imported(*arguments, cwd=tmp_path)


def test_a_build_where_nothing_changed_imports_neither_models_nor_parser(tmp_path: Path) -> None:
    project(tmp_path, a=GUIDE, bad=MISMATCHED)
    guidec("build", cwd=tmp_path)
    modules = imported("build", cwd=tmp_path)

    assert not {"pydantic", "jinja2", "markdown_it", "bs4", "ruamel", "concurrent", "tomllib"} & modules


def test_plugins_for_pydantic_that_are_installed_are_not_loaded(tmp_path: Path) -> None:
    project(tmp_path, a=GUIDE)
    installed = tmp_path / "installed"
    about = installed / "curious-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: curious\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[pydantic]\ncurious = curious:plugin\n")
    (installed / "curious.py").write_text("open('seen', 'w').close()\nplugin = None\n")
    path = os.pathsep.join([str(installed), *sys.path])

    assert guidec("build", cwd=tmp_path, environment={**os.environ, "PYTHONPATH": path}).returncode == 0
    assert not (tmp_path / "seen").exists()


@pytest.mark.skipif(os.name == "nt", reason="no POSIX locales")
def test_works_in_the_c_locale_and_without_home(tmp_path: Path) -> None:
    project(tmp_path, grösse=GUIDE.replace("Set Box up", "Größe – 中文"), bad="# Grüße\n\n<größe>\n")
    bare = {"LC_ALL": "C", "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    built = guidec("build", cwd=tmp_path, environment=bare)

    assert built.returncode == 1
    assert "<größe>" in built.stderr.decode("utf-8")
    assert json.loads((tmp_path / "build/json/grösse.json").read_bytes())["title"] == "Größe – 中文"
    checked = guidec("check", cwd=tmp_path, environment={**bare, "PYTHONIOENCODING": "latin-1"})
    assert "Größe" not in checked.stdout.decode("utf-8")
    assert "größe" in checked.stdout.decode("utf-8")


def test_a_file_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    project(tmp_path, a=GUIDE)
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/\xff\x1b.mdx")).write_text(GUIDE)
    result = guidec("build", cwd=tmp_path)

    assert result.returncode == 1
    assert b"content/\\xff\\x1b.mdx:1:1: error: " in result.stderr
    assert (tmp_path / "build/json/a.json").is_file()


def test_an_argument_that_is_not_utf_8_is_wrong_usage(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable.encode(), b"-m", b"guidec", b"check", b"\xff.mdx"],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    project(tmp_path, **{f"g{number}": GUIDE for number in range(50)})
    command = [sys.executable, "-m", "guidec", "ast", "--jsonl", "content"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) in (0, 1)
    assert errors == b""


def test_diagnostics_that_nobody_reads_end_a_build_quietly(tmp_path: Path) -> None:
    project(tmp_path, **{f"g{number}": MISMATCHED for number in range(300)})
    command = f"{sys.executable} -m guidec build --jobs 1 2>&1 >/dev/null | head -n 1"
    result = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, timeout=60, check=False)

    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == b""


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    project(tmp_path, a=GUIDE, bad=MISMATCHED)
    command = f"{sys.executable} -m guidec build >&- 2>&-"
    result = subprocess.run(command, shell=True, cwd=tmp_path, timeout=60, check=False)

    assert result.returncode == 1
    assert (tmp_path / "build/json/a.json").is_file()


@pytest.mark.skipif(os.name == "nt", reason="no POSIX signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_an_interrupted_build_ends_quietly_with_whole_files(
    tmp_path: Path, jobs: str, how: signal.Signals, status: int
) -> None:
    project(tmp_path, **{f"g{number}": GUIDE for number in range(600)})
    command = [sys.executable, "-m", "guidec", "build", "--jobs", jobs]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None and len(list((tmp_path / "build/json").glob("*.json"))) < 20:
        pass
    os.killpg(process.pid, how)
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) == status
    assert errors == b""
    for path in (tmp_path / "build/json").glob("*.json"):
        json.loads(path.read_bytes())
    assert [path for path in (tmp_path / "build").rglob("unfinished-*") if path.is_file()] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["check content", "check --output-format json", "explain"])
def test_results_that_find_no_room_are_an_error_with_its_cause(tmp_path: Path, arguments: str) -> None:
    project(tmp_path, bad=MISMATCHED)
    command = f"{sys.executable} -m guidec {arguments} > /dev/full"
    result = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, timeout=60, check=False)

    assert result.returncode == 1
    assert result.stderr.decode() == (
        "guidec: error: Unexpected failure to write the output (No space left on device), expected room and permission\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_complaints_that_find_no_room_change_nothing_but_that(tmp_path: Path) -> None:
    project(tmp_path, a=GUIDE, bad=MISMATCHED)
    for arguments, status in (("build", 1), ("check nowhere", 2)):
        command = f"{sys.executable} -m guidec {arguments} 2> /dev/full"
        result = subprocess.run(
            command, shell=True, cwd=tmp_path, capture_output=True, timeout=60, check=False
        )
        assert (result.returncode, result.stdout) == (status, b"")


def test_a_defect_shows_no_traceback(tmp_path: Path) -> None:
    code = """
import guidec.cli.schema, sys
def fail(arguments): raise KeyError("\\x1b[31m")
guidec.cli.schema.run = fail
from guidec.cli import main
sys.exit(main(["schema"]))
"""
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)

    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"\x1b" not in result.stderr
    assert result.stderr.startswith(b"guidec: error: Unexpected failure inside guidec (KeyError: ")
