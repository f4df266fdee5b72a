from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from guidec.build import builder
from guidec.build.builder import Builder
from guidec.build.job import Job
from guidec.build.output import STATE_FOLDER
from guidec.build.summary import Summary
from guidec.config import Settings
from guidec.diagnostics import Diagnostic

GUIDE = """---
title: {title}
---

## Set up

<Steps>
  <Step title="Open the console">Go to https://example.com.</Step>
</Steps>
"""


class Project:
    """A content root and its output folder in a temporary place."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.out = folder / "build"
        self.content.mkdir()
        self.found: list[Diagnostic] = []

    def write(self, path: str, text: str | None = None) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(GUIDE.format(title=path) if text is None else text, encoding="utf-8")

    def build(
        self,
        *,
        jobs: int = 1,
        use_cache: bool = True,
        dry_run: bool = False,
        actions: tuple[str, ...] | None = None,
        executor: ThreadPoolExecutor | None = None,
        **changes: object,
    ) -> Summary:
        self.found.clear()
        settings = replace(Settings(content=self.content, out=self.out, targets=("json", "html")), **changes)
        job = Job(settings, actions, dry_run)
        return Builder(job, self._report, jobs=jobs, executor=executor).build(use_cache=use_cache)

    def _report(self, found: Sequence[Diagnostic]) -> None:
        self.found += found

    def errors(self) -> list[tuple[str, str]]:
        return [(found.path, found.rule.id) for found in self.found if found.severity == "error"]

    def outputs(self, suffix: str = ".json") -> list[str]:
        return [path for path in self.files() if path.startswith("json/") and path.endswith(suffix)]

    def files(self) -> dict[str, bytes]:
        files = (path for path in sorted(self.out.rglob("*")) if path.is_file())
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in files}

    def age(self) -> None:
        """Make all outputs older than the cache, as they are for whoever does not build twice a millisecond."""
        for path in self.out.rglob("*"):
            if path.is_file() and STATE_FOLDER not in path.parts:
                os.utime(path, (1, 1))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    # The real key holds guidec's own code, which may be under work while tests run; test_key.py is about it.
    monkeypatch.setattr(builder, "cache_key", lambda job: job.decisive())
    return Project(tmp_path)


def test_each_guide_gives_its_outputs(project: Project) -> None:
    project.write("a.mdx")
    project.write("crm/b.mdx")
    summary = project.build()

    files = project.files()
    assert {"json/a.json", "json/crm/b.json", "html/a.html", "html/crm/b.html"} < set(files)
    assert {"index.json", "manifest.json", "html/index.html", "schema/guide.schema.json"} < set(files)
    assert json.loads(files["json/crm/b.json"])["id"] == "crm/b"
    assert (summary.guides, summary.compiled, summary.errors) == (2, 2, 0)
    assert sorted(summary.changed) == [path for path in files if not path.startswith(STATE_FOLDER)]


def test_an_empty_content_root_gives_an_empty_catalogue(project: Project) -> None:
    assert project.build().errors == 0
    assert json.loads(project.files()["index.json"])["guides"] == []


def test_two_builds_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    for number in range(5):
        project.write(f"{number}.mdx")
    project.build()
    first = project.files()
    other = tmp_path / "elsewhere"
    other.mkdir()
    again = Project(other)
    for number in reversed(range(5)):
        again.write(f"{number}.mdx")
    again.build(use_cache=False)

    assert again.files() == first


@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_jobs_gives_the_same_bytes(project: Project, tmp_path: Path, jobs: int) -> None:
    for number in range(40):
        project.write(f"{number % 7}/{number}.mdx", "<Open>" if number % 10 == 9 else None)
    project.build()
    one, found = project.files(), list(project.found)
    project.out = tmp_path / "parallel"
    summary = project.build(jobs=jobs)

    assert project.files() == one
    assert project.found == found
    assert summary.errors == 4


def test_another_executor_does_the_same_and_is_not_shut_down(project: Project, tmp_path: Path) -> None:
    for number in range(20):
        project.write(f"{number}.mdx")
    project.build()
    first = project.files()
    project.out = tmp_path / "other"
    with ThreadPoolExecutor(2) as executor:
        project.build(jobs=2, executor=executor)
        assert executor.submit(int).result() == 0

    assert project.files() == first


def test_one_bad_guide_costs_only_itself(project: Project) -> None:
    project.write("a.mdx")
    project.write("b.mdx", "<Steps>\n\ntext\n\n</Step>\n")
    project.write("c.mdx")
    summary = project.build()

    assert project.outputs() == ["json/a.json", "json/c.json"]
    assert summary.errors == len(project.errors()) > 0
    assert {path for path, _ in project.errors()} == {"b.mdx"}


@pytest.mark.parametrize("name", ["index.mdx", "Index.mdx"])
def test_a_guide_named_index_replaces_the_page_of_all_guides(project: Project, name: str) -> None:
    project.write(name)
    project.write("a.mdx")
    assert project.build().errors == 0
    page = f"html/{name.removesuffix('.mdx')}.html"
    assert [found.rule.id for found in project.found] == ["index-page-taken"]
    assert name.encode() in project.files()[page]
    assert len([path for path in project.files() if path.lower() == "html/index.html"]) == 1

    (project.content / name).unlink()
    project.build()
    assert project.found == []
    assert b"a.html" in project.files()["html/index.html"]


def test_unreadable_guides_are_errors_and_the_rest_is_built(project: Project) -> None:
    project.write("a.mdx")
    (project.content / "latin.mdx").write_bytes(b"# Gr\xfc\xdfe\n")
    (project.content / "utf16.mdx").write_text("# Guide\n", encoding="utf-16")
    (project.content / "dangling.mdx").symlink_to("nowhere.mdx")
    (project.content / "out.mdx").symlink_to("/etc/hostname")
    os.mkfifo(project.content / "pipe.mdx")
    project.build()

    assert project.outputs() == ["json/a.json"]
    assert project.errors() == [
        ("dangling.mdx", "unreadable-file"),
        ("latin.mdx", "invalid-encoding"),
        ("out.mdx", "outside-content-root"),
        ("pipe.mdx", "not-a-regular-file"),
        ("utf16.mdx", "invalid-encoding"),
    ]


def test_guides_whose_outputs_collide_are_errors_for_all_of_them(project: Project) -> None:
    project.write("a.mdx")
    project.write("okta.mdx")
    project.write("okta.md", "# Okta\n")
    project.write("Box.mdx")
    project.write("box.mdx")
    project.build()

    assert project.outputs() == ["json/a.json"]
    assert project.errors() == [
        (path, "output-collision") for path in ("Box.mdx", "box.mdx", "okta.md", "okta.mdx")
    ]


def test_nothing_changed_means_nothing_compiled_and_nothing_touched(project: Project) -> None:
    project.write("a.mdx")
    project.write("bad.mdx", "<Open>")
    project.build()
    found, before = list(project.found), {path: path.stat().st_mtime_ns for path in project.out.rglob("*")}
    summary = project.build()

    assert (summary.guides, summary.compiled, *summary.changed, *summary.removed) == (2, 0)
    assert {path: path.stat().st_mtime_ns for path in project.out.rglob("*")} == before
    assert project.found == found
    assert summary.errors == len(project.errors()) > 0


def test_one_changed_guide_compiles_one_guide(project: Project) -> None:
    project.write("a.mdx")
    project.write("b.mdx")
    project.write("c.mdx")
    project.build()
    project.age()
    project.write("b.mdx", GUIDE.format(title="Changed"))
    summary = project.build()

    assert summary.compiled == 1
    assert sorted(summary.changed) == [
        "html/b.html",
        "html/index.html",
        "index.json",
        "json/b.json",
        "manifest.json",
    ]
    entries = json.loads(project.files()["index.json"])["guides"]
    assert [(entry["id"], entry["title"]) for entry in entries] == [
        ("a", "a.mdx"),
        ("b", "Changed"),
        ("c", "c.mdx"),
    ]


def test_a_changed_snippet_compiles_the_guides_that_include_it(project: Project) -> None:
    included = 'import Note from "./parts/note.mdx"\n\n# Guide\n\n<Note />\n'
    project.write("a.mdx", included)
    project.write("b.mdx")
    project.write("parts/note.mdx", 'import Deep from "./deep.mdx"\n\n<Deep />\n')
    project.write("parts/deep.mdx", "first\n")
    project.build(exclude=("parts/*",))
    project.write("parts/deep.mdx", "second\n")
    summary = project.build(exclude=("parts/*",))

    assert summary.compiled == 1
    assert b"second" in project.files()["json/a.json"]


def test_a_snippet_that_appears_compiles_the_guides_that_missed_it(project: Project) -> None:
    project.write("a.mdx", 'import Note from "./note.mdx"\n\n# Guide\n\n<Note />\n')
    project.build(exclude=("note.mdx",))
    assert project.errors() == [("a.mdx", "snippet-not-found")]
    assert project.outputs() == ["json/a.json"]

    project.write("note.mdx", "here\n")
    assert project.build(exclude=("note.mdx",)).errors == 0
    assert b"here" in project.files()["json/a.json"]


def test_outputs_of_a_guide_that_is_gone_are_removed(project: Project) -> None:
    project.write("a.mdx")
    project.write("x/b.mdx")
    project.build()
    (project.out / "json/x/mine.txt").write_text("mine")
    (project.content / "x/b.mdx").unlink()
    summary = project.build()

    assert sorted(summary.removed) == ["html/x/b.html", "json/x/b.json"]
    assert not (project.out / "html/x").exists()
    assert (project.out / "json/x/mine.txt").read_text() == "mine"
    assert "x/b" not in project.files()["manifest.json"].decode()


def test_outputs_of_a_guide_that_broke_are_removed(project: Project) -> None:
    project.write("a.mdx")
    project.build()
    project.write("a.mdx", "<Open>")
    project.build()

    assert project.outputs() == []


def test_outputs_of_a_target_that_is_no_longer_wanted_are_removed(project: Project) -> None:
    project.write("a.mdx")
    project.build()
    project.build(targets=("json",))

    assert not (project.out / "html").exists()
    assert project.outputs() == ["json/a.json"]


def test_only_what_the_manifest_lists_is_removed(project: Project) -> None:
    project.write("a.mdx")
    project.build()
    (project.content / "a.mdx").unlink()
    (project.out / "manifest.json").unlink()
    summary = project.build()

    assert not [*summary.removed]
    assert project.outputs() == ["json/a.json"]


@pytest.mark.parametrize("victim", ["../content/a.mdx", "/etc/hostname", "linked/precious.txt"])
def test_a_forged_manifest_removes_nothing_outside(project: Project, tmp_path: Path, victim: str) -> None:
    project.write("a.mdx")
    project.build()
    (tmp_path / "precious.txt").write_text("precious")
    (project.out / "linked").symlink_to(tmp_path)
    data = (project.out / victim).read_bytes()
    manifest = json.loads(project.files()["manifest.json"])
    manifest["guides"]["gone.mdx"] = {"inputs": {}, "outputs": {victim: hashlib.sha256(data).hexdigest()}}
    lines = [f"    {json.dumps(path)}: {json.dumps(value)}" for path, value in manifest["guides"].items()]
    (project.out / "manifest.json").write_text("\n".join(lines))
    project.write("b.mdx")
    project.build()

    assert (project.out / victim).read_bytes() == data


def test_a_file_that_somebody_else_put_there_is_not_removed(project: Project) -> None:
    project.write("a.mdx")
    project.build()
    (project.out / "json/a.json").write_text("mine")
    (project.content / "a.mdx").unlink()
    project.build()

    assert (project.out / "json/a.json").read_text() == "mine"


@pytest.mark.parametrize("old", [True, False])
def test_an_output_that_was_changed_or_lost_is_written_again(project: Project, old: bool) -> None:
    project.write("a.mdx")
    project.write("b.mdx")
    project.build()
    first = project.files()
    if old:
        project.age()
    (project.out / "json/a.json").write_bytes(first["json/a.json"].replace(b"a.mdx", b"x.mdx"))
    (project.out / "html/b.html").unlink()
    (project.out / "index.json").write_text("{}")
    project.build()

    assert project.files() == first


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"\xff\xfe", b"[0, {}]\n" + b"0" * 64, "cut", "flip"],
    ids=["empty", "foreign", "binary", "forged", "cut", "flip"],
)
def test_a_damaged_cache_is_ignored(project: Project, damage: bytes | str) -> None:
    project.write("a.mdx")
    project.write("b.mdx")
    project.build()
    first = project.files()
    cache = project.out / STATE_FOLDER / "guides.jsonl"
    data = cache.read_bytes()
    damaged = {"cut": data[: len(data) // 2], "flip": data.replace(b'"a.mdx"', b'"x.mdx"')}
    cache.write_bytes(damage if isinstance(damage, bytes) else damaged[damage])
    summary = project.build()

    assert summary.compiled == 2
    assert project.files() == first


def test_another_configuration_compiles_everything(project: Project) -> None:
    project.write("a.mdx")
    project.build()

    assert project.build(base_url="https://docs.example.com").compiled == 1
    assert project.build(base_url="https://docs.example.com").compiled == 0
    assert project.build(base_url="https://docs.example.com", actions=("a",)).compiled == 1


def test_the_manifest_tells_what_was_made_of_what(project: Project) -> None:
    project.write("a.mdx", 'import Note from "./note.mdx"\n\n# Guide\n\n<Note />\n')
    project.write("note.mdx", "text\n")
    project.build(exclude=("note.mdx",))
    files = project.files()
    manifest = json.loads(files["manifest.json"])

    assert list(manifest["guides"]) == ["a.mdx"]
    assert set(manifest["guides"]["a.mdx"]["inputs"]) == {"a.mdx", "note.mdx"}
    outputs = manifest["guides"]["a.mdx"]["outputs"] | manifest["files"]
    assert {path: hashlib.sha256(files[path]).hexdigest() for path in outputs} == outputs
    assert set(files) - set(outputs) == {
        "manifest.json",
        f"{STATE_FOLDER}/.gitignore",
        f"{STATE_FOLDER}/guides.jsonl",
    }
    assert files[f"{STATE_FOLDER}/.gitignore"] == b"*\n"


def test_manifest_and_catalogue_obey_their_published_schemas(project: Project) -> None:
    from jsonschema import Draft202012Validator

    project.write("a.mdx")
    project.write("b.mdx", "<Open>")
    project.build()
    files = project.files()

    for name in ("manifest", "index"):
        schema = json.loads(files[f"schema/{name}.schema.json"])
        Draft202012Validator(schema).validate(json.loads(files[f"{name}.json"]))


def test_a_dry_run_writes_nothing_and_lists_what_is_stale(project: Project) -> None:
    project.write("a.mdx")
    summary = project.build(dry_run=True)
    assert "json/a.json" in summary.changed
    assert not project.out.exists()

    project.build()
    assert not [*project.build(dry_run=True).changed]
    before = project.files()
    project.write("a.mdx", GUIDE.format(title="Changed"))
    (project.content / "b.mdx").write_text(GUIDE)
    project.build(dry_run=True)
    assert project.files() == before


def test_a_dry_run_does_not_believe_the_cache(project: Project) -> None:
    project.write("a.mdx")
    project.build()
    project.age()
    data = (project.out / "json/a.json").read_bytes()
    (project.out / "json/a.json").write_bytes(data.replace(b"a.mdx", b"x.mdx"))
    os.utime(project.out / "json/a.json", (1, 1))

    assert [*project.build(dry_run=True).changed] == ["json/a.json"]


def test_a_dry_run_names_what_would_be_removed(project: Project) -> None:
    project.write("a.mdx")
    project.write("b.mdx")
    project.build()
    (project.content / "b.mdx").unlink()

    assert sorted(project.build(dry_run=True).removed) == ["html/b.html", "json/b.json"]
    assert "json/b.json" in project.outputs()


def test_a_folder_in_the_way_of_an_output_costs_that_guide(project: Project) -> None:
    project.write("a.mdx")
    project.write("b.mdx")
    (project.out / "json/a.json").mkdir(parents=True)
    project.build()

    assert project.errors() == [("a.mdx", "unwritable-output")]
    assert "json/b.json" in project.files()
    (project.out / "json/a.json").rmdir()
    assert project.build().compiled == 1
    assert "json/a.json" in project.files()


def test_a_link_inside_the_output_folder_is_never_written_through(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    project.write("a.mdx")
    project.out.mkdir()
    (project.out / "json").symlink_to(elsewhere)
    project.build()

    assert project.errors() == [("a.mdx", "unwritable-output")]
    assert list(elsewhere.iterdir()) == []


def test_an_output_folder_that_cannot_be_made_is_one_error(project: Project) -> None:
    project.write("a.mdx")
    project.out.write_text("a file")
    summary = project.build()

    assert [rule for _, rule in project.errors()] == ["unwritable-output"]
    assert summary.errors == 1


def test_a_defect_of_guidec_costs_one_guide(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from guidec import pipeline

    real = pipeline.compile_guide

    def failing(source: object, *others: object) -> object:
        if source.path == "b.mdx":  # type: ignore[attr-defined]
            raise KeyError("secret\x1b[31m")
        return real(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "compile_guide", failing)
    project.write("a.mdx")
    project.write("b.mdx")
    project.build()

    assert project.errors() == [("b.mdx", "internal-error")]
    assert project.outputs() == ["json/a.json"]


def test_a_guide_is_checked_again_when_a_page_that_it_links_to_comes_or_goes(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("a.mdx", GUIDE.format(title="A") + "\n[to](./b#more)\n")
    project.write("c.mdx")

    def broken(compiled: int) -> list[str]:
        summary = project.build()
        assert summary.compiled == compiled
        return [found.rule.id for found in project.found if found.rule.id.startswith("broken-")]

    assert broken(2) == ["broken-link"]
    assert broken(0) == ["broken-link"]
    project.write("b.mdx", GUIDE.format(title="B"))
    assert broken(2) == ["broken-anchor"]
    project.write("b.mdx", GUIDE.format(title="B") + "\n## More\n\nText.\n")
    assert broken(2) == []
    assert broken(0) == []
    (project.content / "b.mdx").unlink()
    assert broken(1) == ["broken-link"]


def test_a_page_that_is_only_linked_to_is_no_input(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("a.mdx", GUIDE.format(title="A") + "\n[to](./b#set-up) and [to](./b)\n")
    project.write("b.mdx")
    project.build()

    manifest = json.loads((project.out / "manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["guides"]["a.mdx"]["inputs"]) == ["a.mdx"]
    project.write("b.mdx", GUIDE.format(title="Another"))
    assert project.build().compiled == 2
    project.write("a.mdx", GUIDE.format(title="A") + "\n[to](./b)\n")
    project.build()
    project.write("b.mdx", GUIDE.format(title="One more"))
    assert project.build().compiled == 1
