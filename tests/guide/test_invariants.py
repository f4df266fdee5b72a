"""What holds for every text: it compiles, nothing is lost, every place is true, and the data reads back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import compiled, guide_of
from guidec.guide.models import Guide
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = st.sampled_from(
    [
        *"ab \n#>-*_`~|[](){}<>/\\&;:.!\"'=\t\r\0",
        "\n\n",
        "## H\n\n",
        "1. x\n",
        "- y\n",
        "<Steps>\n",
        "</Steps>\n",
        "<Step title='S'>",
        "</Step>",
        "<Note>",
        "</Note>",
        "<b>",
        "</b>",
        "<div>\n\n",
        "\n</div>\n",
        "<!-- c -->",
        ":::note\n",
        ":::\n",
        "> [!NOTE]\n> n\n",
        "export const c = 'd'\n\n",
        "{c}",
        "---\n",
        "title: t\n",
        "redirect URL https://a.example/callback ",
        "**Client ID**",
        "[l](m)",
        "![i](j)",
        "| t | u |\n|-|-|\n",
        "\ufeff",
        "😀",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
PATHS = st.sampled_from(["g.mdx", "g.md", "g.html"])
WORDS = st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True), min_size=1, max_size=4).map(" ".join)


def leaf(words: str) -> list[str]:
    """Ways to set words so that a reader sees them as they are."""
    return [
        words,
        f"- {words}",
        f"1. {words}",
        f"> {words}",
        f"## {words}",
        f"### {words}",
        f"**{words}**",
        f"`{words}`",
        f"[{words}](https://a.example)",
    ]


def wrap(content: str) -> list[str]:
    """Ways to put content into something."""
    return [
        f"<Note>\n\n{content}\n\n</Note>",
        f"<Steps>\n<Step>\n\n{content}\n\n</Step>\n</Steps>",
        f"<Accordion>\n\n{content}\n\n</Accordion>",
        f"<Tabs>\n<Tab>\n\n{content}\n\n</Tab>\n</Tabs>",
        f"<Unknown>\n\n{content}\n\n</Unknown>",
        f"<div>\n\n{content}\n\n</div>",
        f":::tip\n\n{content}\n\n:::",
        "> " + content.replace("\n", "\n> "),
        "- " + content.replace("\n", "\n  "),
    ]


GUIDES = st.recursive(
    WORDS.flatmap(lambda words: st.sampled_from(leaf(words))),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        .map("\n\n".join)
        .flatmap(lambda text: st.sampled_from(wrap(text)))
    ),
    max_leaves=8,
)


def visible(value: Any) -> Iterator[str]:
    """The words of a guide's sections and blocks in the order in which they stand in the data."""
    if isinstance(value, list):
        for item in value:
            yield from visible(item)
    elif isinstance(value, dict):
        if value.get("type") in ("paragraph", "heading"):
            yield value["text"]
        elif value.get("type") == "code":
            yield value["value"]
        else:
            keys = [
                "title",
                "caption",
                "markdown",
                "intro",
                "steps",
                "outro",
                "sections",
                "content",
                "items",
                "tabs",
                "head",
                "rows",
            ]
            own = [value["text"]] if "checked" in value else []
            yield from own
            for key in keys:
                inner = value.get(key)
                if isinstance(inner, str) and key == "title":
                    yield inner
                elif not isinstance(inner, str):
                    yield from visible(inner)


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every place in a guide's data."""
    if isinstance(value, list):
        for item in value:
            yield from places(item)
    elif isinstance(value, dict):
        if value.get("position"):
            yield value["position"]
        for item in value.values():
            yield from places(item)


@given(TEXTS, PATHS)
def test_should_compile_any_text(text: str, path: str) -> None:
    found = compiled(text, path)
    assert found.guide is not None or any(d.severity == "error" for d in found.diagnostics)


@given(GUIDES, st.sampled_from(["g.mdx", "g.md"]))
def test_should_lose_no_word(text: str, path: str) -> None:
    if path == "g.md":
        text = text.replace("<Tab>", "<div>").replace("</Tab>", "</div>")
    guide = guide_of("---\ntitle: T\n---\n\n" + text + "\n", path)
    data = guide.model_dump(mode="json")
    said = " ".join(visible([data["intro"], data["sections"]])).split()
    wanted = re.findall(r"[a-z]+", re.sub(r"<[^>]*>|:::tip|\(https://a\.example\)", " ", text))
    assert sorted(said) == sorted(wanted)
    if "<Step>" not in text:  # there a heading is the title, wherever it stands
        assert said == wanted


@given(TEXTS, PATHS)
def test_should_place_everything_in_the_text(text: str, path: str) -> None:
    guide = compiled(text, path).guide
    if guide is None:
        return
    source = Source(text)
    for place in places(guide.model_dump(mode="json")):
        start, end = place["start"], place["end"]
        assert 0 <= start["offset"] <= end["offset"] <= len(text)
        for point in (start, end):
            expected = source.point(point["offset"])
            assert (point["line"], point["column"]) == (expected.line, expected.column)


@given(GUIDES)
def test_should_give_ids_once(text: str) -> None:
    data = guide_of("---\ntitle: T\n---\n\n" + text + "\n").model_dump_json(exclude={"source", "id"})
    ids = re.findall(r'"id":"([^"]+)"', data)
    assert len(ids) == len(set(ids))


@given(st.one_of(TEXTS, GUIDES), PATHS)
def test_should_read_back_what_it_writes(text: str, path: str) -> None:
    guide = compiled(text, path).guide
    if guide is not None:
        assert Guide.model_validate_json(guide.model_dump_json()) == guide


@pytest.mark.parametrize("depth", [20, 60, 90, 150, 250])
@pytest.mark.parametrize(
    "opening",
    [
        "> ",
        "- ",
        "1. ",
        "<Note>\n",
        "<Foo>\n",
        "<Step>\n",
        "<div>\n",
        ":::note\n\n",
        "*a **b ",
        "[",
        "<b>",
        "<Tabs>\n<Tab>\n",
    ],
)
def test_should_read_back_deep_nesting(opening: str, depth: int) -> None:
    names = [name for name in ("b", "Note", "Foo", "Step", "div") if f"<{name}>" in opening]
    closing = (
        "".join(f"</{name}>" if name == "b" else f"\n</{name}>" for name in names)
        if names
        else "\n</Tab>\n</Tabs>"
        if "Tab" in opening
        else ""
    )
    found = compiled("# T\n\n## S\n\n" + opening * depth + "word" + closing * depth + "\n")
    if found.guide is None:
        assert "nesting-limit" in [d.rule.id for d in found.diagnostics]
    else:
        data = found.guide.model_dump_json()
        assert "word" in data
        assert Guide.model_validate_json(data) == found.guide
