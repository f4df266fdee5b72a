"""Credentials by the place that names them: the form of the connection, a column, a reference, another form."""

from __future__ import annotations

import pytest

from compiling import guide_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"


def labels(text: str) -> list[str]:
    credentials = guide_of(STEP.format(text)).credentials
    return [one.label + "!" * one.secret + "?" * one.optional for one in credentials]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A form of credentials is one even where few of its fields are called what credentials are.
        (
            "Enter the following credentials:\n\n- Acme URL\n- Client ID\n- Plant Short Name\n- Reason Code - New Hire (optional)",
            [
                "Acme URL",
                "Client ID",
                "Plant Short Name",
                "Reason Code - New Hire?",
            ],
        ),
        (
            "Enter the following details:\n\n- Client ID\n- Any plan\n- A paid seat\n- Two users",
            ["Client ID"],
        ),
        (
            "Enter the credentials you copied:\n\n- API key\n- Wait a while\n- Look at the tenant\n- (Optional) Go on",
            ["API key!"],
        ),
        # Two labels that share their words.
        ("Copy Service User ID and Token.", ["Service User ID", "Service User Token!"]),
        ("Copy the Access Key ID and Secret Access Key.", ["Access Key ID", "Secret Access Key!"]),
        ("Copy your user ID and password.", ["user ID"]),
        # What is joined to a label is told of like it.
        ("Register to obtain your client ID and client secret.", ["client ID", "client secret!"]),
        ("Acme made a client ID and a client secret.", []),
        # What is typed into a field is its value.
        ("- For the Unique identifier field for users enter **userName**.", []),
        ("- In the form enter your **Username**.", ["Username"]),
        (
            "Copy your *Client ID*, *Sign Base URI*, and *REST Base URI*.",
            ["Client ID", "Sign Base URI", "REST Base URI"],
        ),
        ("Copy the Redirect URI into the form.", []),
        # A label may say that its value is meant.
        (
            "Enter these:\n\n- **Client Secret Value**\n- **Public Key Value**",
            ["Client Secret Value!", "Public Key Value"],
        ),
        ("Copy the **Client Secret**.\n\nYou need:\n\n- **Client Secret Value**", ["Client Secret Value!"]),
        ("Copy the secret value.\n\nYou need:\n\n- **Client Secret**", ["Client Secret!"]),
        # What a label refers to is not what is copied.
        ("You need the server that corresponds to your tenant domain.", []),
        ("Find the page that matches your account ID.", []),
        ("Copy your tenant domain.", ["tenant domain"]),
        # The value of a field or a column.
        ("Copy the value in the `Portal Server` column.", ["Portal Server"]),
        ("Copy the value of the **Portal Server** field.", ["Portal Server"]),
        ("Copy the value in the `portal_server` column.", []),
        ("Copy the value in the `Portal Server` response header.", []),
        # What the reader makes up.
        ("Enter an Application URL.", []),
        ("Enter any Company Domain.", []),
        ("Enter your Company Domain.", ["Company Domain"]),
        # A product that is called like an identifier.
        ("To connect it, find Microsoft Entra ID and copy the Client ID.", ["Client ID"]),
        ("Enter your Entra ID and the **Tenant ID**.", ["Tenant ID"]),
        # What a field takes says that it is secret.
        (
            "You need:\n\n- **Company ID** - yours\n- **Cert** - The private key out of the file",
            ["Company ID", "Cert!"],
        ),
        (
            "You need:\n\n- **Company ID** - beside the private key\n- **Site URL** - yours",
            ["Company ID", "Site URL"],
        ),
        # As code, where the guide writes so what stands on the page.
        ("Copy and save the `API URL`.", ["API URL"]),
        ("Find the `Metadata URL` in the `Details` and copy it.", ["Metadata URL"]),
        ("Copy the `Settings`.", []),
        ("Find the `url` and copy it.", []),
        # Acronyms are part of a name; names of people are no credentials.
        ("Copy the REST Server URL.", ["REST Server URL"]),
        (
            "Store these credentials. The required fields are:\n\n- Last Name\n- Username\n- Password",
            ["Username", "Password!"],
        ),
        # An example of what to type.
        ("Keep the name or enter one, e.g. `Relay Access Token`.", []),
        # What a table gives a value for is typed in.
        (
            "Enter these:\n\n| Field | Value |\n|-|-|\n| Gate URL | `https://a.io` |\n| Secret key | Any |",
            ["Secret key!"],
        ),
        # Armour around a key is no label.
        (
            "Copy all between -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----.\n\nThis is your Private Key. Keep it.",
            ["Private Key!"],
        ),
        # What is ticked, chosen or uploaded in the provider's form.
        (
            "Register it with these details:\n\n- **Lasting Tokens**: Check the box\n- **Certificate**: Upload it\n- **Hall**: any",
            [],
        ),
        (
            "Enter the credentials you copied:\n\n- **Region**: Select yours\n- **API key**",
            ["Region", "API key!"],
        ),
        # The short name in one form is the full one in another; two in one list are two.
        (
            "Fill in the form:\n\n- **Hall**: 1\n- **Floor**: 2\n- **Secret**: 3\n\nEnter the credentials:\n\n- Client ID\n- Client Secret",
            ["Client ID", "Client Secret!"],
        ),
        (
            "Enter the credentials:\n\n- **Secret**: yours\n- **Client Secret**: theirs",
            ["Secret!", "Client Secret!"],
        ),
        # A form with a field for a redirect URL is the provider's.
        ("Fill in the **Company URL** and **Redirect URI** fields.", []),
        ("Fill in the **Company URL** and **API key** fields.", ["Company URL", "API key!"]),
        # A token that programs make is none to copy.
        ("If the app acts for somebody (generate a user access token), copy the **App ID**.", ["App ID"]),
        # Numbers and versions in labels.
        (
            "Copy the **Sign-On URL**, the **Login Issuer**, and the **X.509 Certificate**.",
            ["Sign-On URL", "Login Issuer", "X.509 Certificate"],
        ),
        # The ID and the secret of a client in a list of nothing but labels.
        (
            "Acme connects with:\n\n- **Acme subdomain**\n- **Client ID**\n- **Client Secret**",
            ["Acme subdomain", "Client ID", "Client Secret!"],
        ),
        ("And there they are:\n\n- Client ID\n- Client Secret", ["Client ID", "Client Secret!"]),
        ("Acme knows these ways:\n\n- API key\n- Access token", []),
        ("The answer has:\n\n- `client_id`\n- `client_secret`", []),
        ("Words of Acme:\n\n- **Client ID**: a name\n- **Client Secret**: a key", []),
        # What is to be replaced is no value.
        (
            "Fill in:\n\n- Client ID: `<Your Acme Client ID>`\n- Client Secret: `YOUR_SECRET`",
            ["Client ID", "Client Secret!"],
        ),
        ("Fill in:\n\n- Client ID: `acme`\n- Host: `{name}.acme.example`", []),
        # A case, and not a field.
        (
            "Fill in the following information:\n\n- **Client ID**\n- **Client Secret**\n- For hosted systems:\n\n  - Open the file.",
            ["Client ID", "Client Secret!"],
        ),
        # Where something is copied from, and what it stands for.
        ("Paste the `Gate URL` from Harbour ID into the form.", ["Gate URL"]),
        ("Copy the key from Client ID.", ["Client ID"]),
        ("Enter the return address, which is the Relay URL with `/back`.", []),
        # A person fills in who they are.
        ("Fill in **Email**, **First name**, and **Last name**.", []),
        ("Fill in **Email** and **API key**.", ["Email", "API key!"]),
        # The address that a provider calls is typed into its form.
        ("Copy the address and paste it in the **Payload URL.**", []),
        ("Paste your endpoint into **INTERACTIONS ENDPOINT URL** and save.", []),
        ("Paste the address under **Request URL**.", []),
        ("Copy the **Webhook URL**.", ["Webhook URL"]),
        # A field that is given a value, and one instruction that is bold throughout.
        ("Later you enter `acme` into the **Subdomain** field.", []),
        ("Enter the `Gate ID` into the **Subdomain** field.", ["Gate ID"]),
        ("**5) Add your SCIM token**", ["SCIM token!"]),
        ("**Copy the Client ID and Client Secret**", ["Client ID", "Client Secret!"]),
        ("**About the API key**", []),
        # What is only shown there, or given a value; what the reader makes up.
        ("Locate the **Signing Certificate** section.", []),
        ("Locate the **Signing Certificate** and keep it.", ["Signing Certificate"]),
        ("Copy the URL under the **Gate URL** section.", ["Gate URL"]),
        ("Fill in:\n\n- **Name**: any\n- **User name**: Enter `jo@acme.example`.", []),
        ("Fill in the details:\n\n- **Name**: any\n- **Database Password**: Create a strong password", []),
        # The name of a button, in a sentence.
        ("Enter a name in Issue SSO Key within the form.", []),
        ("Enter it, then press Generate API Key.", []),
        ("Copy API Key and SSO Key.", ["API Key!", "SSO Key!"]),
        # A name that the reader takes.
        ("Enter a **username** that ends in `bot`.", []),
        ("Choose a new **Password** for it.", []),
        ("Enter your **Username** and **Password**.", ["Username", "Password!"]),
        # In quotation marks, as many pages set labels apart.
        (
            'Copy the "Bot User OAuth Token" and "Signing Secret".',
            ["Bot User OAuth Token!", "Signing Secret!"],
        ),
        ('Click "New Access Token", then "Save".', []),
        ('You get "an ID token" later.', []),
        # What installing gives.
        (
            "Install it to get:\n\n- Bot User Token (starts with `ab`)\n- Signing Secret",
            ["Bot User Token!", "Signing Secret!"],
        ),
        # A line may end within a label.
        (
            "Note the <Key>Relay Gate Entity\nID</Key> and the Acme Harbour\nDomain.",
            ["Relay Gate Entity ID", "Acme Harbour Domain"],
        ),
        # Which of them may be left out.
        ("Copy the `SSO URL`, and optionally the `Entity ID`.", ["SSO URL", "Entity ID?"]),
        (
            "Copy the **App ID** and, optionally, **Team ID** and **Seat ID**.",
            ["App ID", "Team ID?", "Seat ID"],
        ),
        # An item may say behind a label what to do with it.
        (
            "Do this:\n\n- **Private Key**: Copy and paste all of the file.\n- **Server key** opens it.",
            ["Private Key!"],
        ),
        ("Do this:\n\n- **App key**: It is for apps.\n- **Press**: Copy it.", []),
        (
            "Be quick.\n\n- Click **Make**.\n- **Private Key**: Copy and paste all of the file to Relay.\n- **Access key**: It opens a door.",
            ["Private Key!"],
        ),
        ("Generate `Client secrets` there.", ["Client secrets!"]),
        # Where a link leads is where it is got.
        ("Copy your [API key](https://acme.example/keys).", ["API key!"]),
        ("Enter the [Client ID and Client Secret](https://acme.example).", ["Client ID", "Client Secret!"]),
        ("Find it on the [API key page](https://acme.example).", []),
        ("See [Create an API key](https://acme.example).", []),
        # To add and to use a credential, and not a way to authenticate.
        ("Add the Client ID and the Client Secret to the form.", ["Client ID", "Client Secret!"]),
        ("Use the provided **Client ID** and **Client Secret** with Acme.", ["Client ID", "Client Secret!"]),
        ("Use the API key authentication.", []),
        ("Use the access token in requests.", []),
        ("Press Add API key.", []),
        # Fields as programs spell them.
        (
            "Acme has two configuration keys:\n\n- `clientId`: The ID from the console.\n- `clientSecret`: The secret that goes with it.",
            ["clientId", "clientSecret!"],
        ),
        ("Copy the `publicApiKey` and the `apiKey`.", ["apiKey!", "publicApiKey"]),
        # What was obtained before.
        (
            "Add these lines with the `Client ID` and `Client Secret` obtained from Acme.",
            ["Client ID", "Client Secret!"],
        ),
        ("Requests carry the `Client ID` received from the browser.", []),
    ],
)
def test_place_of_a_credential(text: str, expected: list[str]) -> None:
    assert sorted(labels(text)) == sorted(expected)


def test_should_take_no_instruction_below_a_title_about_credentials_for_a_field() -> None:
    text = "# T\n\n## Copy the credentials\n\n1. Copy these values:\n\n   - Client ID\n\n2. Put them in `.env`:\n\n   ```\n   a\n   ```\n"
    assert [one.label for one in guide_of(text).credentials] == ["Client ID"]
