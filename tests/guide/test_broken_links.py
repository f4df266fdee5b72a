"""Links are held against the files of the content root, and nothing is said about what cannot be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import guidec
from guidec.build.check import check_root
from guidec.config import Settings

TITLE = "---\ntitle: A\n---\n\n"


def found(root: Path, pages: dict[str, str], **settings: object) -> list[tuple[str, str, str | None]]:
    """Broken links in these pages: path, the stretch that is reported, the suggestion."""
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(TITLE + text if path.endswith((".mdx", ".md")) else text, encoding="utf-8")
    return [
        (d.path, (root / d.path).read_text(encoding="utf-8")[d.start.offset : d.end.offset], d.suggestion)
        for d in check_root(replace(Settings(), content=root, **settings))  # type: ignore[arg-type]
        if d.rule.id.startswith("broken-")
    ]


@pytest.mark.parametrize(
    "url",
    [
        "b",
        "./b",
        "b.mdx",
        "./b.md",
        "b.html",
        "b?x=1",
        "b/",
        "b#set-up",
        "folder",
        "folder/",
        "folder/c",
        "folder/c.md#deep-down",
        "./folder/../b",
        "../a/b",
        "../outside/of/the/root",
        "second",
        "second.mdx",
        "grouped",
        "file%20name.pdf",
        "#here",
        "#top",
        "#",
        "?tab=1",
        "/guides/anything",
        "//cdn.example.com/x",
        "https://example.com/x",
        "mailto:a@example.com",
        "{dynamic}",
        "",
    ],
)
def test_should_follow_a_link(tmp_path: Path, url: str) -> None:
    pages = {
        "a.mdx": f"## Here\n\n[to](<{url}>)\n",
        "b.mdx": "## Set up\n\nText.\n",
        "folder/index.mdx": "Text.\n",
        "folder/c.md": "## Deep *down*\n\nText.\n",
        "02-second.mdx": "Text.\n",
        "(group)/grouped.mdx": "Text.\n",
        "file name.pdf": "",
    }
    assert found(tmp_path, pages) == []


@pytest.mark.parametrize(
    ("url", "place", "suggestion"),
    [
        ("bb", "bb", "b"),
        ("./folder/x", "./folder/x", None),
        ("folder/../nowhere", "folder/../nowhere", None),
        ("b.png", "b.png", None),
        ("b#set-it-up", "#set-it-up", "#set-up"),
        ("#there", "#there", "#here"),
        ("www.example.com/x", "www.example.com/x", "https://www.example.com/x"),
    ],
)
def test_should_find_a_broken_link(tmp_path: Path, url: str, place: str, suggestion: str | None) -> None:
    pages = {
        "a.mdx": f"## Here\n\n[to]({url})\n",
        "b.mdx": "## Set up here\n\n## Set up\n\nText.\n",
        "folder/c.mdx": "Text.\n",
    }
    assert found(tmp_path, pages) == [("a.mdx", place, suggestion)]


@pytest.mark.parametrize(
    ("url", "suggestion"),
    [
        ("./zz.mdx", None),
        ("zz", None),
        ("./A.mdx", None),
        ("b", None),
        ("./clikup.mdx", "./clickup.mdx"),
        ("./folder/x.mdx", None),
        ("./slakc.mdx#how", "./slack.mdx#how"),
        ("./clikup.mdx?clikup.mdx", "./clickup.mdx?clikup.mdx"),
        ("clikup/../clikup", "clikup/../clickup"),
        ("my%20slakc.mdx#how", "my%20slack.mdx#how"),
    ],
)
def test_should_suggest_a_page_only_where_its_name_is_near(
    tmp_path: Path, url: str, suggestion: str | None
) -> None:
    pages = {
        "a.mdx": f"[to]({url})\n",
        "clickup.mdx": "Text.\n",
        "slack.mdx": "Text.\n",
        "my slack.mdx": "Text.\n",
        "folder/c.mdx": "Text.\n",
    }
    assert [each[2] for each in found(tmp_path, pages)] == [suggestion]


@pytest.mark.parametrize(
    ("anchor", "exists"),
    [
        ("whats-new--improved", True),
        ("whats-new-improved", False),
        ("twice", True),
        ("twice-1", True),
        ("twice-2", False),
        ("own", True),
        ("bracket", True),
        ("own-id", False),
        ("ключ-api_2", True),
        ("element", True),
        ("named", True),
        ("user-content-fn-1", True),
    ],
)
def test_should_make_anchors_as_github_does(tmp_path: Path, anchor: str, exists: bool) -> None:
    page = (
        f"[to](#{anchor})\n\n## What's new & improved\n\n## Twice\n\n## Twice\n\n## Own id {{#own}}\n\n"
        '## Bracket id [#bracket]\n\n## Ключ `api_2`\n\n<div id="element">Text.</div>\n\nSee <a name="named"></a>.\n'
    )
    assert bool(found(tmp_path, {"a.md": page}, dialect="github")) is not exists


def test_should_compare_letters_only_where_a_dialect_has_anchors_of_its_own(tmp_path: Path) -> None:
    page = "## Terms & conditions\n\n[to](#terms-conditions)\n"
    assert found(tmp_path, {"a.mdx": page}, dialect="mintlify") == []
    assert found(tmp_path, {"a.mdx": page}, dialect="github") == [
        ("a.mdx", "#terms-conditions", "#terms--conditions")
    ]


def test_should_say_nothing_about_anchors_that_a_component_may_bring(tmp_path: Path) -> None:
    page = 'import Api from "@site/api";\n\n[to](#endpoint)\n\n<Api />\n'
    assert found(tmp_path, {"a.mdx": page}) == []


def test_should_find_the_anchors_of_snippets(tmp_path: Path) -> None:
    page = 'import Footer from "./snippets/footer.mdx";\n\n[to](#help) [and](#halp)\n\n<Footer />\n'
    pages = {"a.mdx": page, "snippets/footer.mdx": "## Help\n\nCall us.\n"}
    assert found(tmp_path, pages, exclude=("snippets/*",)) == [("a.mdx", "#halp", "#help")]


def test_should_follow_links_from_the_top_where_all_of_the_site_is_seen(tmp_path: Path) -> None:
    pages = {"guides/a.mdx": "[one](/guides/b) [two](/guides/c) [three](/)\n", "guides/b.mdx": "Text.\n"}

    assert found(tmp_path, pages) == []
    assert found(tmp_path, pages, whole_site=True) == [("guides/a.mdx", "/guides/c", None)]


def test_should_follow_redirects_and_leave_generated_pages_to_docs_json(tmp_path: Path) -> None:
    links = ["/old", "/old/", "/was/a/b", "/v1/x", "/v1/x/y", "/api-reference/users", "/b", "/c"]
    pages = {
        "docs.json": """{
            "redirects": [
                {"source": "/old", "destination": "/b"},
                {"source": "/was/:path*", "destination": "/b"},
                {"source": "/v1/:page", "destination": "/b"}
            ],
            "navigation": {"tabs": [{"tab": "API", "openapi": "openapi.json"}]}
        }""",
        "a.mdx": " ".join(f"[to]({link})" for link in links),
        "b.mdx": "Text.\n",
    }
    assert [place for _, place, _ in found(tmp_path, pages)] == ["/v1/x/y", "/c"]


@pytest.mark.parametrize("described", ["", "[]", "{", '{"redirects": 1}', "[" * 100_000])
def test_should_bear_any_docs_json(tmp_path: Path, described: str) -> None:
    assert found(tmp_path, {"docs.json": described, "a.mdx": "[to](./b)\n"}) == [("a.mdx", "./b", None)]


def test_should_find_an_image_without_file(tmp_path: Path) -> None:
    page = "![one](./images/one.png)\n\n![two](images/two.png)\n\n![three](/images/three.png)\n"
    assert found(tmp_path, {"a.mdx": page, "images/one.png": ""}) == [("a.mdx", "images/two.png", None)]


@pytest.mark.parametrize("path", ["~/assets/one.png", "@/assets/one.png", "@assets/one.png"])
def test_should_not_look_for_what_stands_for_a_folder_of_the_project(tmp_path: Path, path: str) -> None:
    assert found(tmp_path, {"a.mdx": f"![one]({path}) [to]({path})\n"}) == []


def test_should_look_at_nothing_outside_the_content_root(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/x.mdx").write_text("Text.\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/linked").symlink_to(tmp_path / "secret")

    assert [
        place for _, place, _ in found(tmp_path / "content", {"a.mdx": "[to](linked/x) [up](../secret/x)\n"})
    ] == ["linked/x"]


def test_should_not_look_around_for_a_text_without_place() -> None:
    rules = {d.rule.id for d in guidec.check(TITLE + "[to](./nowhere) ![image](./nowhere.png)\n")}
    assert "broken-link" not in rules
    assert "broken-image" not in rules
