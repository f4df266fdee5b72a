"""`guidec init` writes what it finds, and what it writes works."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from commands import GUIDE, Run, project

MINTLIFY = GUIDE.replace("<Steps>", "<Check>Done.</Check>\n\n<Steps>").replace(
    "## Set up", "<Frame />\n\n## Set up"
)


@pytest.fixture
def found(tmp_path: Path, run: Run) -> Any:
    """Give a function that sets up a project with these files and gives what was written."""

    def found(**files: str) -> dict[str, Any]:
        for name, text in files.items():
            file = tmp_path / (name.replace("__", "/") + ("" if "." in name else ".mdx"))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        assert run("init").status == 0
        assert run("build").status == 0
        return tomllib.loads((tmp_path / "guidec.toml").read_text())

    return found


@pytest.mark.parametrize("content", ["content", "docs", "guides", "src/content/docs"])
def test_the_content_root_is_the_folder_with_guides(found: Any, content: str) -> None:
    assert found(**{f"{content.replace('/', '__')}__a": GUIDE, "docs__notes.txt": ""})["content"] == content


def test_a_site_is_described_at_its_top(found: Any, tmp_path: Path) -> None:
    (tmp_path / "docs.json").write_text("{}")
    settings = found(guides__a=MINTLIFY, guides__b=MINTLIFY, snippets__part="Hi.\n")

    assert (settings["content"], settings["dialect"]) == (".", "mintlify")
    assert settings["exclude"] == ["snippets/*"]


def test_one_guide_alone_decides_no_dialect(found: Any) -> None:
    assert "dialect" not in found(content__a=MINTLIFY)


def test_guides_in_folders_of_their_own_have_the_top_as_root(found: Any) -> None:
    settings = found(crm__a=GUIDE, hris__b=GUIDE, snippets__part="Hi.\n")

    assert (settings["content"], settings["exclude"]) == (".", ["snippets/*"])


def test_pages_that_others_include_are_left_out(found: Any) -> None:
    guide = 'import A from "./parts/one.mdx"\nimport B from "./_partials/two.mdx"\n\n<A />\n\n<B />\n'
    settings = found(
        content__a=GUIDE.replace("## Set up", f"{guide}\n## Set up"),
        content__parts__one="One.\n",
        content__parts__guide=GUIDE,
        content___partials__two="Two.\n",
    )

    assert settings["exclude"] == ["_partials/*", "parts/one.mdx"]


def test_guides_for_several_systems_decide_nothing(found: Any) -> None:
    aside = 'import { Aside } from "@astrojs/starlight/components"\n\n<Aside type="caution">Mind.</Aside>\n'
    settings = found(content__a=MINTLIFY, content__b=f"---\ntitle: B\n---\n\n{aside}")

    assert "dialect" not in settings


def test_a_folder_of_something_else_is_left_alone(found: Any, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/app.js").write_text("")

    assert found(content__a=GUIDE)["out"] == "guidec-build"


def test_an_empty_folder_gets_the_defaults(tmp_path: Path, run: Run) -> None:
    assert run("init", "new").status == 0
    assert tomllib.loads((tmp_path / "new/guidec.toml").read_text()) == {"content": "content", "out": "build"}


def test_an_empty_folder_gets_a_guide_that_works(tmp_path: Path, run: Run) -> None:
    result = run("init")
    assert "content/first-guide.mdx, a guide to begin with" in result.out
    checked = run("check")

    assert (checked.status, checked.out) == (0, "")
    assert run("build").status == 0
    assert (tmp_path / "build/config/first-guide.yaml").is_file()


def test_the_top_is_not_named_by_a_dot(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.mdx").write_text(GUIDE)

    assert "guidec.toml: 1 guide. Next" in run("init").out


@pytest.mark.parametrize("name", ["guidec.toml", "pyproject.toml"])
def test_what_is_configured_already_stays(tmp_path: Path, run: Run, name: str) -> None:
    project(tmp_path, a=GUIDE)
    (tmp_path / name).write_text("[tool.guidec]\n" if name == "pyproject.toml" else "")

    result = run("init")
    assert result.status == 2
    assert f"Unexpected configuration in `{name}`" in result.err
    assert (tmp_path / name).read_text() in ("", "[tool.guidec]\n")


def test_no_configuration_is_written_through_a_link(tmp_path: Path, run: Run) -> None:
    (tmp_path / "guidec.toml").symlink_to("elsewhere.toml")

    assert run("init").status == 2
    assert not (tmp_path / "elsewhere.toml").exists()


def test_the_schema_of_the_first_line_is_there_after_a_build(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    run("init")
    run("build")
    [line] = [
        line for line in (tmp_path / "guidec.toml").read_text().splitlines() if line.startswith("#:schema")
    ]

    assert (tmp_path / line.split()[1]).is_file()
