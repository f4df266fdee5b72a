"""Elements that HTML does not know, in files of Markdown: blocks where they stand as blocks, as in MDX."""

from __future__ import annotations

import pytest

from compiling import guide_of


@pytest.mark.parametrize(
    "text",
    [
        "<Only>\n\nOne [two](/three).\n\n</Only>\n\nFour.",
        "<Only>\n\nOne.\n\nTwo.\n\n</Only>",
        "<only-so>\n\nOne.\n\n- Two\n\n</only-so>",
        "<Only>\n\n<Deep>\n\nOne.\n\n</Deep>\n\n</Only>",
        '<div class="film">\n  <video src="https://acme.example/a"></video>\n</div>',
        '<video src="https://acme.example/a"></video>\n\nOne.',
        "One <Badge /> two.",
        "One <Badge>two</Badge>",
        "<Badge>one</Badge> two",
        "<Badge>one</Badge>",
        "- <Badge>one</Badge>\n- two",
        "> <Badge>one</Badge>",
        "<p><my-badge>one</my-badge></p>",
        "<p>One <my-badge>two</my-badge></p>",
        "| A |\n| - |\n| <Badge>one</Badge> |",
    ],
)
def test_should_read_markdown_as_mdx(text: str) -> None:
    one, other = (guide_of(f"# T\n\n{text}\n", path) for path in ("guide.md", "guide.mdx"))
    assert one.model_copy(update={"source": other.source}) == other


def test_should_keep_paragraphs_in_a_component_apart() -> None:
    (component,) = guide_of("# T\n\n<Only>\n\nOne.\n\nTwo.\n\n</Only>\n", "guide.md").intro
    assert [block.text for block in component.content] == ["One.", "Two."]  # type: ignore[union-attr]
