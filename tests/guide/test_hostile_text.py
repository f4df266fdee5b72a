"""Texts made to hang or to break: they compile like any other, and what is written of them can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from compiling import compiled, guide_of, only
from guidec.config.settings import Limits, Settings
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.guide.models import Guide
from guidec.guide.text import well_formed
from guidec.loader import Loader
from guidec.mdx.literal import exported_names
from guidec.source import Source


@pytest.mark.parametrize(
    ("text", "whole"),
    [("a", "a"), ("\ud83d", "�"), ("\ud83d\ude00", "😀"), ("a\ude00b😀", "a�b😀"), ("", "")],
)
def test_should_make_texts_well_formed(text: str, whole: str) -> None:
    assert well_formed(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "\\ud83d"\n"\\ud83d": "\\ud83d\\ude00"\n---\n',
        "# \ud83d\n",
        '# T\n\n{"\\ud83d"} <Foo a={"\\ud83d"} />\n',
        '# T\n\n<Panel data-guide-actions-json=\'[{"id":"\\ud83d","label":"\\ud83d","scopes":["\\ud83d"]}]\' />\n',
    ],
)
def test_should_write_no_lone_surrogates(text: str) -> None:
    guide = guide_of(text)
    data = guide.model_dump_json()
    assert "�" in data
    assert Guide.model_validate_json(data) == guide


@pytest.mark.parametrize(
    "words",
    [
        "service account ",
        "client app account ",
        "Aaa ",
        "oauth  ",
        "oauth app authorized  web ",
        "redirect url: ",
        "**a** > ",
        "{",
        "- App name: ",
        "a.b-c_d@",
    ],
)
@pytest.mark.parametrize("lead", ["Copy ", "You need:\n\n- ", "| Field |\n| - |\n| "])
def test_should_not_try_all_ways_to_read_many_words(words: str, lead: str) -> None:
    # Patterns with two ways to read a word would run for years here.
    assert compiled("# T\n\n## S\n\n" + lead + words * 300 + "x\n") is not None


LONG = "x" * 1000


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"[a]: /{LONG}\n\n" + "[a] " * 500, "expansion-limit"),
        (f"[a]: /{LONG}\n\n" + "![a] " * 500, "expansion-limit"),
        (f'export const a = "{LONG}"\n\n' + "{a} " * 500, "expansion-limit"),
        (f'export const a = "{LONG}"\n\n' + "<Card title={a} />\n\n" * 500, "expansion-limit"),
        (f"export const a = {[1] * 500}\n\n" + "{a} " * 20, "snippet-limit"),
        (
            "export const a = 'xy'\nexport const b = `" + "${a}" * 5000 + "`\n\n" + "{b}" * 20,
            "expansion-limit",
        ),
    ],
)
def test_should_bound_what_names_and_references_bring(text: str, rule: str) -> None:
    limits = Limits(expanded_text=50_000, snippet_nodes=1000)
    source, loader = Source("# T\n\n" + text, "a.mdx"), Loader(Files(Path("no-such-folder")))
    found = compile_guide(source, Settings(limits=limits), loader)
    assert found.guide is not None
    assert len(found.guide.model_dump_json()) < 60 * len(text) + 4 * 50_000
    assert {d.rule.id for d in found.diagnostics} - {"unresolved-expression"} == {rule}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("word *a* " * 500, "a.mdx"),
        ("[" * 2000, "a.mdx"),
        ("a\n\n" * 1000, "a.mdx"),
        ("- a\n" * 500, "a.mdx"),
        ("|a" * 1000 + "|\n" + "|-" * 1000 + "|\n", "a.mdx"),
        ("<b>x</b>" * 600, "a.mdx"),
        ("word *a* " * 500, "a.md"),
        ("<div>" + "<b>" * 1500 + "</div>", "a.md"),
        ("<p>" * 1500, "a.html"),
    ],
)
def test_should_refuse_what_is_made_of_too_many_pieces(text: str, path: str) -> None:
    limits, loader = Limits(pieces=1000), Loader(Files(Path("no-such-folder")))
    found = compile_guide(Source(text, path), Settings(limits=limits), loader)
    assert found.guide is None
    assert [d.rule.id for d in found.diagnostics] == ["size-limit"]
    assert compile_guide(Source(text[:200], path), Settings(limits=limits), loader).diagnostics[-1:] != (
        found.diagnostics
    )


def test_should_bound_what_exports_hold() -> None:
    doubled = "".join(f"export const a{n + 1} = `${{a{n}}}${{a{n}}}`\n" for n in range(60))
    module = "export const a0 = 'xy'\n" + doubled
    assert sum(map(len, map(str, exported_names(module).values()))) < 20 * len(module)


def test_should_fill_no_table() -> None:
    text = "# T\n\n" + "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|b|\n" * 400
    table = only(guide_of(text).intro)
    assert table.type == "table"
    assert (len(table.head), len(table.rows), sum(map(len, table.rows))) == (400, 400, 400)


@pytest.mark.parametrize(
    "piece", ['<a "', "<a/", "<!--", "<?", "</", '<a x="', "<a x='", "<b>", "<li>x", "<!", "&", "<![CDATA["]
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_should_keep_beautifulsoup_from_what_hangs_it(piece: str, path: str) -> None:
    assert compiled("<h1>T</h1>\n\n" + piece * 20_000, path) is not None
