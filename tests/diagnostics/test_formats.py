from __future__ import annotations

import json

from guidec.diagnostics import Diagnostic, Note, Rule, Severity
from guidec.diagnostics.github import to_github
from guidec.diagnostics.json_format import to_json
from guidec.diagnostics.sarif import to_sarif
from guidec.diagnostics.text import to_text
from guidec.source import Source

RULE = Rule("some-rule", Severity.ERROR, "Something is wrong.", "Because it matters.", reference="RFC 1")
TEXT = "one\ntwo <b> three\nfour\n"


def found(
    start: int = 8, end: int = 11, text: str = TEXT, path: str = "a/b.mdx", message: str = "Unexpected x"
) -> Diagnostic:
    return Diagnostic.at(RULE, message, Source(text, path).span(start, end))


def shown(diagnostic: Diagnostic, text: str = TEXT) -> list[str]:
    return to_text(diagnostic, lambda path: Source(text, path)).split("\n")


def test_text_shows_the_place_the_message_and_the_line() -> None:
    assert shown(found()) == [
        "a/b.mdx:2:5: error: Unexpected x [some-rule]",
        "    2 | two <b> three",
        "      |     ^^^",
    ]


def test_text_shows_notes_with_their_own_lines() -> None:
    note = Note.at("opened here", Source(TEXT, "a/b.mdx").span(0, 3))
    diagnostic = Diagnostic.at(RULE, "Unexpected x", Source(TEXT, "a/b.mdx").span(8, 11), notes=(note,))

    assert shown(diagnostic)[3:] == ["  a/b.mdx:1:1: note: opened here", "    1 | one", "      | ^^^"]


def test_text_shows_what_to_write_instead() -> None:
    diagnostic = Diagnostic.at(RULE, "Unexpected x", Source(TEXT, "a").span(8, 11), suggestion="<br>")

    assert shown(diagnostic)[-1] == "  help: write `<br>` instead"


def test_text_without_source_is_one_line() -> None:
    assert to_text(found(), lambda _: None) == "a/b.mdx:2:5: error: Unexpected x [some-rule]"


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown(found(8, 20))[2] == "      |     ^^^^^^^^^"


def test_a_frame_shows_a_part_of_a_long_line() -> None:
    text = "x" * 100_000 + "<b>" + "y" * 100_000
    lines = shown(found(100_000, 100_003, text), text)

    assert lines[1] == "    1 | " + "x" * 50 + "<b>" + "y" * 47
    assert lines[2] == "      | " + " " * 50 + "^^^"


def test_a_frame_shows_no_control_characters() -> None:
    text = "\x1b[31mred\u202e <b>"
    lines = shown(found(text.index("<"), len(text), text), text)

    assert lines[1] == "    1 | \\x1b[31mred\\u202e <b>"
    assert lines[2] == "      | " + " " * 18 + "^^^"


def test_a_line_with_a_byte_order_mark_is_marked_in_the_right_place() -> None:
    text = "\ufeffone <b>"

    assert shown(found(5, 8, text), text)[1:] == ["    1 | one <b>", "      |     ^^^"]


def test_wide_characters_are_marked_as_wide_as_they_are() -> None:
    text = "设置 <b> 设"
    start = text.index("<")

    assert shown(found(start, len(text), text), text)[2] == "      | " + " " * 5 + "^" * 6


def test_a_frame_is_as_wide_as_it_may_be() -> None:
    text = "x" * 500 + "<b>" + "y" * 500
    frame = to_text(found(500, 503, text), lambda _: Source(text, "a"), width=60).split("\n")[1:]

    assert len(frame[0]) == 60
    assert frame[0].index("<b>") == frame[1].index("^^^")


def test_a_long_message_is_cut() -> None:
    assert len(to_text(found(message="x" * 200_000), lambda _: None)) < 1000


def test_colour_is_for_terminals_only() -> None:
    plain = to_text(found(), lambda _: None)
    coloured = to_text(found(), lambda _: None, colour=True)

    assert "\x1b" not in plain
    assert coloured == "\x1b[1ma/b.mdx:2:5\x1b[0m: \x1b[31merror\x1b[0m: Unexpected x [some-rule]"


def test_json_holds_every_field() -> None:
    assert json.loads(to_json([found()])) == [
        {
            "rule": "some-rule",
            "severity": "error",
            "message": "Unexpected x",
            "path": "a/b.mdx",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 8,
            "notes": [],
            "suggestion": None,
        }
    ]


def test_json_of_nothing_is_an_empty_array() -> None:
    assert json.loads(to_json([])) == []


def test_json_never_holds_a_lone_surrogate() -> None:
    to_json([found(message="\ud800", path="\udcff.mdx")]).encode("utf-8")


def test_json_obeys_its_published_schema() -> None:
    from jsonschema import Draft202012Validator

    from guidec.targets.schemas import json_schema

    diagnostic = Diagnostic.at(
        RULE, "x", Source(TEXT, "a").span(8, 11), notes=(Note.at("n", Source(TEXT, "a").span(0, 1)),)
    )
    Draft202012Validator(json_schema("diagnostics")).validate(json.loads(to_json([diagnostic, found()])))


def test_github_names_file_and_columns() -> None:
    assert to_github(found()) == (
        "::error file=a/b.mdx,line=2,col=5,endColumn=8,title=guidec (some-rule)::Unexpected x"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    diagnostic = found(path="a,b:c%.mdx", message="50 %\n::error::x")

    assert to_github(diagnostic).startswith("::error file=a%2Cb%3Ac%25.mdx,line=2,")
    assert to_github(diagnostic).endswith("::50 %25\\n::error::x")


def test_sarif_holds_the_rules_and_the_places() -> None:
    log = json.loads(to_sarif([found(), found(0, 3)], "1.2.3"))
    run = log["runs"][0]

    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["some-rule"]
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == "Because it matters.\n\nRFC 1"
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a/b.mdx"},
        "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 8},
    }


def test_sarif_uris_are_relative_and_encoded() -> None:
    log = json.loads(to_sarif([found(path="a b/ü:c#.mdx")], "1"))

    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%20b/%C3%BC%3Ac%23.mdx"


def test_a_fingerprint_stays_when_lines_above_change() -> None:
    def fingerprints(*diagnostics: Diagnostic) -> list[str]:
        results = json.loads(to_sarif(diagnostics, "1"))["runs"][0]["results"]
        return [result["partialFingerprints"]["guidec/v1"] for result in results]

    first, second = fingerprints(found(0, 3), found(8, 11))

    assert first != second
    assert fingerprints(found(8, 11, "x\n" + TEXT)) == [first]
