"""Credentials and settings: what the reader copies, fills in and types."""

from __future__ import annotations

import re

import pytest

from compiling import guide_of
from guidec.guide.indexes.fields import key_of

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
        ("Enter your **App Name**.", []),
        ("Give it a name (note: this cannot be the same as your App ID).", []),
        ("Upload the **Private Key File** and copy the **Private Key File**.", [("private_key_file", True)]),
        # Pages of the reader's own.
        ("Enter the **Homepage URL** and the Privacy Policy URL.", []),
        ("Copy the **Instance URL**.", [("instance_url", False)]),
        # What is not meant, and where it goes.
        ("Copy the **Client secret** (not the secret ID).", [("client_secret", True)]),
        ("Copy the **Application ID** - this will be your `ACME_CLIENT_ID`.", [("application_id", False)]),
        # What a sentence says not to do.
        ("Do not share or copy the **Access Token**.", []),
        ("You do not need a **Client Secret**.", []),
        ("You don’t have to copy the **Client ID**.", []),
        ("Never paste the **API key**.", []),
        ("There is no need to copy the **Client ID**.", []),
        ("You are not required to enter a **Client Secret**.", []),
        ("You won't need a **Client Secret**.", []),
        ("Do not enter your Client ID and Client Secret.", []),
        ("Do not lose it: copy the **API key**.", [("api_key", True)]),
        ("If you do not have one, generate an **API key**.", [("api_key", True)]),
        ("If you do not copy the **API key** now, it is lost.", [("api_key", True)]),
        ("Don't forget to copy the **Secret**.", [("secret", True)]),
        ("You will not see it again, so save the **API key**.", [("api_key", True)]),
        ("Do not close the page until you have copied the **API key**.", [("api_key", True)]),
        ("Never share it and keep the **API key** safe.", [("api_key", True)]),
        ("Fill in the **Domain** with `zed`.", []),
        ("Copy the **Domain**.", [("domain", False)]),
        # What the sentence lists with a credential is one, too.
        (
            "Enter the `Subdomain`, `Client ID` and `Client Secret`.",
            [("subdomain", False), ("client_id", False), ("client_secret", True)],
        ),
        ("Enter **Save** and **API key**.", [("api_key", True)]),
        # What the reader copies, whatever it is called.
        ("Copy the **Install Link**.", [("install_link", False)]),
        ("Copy the **Install Link** button.", []),
        ("Copy the **entire text**.", []),
        ("Note the **Contact ID** of it.", [("contact_id", False)]),
        # Two labels that share a word.
        ("Copy the client ID and secret.", [("client_id", False), ("client_secret", True)]),
        ("Copy the SCIM key.", [("scim_key", True)]),
        (
            "Save the Application (client) ID and the Directory (tenant) ID.",
            [("application_client_id", False), ("directory_tenant_id", False)],
        ),
        ("Copy the key with its prefix `Acme-API-Key`.", []),
        ("Paste the text into the Certificate field.", [("certificate", False)]),
        # The same in other words is no second credential.
        ("Copy the **App ID** (Client ID).", [("app_id", False)]),
        ("Copy the **API key** — a bearer token.", [("api_key", True)]),
        ("Copy the **Signing secret**. Keep the **secret** safe.", [("signing_secret", True)]),
        ("On **API keys**, copy the API key.", [("api_key", True)]),
        # Options of programs, and what programs do.
        ("Pass the `clientId` to get a session.", []),
        ("Paste the `client_id`.", [("client_id", False)]),
        ("You need `ACME_API_KEY`.", [("acme_api_key", True)]),
        ("The server needs an access token.", []),
        ("The client uses it to get an access token.", []),
        ("Each time you'll receive a new refresh token.", []),
        ("Copy the access token.", [("access_token", True)]),
        ("Get your credentials (client ID and secret).", [("client_id", False), ("client_secret", True)]),
        ("Acme shows the **App token**.", [("app_token", True)]),
        ("Acme shows the **App token**. Copy the **Access token**.", [("access_token", True)]),
        ("**Rotating refresh tokens:** see there.", []),
        ("Copy the **ID** and **Key**.", [("id", False), ("key", True)]),
        ("<Note>1. Copy the **API Token** and keep it.</Note>", [("api_token", True)]),
        # Fields in lists.
        (
            "Enter these credentials:\n\n- Client ID\n- Client Secret\n- Authentication Base URI\n- Home planet",
            [
                ("client_id", False),
                ("client_secret", True),
                ("authentication_base_uri", False),
                ("home_planet", False),
            ],
        ),
        ("You'll receive:\n\n- Client ID\n- Client Secret", [("client_id", False), ("client_secret", True)]),
        ("You need:\n\n- **Site** and **Password** - yours", [("site", False), ("password", True)]),
        ("You need:\n\n- **An account**\n- **Password** - yours", [("password", True)]),
        ("You need:\n\n- **ID** - of your key\n- **Key** - yours", [("id", False), ("key", True)]),
        (
            "You need:\n\n- Your **Client ID** and **Client Secret**",
            [("client_id", False), ("client_secret", True)],
        ),
        ("You need:\n\n- **Portal URL** (e.g. `https://a.example`)", [("portal_url", False)]),
        ("You need:\n\n- Note your **Client ID**.", [("client_id", False)]),
        (
            "Enter the credentials you copied:\n\n- **API key**\n- **Created by** (an email address)",
            [("api_key", True), ("created_by", False)],
        ),
        (
            "Enter these details:\n\n- **API key**: yours\n- **Level**: any",
            [("api_key", True), ("level", False)],
        ),
    ],
)
def test_should_find_credentials(text: str, found: list[tuple[str, bool]]) -> None:
    credentials = guide_of(STEP.format(text)).credentials
    assert [(credential.key, credential.secret) for credential in credentials] == found


@pytest.mark.parametrize(
    ("item", "keys"),
    [("Fill in these fields:", ["instance_name", "api_key"]), ("Press **New**.", [])],
)
def test_should_take_a_list_behind_an_item_for_what_it_announces(item: str, keys: list[str]) -> None:
    text = f"# T\n\n## S\n\n1. Open it.\n2. {item}\n\n- **Instance name**: yours\n- **API key**: yours\n\n3. Save.\n"
    assert [one.key for one in guide_of(text).credentials] == keys


@pytest.mark.parametrize("table", ["{}", "<div>\n\n{}\n\n</div>", "<Figure />\n\n{}"])
def test_should_take_a_table_behind_a_step_for_what_it_announces(table: str) -> None:
    rows = "| Name | Description |\n|-|-|\n| Gate URL | Use the **Gate URL** of Relay |\n| Audience (Own ID) | Yours |"
    steps = "1. Open the form.\n2. Enter the following values in the **Doors** section:"
    guide = guide_of(f"# T\n\n## Do\n\n{steps}\n\n{table.format(rows)}\n\n3. Press **Save**.\n")
    assert [(one.label, one.hint) for one in guide.settings] == [
        ("Gate URL", "Use the Gate URL of Relay"),
        ("Audience (Own ID)", "Yours"),
    ]


def test_should_say_that_settings_of_an_optional_step_are_optional() -> None:
    text = "# T\n\n## S\n\n1. (Optional) Fill in the form:\n\n   - **Logo**: any\n\n2. Enter a **Name**.\n"
    assert [(one.label, one.optional) for one in guide_of(text).settings] == [("Logo", True), ("Name", False)]


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


def test_should_find_credentials_in_the_titles_of_steps() -> None:
    guide = guide_of(
        "# T\n\n<Steps>\n<Step title='Record Client ID and Client Secret'>\n\nBoth.\n\n</Step>\n</Steps>\n"
    )
    assert [credential.key for credential in guide.credentials] == ["client_id", "client_secret"]


@pytest.mark.parametrize(
    ("title", "keys"), [("5.4 Copy the signing secret", ["signing_secret"]), ("The signing secret", [])]
)
def test_should_find_credentials_in_titles_that_say_to_copy_them(title: str, keys: list[str]) -> None:
    assert [one.key for one in guide_of(f"# T\n\n## {title}\n\nText.\n").credentials] == keys


def test_should_find_credentials_in_a_numbered_list_of_what_is_needed() -> None:
    guide = guide_of(
        "# T\n\n## Overview\n\nTo connect, you need:\n\n1. **Portal route** – your address\n2. **API key** – yours\n"
    )
    assert [(one.label, one.hint) for one in guide.credentials] == [
        ("Portal route", "your address"),
        ("API key", "yours"),
    ]


def test_should_find_every_field_of_the_own_form_whatever_it_is_called() -> None:
    labels = [
        "Client Secret",
        "Application (client) ID",
        "Account",
        "Is sandbox?",
        "環境",
        "yes",
        "API Key / Token",
    ]
    listed = "\n".join(f"- **{label}**" for label in labels)
    guide = guide_of(
        STEP.format(f"Fill out the fields using details retrieved from your provider:\n\n{listed}")
    )
    assert [credential.label for credential in guide.credentials] == labels
    assert len({credential.key for credential in guide.credentials}) == len(labels)
    assert "" not in {credential.key for credential in guide.credentials}


def test_should_find_settings_of_a_form_in_prose() -> None:
    guide = guide_of(
        "# T\n\n## Do\n\nOpen the page and fill in:\n\n- App name: `Portal`\n\nIt shows:\n\n- State: `on`\n"
    )
    assert [(setting.label, setting.value, setting.step) for setting in guide.settings] == [
        ("App name", "Portal", None)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Choose the following settings:\n\n- **Kind**: Web app", ["Kind|Web app"]),
        ("Use the following connection settings:\n\n- **Kind**: Web app", ["Kind|Web app"]),
        ("The following settings exist:\n\n- **Kind**: Web app", []),
        (
            "Set the following values:\n\n**General:**\n\n- **Kind**: `web`\n\n**More:**\n\n- Hall: `1`",
            ["Kind=web", "Hall=1"],
        ),
        ("Set the following values:\n\nOf the hall:\n\n- **Kind**: `web`", []),
        ("1. In the dialog, select:\n   - **Kind**: Web app", ["Kind|Web app"]),
        # A table behind the item that announces it.
        (
            "1. Set up the hall:\n\n| Field | Value |\n|-|-|\n| Kind | Web app |\n| Hall | `1` |",
            ["Kind|Web app", "Hall=1"],
        ),
        ("1. Set up the hall.\n\n| Field | Value |\n|-|-|\n| Kind | Web app |\n| Hall | `1` |", []),
        ("1. This is the hall:\n\n| Field | Value |\n|-|-|\n| Kind | Web app |\n| Hall | `1` |", ["Hall=1"]),
        ("1. Set up the hall:\n\n| Field | Meaning |\n|-|-|\n| Kind | Web app |\n| Hall | `1` |", []),
    ],
)
def test_should_find_settings_outside_of_steps(text: str, found: list[str]) -> None:
    settings = guide_of(f"# T\n\n## Do\n\n{text}\n").settings
    assert [one.label + (f"={one.value}" if one.value else f"|{one.hint}") for one in settings] == found


def test_should_find_the_mandatory_keys_of_a_configuration() -> None:
    keys = "- `clientId`: the ID\n- `clientSecret`: the secret\n- `baseUrl` (optional): of your server"
    guide = guide_of(f"# T\n\n## Do\n\nThe provider has two mandatory keys:\n\n{keys}\n")
    assert [(one.key, one.optional) for one in guide.credentials] == [
        ("client_id", False),
        ("client_secret", False),
        ("base_url", True),
    ]


def test_should_call_a_credential_as_the_firmest_mention_does() -> None:
    guide = guide_of(STEP.format("Copy the client secret.\n\nPaste the **Client Secret**."))
    assert [credential.label for credential in guide.credentials] == ["Client Secret"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fill in the form:\n\n- App name: `StackOne`", [("App name", "StackOne", None)]),
        ("Fill in the form:\n\n- **App name**: `StackOne`", [("App name", "StackOne", None)]),
        ("Fill in the form:\n\n- App name: any name", [("App name", None, "any name")]),
        ("Set **App name** to `StackOne`.", [("App name", "StackOne", None)]),
        ("Enter the **App name**: `StackOne`.", [("App name", "StackOne", None)]),
        ("Enter the **App name:** `StackOne`.", [("App name", "StackOne", None)]),
        ("Press **App name**: `StackOne`.", []),
        ("Set another if you like. **Default**: `StackOne`.", []),
        ("Enter an **App name** (e.g., My app).", [("App name", None, "My app")]),
        ("Press **Save**.", []),
        ("Note: `x`", []),
        ("Comment with: `@portal please`", []),
        ("Send it to: `portal`", []),
        ("Type `StackOne` as the **Key name**.", [("Key name", "StackOne", None)]),
        ("**Error**: `invalid_client`", []),
        ("Install it with the following command: `get it`", []),
        ("Enter your app's **Homepage URL**.", [("Homepage URL", None, None)]),
        # The value stands below.
        (
            "In the **Site** field, enter the address of your team:\n\n```txt\nhttps://a.example\n```",
            [("Site", "https://a.example", None)],
        ),
        ("In the **Site** field, enter the address:\n\n```txt\none\ntwo\n```", [("Site", None, None)]),
        ("In the **Site** field, enter the address.\n\n```txt\none\n```", [("Site", None, None)]),
        ("Build command: `build it`", [("Build command", "build it", None)]),
        ("Fill in the form:\n\n- For large sites, add fields: a site", []),
        ("The options:\n\n- `provider`: The provider to use\n- `loginUrl`: Of your domain", []),
        ("The options:\n\n- `provider`: `acme`", [("provider", "acme", None)]),
        ("Enter the **region_name** (e.g., eu).", []),
        (
            "Fill in the form:\n\n- **Website** – `https://a.example`",
            [("Website", "https://a.example", None)],
        ),
        ("Fill in the form:\n\n- **Save** – `x`\n- **Site** - the name `x`", []),
        (
            "Fill in the form:\n\n- Launch page: https://a.example/x.",
            [("Launch page", "https://a.example/x", None)],
        ),
        ("Fill in the form:\n\n- Help: see https://a.example", [("Help", None, "see https://a.example")]),
        ("Fill in the form:\n\n- App name — `Portal`\n- Pages - `a`", [("App name", "Portal", None)]),
        ("Copy it, then fill **Domain** with `zed`.", [("Domain", "zed", None)]),
        ("Fill in **Domain** with `zed`.", [("Domain", "zed", None)]),
        ("Allow these:\n\n- **Read users** - `users.read`", []),
        # Tables of fields and values.
        ("| Field | Value |\n|---|---|\n| App name | `StackOne` |", [("App name", "StackOne", None)]),
        ("| Field | Value |\n|---|---|\n| App name | Any |\n| Site | `a` or `b` |", []),
        (
            "Enter these:\n\n| Field | Value |\n|---|---|\n| **Prompt** | e.g., `Go in` |\n| Key | for example `acme` |",
            [("Prompt", None, "Go in"), ("Key", None, "acme")],
        ),
        (
            "| Field | What to enter |\n|---|---|\n| Site | The address of your site. |\n| API key | Yours |",
            [("Site", None, "The address of your site.")],
        ),
        ("| Variable | Value |\n|---|---|\n| `ACME_SITE` | `eu` |", []),
        ("| Field | Meaning |\n|---|---|\n| App name | `StackOne` |", []),
        # A choice of buttons is explained, and systems are told apart.
        (
            "Click **Deploy**, **Upgrade**, or **Configure**:\n\n- **Deploy**: deploys it.\n- **Upgrade**: more.",
            [],
        ),
        (
            "Fill in **Name** or **Title**:\n\n- **Name**: any\n- **Title**: any",
            [("Name", None, "any"), ("Title", None, "any")],
        ),
        (
            "Click **New** and fill in **Name** or **Title**:\n\n- **Name**: any\n- **Title**: any",
            [("Name", None, "any"), ("Title", None, "any")],
        ),
        ("Configure the form:\n\n- **Windows**: hold Ctrl\n- **Search**: press Ctrl+K", []),
        ("Fill in the form:\n\n- **iOS**: `com.acme`", [("iOS", "com.acme", None)]),
    ],
)
def test_should_find_settings(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    settings = guide_of(STEP.format(text)).settings
    assert [(setting.label, setting.value, setting.hint) for setting in settings] == found


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Domäne", "domane"),
        ("Clé privée", "cle_privee"),
        ("CléPrivée", "cle_privee"),
        ("Cle\u0301 prive\u0301e", "cle_privee"),
        ("GROẞER SCHLÜSSEL", "grosser_schlussel"),
        ("ＡＰＩ Key", "api_key"),
        ("clientId", "client_id"),
        ("密钥", ""),
    ],
)
def test_a_key_has_the_letters_of_its_label_without_accents(label: str, key: str) -> None:
    assert key_of(label) == key


def test_a_label_without_any_ascii_letter_has_a_key_of_its_own() -> None:
    keys = [
        credential.key
        for label in ("密钥", "Ключ")
        for credential in guide_of(
            STEP.format(f"Fill in the details your provider gave you:\n\n- {label}\n- Password")
        ).credentials
    ]
    assert len(set(keys)) == 3
    assert all(re.fullmatch("[a-z0-9_]+", key) for key in keys)
