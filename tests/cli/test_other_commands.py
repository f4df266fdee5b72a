from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commands import GUIDE, MISMATCHED, Run, project

from guidec.diagnostics.rules import all_rules
from guidec.targets import TARGETS


def test_ast_prints_the_tree_of_a_file(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.mdx").write_text("# Größe\n")
    result = run("ast", "a.mdx")

    assert result.status == 0
    tree = json.loads(result.out)
    assert tree["type"] == "root"
    assert tree["children"][0]["children"][0]["value"] == "Größe"
    assert tree["children"][0]["position"]["start"] == {"line": 1, "column": 1, "offset": 0}


def test_ast_of_a_wrong_file_is_its_errors(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.mdx").write_text(MISMATCHED)
    result = run("ast", "a.mdx")

    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("a.mdx:5:1: error: ")


def test_ast_jsonl_prints_a_line_for_each_mdx_file(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE, bad=MISMATCHED)
    (tmp_path / "content/b.md").write_text("# B\n")
    result = run("ast", "--jsonl", "content")

    records = [json.loads(line) for line in result.out.splitlines()]
    assert [record["path"] for record in records] == ["a.mdx", "bad.mdx"]
    assert records[0]["tree"]["type"] == "root"
    assert records[1]["error"]["line"] == 5
    assert result.status == 1


def test_ast_jsonl_tells_of_a_folder_that_cannot_be_read(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / "content/closed").mkdir()
    real = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = run("ast", "--jsonl", "content")

    closed, guide = (json.loads(line) for line in result.out.splitlines())
    assert (closed["path"], closed["error"]["rule"]) == ("closed", "unreadable-file")
    assert (guide["path"], result.status) == ("a.mdx", 1)


@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_ast_jsonl_prints_odd_names_as_text(tmp_path: Path, run: Run) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / os.fsdecode(b"a\xff.mdx")).write_text("# A\n")
    result = run("ast", "--jsonl", "content")

    (record,) = (json.loads(line) for line in result.out.splitlines())
    assert (record["path"], result.status) == ("a\\xff.mdx", 0)


@pytest.mark.parametrize("arguments", [["ast"], ["ast", "nowhere.mdx"], ["ast", "--jsonl", "nowhere"]])
def test_ast_of_nothing_is_wrong_usage(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).status == 2


@pytest.mark.parametrize("target", TARGETS)
def test_render_prints_what_build_writes(tmp_path: Path, run: Run, target: str) -> None:
    project(tmp_path, a=GUIDE)
    run("build")
    result = run("render", "build/json/a.json", "--to", target)

    assert result.status == 0
    written = [path.read_text() for path in (tmp_path / "build" / target).glob("a.*")]
    assert result.out in written


def test_render_takes_a_page(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE, broken=MISMATCHED)
    run("build")
    result = run("render", "content/a.mdx", "--to", "html")

    assert result.status == 0
    assert result.out == (tmp_path / "build/html/a.html").read_text()
    broken = run("render", "content/broken.mdx", "--to", "html")
    assert (broken.status, broken.out) == (1, "")
    assert broken.err.startswith("content/broken.mdx:5:1: error: ")
    assert run("render", "content/absent.mdx", "--to", "html").status == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": 3}', '{"schema_version": "1", "id": 3}'])
def test_render_of_what_is_no_guide_is_an_error(tmp_path: Path, run: Run, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    result = run("render", "a.json", "--to", "html")

    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("a.json:1:")
    assert "expected" in result.err


def test_render_moves_a_guide_to_another_dialect_and_says_what_that_lacks(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    run("build")
    result = run("render", "build/json/a.json", "--to", "mdx", "--dialect", "starlight")

    assert result.status == 0
    assert "  1. **Open the console**\n" in result.out
    assert result.err.startswith("a.mdx:9:3: warning: Unexpected title of a step in the dialect `starlight`")
    assert run("render", "build/json/a.json", "--to", "html", "--dialect", "starlight").status == 2
    assert run("render", "build/json/a.json", "--to", "mdx", "--dialect", "other").status == 2


def test_render_takes_a_typed_guide_in_yaml(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    run("build")
    (tmp_path / "a.yaml").write_text((tmp_path / "build/json/a.json").read_text())

    assert run("render", "a.yaml", "--to", "mdx").out == run("render", "build/json/a.json", "--to", "mdx").out


def test_render_makes_a_guide_of_a_draft(tmp_path: Path, run: Run) -> None:
    project(tmp_path)
    (tmp_path / "acme.yaml").write_text(
        "title: Acme\nsections:\n- title: A\n  steps: [{title: B, warnings: [C]}]\n"
    )

    assert '  <h2>A</h2>\n\n  <Steps>\n    <Step title="B">' in run("render", "acme.yaml", "--to", "mdx").out
    assert "\n:::warning\n\nC\n" in run(
        "render", "acme.yaml", "--to", "mdx", "--dialect", "docusaurus"
    ).out.replace("   ", "")
    (tmp_path / "guidec.toml").write_text('dialect = "docusaurus"\n')
    assert "1. **B**" in run("render", "acme.yaml", "--to", "mdx").out
    assert run("check", "acme.yaml").status == 0


def test_render_of_a_missing_file_is_wrong_usage(run: Run) -> None:
    assert run("render", "a.json", "--to", "html").status == 2


def test_schema_prints_a_schema_and_lists_the_names(run: Run) -> None:
    names = run("schema").out.split()

    assert "guide" in names
    drafts = {name: json.loads(run("schema", name).out)["$schema"] for name in names}
    assert drafts.pop("project") == "http://json-schema.org/draft-07/schema#"
    assert set(drafts.values()) == {"https://json-schema.org/draft/2020-12/schema"}
    assert run("schema", "giude").status == 2


def test_explain_says_what_a_rule_means(run: Run) -> None:
    for rule in all_rules().values():
        result = run("explain", rule.id)
        assert result.status == 0
        assert rule.why in result.out


def test_explain_alone_lists_all_rules(run: Run) -> None:
    assert [line.split()[0] for line in run("explain").out.splitlines()] == list(all_rules())


def test_explain_of_an_unknown_rule_names_the_nearest(run: Run) -> None:
    result = run("explain", "empty-guid")

    assert (result.status, result.out) == (2, "")
    assert "expected `empty-guide`" in result.err


def test_validate_takes_placeholders_from_the_environment_and_a_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = GUIDE.replace("Set Box up", "Box OAuth 2.0 connector profile – StackOne setup guide").replace(
        "Go to https://example.com.", "Copy the **Client ID** and the **Client Secret**."
    )
    project(tmp_path, box=guide)
    run("build")
    result = run("validate", "build/config/box.yaml")
    assert result.status == 1
    assert result.out.startswith("build/config/box.yaml:")
    assert result.err == "0 of 1 valid\n"

    (tmp_path / ".env").write_text("BOX_CLIENT_SECRET='hunter2'\n")
    monkeypatch.setenv("BOX_CLIENT_ID", "abc123")
    filled = run("validate", "build/config/box.yaml", "--env-file", ".env")
    assert (filled.status, filled.out) == (0, "")
    assert filled.err == "1 of 1 valid\n"


def test_validate_of_a_missing_file_is_wrong_usage(tmp_path: Path, run: Run) -> None:
    result = run("validate", "nowhere.yaml")

    assert (result.status, result.out) == (2, "")
    assert "Unexpected path `nowhere.yaml`, expected a file that exists" in result.err
    (tmp_path / "box.yaml").write_text("a: 1\n")
    assert run("validate", "box.yaml", "--env-file", "nowhere.env").status == 2


def test_validate_of_what_cannot_be_read_is_an_error(tmp_path: Path, run: Run) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe")
    result = run("validate", "folder", "binary.yaml")

    assert result.status == 1
    assert result.out.startswith("folder:1:1: error: ")
    assert "\nbinary.yaml:1:1: error: " in result.out


def test_validate_shows_formats_for_programs(tmp_path: Path, run: Run) -> None:
    filled_in(tmp_path, run, 'client_secret: "hunter2"')

    [problem] = json.loads(run("validate", "box.yaml", "--output-format", "json").out)
    assert (problem["rule"], problem["severity"]) == ("config-secret", "warning")
    assert problem["suggestion"] == '"${BOX_CLIENT_SECRET}"'
    for name in ("text", "json", "sarif", "github"):
        result = run("validate", "box.yaml", "--output-format", name)
        assert result.status == 0
        assert "config-secret" in result.out
        assert "hunter2" not in result.out + result.err


def test_validate_minds_the_configured_severities(tmp_path: Path, run: Run) -> None:
    filled_in(tmp_path, run, 'client_secret: "hunter2"')
    (tmp_path / "guidec.toml").write_text('[rules]\nconfig-secret = "error"\n')
    assert run("validate", "box.yaml").status == 1
    (tmp_path / "guidec.toml").write_text('[rules]\nconfig-secret = "off"\n')
    assert (run("validate", "box.yaml").status, run("validate", "box.yaml").out) == (0, "")


def filled_in(folder: Path, run: Run, secret: str) -> None:
    """Build a guide and fill in its configuration, as a file beside the content."""
    guide = GUIDE.replace("Set Box up", "Box OAuth 2.0 connector profile – StackOne setup guide")
    project(folder, box=guide.replace("Go to https://example.com.", "Copy the **Client Secret**."))
    run("build")
    text = (folder / "build/config/box.yaml").read_text(encoding="utf-8")
    (folder / "box.yaml").write_text(
        text.replace('client_secret: "${BOX_CLIENT_SECRET}"', secret), encoding="utf-8"
    )


def test_init_writes_a_configuration_that_works(tmp_path: Path, run: Run) -> None:
    project(tmp_path / "site", a=GUIDE)
    (tmp_path / "site/content").rename(tmp_path / "site/docs")

    assert run("init", "site").status == 0
    assert run("build", "site/docs").status == 0
    assert (tmp_path / "site/build/json/a.json").is_file()
    assert run("init", "site").status == 2
