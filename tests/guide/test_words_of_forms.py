"""What stands around labels in a form: the column that is copied, what is looked up, how an address is put together."""

from __future__ import annotations

import pytest

from compiling import guide_of, rules_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"
PROFILE = (
    "# {} OAuth 2.0{} connector profile – StackOne setup guide\n\n> D.\n\n{}<Steps>\n<Step title='Do'>\n\n{}\n\n"
    "</Step>\n</Steps>\n"
)
FIELDS = "</Step>\n<Step title='Fill out'>\n\nFill out the fields using details from your provider:\n\n- **{}**\n- **API Key**"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The value of something is called after that.
        ("Copy the **Value** (not the **Secret ID**) of the client secret.", ["client secret"]),
        ("Copy the **Value** at once.", []),
        ("Copy the **Secret Value**.", ["Secret Value"]),
        # Whoever looks something up in a table knows it.
        ("Open the table and locate your tenant domain in the table.", []),
        ("Find your tenant domain in the following table.", []),
        ("Copy your tenant domain from the table.", ["tenant domain"]),
        # What is a page of the reader's own, whoever it is called after.
        ("Enter your **Company or application URL**.", []),
        ("Copy the **Company URL**.", ["Company URL"]),
        # A title alone gives no other name to what is filled in.
        (
            "</Step>\n<Step title='Locate Your Acme URL'>\n\nLook at it.\n\n" + FIELDS.format("Subdomain"),
            ["Subdomain", "API Key"],
        ),
        (
            "</Step>\n<Step title='Find Your Acme Domain'>\n\nLook at it.\n\n"
            + FIELDS.format("Acme Domain URL"),
            ["Acme Domain URL", "API Key"],
        ),
        (
            "</Step>\n<Step title='Find Your User ID'>\n\nIt stands below.\n\n" + FIELDS.format("Subdomain"),
            ["User ID", "Subdomain", "API Key"],
        ),
        ("</Step>\n<Step title='Find Your Acme Domain'>\n\nLook at it.", ["Acme Domain"]),
    ],
)
def test_credentials(text: str, expected: list[str]) -> None:
    assert [one.label for one in guide_of(STEP.format(text)).credentials] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # How an address is put together is nothing to type.
        ("Find it in the form:\n\n- Format: `https://{subdomain}.acme.example`", []),
        ("Fill in:\n\n- URL format: `https://acme.example/NAME`", []),
        ("Fill in:\n\n- Format: `JSON`", ["Format=JSON"]),
        ("Fill in:\n\n- Date format: `YYYY-MM-DD`", ["Date format=YYYY-MM-DD"]),
        # Information about something is no form.
        ("Key information about the API:\n\n- Limit: 60 calls in a minute", []),
        ("Provide information about the app:\n\n- Purpose: what it is for", ["Purpose|what it is for"]),
        # What kind of thing is chosen under its label.
        ("Under **Key Type**, select **Client Secret**.", ["Key Type=Client Secret"]),
        (
            "Under **Supported account types**, select **One directory only** for one tenant.",
            ["Supported account types=One directory only"],
        ),
        ("Under **Account types**, select **One** for one tenant, or **Many** for several.", []),
        ("Under **Settings**, select **API**.", []),
        ("Under **Key Type**, click **Help**.", []),
    ],
)
def test_settings(text: str, expected: list[str]) -> None:
    found = guide_of(STEP.format(text)).settings
    shown = [f"{one.label}={one.value}" if one.value else f"{one.label}|{one.hint}" for one in found]
    assert shown == expected


@pytest.mark.parametrize(
    ("provider", "callback", "action", "is_reported"),
    [
        ("Acme Ledger 365 Office Board", "ledger365ob", None, False),
        ("Acme Ledger 365 Office Board", "al365ob", None, True),
        ("Acme Ledger 365 Office Board", "ledger365oc", None, True),
        ("Acme", "othername", "othername_list", False),
        ("Acme", "othername", "acme_list", True),
        ("Acme", "other-name", "other_name_list", False),
    ],
)
def test_the_provider_that_a_redirect_url_names(
    provider: str, callback: str, action: str | None, is_reported: bool
) -> None:
    panel = f'<Panel data-guide-actions-json=\'[{{"id": "{action}", "label": "A", "scopes": []}}]\' />\n\n'
    step = f"Redirect URL: `https://api.stackone.com/connect/oauth2/{callback}/callback`"
    text = PROFILE.format(provider, "", panel if action else "", step)
    assert ("redirect-url-provider" in rules_of(text)) is is_reported


@pytest.mark.parametrize(
    ("grant", "is_reported"),
    [
        ("", True),
        (" (Authorization Code)", True),
        (" (Username-Password — Legacy)", False),
        (" (Service Account)", False),
        (" JWT Bearer", False),
        (" (Client Credentials)", False),
    ],
)
def test_grants_without_a_redirect_need_no_url(grant: str, is_reported: bool) -> None:
    rules = rules_of(PROFILE.format("Acme", grant, "", "Copy the **Client ID** and **Client Secret**."))
    assert ("missing-redirect-url" in rules) is is_reported
