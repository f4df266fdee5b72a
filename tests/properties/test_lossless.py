"""The properties that the evaluation holds real guides to, on made-up ones, and that it would find what is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compiling import guide_of

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
WORDS = st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=1, max_size=4).map(" ".join)
LINES = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"**{words}** `{words}`"),
    WORDS.map(lambda words: f"see [{words}](/u) and ![{words}](i.png)"),
    WORDS.map(lambda words: f'<Badge text="{words}" /> {words}'),
    WORDS.map(lambda words: f"type <code>{words} <a href='#x'>{words}</a></code>"),
)
BLOCKS = st.recursive(
    st.one_of(
        LINES,
        WORDS.map(lambda words: f"```js\n{words}\n```"),
        LINES.map(lambda line: f"- {line}\n- {line}\n\n  {line}"),
        LINES.map(lambda line: f"1. {line}\n2. {line}"),
        WORDS.map(lambda words: f"| {words} | h |\n|-|-|\n| {words} | x |"),
        WORDS.map(lambda words: f'<Frame caption="see **{words}**">\n![a](f.png)\n</Frame>'),
        WORDS.map(lambda words: f"## {words}"),
        WORDS.map(lambda words: f"### {words} [step]\n\n{words}"),
        WORDS.map(lambda words: f"<Code>\n<Code.One>\n\n```js\n{words}\n```\n\n</Code.One>\n</Code>"),
        WORDS.map(lambda words: f'```js tab="{words}"\na\n```\n\n```py tab="b"\nc\n```'),
        WORDS.map(
            lambda words: f"<Tabs items={{['{words}', 'Two']}}>\n<Tab>\na\n</Tab>\n<Tab>\nb\n</Tab>\n</Tabs>"
        ),
        WORDS.map(lambda words: f"<CodeGroup>\n```js {words}\na\n```\n```py\nb\n```\n</CodeGroup>"),
        WORDS.map(lambda words: f"> [!NOTE]\n> {words}"),
    ),
    lambda inner: st.builds(
        lambda around, blocks, words: around.format(words=words, content="\n\n".join(blocks)),
        st.sampled_from(
            [
                "<Note>\n\n{content}\n\n</Note>",
                '<Steps>\n<Step title="{words}">\n\n{content}\n\n</Step>\n</Steps>',
                '<Accordion title="{words}" id="an-id">\n\n{content}\n\n</Accordion>',
                '<Tabs>\n<Tab title="{words}">\n\n{content}\n\n</Tab>\n</Tabs>',
                '<Unknown name="{words}" size={{20}}>\n\n{content}\n\n</Unknown>',
                '<Steps>\n<Step title="{words}" id="own">\n\n{content}\n\n</Step>\n</Steps>',
                '<Tabs>\n<Tab title="{words}" id="t">\n\n{content}\n\n</Tab>\n</Tabs>',
                ":::tip[{words}]{{#here}}\n\n{content}\n\n:::",
                "<Steps>\n\n{content}\n\n</Steps>",
                "<details>\n<summary>{words}</summary>\n\n{content}\n\n</details>",
            ]
        ),
        st.lists(inner, min_size=1, max_size=3),
        WORDS,
    ),
    max_leaves=6,
)
GUIDES = st.builds(
    lambda title, blocks: "\n\n".join([f"---\ntitle: {title}\n---", *blocks]),
    WORDS,
    st.lists(BLOCKS, min_size=1, max_size=4),
)


@pytest.fixture
def properties(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "evaluation")
    import properties

    return properties


@given(text=GUIDES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
def test_nothing_is_lost_of_any_guide(
    properties: ModuleType, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("guides")
    (root / "g.mdx").write_text(text, encoding="utf-8")
    found = dict(properties.check(root, "g.mdx"))
    assert len(found) == 7
    assert {name: difference for name, difference in found.items() if difference} == {}


@pytest.mark.parametrize(
    ("text", "other", "prop"),
    [
        ("a b c", "a c", "words"),
        ("a b", "b a", "words"),
        ('```js tab="One"\nx\n```', "```js\nx\n```", "words"),
        ("<CodeGroup>\n```js One\nx\n```\n</CodeGroup>", "```js One\nx\n```", "words"),
        ("<Tabs items={['One']}>\n<Tab>\nx\n</Tab>\n</Tabs>", "<Tabs>\n<Tab>\nx\n</Tab>\n</Tabs>", "words"),
        (
            "<Tabs items={['One two']}>\n<Tab value='one-two'>\nx\n</Tab>\n</Tabs>",
            "<Tabs>\n<Tab value='one-two'>\nx\n</Tab>\n</Tabs>",
            "words",
        ),
        (
            "<Code>\n<Code.One>\n```js\nx\n```\n</Code.One>\n</Code>",
            "<Code>\n```js\nx\n```\n</Code>",
            "words",
        ),
        ('<Badge text="x" /> a', "a", "components"),
        ("<Box>\n\na\n\n</Box>", "a", "components"),
        ("<Note>\n\na\n\n</Note>", "a", "components"),
        ("[a](/u)", "a", "links and images"),
        ("a ![b](i.png)", "a", "links and images"),
    ],
)
def test_what_is_lost_is_found(properties: ModuleType, text: str, other: str, prop: str) -> None:
    from guidec.files import Files
    from guidec.loader import Loader
    from guidec.source import Source
    from lossless import checks
    from lossless.source_walk import Walk

    seen = Walk(Source(text, "g.mdx"), Loader(Files(ROOT))).seen
    check = {"words": checks.words, "components": checks.components}.get(prop, checks.links_and_images)
    assert [*check(seen, guide_of(text))] == []
    assert [*check(seen, guide_of(other))]


def test_a_place_that_holds_something_else_is_found(properties: ModuleType) -> None:
    from lossless import checks

    text = "## A\n\n[b](/u)"
    guide = guide_of(text)
    assert [*checks.places(guide, {None: text})] == []
    assert [*checks.places(guide, {None: "## A\n\n[c](/v)"})]


def test_the_command_says_what_it_found(
    properties: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.mdx").write_text("# A\n\nb", encoding="utf-8")
    assert properties.main([str(tmp_path)]) == 0
    assert "words" in capsys.readouterr().out
