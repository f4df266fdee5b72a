"""Credentials that a guide calls by several names."""

from __future__ import annotations

import pytest

from compiling import guide_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Get your credentials (client ID).\n\nCopy **Bridge Key** (this is your client ID) and **App Key**.",
            ["Bridge Key", "App Key"],
        ),
        ("Copy the **App Key** (Client ID). Keep the **Client ID**.", ["App Key"]),
        ("Copy the **App token** (`Access token`).\n\nPaste the **Access token**.", ["App token!"]),
        # The form that is filled in says it best.
        (
            "Copy the **Bridge Key** (your client ID).\n\nEnter your credentials:\n\n- **Client ID**\n- **Region**",
            ["Client ID", "Region"],
        ),
        (
            "You need these credentials:\n\n- Bridge Key (Client ID)\n- Hidden Key\n\nNote down your **Bridge Key**.",
            ["Bridge Key (Client ID)", "Hidden Key!"],
        ),
        ("Copy the **Bridge Key** from Acme and paste it into the **Client ID** field.", ["Bridge Key"]),
        (
            "Copy the `Application (client) ID`.\n\nProvide the `Client ID` and `Client Secret` you obtained.",
            ["Application (client) ID", "Client Secret!"],
        ),
        ("Copy the **Folder (tenant) ID** and the **App ID**.", ["Folder (tenant) ID", "App ID"]),
        (
            "Paste the `Gate URL` from Acme Harbour into the `Door URL` field in Relay.",
            ["Gate URL"],
        ),
        (
            "Copy your **Application ID**.\n\nCreate a variable called `portAppId` and paste it.",
            ["Application ID"],
        ),
        # Written together or apart.
        (
            "Enter a **User Name**.\n\nEnter the credentials:\n\n- **Username**\n- **Password**",
            ["Username", "Password!"],
        ),
        # A stroke stands between two of a pair, and between two names of one.
        (
            "You need:\n\n- **Token ID / Token Secret** - yours\n- **App Key / Client ID** - theirs",
            ["Token ID", "Token Secret!", "App Key / Client ID"],
        ),
        # What stands in brackets otherwise is no name.
        ("Copy the **API key** (it is shown once) and the **App ID**.", ["API key!", "App ID"]),
        ("Copy the **App ID** (not the **Client ID**). Copy the **Client ID**.", ["App ID", "Client ID"]),
        # A variable is where a credential goes, and no other one.
        (
            "Copy the **Client ID** and **Token**.\n\nSet these:\n\n- `ACME_CLIENT_ID` - the ID",
            ["Client ID", "Token!"],
        ),
        ("Copy the client ID into `ACME_CLIENT_ID`.", ["client ID"]),
        # A name and its short form, two names with a stroke, and one in parentheses.
        ("Copy the **App ID**.\n\nPaste the **Application ID**.", ["App ID"]),
        (
            "Copy the Consumer Key/Client ID.\n\nYou need:\n\n- **Client ID**\n- **Tenant ID**",
            ["Client ID", "Tenant ID"],
        ),
        (
            "Copy the **Identifier** (this is your Client ID).\n\nYou need:\n\n- **Client ID**\n- **Tenant ID**",
            ["Client ID", "Tenant ID"],
        ),
        # Of one owner, who is named now and then.
        (
            "Copy the `App ID` and the `App Secret`.\n\nEnter the `Acme App ID` and the `Acme App Secret`.",
            ["App ID", "App Secret!"],
        ),
        (
            "Copy the **App ID** and **App Secret**.\n\nEnter **Acme App ID**, **Acme App Secret**, **Hall App ID** and **Hall App Secret**.",
            ["App ID", "App Secret!", "Acme App ID", "Acme App Secret!", "Hall App ID", "Hall App Secret!"],
        ),
        ("Copy the **App ID**.\n\nEnter the **Acme App ID**.", ["App ID", "Acme App ID"]),
        (
            "Copy the **App ID** and **App Secret**.\n\nEnter **Test App ID** and **Test App Secret**.",
            ["App ID", "App Secret!", "Test App ID", "Test App Secret!"],
        ),
        # What a page calls a value says nothing beside the name.
        ("Copy the client secret.\n\nCopy the **Value**.", ["client secret!"]),
        (
            "Copy the **Application (client) ID** to populate the `ACME_CLIENT_ID` variable.",
            ["Application (client) ID"],
        ),
        (
            "Copy the entry under *Value* to populate the `ACME_CLIENT_SECRET` variable.",
            ["ACME_CLIENT_SECRET!"],
        ),
        (
            "Copy the `ACME_CLIENT_ID` and the `ACME_CLIENT_SECRET`.",
            ["ACME_CLIENT_ID", "ACME_CLIENT_SECRET!"],
        ),
    ],
)
def test_names_of_one_credential(text: str, expected: list[str]) -> None:
    credentials = guide_of(STEP.format(text)).credentials
    assert [one.label + "!" * one.secret for one in credentials] == expected
