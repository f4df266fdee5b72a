"""Files that a guide includes: found, given props, placed, and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import guidec
from compiling import only, outline_of
from guidec.files import Files
from guidec.guide.models import ComponentBlock, ParagraphBlock
from guidec.guide.scope import Unreadable
from guidec.loader import Loader
from guidec.targets.mdx import write as to_mdx
from targets.mdx.test_mdx_source import without_place

if TYPE_CHECKING:
    from pathlib import Path

    from guidec.guide.models import Guide

WORDS = "word " * 1000
COVER = "---\ntitle: T\n---\n\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content root; its configuration keeps that of a folder above away."""
    (tmp_path / "content" / "snippets").mkdir(parents=True)
    (tmp_path / "guidec.toml").write_text("", encoding="utf-8")
    return tmp_path / "content"


def write(root: Path, **files: str) -> None:
    """Write files; `a__b` is `a/b.mdx`."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".mdx")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compiled(root: Path, text: str, **files: str) -> tuple[Guide, list[str]]:
    """Compile a guide beside other files; give it, and the rules of what is wrong with its includes and components."""
    write(root, guide=COVER + text, **files)
    found = [
        d.rule.id
        for d in guidec.check(root / "guide.mdx")
        if d.rule.id.startswith(("snippet", "unresolved", "unknown"))
    ]
    return guidec.compile(root / "guide.mdx"), found


@pytest.mark.parametrize(
    ("text", "files", "lines"),
    [
        ('import A from "/snippets/a.mdx"\n\n<A />\n', {"snippets__a": "Hi."}, ["- Hi."]),
        ('import A from "./snippets/a.mdx"\n\n<A />\n', {"snippets__a": "Hi."}, ["- Hi."]),
        ('import A from "./snippets/x/../a.mdx"\n\n<A />\n', {"snippets__a": "Hi."}, ["- Hi."]),
        ('<A />\n\nimport A from "/snippets/a.mdx"\n', {"snippets__a": "Hi."}, ["- Hi."]),
        (
            'import A from "/snippets/a.mdx"\n\n<A who="Bo" />\n',
            {"snippets__a": "Hi {who}, {props.who}."},
            ["- Hi Bo, Bo."],
        ),
        (
            'import A from "/snippets/a.mdx"\n\n<A n={2} s={["x", "y"]} />\n',
            {"snippets__a": "{n} {s}"},
            ["- 2 xy"],
        ),
        (
            'import A from "/snippets/a.mdx"\n\n<A>Bo</A>\n',
            {"snippets__a": "Hi:\n\n{children}\n"},
            ["- Hi:", "- Bo"],
        ),
        ('import A from "/snippets/a.mdx"\n\nSay <A />.\n', {"snippets__a": "hi"}, ["- Say hi."]),
        (
            'import A from "/snippets/a.mdx"\n\n<A who="Bo" />\n',
            {"snippets__a": 'import B from "./b.mdx"\n\n<B whom={who} />\n', "snippets__b": "Hi {whom}."},
            ["- Hi Bo."],
        ),
        (
            'import { name } from "/snippets/a.mdx"\n\nHi {name}.\n',
            {"snippets__a": "export const name = 'Bo'\n"},
            ["- Hi Bo."],
        ),
        ('<Snippet file="a.mdx" />\n', {"snippets__a": "Hi."}, ["- Hi."]),
        ('<Include src="parts/a" />\n', {"parts__a": "Hi."}, ["- Hi."]),
        ("<include>./a.mdx</include>\n", {"a": "Hi."}, ["- Hi."]),
        ("<include cwd>content/a.mdx</include>\n", {"content__a": "Hi."}, ["- Hi."]),
        (
            'import A from "/snippets/a.mdx"\n\n## S\n\n<Steps>\n<A />\n</Steps>\n',
            {"snippets__a": "<Step title='One'>x</Step>"},
            ["## S", "  * One", "    - x"],
        ),
        ('import A from "/snippets/a.mdx"\n\n<A />\n', {"snippets__a": ":::note\nHi.\n:::\n"}, ["- Hi."]),
    ],
)
def test_should_bring_a_file_in(root: Path, text: str, files: dict[str, str], lines: list[str]) -> None:
    guide, found = compiled(root, text, **files)
    assert outline_of(guide) == lines
    assert found == []


@pytest.mark.parametrize(
    ("text", "files", "rule"),
    [
        ('import A from "/snippets/none.mdx"\n\n<A />\n', {}, "snippet-not-found"),
        ('import A from "/snippets"\n\n<A />\n', {}, None),
        ('import A from "../outside.mdx"\n\n<A />\n', {}, "snippet-outside-root"),
        ('import A from "https://example.com/a.mdx"\n\n<A />\n', {}, "snippet-outside-root"),
        ('import A from "file:///etc/passwd"\n\n<A />\n', {}, "snippet-outside-root"),
        ('import A from "data:text/mdx,x"\n\n<A />\n', {}, "snippet-outside-root"),
        ('import A from "/snippets/a.mdx"\n\n<A />\n', {"snippets__a": "<b>"}, "snippet-syntax"),
        (
            'import A from "/snippets/a.mdx"\n\n<A />\n',
            {"snippets__a": 'import G from "../guide.mdx"\n\n<G />\n'},
            "snippet-cycle",
        ),
        (
            'import A from "/snippets/a.mdx"\n\n<A />\n',
            {"snippets__a": 'import A from "./x/../a.mdx"\n\n<A />\n'},
            "snippet-cycle",
        ),
    ],
)
def test_should_compile_without_a_file_that_it_refuses(
    root: Path, text: str, files: dict[str, str], rule: str | None
) -> None:
    (root.parent / "outside.mdx").write_text("Secret.", encoding="utf-8")
    guide, found = compiled(root, text + "\nafter\n", **files)
    assert outline_of(guide)[-1] == "- after"
    assert "Secret" not in guide.model_dump_json()
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("specifier", "where"),
    [
        (
            "/snippets/none.mdx",
            "at `../docs/snippets/none.mdx` from the content root (`docs_root` is `../docs`)",
        ),
        ("./none.mdx", "at `none.mdx` from the content root"),
    ],
)
def test_should_say_where_it_looked_for_a_file(tmp_path: Path, specifier: str, where: str) -> None:
    for name in ("content", "docs"):
        (tmp_path / name).mkdir()
    loader = Loader(Files(tmp_path / "content", tmp_path / "docs"))
    unreadable = loader.load(specifier, "guide.mdx")
    assert isinstance(unreadable, Unreadable)
    assert unreadable.reason == (
        f"Unexpected failure to read (No such file or directory), expected a readable file {where}"
    )


@pytest.mark.parametrize(
    "include",
    ["<include>./a.ts</include>", '<include lang="md">./a.mdx</include>', "<include>../b.ts</include>"],
)
def test_should_leave_code_that_a_page_shows_where_it_is(root: Path, include: str) -> None:
    (root / "a.ts").write_text("const a: Array<number> = []", encoding="utf-8")
    guide, found = compiled(root, f"{include}\n", a="Hi.")
    assert found == []
    assert include.partition(">")[2].partition("<")[0] in guide.model_dump_json()


def test_should_refuse_a_link_out_of_the_root(root: Path) -> None:
    (root.parent / "outside.mdx").write_text("Secret.", encoding="utf-8")
    (root / "snippets" / "a.mdx").symlink_to(root.parent / "outside.mdx")
    guide, found = compiled(root, 'import A from "/snippets/a.mdx"\n\n<A />\n')
    assert found == ["snippet-outside-root"]
    assert "Secret" not in guide.model_dump_json()


def test_should_stop_exponential_growth(root: Path) -> None:
    files = {f"s{n}": f'import A from "./s{n + 1}.mdx"\n\n' + "<A />\n\n" * 10 for n in range(9)} | {
        "s9": "x"
    }
    guide, found = compiled(root, 'import A from "./s0.mdx"\n\n<A />\n\nafter\n', **files)
    assert set(found) == {"snippet-limit"}
    assert outline_of(guide)[-1] == "- after"


def test_should_place_what_a_file_brings_in_that_file(root: Path) -> None:
    guide, _ = compiled(
        root, 'import A from "/snippets/a.mdx"\n\n<A />\n', snippets__a="One.\n\n[two](https://b.example)\n"
    )
    (link,) = guide.links
    assert (link.position.path, link.position.start.line, link.position.start.column) == (
        "snippets/a.mdx",
        3,
        1,
    )


def test_should_keep_what_is_no_text_as_a_component(root: Path) -> None:
    guide, found = compiled(root, 'import { A } from "./a.jsx"\n\n<A b="c" />\n')
    block = only(guide.intro)
    assert (block.type, block.name, block.attributes) == ("component", "A", {"b": "c"})
    assert found == []


MISSING = """import Foo from "/snippets/gone.mdx"

<Steps>
<Step title="One">
<Foo provider="X">Kid words</Foo>
</Step>
</Steps>

Words <Foo>among</Foo> others.
"""


def test_should_keep_the_words_between_the_tags_of_a_missing_file(root: Path) -> None:
    guide, found = compiled(root, MISSING)
    block = guide.sections[0].steps[0].content[0]
    assert isinstance(block, ComponentBlock)
    assert (block.name, block.attributes) == ("Foo", {"provider": "X"})
    assert [inner.text for inner in block.content if isinstance(inner, ParagraphBlock)] == ["Kid words"]
    assert found == ["snippet-not-found"]


def test_should_write_a_missing_file_back_with_its_import(root: Path) -> None:
    guide, _ = compiled(root, MISSING)
    (root / "guide.mdx").write_text(to_mdx(guide), encoding="utf-8")
    again = guidec.compile(root / "guide.mdx")
    assert again.source.esm == guide.source.esm == ['import Foo from "/snippets/gone.mdx"']
    assert without_place(again.model_dump()) == without_place(guide.model_dump())
    assert [found.rule.id for found in guidec.check(root / "guide.mdx")] == ["snippet-not-found"]


def test_should_report_a_file_that_is_missing_in_a_file_once(root: Path) -> None:
    guide, found = compiled(
        root,
        'import A from "/snippets/a.mdx"\n\n<A>Out</A>\n',
        snippets__a='import B from "./gone.mdx"\n\n<B>In {children}</B>\n',
    )
    block = only(guide.intro)
    assert (block.name, [inner.text for inner in block.content]) == ("B", ["In Out"])
    assert found == ["snippet-not-found"]


def test_should_keep_an_include_of_a_missing_file(root: Path) -> None:
    guide, found = compiled(root, '<Snippet file="gone.mdx">Words</Snippet>\n')
    block = only(guide.intro)
    assert (block.name, block.attributes) == ("Snippet", {"file": "gone.mdx"})
    assert [inner.text for inner in block.content] == ["Words"]
    assert found == ["snippet-not-found"]


def test_should_stop_at_a_long_chain_of_files(root: Path) -> None:
    chain = {f"s{i}": f"import Next from './s{i + 1}.mdx'\n\n<Next />\n" for i in range(60)}
    _, found = compiled(root, "import Next from './s0.mdx'\n\n<Next />\n", **chain, s60="End.\n")
    assert found == ["snippet-limit"]


def test_should_count_each_copy_of_what_stands_between_the_tags(root: Path) -> None:
    text = "import Twice from './twice.mdx'\n\n" + "<Twice>\n" * 30 + "x\n" + "</Twice>\n" * 30
    _, found = compiled(root, text, twice="{children}\n\n{children}\n")
    assert set(found) == {"snippet-limit"}


def test_should_keep_a_block_that_is_all_of_an_included_file(root: Path) -> None:
    guide, _ = compiled(root, "<include>./a.mdx</include>\n", a='```ts tab="One"\nx\n```\n')
    tabs = only(guide.intro)
    assert [(tab.title, only(tab.content).value) for tab in tabs.tabs] == [("One", "x")]


@pytest.mark.parametrize(
    ("anchor", "lines"),
    [
        ("#one", ["## One", "  - a", "  ### Inner", "    - b"]),
        ("#own", ["## Two", "  - c"]),
        ("#part", ["- d"]),
        ("", ["## One", "  - a", "  ### Inner", "    - b", "## Two", "  - c", "  - d"]),
        ("#gone", ["## One", "  - a", "  ### Inner", "    - b", "## Two", "  - c", "  - d"]),
    ],
)
def test_should_include_a_part_of_a_file(root: Path, anchor: str, lines: list[str]) -> None:
    parts = "## One\n\na\n\n### Inner\n\nb\n\n## Two [#own]\n\nc\n\n<section id='part'>\n\nd\n\n</section>\n"
    included = parts if anchor != "#own" else parts.partition("<section")[0]
    guide, found = compiled(root, f"<include>./a.mdx{anchor}</include>\n", a=included)
    assert (outline_of(guide), found) == (lines, [])


def test_should_bound_the_text_of_files_that_are_few_nodes(root: Path) -> None:
    (root.parent / "guidec.toml").write_text("[limits]\nexpanded_text = 50_000\n", encoding="utf-8")
    included = 'import A from "./a.mdx"\n\n' + "<A />\n\n" * 50
    guide, _ = compiled(root, included, a=WORDS)
    assert len(guide.model_dump_json()) < 150_000
    assert "expansion-limit" in [d.rule.id for d in guidec.check(root / "guide.mdx")]


def test_should_bound_copies_of_what_stands_between_tags(root: Path) -> None:
    (root.parent / "guidec.toml").write_text("[limits]\nexpanded_text = 50_000\n", encoding="utf-8")
    included = f'import A from "./a.mdx"\n\n<A>{WORDS}</A>\n'
    guide, _ = compiled(root, included, a="{children}\n\n" * 50)
    assert len(guide.model_dump_json()) < 150_000
