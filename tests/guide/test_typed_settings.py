"""Settings that sentences tell the reader to type or choose, with or without a value."""

from __future__ import annotations

import pytest

from compiling import guide_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"


def shown(text: str) -> list[str]:
    """Give each setting as "label=value|hint?"."""
    return [
        one.label
        + (f"={one.value}" if one.value is not None else "")
        + (f"|{one.hint}" if one.hint is not None else "")
        + "?" * one.optional
        for one in guide_of(STEP.format(text)).settings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the reader makes up.
        ("Enter a **Hall name** for your project.", ["Hall name"]),
        ("Enter an **App name** and a **Motto**, then press **Save**.", ["App name", "Motto"]),
        ("Fill in a **Name** and **Display Name**.", ["Name", "Display Name"]),
        ("In the window, enter a *Key name* for it.", ["Key name"]),
        ("Enter a unique **App name**.", ["App name"]),
        ("Enter an **App name**, e.g. `Portal`.", ["App name|Portal"]),
        ("Enter an **App name** such as **Portal**.", ["App name|Portal"]),
        ("Enter an **App name**, then copy `Portal`.", ["App name"]),
        ("Enter a telling **Label** for it (e.g., Portal).", ["Label|Portal"]),
        ("Give it a **Name**.", ["Name"]),
        ("(Optional) Enter a **Motto**.", ["Motto?"]),
        ('Enter a **Name** for the app (e.g. "Portal").', ['Name|"Portal"']),
        # A name or a description is one whoever it belongs to; other things may be credentials.
        ("Add your **App name** and a logo.", ["App name"]),
        ("Enter **App Name** and click **Create**.", ["App Name"]),
        ("Enter your **Hall**.", []),
        ("Enter the **User name**.", []),
        ("Add a **Web app**.", []),
        ("Create a **Project**.", []),
        ("Enter a **Client ID**.", []),
        ("Enter a **Redirect URI**.", []),
        ("Choose a **Plan**.", []),
        ("Go to the search bar and type **View Clients**.", []),
        # What a form of the provider's is filled in with.
        ("Fill in the **Company URL** and **Redirect URI** fields.", ["Company URL"]),
        ("Fill out **Motto** & **Site** (any will do).", ["Motto", "Site"]),
        ("Fill in the **Contact Information**.", []),
        # Into a field.
        ("Enter a name for the key in the **Key label** field.", ["Key label"]),
        ("Optionally, type the addresses into the **Trusted IPs** box.", ["Trusted IPs?"]),
        ("Look at the **Key label** field.", []),
        ("Copy the address and paste it in the **Payload URL.**", ["Payload URL"]),
        ("Enter the address of your server under **Request URL**.", ["Request URL"]),
        ("Enter the word you see in the **Harbour**.", []),
        ("Paste the `Gate URL` into the `Door URL` field.", []),
        ("Later you enter `acme` into the **Subdomain** field.", ["Subdomain=acme"]),
        ("Fill in **Email**, **First name**, and **Last name**.", ["Email", "First name", "Last name"]),
        ("Press the **Key label** button in the **Keys** box.", []),
        # As code, where the guide writes so what stands on the page.
        ("In the wizard, provide an `App name`.", ["App name"]),
        ("Under `Site address` enter your URL.", ["Site address"]),
        ("Under `Name` enter `acme`.", ["Name=acme"]),
        ("Provide an `app_name`.", []),
        ("Enter a `json` object.", []),
        ("Add the scope `halls.read` for the `Hall API`.", []),
        ("Enter `halls.read` for the `Hall scope`.", ["Hall scope=halls.read"]),
        # With a value.
        ("Set the **Entity** (Audience) to `acme`.", ["Entity=acme"]),
        ("Set **Grant Type** to **Client Credentials**.", ["Grant Type=Client Credentials"]),
        ("Add **Jo** to **Admins**.", []),
        ("Set the **Name format** field to **Email**:", ["Name format=Email"]),
        ("Set the `User mark` field to `preferred_name`. (It is shorter.)", ["User mark=preferred_name"]),
        ("Set the `Parts` field to: `email profile`", ["Parts=email profile"]),
        ("Switch the **Mode** setting to **Strict**.", ["Mode=Strict"]),
        ("Set the **Client ID** field to `acme`.", []),
        ("Set the **Doors** page to **Open**.", []),
        # What the reader knows of the own system.
        (
            "Set **Root URL** to your Relay address, e.g. `https://relay.example`.",
            ["Root URL|your Relay address, e.g. https://relay.example"],
        ),
        (
            "Set **Start page** to the address of your portal. Save.",
            ["Start page|the address of your portal"],
        ),
        (
            "Set **Sign** to a word that people know, such as `Relay`.",
            ["Sign|a word that people know, such as Relay"],
        ),
        ("Set **Client ID** to the one you copied.", []),
        ("Fill in the **Basics** tab.", []),
        ("Fill in the **Basics** field.", ["Basics"]),
        # Where something stands is no field.
        ("Set the **Door** to one of these:\n\n- Production: `https://a.io`\n- Local dev: a tunnel", []),
        ("Set it to your liking.", []),
        # A part of a page, in which fields stand.
        ("In **General**, enter the **Hall number** and the **Gate number**.", []),
        ("In **General**, enter a name.", ["General"]),
        ("In **Tenant URL**, enter the **Hall endpoint** obtained from Acme.", ["Tenant URL"]),
        ("As **Site**, enter the address that you saw.", ["Site"]),
        ("For **Client kind** select **Confidential**.", ["Client kind=Confidential"]),
        ("Under **Settings**, select **Keys**.", []),
        ("Choose **Web login** as your app's **Login method**.", ["Login method=Web login"]),
        (
            "Select **Web app** under the **Kind of app type** dropdown list.",
            ["Kind of app type=Web app"],
        ),
        ("Choose **EU** from the **Data region** dropdown.", ["Data region=EU"]),
        ("Select **Settings** from the **Account** dropdown.", []),
        ("Select **Keys** in the **App type** page.", []),
        ("Select **Type** as **OAuth 2.0**.", []),
        ("Set **Type** to **OAuth 2.0**.", []),
        (
            "Fill in the form:\n\n- Kind of app: **Web app**\n- Format: Select `Email`",
            ["Kind of app=Web app", "Format=Email"],
        ),
        ("Fill in the form:\n\n- Kind: **Web** or **Desktop**", ["Kind|Web or Desktop"]),
        ('Fill in the form:\n\n- **Portal name**: "Relay"', ["Portal name=Relay"]),
        ("Fill in the form:\n\n- Portal name: “Relay 2”.", ["Portal name=Relay 2"]),
        ('Fill in the form:\n\n- Portal name: "Relay" or "Acme"', ['Portal name|"Relay" or "Acme"']),
        ('Fill in the form:\n\n- Portal: the "Relay" of step 4', ['Portal|the "Relay" of step 4']),
        ("It looks so:\n\n- Example URL: `https://acme.example`", []),
        # In running text, where an example follows.
        ("Enter an Application Name, e.g. `Portal`.", ["Application Name|Portal"]),
        ("Enter any Common Name (CN) for the file, e.g. `Portal 2`.", ["Common Name|Portal 2"]),
        ('Enter a Title, such as "Portal".', ["Title|Portal"]),
        ("Enter your Site, e.g. `acme`.", []),
        ("Enter a name, e.g. `Portal`.", []),
        # A lead that says so makes all below it optional.
        ("You may optionally fill in:\n\n- **Gate**: any", ["Gate|any?"]),
        ("Fill in, after the optional part:\n\n- **Gate**: any", ["Gate|any"]),
    ],
)
def test_typed_settings(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_what_the_guide_calls_a_credential_is_no_setting() -> None:
    guide = guide_of(
        STEP.format("Enter the credentials:\n\n- **Hall name**\n- **API key**\n\nThen enter a **Hall name**.")
    )
    assert [one.label for one in guide.settings] == []


def test_what_explains_a_credential_is_no_setting() -> None:
    guide = guide_of(
        STEP.format(
            "Look at the page:\n\n- Hall: what stands in front\n- Gate: `a1` in the example\n- Door value: `b2`"
        )
        + "\n## Connect\n\nEnter the credentials:\n\n- **Hall**\n- **Gate**\n- **Door**\n"
    )
    assert [one.label for one in guide.settings] == []


def test_an_example_of_a_credential_is_no_setting() -> None:
    guide = guide_of(
        STEP.format("Enter the credentials:\n\n- **Gate**\n- **API key**")
        + "\n## Enter it\n\n1. Open the form.\n2. Enter your gate in the **Gate** field (e.g., `a1`).\n"
    )
    assert [one.label for one in guide.settings] == []
