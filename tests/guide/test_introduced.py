"""What introduces a list or table of fields, and what the cells of such a table say."""

from __future__ import annotations

import pytest

import guidec
from compiling import guide_of

FIELDS = "| Field | Value |\n|-|-|\n"
ROWS = FIELDS + "| **Hall URL** | The address of your hall |\n| **Client ID** | From step 1 |\n"
IMAGE = "![Page](/page.png)"


def labels(text: str) -> list[str]:
    credentials = guide_of(f"# T\n\n## S\n\n{text}\n").credentials
    return [one.label + "!" * one.secret + "?" * one.optional for one in credentials]


@pytest.mark.parametrize(
    "image", [IMAGE, '<img src="/page.png" alt="Page" />', f"<Frame>\n{IMAGE}\n</Frame>"]
)
def test_an_image_stands_between_a_text_and_what_it_introduces(image: str) -> None:
    text = f"You need these:\n\n{image}\n\n- Client ID\n- Client secret\n"
    assert labels(text) == ["Client ID", "Client secret!"]


@pytest.mark.parametrize("between", ["", IMAGE + "\n\n"])
def test_an_item_announces_the_table_behind_its_list(between: str) -> None:
    assert labels(f"1. Open the page.\n2. Fill in the fields:\n\n{between}{ROWS}") == [
        "Hall URL",
        "Client ID",
    ]


def test_an_item_that_announces_nothing_does_not_introduce_a_table() -> None:
    assert labels(f"1. Open the page.\n2. Fill in the fields.\n\n{ROWS}") == ["Client ID"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Gate | The number on your gate |", ["Gate"]),
        ("| Gate | Optional - defaults to Client ID |", ["Gate?"]),
        # What to type, to choose or to leave is known.
        ("| Gate | `north` |", []),
        ("| Gate | Leave as `north` |", []),
        ("| Gate | Select **North** |", []),
        ("| Gate URL | Leave blank, or enter the address of your own gate |", ["Gate URL"]),
        # What a thing is called connects nothing.
        ("| Name | Acme (or any name) |", []),
        ("| Type | Acme |", []),
        ("| Display name | Acme |", []),
    ],
)
def test_row_of_a_form(row: str, expected: list[str]) -> None:
    rows = f"{FIELDS}{row}\n| Client ID | From step 1 |\n| Client Secret | From step 1 |\n"
    assert labels(f"Enter these credentials:\n\n{rows}") == [*expected, "Client ID", "Client Secret!"]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Acme field | Relay value", [("Gate", "north")]),
        ("Setting | Value to enter", [("Gate", "north")]),
        ("Option | Default value", []),
        ("Field | Example value", []),
    ],
)
def test_columns_of_what_to_type(heads: str, expected: list[tuple[str, str]]) -> None:
    text = f"1. Copy these values into the form:\n\n| {heads} |\n|-|-|\n| Gate | `north` |\n"
    guide = guide_of(f"# T\n\n## S\n\n{text}\n")
    assert [(one.label, one.value) for one in guide.settings] == expected
    assert guide.credentials == []


def test_a_cell_of_a_table_hints_at_its_field() -> None:
    (_, client) = guide_of(f"# T\n\n## S\n\nEnter these credentials:\n\n{ROWS}").credentials
    assert client.hint == "From step 1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The following parameters are needed:\n\n- **Client ID**: its name\n- **Client Secret**: its key",
            ["Client ID", "Client Secret!"],
        ),
        # What there is to choose from.
        ("You need to sign in. Acme supports these ways:\n\n1. Email\n2. API key\n3. Hall domain", []),
        ("You need one of the following:\n\n- Email\n- API key", []),
        ("Enter the credentials that you got from Acme Support:\n\n- Client ID", ["Client ID"]),
    ],
)
def test_words_above_a_list(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_a_setting_in_a_table_stands_where_its_row_stands() -> None:
    text = "# Acme\n\n## A\n\n1. Enter these values:\n\n   | Field | Value |\n   |---|---|\n   | App kind | `web` |\n"

    (setting,) = guidec.compile(text).settings

    place = setting.position
    assert text[place.start.offset : place.end.offset] == "| App kind | `web` |"
