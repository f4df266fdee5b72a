from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import MISMATCHED, Run, guidec, project
from jsonschema import Draft202012Validator

from guidec.targets.schemas import json_schema
from repositories import ENVIRONMENT, commit, git, repository

URL = "https://api.example.com/oauth/acme/callback"
GUIDE = f"""---
title: Connect Acme
---

## Create the app

<Steps>
  <Step title="Open the console">Sign in to Acme as an owner of the workspace.</Step>
  <Step title="Register">Enter the redirect URL `{URL}` and press **Save**.</Step>
</Steps>
"""
OTHER = "# Other\n\n## Something else\n\nNothing here is like the rest of it, by any word.\n"
DONE = GUIDE.replace("callback", "done")
BREAKING = (
    "breaking: Redirect URL “{0}callback” became “{0}done”, in “Register” [redirect-url-changed]".format(
        "https://api.example.com/oauth/acme/"
    )
)


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two commits: the redirect URL changed, one guide was renamed, one is gone, one is new."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    commit(repository(tmp_path), acme=GUIDE, old=OTHER, gone="# Gone\n\nFor good.\n")
    commit(tmp_path, acme=DONE, old=None, new=OTHER, gone=None, added="# Added\n\nToday, and at last.\n")
    return tmp_path


def said(out: str) -> list[str]:
    """Give the changes of a text, without the places."""
    return [line.split(": ", 1)[1] for line in out.splitlines() if not line.startswith(" ")]


def test_two_revisions_breaking_changes_first(history: Path, run: Run) -> None:
    result = run("diff", "HEAD~1", "HEAD")

    assert said(result.out) == [
        BREAKING,
        "breaking: Guide “gone” is gone [guide-removed]",
        "breaking: Guide “old” is “new” now [guide-renamed]",
        "notable: New guide “added” [guide-added]",
    ]
    assert result.out.startswith("HEAD:content/acme.mdx:9:50: breaking: ")
    assert "  HEAD~1:content/acme.mdx:9:50: note: Here it was before\n" in result.out
    assert (result.status, result.err) == (0, "3 breaking, 1 notable, 0 editorial\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["HEAD~1", "HEAD"],
        ["HEAD~1"],
        ["HEAD~1", "content"],
        ["HEAD~1..HEAD"],
        ["HEAD~1..."],
        ["HEAD~1:content", "content"],
        ["HEAD~1:./content", "HEAD:content/"],
    ],
)
def test_many_ways_to_name_the_same(history: Path, run: Run, arguments: list[str]) -> None:
    assert len(said(run("diff", *arguments).out)) == 4


@pytest.mark.parametrize(
    "arguments",
    [
        ["HEAD~1", "content/acme.mdx"],
        ["HEAD~1:content/acme.mdx", "content/acme.mdx"],
        ["HEAD~1:content/acme.mdx", "HEAD"],
        ["content/acme.mdx", "HEAD~1"],
    ],
)
def test_one_guide(history: Path, run: Run, arguments: list[str]) -> None:
    (line,) = said(run("diff", *arguments).out)
    assert line.endswith("[redirect-url-changed]")


def test_a_path_that_exists_wins_over_a_revision(history: Path, run: Run) -> None:
    git(history, "branch", "content", "HEAD~1")

    assert run("diff", "content", "content").out == ""
    assert len(said(run("diff", "content:content", "content").out)) == 4


def test_each_revision_has_its_configuration_and_snippets(tmp_path: Path, run: Run) -> None:
    repository(tmp_path)
    text = "# A\n\nimport Note from './parts/note.mdx'\n\n## B\n\n<Note />\n"
    (tmp_path / "guidec.toml").write_text(
        'content = "content"\nexclude = ["parts/*"]\ntargets = ["nowhere"]\n'
    )
    commit(tmp_path, a=text, **{"parts/note": "Two words.\n"})
    commit(tmp_path, **{"parts/note": "Two other words.\n"})
    (tmp_path / "guidec.toml").unlink()

    result = run("diff", "HEAD~1", "HEAD")
    assert said(result.out) == [
        "editorial: Text “Two words.” reads “Two other words.” now, in “B” [text-changed]"
    ]


@pytest.mark.parametrize("arguments", [["HEAD~1", "HEAD"], ["HEAD~1"], ["HEAD~1..."]])
def test_the_commit_that_adopts_guidec(tmp_path: Path, run: Run, arguments: list[str]) -> None:
    repository(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/acme.mdx").write_text(GUIDE)
    commit(tmp_path)
    (tmp_path / "docs/acme.mdx").write_text(DONE)
    (tmp_path / "guidec.toml").write_text('content = "docs"\n')
    commit(tmp_path)

    result = run("diff", *arguments)
    assert (result.status, said(result.out)) == (0, [BREAKING])


@pytest.mark.parametrize("arguments", [["HEAD~1", "HEAD"], ["HEAD~1"], ["HEAD~1", "docs"]])
def test_every_guide_is_new_where_the_content_root_is(tmp_path: Path, run: Run, arguments: list[str]) -> None:
    commit(repository(tmp_path))
    (tmp_path / "guidec.toml").write_text('content = "docs"\n')
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/acme.mdx").write_text(GUIDE)
    commit(tmp_path)

    result = run("diff", *arguments)
    assert (result.status, said(result.out)) == (0, ["notable: New guide “acme” [guide-added]"])


def test_outputs_that_were_committed_are_no_guides(tmp_path: Path, run: Run) -> None:
    repository(tmp_path)
    for name in ("a.mdx", "public/mdx/a.mdx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GUIDE)
    (tmp_path / "guidec.toml").write_text('content = "."\n')
    (tmp_path / "public/manifest.json").write_text('{\n  "schema_version": "1",\n  "guidec": "0.1.0"\n}\n')
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    (tmp_path / "public/mdx/a.mdx").write_text(OTHER)
    git(tmp_path, "commit", "-q", "-a", "-m", "second")

    for arguments in (["HEAD~1", "HEAD"], ["HEAD~1"]):
        result = run("diff", *arguments)
        assert (result.status, result.out) == (0, "")
        assert "output-folder" not in result.err


def test_a_content_root_that_neither_revision_has_is_reported(tmp_path: Path, run: Run) -> None:
    commit(repository(tmp_path))
    commit(tmp_path)

    result = run("diff", "HEAD~1", "HEAD")
    assert result.status == 1
    assert "HEAD:content:1:1: not compared: Unexpected absence" in result.out


@pytest.mark.parametrize("arguments", [["v9", "HEAD"], ["v9...HEAD"], ["v9..."], ["HEAD..v9"]])
def test_a_revision_that_the_clone_lacks_is_named(
    history: Path, tmp_path_factory: pytest.TempPathFactory, run: Run, arguments: list[str]
) -> None:
    result = run("diff", *arguments)
    assert (result.status, result.out) == (2, "")
    assert "`v9`" in result.err
    assert "fetch-depth" not in result.err

    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    git(history, "clone", "--quiet", "--depth=1", history.as_uri(), str(shallow))
    done = guidec("diff", *arguments, cwd=shallow)
    assert done.returncode == 2
    assert b"`v9`" in done.stderr
    assert b"fetch-depth: 0" in done.stderr


def test_links_in_a_revision_lead_nowhere_outside(tmp_path: Path, run: Run) -> None:
    repository(tmp_path)
    (tmp_path / "secret.mdx").write_text("secret\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/linked.mdx").symlink_to("../secret.mdx")
    (tmp_path / "content/real.mdx").write_text("# Real\n\nText.\n")
    (tmp_path / "content/same.mdx").symlink_to("real.mdx")
    commit(tmp_path)

    result = run("diff", "HEAD", "HEAD")
    assert result.status == 1
    assert said(result.out)[0].startswith("not compared: ")
    assert "HEAD:content/linked.mdx:1:1: error: Unexpected path outside" in result.err
    assert "same.mdx" not in result.err


def test_the_rest_is_compared_where_a_guide_does_not_compile(history: Path, run: Run) -> None:
    commit(history, added=MISMATCHED)
    result = run("diff", "HEAD~2", "HEAD")

    assert result.status == 1
    assert BREAKING in said(result.out)
    assert said(result.out)[-1].startswith("not compared: Unexpected ")
    assert "[guide-added]" not in result.out
    assert result.err.startswith("HEAD:content/added.mdx:5:1: error: ")


def test_a_file_that_git_does_not_know_at_a_revision_is_reported(history: Path, run: Run) -> None:
    result = run("diff", "HEAD~1", "content/added.mdx")

    assert result.status == 1
    assert result.out.startswith("HEAD~1:content/added.mdx:1:1: not compared: Unexpected absence")
    assert "HEAD~1:content/added.mdx:1:1: error: Unexpected absence at `HEAD~1`" in result.err
    assert "[not-in-revision]" in result.err


def test_json_that_guidec_wrote(tmp_path: Path, run: Run) -> None:
    project(tmp_path, acme=GUIDE)
    run("build", "--out", "before")
    project(tmp_path, acme=DONE)
    run("build")

    for old, new in [
        ("before", "build"),
        ("before/json", "content"),
        ("before/json/acme.json", "build/json/acme.json"),
    ]:
        assert said(run("diff", old, new).out) == [BREAKING]


DRAFT = f"""provider: Acme
auth: OAuth 2.0
redirect_url: {URL}
sections:
  - title: Create the app
    steps:
      - title: Register
        text: Enter the redirect URL `{{redirect_url}}` and press **Save**.
"""


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_a_draft_is_a_guide(tmp_path: Path, run: Run, suffix: str) -> None:
    draft = repository(tmp_path) / f"acme.{suffix}"
    draft.write_text(DRAFT)
    (tmp_path / "page.mdx").write_text(run("render", draft.name, "--to", "mdx").out)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")

    assert (run("diff", draft.name, "page.mdx").out, run("diff", "page.mdx", draft.name).out) == ("", "")
    draft.write_text(DRAFT.replace("callback", "done"))
    for arguments in (["HEAD", draft.name], ["page.mdx", draft.name]):
        changes = run("diff", *arguments)
        assert changes.status == 0
        assert said(changes.out) == [BREAKING]
        assert changes.out.startswith(f"{draft.name}:8:")


def test_what_is_no_draft_is_reported_at_its_place(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.mdx").write_text(GUIDE)
    (tmp_path / "values.yaml").write_text("replicas: 3\n")
    result = run("diff", "a.mdx", "values.yaml")

    assert result.status == 1
    assert result.err.startswith("values.yaml:1:1: error: Unexpected key at `/replicas`")


def test_json_that_is_no_guide_is_reported_with_a_pointer(tmp_path: Path, run: Run) -> None:
    project(tmp_path, acme=GUIDE, other=OTHER)
    run("build")
    broken = json.loads((tmp_path / "build/json/acme.json").read_text())
    broken["sections"][0]["level"] = "two"
    (tmp_path / "build/json/acme.json").write_text(json.dumps(broken))
    project(tmp_path, other=OTHER.replace("Nothing here", "Nothing there"))

    result = run("diff", "build/json", "content")
    assert result.status == 1
    assert "`/sections/0/level`" in result.err
    assert [line.split(":")[0] for line in said(result.out)] == ["editorial", "not compared"]


def test_what_does_not_compile_is_named_in_every_format(history: Path, run: Run) -> None:
    (history / "content/acme.mdx").write_text(MISMATCHED)
    text, markdown, data = (
        run("diff", "HEAD", "--output-format", name) for name in ("text", "markdown", "json")
    )

    assert (text.status, markdown.status, data.status) == (1, 1, 1)
    assert text.out.startswith("content/acme.mdx:5:1: not compared: Unexpected ")
    assert "### Not compared\n\n- `content/acme.mdx:5` has an error: " in markdown.out
    assert "Nothing" not in markdown.out
    diff = json.loads(data.out)
    Draft202012Validator(json_schema("diff")).validate(diff)
    (left,) = diff["not_compared"]
    assert (left["path"], left["line"], left["rule"]) == ("content/acme.mdx", 5, "mdx-mismatched-tag")


@pytest.mark.parametrize(("level", "status"), [("breaking", 0), ("notable", 0), ("editorial", 1)])
def test_fail_on_a_class_or_a_graver_one(tmp_path: Path, run: Run, level: str, status: int) -> None:
    (tmp_path / "a.mdx").write_text(GUIDE)
    (tmp_path / "b.mdx").write_text(GUIDE.replace("Connect", "Link"))

    assert run("diff", "a.mdx", "b.mdx", "--fail-on", level).status == status


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere", "HEAD"],
        ["--", "HEAD", "-nowhere"],
        ["content"],
        ["content/acme.mdx", "content"],
        ["HEAD:../outside", "HEAD"],
        ["HEAD", "note.txt"],
        ["HEAD~9..HEAD"],
        ["HEAD", "/"],
        ["--output-format", "sarif", "HEAD", "HEAD"],
    ],
)
def test_wrong_usage(history: Path, run: Run, arguments: list[str]) -> None:
    (history / "note.txt").write_text("x")
    result = run("diff", *arguments)

    assert (result.status, result.out) == (2, "")
    assert "nexpected" in result.err or "invalid choice" in result.err


def test_outside_a_repository_a_revision_is_wrong_usage(tmp_path: Path, run: Run) -> None:
    assert run("diff", "HEAD~1", "HEAD").status == 2


def test_git_runs_nothing_that_the_repository_names(history: Path) -> None:
    trap = f"touch {history / 'trapped'}; cat"
    for name in ("core.fsmonitor", "core.pager", "diff.x.textconv", "filter.x.smudge", "core.sshCommand"):
        git(history, "config", name, trap)
    (history / ".gitattributes").write_text("*.mdx diff=x filter=x\n")
    done = guidec("diff", "HEAD~1", "HEAD", cwd=history)

    assert done.returncode == 0
    assert not (history / "trapped").exists()


def test_json_is_valid(history: Path, run: Run) -> None:
    diff = json.loads(run("diff", "HEAD~1", "HEAD", "--output-format", "json").out)

    Draft202012Validator(json_schema("diff")).validate(diff)
    assert diff["summary"] == {"breaking": 3, "notable": 1, "editorial": 0}
    first = diff["changes"][0]
    assert (first["kind"], first["class"], first["new"]["value"]) == (
        "redirect-url-changed",
        "breaking",
        URL.replace("callback", "done"),
    )
