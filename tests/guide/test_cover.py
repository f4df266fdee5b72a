"""The cover of a guide: its frontmatter, or the top of an exported page."""

from __future__ import annotations

import pytest

from compiling import compiled, guide_of, rules_of
from counting import calls_of


@pytest.mark.parametrize(
    ("path", "text", "title", "description", "kind"),
    [
        ("a.mdx", "---\ntitle: A b\ndescription: C.\n---\n\n## S\n\nx\n", "A b", "C.", "frontmatter"),
        ("a.mdx", "\ufeff---\r\ntitle: A b\r\n---\r\n\r\nx\r\n", "A b", None, "frontmatter"),
        ("a.mdx", "# A *b*\n\n> C `d`.\n\nx\n", "A b", "C d.", "exported"),
        (
            "a.mdx",
            "> ## Documentation Index\n> Fetch llms.txt\n\n# A b\n\n> C.\n\nx\n",
            "A b",
            "C.",
            "exported",
        ),
        ("a.mdx", "# A b\n\nx\n", "A b", None, "exported"),
        ("a.mdx", "<h1>A b</h1>\n\nx\n", "A b", None, "exported"),
        ("a.md", "# A &amp; b\n\n> C.\n\nx\n", "A & b", "C.", "exported"),
        ("a.html", "<h1>A b</h1><blockquote><p>C.</p></blockquote><p>x</p>", "A b", "C.", "exported"),
        (
            "a.html",
            "<head><title>N</title><meta name=description content='C.'></head><h1>A b</h1><p>x</p>",
            "A b",
            "C.",
            "exported",
        ),
        ("a.html", "<head><title>A b</title></head><p>x</p>", "A b", None, "exported"),
        ("a.mdx", "x\n", "", None, "none"),
    ],
)
def test_should_read(path: str, text: str, title: str, description: str | None, kind: str) -> None:
    guide = guide_of(text, path)
    assert (guide.title, guide.description, guide.source.cover) == (title, description, kind)
    assert "x" in guide.model_dump_json(include={"intro", "sections"})


def test_should_keep_the_rest_of_the_frontmatter() -> None:
    guide = guide_of(
        "---\ntitle: T\nicon: key\ndate: 2024-01-01\non: no\nn: [1, 0x10, 1.5, null, true]\n---\n"
    )
    assert guide.source.frontmatter == {
        "icon": "key",
        "date": "2024-01-01",
        "on": "no",
        "n": [1, 16, 1.5, None, True],
    }


@pytest.mark.parametrize(
    ("yaml", "rule"),
    [
        ("a: [", "frontmatter-yaml"),
        ("a: b: c", "frontmatter-yaml"),
        ("a: 1\na: 2", "frontmatter-duplicate-key"),
        ("a: !!python/object:os.system x", "frontmatter-tag"),
        ("a: !x y", "frontmatter-tag"),
        ("- a", "frontmatter-mapping"),
        ("just words", "frontmatter-mapping"),
        ("a: &a [1]\nb: &b [*a, *a]\nc: " + "[" + "*b, " * 6000 + "]", "frontmatter-limit"),
        ("a: &a [*a]", "frontmatter-limit"),
        ("a: " + "[" * 100 + "]" * 100, "frontmatter-limit"),
        ("title: [a]", "title-type"),
        ("title: {a: b}", "title-type"),
        ("title:", "title-type"),
        ("title: ~", "title-type"),
        ("title: 12", "title-type"),
        ("title: 1e3", "title-type"),
        ("title: true", "title-type"),
        ("title: T\ndescription: 0x10", "title-type"),
        ("title: 2024-01-01", "title-quotes"),
        ("title: No", "title-quotes"),
        ("title: 12:30", "title-quotes"),
        ("title: -.inf", "title-quotes"),
        ("title: .NaN", "title-quotes"),
        ("title: 0b1", "title-quotes"),
        ("title: <<", "title-quotes"),
        ("title: T\na: " + "[" * 5000, "frontmatter-limit"),
    ],
)
def test_should_report_frontmatter_and_compile(yaml: str, rule: str) -> None:
    found = compiled(f"---\n{yaml}\n---\n\n## S\n\nx\n")
    (wrong,) = (d for d in found.diagnostics if d.rule.id.startswith(("frontmatter", "title")))
    assert wrong.rule.id == rule
    assert wrong.start.line >= 2
    assert found.guide is not None
    assert found.guide.sections[0].title == "S"


@pytest.mark.parametrize("written", ["12", "1e3", "0x10", "010", "true", "2024-01-01", "no", "1.50"])
def test_should_keep_a_title_as_it_is_written(written: str) -> None:
    assert guide_of(f"---\ntitle: {written}\n---\n\nx\n").title == written
    assert rules_of(f'---\ntitle: "{written}"\n---\n\nx\n') == []


@pytest.mark.parametrize("opening", ["[", "{", "[{a: ", "- [", "[\n"])
def test_brackets_that_stay_open_cost_no_more_than_their_length(opening: str) -> None:
    work = calls_of(lambda: compiled(f"---\na: {opening * 2000}\n---\n\n# A\n"))
    assert work < calls_of(lambda: compiled("---\na: [" + "x, " * 200 + "]\n---\n\n# A\n"))


def test_should_report_frontmatter_that_is_not_closed() -> None:
    assert "frontmatter-unclosed" in rules_of("---\ntitle: T\n\n## S\n\nx\n")


@pytest.mark.parametrize("key", ["path", "slug", "id", "permalink", "output"])
def test_should_let_no_key_choose_a_path(key: str) -> None:
    assert guide_of(f"---\ntitle: T\n{key}: ../../x\n---\n", "a/b.mdx").id == "a/b"


def test_should_keep_the_links_of_a_description() -> None:
    guide = guide_of("# A\n\n> See [b](/b) and `c`.\n\nx\n")
    assert guide.description == "See b and c."
    assert guide.description_markdown == "See [b](/b) and `c`."
    assert [link.url for link in guide.links] == ["/b"]


def test_should_keep_no_markdown_of_a_plain_description() -> None:
    assert guide_of("# A\n\n> See b.\n\nx\n").description_markdown is None
