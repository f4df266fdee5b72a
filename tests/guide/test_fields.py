"""Credentials and settings: what the reader copies, fills in and types."""

from __future__ import annotations

import pytest

from compiling import guide_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Copy the **Client ID** and the **Client Secret**.",
            [("client_id", False), ("client_secret", True)],
        ),
        ("Copy the Client ID and Client Secret.", [("client_id", False), ("client_secret", True)]),
        ("Save the `API key`.", [("api_key", True)]),
        ("You need:\n\n- **Subdomain**\n- **Access Token**", [("subdomain", False), ("access_token", True)]),
        (
            "Fill in the details your provider gave you:\n\n- Username\n- Password",
            [("username", False), ("password", True)],
        ),
        ("Press **Create API key**.", []),
        ("Open **Settings** > **API keys** > **New**.", []),
        ("Choose **OAuth 2.0**.", []),
        ("The **Client ID** page explains this.", []),
        ("<Note>Never share the **Client Secret**.</Note>", []),
        ("Enter a **Name**.", []),
    ],
)
def test_should_find_credentials(text: str, found: list[tuple[str, bool]]) -> None:
    credentials = guide_of(STEP.format(text)).credentials
    assert [(credential.key, credential.secret) for credential in credentials] == found


def test_should_say_which_credentials_are_optional_and_hinted() -> None:
    text = "You need:\n\n- **Client ID**: on the page *Keys*\n- **Tenant ID** (optional)"
    first, second = guide_of(STEP.format(text)).credentials
    assert (first.label, first.optional, first.hint) == ("Client ID", False, "on the page Keys")
    assert (second.label, second.optional) == ("Tenant ID", True)


def test_should_name_a_credential_once() -> None:
    guide = guide_of(
        STEP.format("Copy the **Client ID**. Paste the **Client ID**.\n\nYou need:\n\n- **Client ID**")
    )
    assert [credential.key for credential in guide.credentials] == ["client_id"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fill in the form:\n\n- App name: `StackOne`", [("App name", "StackOne", None)]),
        ("Fill in the form:\n\n- **App name**: `StackOne`", [("App name", "StackOne", None)]),
        ("Fill in the form:\n\n- App name: any name", [("App name", None, "any name")]),
        ("Set **App name** to `StackOne`.", [("App name", "StackOne", None)]),
        ("Enter an **App name** (e.g., My app).", [("App name", None, "My app")]),
        ("Press **Save**.", []),
        ("Note: `x`", []),
    ],
)
def test_should_find_settings(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    settings = guide_of(STEP.format(text)).settings
    assert [(setting.label, setting.value, setting.hint) for setting in settings] == found
