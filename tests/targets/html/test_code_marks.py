"""Comments for a highlighter are not shown as code; the data keeps them."""

from __future__ import annotations

import pytest
from pages import soup

from guidec.guide.models import CodeBlock
from guidec.targets.html.code_marks import without_marks
from guides import section, small_guide, step


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("a({ // [!code highlight]\n  b,\n}) //[!code ++]", "a({\n  b,\n})"),
        ("// [!code focus:2]\na\n\nb", "a\n\nb"),
        ("\t# [!code highlight]\na: 1  # [!code word:a:1]", "a: 1"),
        ("<a /> <!-- [!code highlight] -->\n<b />{/* [!code ++] */}", "<a />\n<b />"),
        ("a /* [!code ++] */\nSELECT 1 -- [!code error]", "a\nSELECT 1"),
        ("a // why // [!code highlight]", "a // why"),
        ("a\r\n// [!code highlight]\r\nb // [!code ++]\r\n", "a\r\nb\n"),
        ("old() // [!code --]\nnew() // [!code ++]", "old() // [!code --]\nnew()"),
        ('print("[!code highlight]")', 'print("[!code highlight]")'),
        ("a // [!code highlight] b", "a // [!code highlight] b"),
        ("a [!code highlight]", "a [!code highlight]"),
        ("a // [!note] b\n\n", "a // [!note] b\n\n"),
    ],
)
def test_should_hide_comments_for_a_highlighter(code: str, shown: str) -> None:
    assert without_marks(code) == shown


def test_the_page_hides_them_and_the_data_keeps_them() -> None:
    code = CodeBlock(value="id: 1 # [!code highlight]", lang="yaml")
    guide = small_guide().model_copy(update={"sections": [section("S", step("A", code))]})
    assert soup(guide).pre.get_text() == "id: 1"
    assert "[!code highlight]" in guide.model_dump_json()
