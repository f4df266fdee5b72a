"""What is valid JavaScript: one case a line, `+` taken and `-` refused, as by acorn (`⏎` is a line ending)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.mdx.esm import Esm, scan_esm
from guidec.mdx.expression import Expression, scan_expression
from guidec.mdx.problem import Problem

FIXTURES = Path(__file__).parent / "fixtures" / "javascript"


def cases(name: str) -> list[object]:
    """Read a list of cases under headings."""
    found = []
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            found.append(pytest.param(line[2:].replace("⏎", "\n"), line[0] == "+", id=f"{heading}: {line}"))
    return found


@pytest.mark.parametrize(("source", "valid"), cases("expressions.txt") + cases("regular_expressions.txt"))
def test_expression(source: str, valid: bool) -> None:
    text = f"{{{source}}}"
    found = scan_expression(text, 0)
    if valid:
        assert isinstance(found, Expression), found
        assert found.end == len(text)
    else:
        assert isinstance(found, Problem)
        assert found.reason.startswith("Unexpected ")


@pytest.mark.parametrize(("source", "valid"), cases("modules.txt"))
def test_module(source: str, valid: bool) -> None:
    """A pilcrow marks where the block ends, if not at the end of the text."""
    value, _, rest = source.partition("¶")
    found = scan_esm(value + rest, 0)
    if valid:
        assert isinstance(found, Esm), found
        assert found.value == value
    else:
        assert isinstance(found, Problem)
        assert found.reason.startswith("Unexpected ")


@pytest.mark.parametrize("line_ending", ["\n", "\r\n", "\r"])
def test_a_module_ends_before_a_blank_line_of_any_kind(line_ending: str) -> None:
    found = scan_esm(f'import a from "b"{line_ending} \t{line_ending}c', 0)
    assert isinstance(found, Esm)
    assert found.value == 'import a from "b"'


def test_names_imported_before_may_be_exported_and_not_declared_again() -> None:
    assert isinstance(scan_esm("export {a}", 0, ["a"]), Esm)
    assert isinstance(scan_esm("export {a}", 0), Problem)
    assert isinstance(scan_esm('import a from "b"', 0, ["a"]), Problem)
    assert isinstance(scan_esm("export const a = 1", 0, ["a"]), Problem)


def test_a_module_says_what_it_imports() -> None:
    found = scan_esm('import a, {b as c, d} from "e"\nimport * as f from "g"\nexport const h = 1', 0)
    assert isinstance(found, Esm)
    assert found.imported == ("a", "c", "d", "f")


@pytest.mark.parametrize("text", ["imports a", "import\ta", "exporting", "import", "Import a"])
def test_other_words_start_no_module(text: str) -> None:
    assert scan_esm(text, 0) is None


LEVELS = {
    "parentheses": ("(", ")"),
    "arrays": ("[", "]"),
    "arguments": ("f(", ")"),
    "elements": ("<a>", "</a>"),
    "elements in expressions": ("<a>{", "}</a>"),
    "functions": ("()=>{return ", "}"),
    "objects": ("({a:", "})"),
    "templates": ("`${", "}`"),
    "conditions": ("a?", ":b"),
    "statements": ("()=>{if(a)", "}"),
    "arrows": ("a=>", ""),
    "classes": ("class{a=", "}"),
    "attributes": ("<a b=", "/>"),
}


@pytest.mark.parametrize(("opening", "closing"), LEVELS.values(), ids=LEVELS)
def test_nesting_is_valid_or_refused_with_a_place(opening: str, closing: str) -> None:
    inner = "<c/>" if opening == "<a b=" else "a"
    shallow, deep = (f"{{{opening * n}{inner}{closing * n}}}" for n in (15, 5_000))
    assert isinstance(scan_expression(shallow, 0), Expression)
    found = scan_expression(deep, 0)
    if opening == "<a>":
        assert isinstance(found, Expression)
    else:
        assert isinstance(found, Problem)
        assert "nesting" in found.reason
        assert found.offset < 5_000


@pytest.mark.parametrize("piece", ["!", "a=", "a?b:", "new ", "a.b,", "if(a);else ", "a;", "yield "])
def test_rows_may_be_long(piece: str) -> None:
    source = {"if(a);else ": "()=>{%s;}", "a;": "()=>{%s}", "yield ": "function*(){%sa}"}.get(piece, "%sa")
    text = f"{{{source % (piece * 5_000)}}}"
    assert isinstance(scan_expression(text, 0), Expression)


PIECES = st.sampled_from(
    [
        *"abc()[]{}<>=+-*/.,;:?!&|`\"'\\#@ \n1é😀\u2028",
        *("=>", "${", "...", "?.", "??", "**", "++", "/*", "*/", "//", "</", "/>", "<a>", "</a>", "<a/>"),
        *(
            "async ",
            "await ",
            "yield ",
            "function ",
            "class ",
            "new ",
            "return ",
            "if ",
            "for ",
            "of ",
            "in ",
        ),
        *(
            "let ",
            "const ",
            "static ",
            "get ",
            "import ",
            "export ",
            "default ",
            "from ",
            "extends ",
            "case ",
        ),
        *("0x", "1n", "/a/g", "({", "})", "\n\n", "\r\n", "\\u{61}", "super", "this", "arguments", "delete "),
    ]
)
SOURCES = st.lists(PIECES, max_size=16).map("".join)


@given(SOURCES)
def test_no_expression_raises_and_places_are_in_the_text(source: str) -> None:
    text = "{" + source
    found = scan_expression(text, 0)
    if isinstance(found, Problem):
        assert 0 <= found.offset <= found.end <= len(text)
    else:
        assert text[found.end - 1] == "}"
        assert found.value.count("\n") == text[1 : found.end - 1].count("\n")


@given(st.sampled_from(["import ", "export ", "export const a = ", "export default "]), SOURCES)
def test_no_module_raises_and_places_are_in_the_text(start: str, source: str) -> None:
    text = start + source
    found = scan_esm(text, 0)
    if isinstance(found, Problem):
        assert 0 <= found.offset <= found.end <= len(text)
    elif found is not None:
        assert found.value == text[: found.end]


@given(SOURCES)
def test_a_valid_expression_is_valid_with_any_text_behind_it(source: str) -> None:
    found = scan_expression("{" + source, 0)
    if isinstance(found, Expression):
        assert scan_expression("{" + source + "} {<", 0) == found
