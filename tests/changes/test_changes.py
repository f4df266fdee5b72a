"""What a careful reader says of an edit."""

from __future__ import annotations

import pytest

from compiling import guide_of
from guidec.changes.guide import compare_guides
from guidec.changes.models import Change
from guidec.changes.report import Version

GUIDE = """---
title: Acme OAuth 2.0 connector profile – StackOne setup guide
---

<Warning>You need the plan Pro or Business.</Warning>

## Create the app

An app has a client ID and a secret.

<Steps>
  <Step title="Open the console">
    Open [the console](https://acme.example/apps) as an owner of the workspace.
  </Step>

  <Step title="Fill in the form">
    Press **New app** and fill in:

    - App name: `Example`
    - App description: `An example`
    - Redirect URL: `https://api.example.com/oauth/acme/callback`
  </Step>

  <Step title="Save and copy">
    Press **Save** at the end of the page to register the app.

    - Wait until Acme shows the page of the new app.
    - Copy the **Client ID** and the **Client Secret** and store them safely.
  </Step>
</Steps>

## Grant scopes

Add the scopes `files.read` and `files.write`.

![The form](/images/scopes.png)
"""


def changes(old: str, new: str) -> list[Change]:
    return compare_guides(Version(guide_of(old)), Version(guide_of(new)))


def told(*edits: tuple[str, str]) -> list[str]:
    """Give the changes that edits make, a line each."""
    text = GUIDE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return [f"{change.class_}: {change.message}" for change in changes(GUIDE, text)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("acme/callback", "acme/done", "breaking: Redirect URL “{}callback” became “{}done”"),
        ("# Grant", "# Add", "breaking: Section “Grant scopes” is called “Add scopes” now, and has another id"),
        (
            '"Open the console"',
            '"Open the apps"',
            "breaking: Step “Open the console” is called “Open the apps” now, and has another id",
        ),
        ("the console\"", "The Console\"", "editorial: Step “Open the console” is called “Open The Console” now"),
        ("`files.write`", "`files.delete`", "breaking: New scope “files.delete” to grant"),
        (
            "`Example`",
            "`Sample`",
            "notable: Setting “App name” is “Sample” instead of “Example”",
        ),
        ("    - App description: `An example`\n", "", "notable: Setting “App description” is gone"),
        ("Pro or ", "", "notable: The warning reads “You need the plan Business.” instead of “You need the plan Pro or Business.”"),
        ("Warning>", "Note>", "notable: “warning” became “note”: “You need the plan Pro or Business.”"),
        ("/images/scopes", "/images/new", "editorial: Image “The form” is “/images/new.png” instead of “/images/scopes.png”"),
        ("example/apps", "example/all", "editorial: Link “the console” leads to “https://acme.example/all” instead of “https://acme.example/apps”"),
        ("until", "till", "editorial: Instruction “Wait until Acme shows the page of the new app.” reads “Wait till Acme shows the page of the new app.” now"),
        ("An app has", "Apps have", "editorial: Text “An app has a client ID and a secret.” reads “Apps have a client ID and a secret.” now"),
        ("    - Wait until Acme shows the page of the new app.\n", "", "notable: Instruction “Wait until Acme shows the page of the new app.” is gone"),
        ("- Wait", "- (Optional) Wait", "notable: Instruction “(Optional) Wait until Acme shows the page of the new app.” is optional now"),
    ],
)  # fmt: skip
def test_one_edit_is_one_change(old: str, new: str, expected: str) -> None:
    said = told((old, new))
    if "scope" in expected and "New" in expected:
        said = said[1:]  # the other half: the scope that is gone

    assert said == [expected.replace("{}", "https://api.example.com/oauth/acme/")]


def test_a_setting_that_becomes_optional_is_told_once() -> None:
    said = told(("App description:", "App description (optional):"))

    assert said == ["notable: Setting “App description” is optional now"]


def test_a_step_is_split() -> None:
    said = told(
        (
            "to register the app.\n",
            'to register the app.\n  </Step>\n\n  <Step title="Keep the credentials">\n    Acme shows them:\n',
        )
    )

    assert (
        said
        == [
            "notable: Step “Save and copy” is two now: part of it is “Keep the credentials”",
            "notable: New instruction “Acme shows them:”",
        ][: len(said)]
    )


def test_steps_change_places() -> None:
    first = GUIDE.index('  <Step title="Open')
    second = GUIDE.index('  <Step title="Fill')
    third = GUIDE.index('  <Step title="Save')
    swapped = GUIDE[:first] + GUIDE[second:third] + GUIDE[first:second] + GUIDE[third:]

    (change,) = changes(GUIDE, swapped)
    assert change.kind == "step-moved"
    assert change.old
    assert change.new
    assert change.old.line != change.new.line


def test_a_name_that_stands_everywhere_is_told_once() -> None:
    said = told(("Acme", "Zenith"), ("acme/callback", "zenith/callback"), ("acme.example", "zenith.example"))

    assert [line.partition(":")[0] for line in said].count("editorial") == 2  # title and link
    assert "breaking: The provider is “zenith” instead of “acme”" in said


def test_an_optional_credential_breaks_nothing_until_it_goes() -> None:
    edit = ("Copy the **Client ID**", "(Optional) Copy the **Tenant ID**.\n    - Copy the **Client ID**")
    added = changes(GUIDE, GUIDE.replace(*edit))
    removed = changes(GUIDE.replace(*edit), GUIDE)

    assert [(change.kind, change.class_) for change in added] == [("optional-credential-added", "notable")]
    assert [(change.kind, change.class_) for change in removed] == [
        ("optional-credential-removed", "breaking")
    ]


def test_both_places_are_named() -> None:
    (change,) = changes(
        GUIDE, GUIDE.replace("---\n\n<W", "---\n\n\n<W").replace("acme/callback", "acme/done")
    )

    assert change.old
    assert change.new
    assert (change.old.line, change.new.line) == (21, 22)
    assert change.new.step == "create-the-app-fill-in-the-form"


def test_what_only_looks_different_is_no_change() -> None:
    html = "## A\n\n<Steps>\n<Step title='B'>Press <b>Save</b>.</Step>\n</Steps>\n"

    assert changes(html, html.replace("<b>Save</b>", "**Save**").replace("'B'", '"B"')) == []


def test_steps_that_get_a_frame_stay_where_they_are() -> None:
    framed = GUIDE.replace("<Steps>", '<Tabs>\n<Tab title="Cloud">\n<Steps>').replace(
        "</Steps>", "</Steps>\n</Tab>\n</Tabs>"
    )
    kinds = {change.kind for change in changes(GUIDE, framed)}

    assert kinds == {"section-added", "step-id-changed"}


def test_actions_are_told_as_actions() -> None:
    panel = """# A

<Panel>
  <div className="x" data-guides-scope-selector data-guide-actions-json='[{"id": "a", "label": "A", "scopes": ["%s"]}]' />
</Panel>
"""

    assert [change.kind for change in changes(panel % "one", panel % "two")] == ["action-scopes-changed"]
