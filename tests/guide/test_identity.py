"""What a guide is about, by its title and by what it asks for."""

from __future__ import annotations

import pytest

from compiling import guide_of


@pytest.mark.parametrize(
    ("title", "provider", "auth"),
    [
        (
            "Acme (Client Credentials) - How do I link my account?",
            "Acme",
            ("Client Credentials", "oauth2_client_credentials"),
        ),
        ("How to obtain your Acme API token", "Acme", ("API token", "token")),
        ("How to create an Acme personal access token", "Acme", ("personal access token", "token")),
        ("How to configure your Acme plugin credentials", "Acme", None),
        ("Set up Acme with OpenID Connect", "Acme", ("OpenID Connect", "oauth2")),
        ("Set up Acme with a custom OIDC provider", "Acme", ("OIDC", "oauth2")),
        ("Set up Acme for custom pages", "Acme", None),
        (
            "Set up Acme with Server-to-Server OAuth",
            "Acme",
            ("Server-to-Server OAuth", "oauth2_client_credentials"),
        ),
        ("How to register your own Acme OAuth app", "Acme", ("OAuth", "oauth2")),
        ("Acme API Token connector profile – StackOne setup guide", "Acme", ("API Token", "token")),
        (
            "Acme Box Bearer Token connector profile – StackOne setup guide",
            "Acme Box",
            ("Bearer Token", "token"),
        ),
        (
            "Acme Box Personal Access Token connector profile – StackOne setup guide",
            "Acme Box",
            ("Personal Access Token", "token"),
        ),
        ("Acme Admin API Key connector profile – StackOne setup guide", "Acme", ("Admin API Key", "api_key")),
        (
            "Acme Workspace API Token connector profile – StackOne setup guide",
            "Acme Workspace",
            ("API Token", "token"),
        ),
        # What tells one way to authenticate from another of the provider.
        (
            "Acme OAuth 2.0 (Bot Token) connector profile – StackOne setup guide",
            "Acme",
            ("OAuth 2.0 (Bot Token)", "oauth2"),
        ),
        (
            "Acme Notes OAuth 2.0 (Tenant) connector profile – StackOne setup guide",
            "Acme Notes",
            ("OAuth 2.0 (Tenant)", "oauth2"),
        ),
        (
            "Acme OAuth 2.0 - Client Credentials (Machine-to-Machine) connector profile – StackOne setup guide",
            "Acme",
            ("OAuth 2.0 - Client Credentials (Machine-to-Machine)", "oauth2_client_credentials"),
        ),
        (
            "Acme Pro Service Account - REST connector profile – StackOne setup guide",
            "Acme Pro",
            ("Service Account - REST", "custom"),
        ),
        (
            "Acme (Beta) API Key (v2) connector profile – StackOne setup guide",
            "Acme (Beta)",
            ("API Key (v2)", "api_key"),
        ),
        ("Acme (API Key) connector profile – StackOne setup guide", "Acme", ("API Key", "api_key")),
        ("Connect Work with Acme with OAuth 2.0 – StackOne Hub", "Work with Acme", ("OAuth 2.0", "oauth2")),
        ("Connect Acme with OAuth 2.0 with PKCE – StackOne Hub", "Acme", ("OAuth 2.0 with PKCE", "oauth2")),
        ("Connect Acme with Magic with Care – StackOne Hub", "Acme", ("Magic with Care", "custom")),
    ],
)
def test_should_read_titles(title: str, provider: str, auth: tuple[str, str] | None) -> None:
    guide = guide_of(f"# {title}\n\nText.\n")
    assert guide.provider is not None
    assert guide.provider.name == provider
    assert (guide.auth and (guide.auth.label, guide.auth.method)) == auth


@pytest.mark.parametrize(
    ("asked", "auth"),
    [
        ("Copy the **API key**.", ("API key", "api_key")),
        ("Copy the **Bot token**.", ("Bot token", "token")),
        ("Copy it, and store it as `acmeBotToken`.", ("Token", "token")),
        (
            "Copy the **Harbour ID**. Upload the SAML metadata.\n\n## Enable SAML\n\nDo so.",
            ("SAML", "custom"),
        ),
        ("Copy the **Harbour ID**. This is no SAML.", None),
        ("Enter your **Username** and **Password**.", ("Basic", "basic")),
        ("Set the redirect URL to `https://acme.example/callback`.", ("OAuth 2.0", "oauth2")),
        (
            "Register the **Redirect URL** of Relay, and copy the **Client ID** and **Client Secret**.",
            ("OAuth 2.0", "oauth2"),
        ),
        (
            "Choose **Server login (Client Credentials Grant)**. Copy the **Client ID** and **Client Secret**.",
            ("OAuth 2.0 Client Credentials", "oauth2_client_credentials"),
        ),
        (
            "For the client credentials flow register a redirect URL. Copy the **Client ID** and **Client Secret**.",
            ("OAuth 2.0", "oauth2"),
        ),
        # These could mean more than one.
        (
            "Choose the client credentials grant, and copy the **API key** and the **User ID**.",
            ("API key", "api_key"),
        ),
        ("Copy your client credentials: **Client ID** and **Client Secret**.", None),
        ("Without redirect URL. Copy the **API key** and the **Client Secret**.", None),
        ("There is no redirect URL. Copy the **Client ID** and **Client Secret**.", None),
        ("Copy the **Client ID** and **Client Secret**.", None),
        ("Copy the **API key** and the **API token**.", None),
        ("Copy the **Private key**.", None),
        ("Press **Save**.", None),
    ],
)
def test_should_tell_the_way_to_authenticate_by_what_is_asked_for(
    asked: str, auth: tuple[str, str] | None
) -> None:
    guide = guide_of(f"# Acme – How do I connect my account?\n\n## Do\n\n{asked}\n")
    assert (guide.auth and (guide.auth.label, guide.auth.method)) == auth


@pytest.mark.parametrize(
    ("title", "path", "provider"),
    [
        ("Acme", "docs/acme.mdx", "Acme"),
        ("Acme Provider", "docs/acme.mdx", "Acme"),
        ("Acme Cloud Integration", "docs/acme-cloud.mdx", "Acme Cloud"),
        ("Acme SSO", "docs/acme-sso.mdx", "Acme"),
        ("Acme OIDC SSO", "docs/acme.mdx", "Acme"),
        ("Acme bot", "docs/acme-bot.mdx", "Acme"),
        ("Acme Provider", "docs/overview.mdx", None),
        ("Bot", "docs/bot.mdx", None),
        ("Provider", "docs/acme.mdx", None),
        ("Identity Provider", "docs/identity-provider.mdx", None),
        ("Keys", "docs/keys.mdx", None),
    ],
)
def test_should_read_titles_that_begin_like_the_name_of_the_file(
    title: str, path: str, provider: str | None
) -> None:
    found = guide_of(f"# {title}\n\nUse Acme, or Acme Cloud, to manage keys.\n", path).provider
    assert (found and found.name) == provider


COPY = "Sign in to Acme as an owner of Acme Cloud Suite with your Acme Cloud ID. In its settings, copy the **Client ID** into Relay."


@pytest.mark.parametrize(
    ("title", "path", "provider"),
    [
        ("Acme social sign in", "acme.mdx", "Acme"),
        # The first page of a folder is called like that.
        ("Acme", "auth/acme/README.mdx", "Acme"),
        ("Acme Code Signing", "acme/index.mdx", "Acme"),
        ("Add Acme as a social connection", "acme.mdx", "Acme"),
        ("Configuring Acme Authentication Service for Relay", "auth/acme.mdx", "Acme"),
        ("Set up Acme Cloud Suite SAML", "setup-acme-cloud.mdx", "Acme Cloud Suite"),
        ("Acme Keys Monthly", "acme.mdx", "Acme"),
        ("Sign in with Acme", "index.mdx", "Acme"),
        ("Use Acme for SAML SSO", "guide.mdx", "Acme"),
        ("Configuration of Acme Cloud ID Authentication", "acme-cloud-id.mdx", "Acme Cloud ID"),
        ("Acme auth provider", "guide.mdx", "Acme"),
        ("Acme as your sign in option", "guide.mdx", "Acme"),
        ("Acme Code Signing", "acme.mdx", "Acme"),
        ("Zenith Table Storage", "zenith.mdx", "Zenith Table Storage"),
        ("Zenith provider", "guide.mdx", None),
        ("Acme for LLM Apps", "guide.mdx", None),
        ("Acme (was Zenith) enterprise auth", "zenith.mdx", "Acme"),
        ("Configure Acme OAuth", "guide.mdx", "Acme"),
        ("Setting up Acme (formerly Old Acme) SSO for Relay", "guide.mdx", "Acme"),
        # What other titles say of a name may be none.
        ("Set up social login with Acme", "acme/guide.mdx", "Acme"),
        ("Set up Single Sign-On with Acme (OIDC)", "guide.mdx", "Acme"),
        # Nothing tells which of the words is a name, or whose.
        ("Set up OAuth", "oauth.mdx", None),
        ("Add a Token to the Page", "token.mdx", None),
        ("Upgrade to version 2.1", "2.1.mdx", None),
        ("Prerequisites - Hall Edition", "prerequisites.mdx", None),
        ("Troubleshooting", "troubleshooting.mdx", None),
        ("White-label the sign in", "white-label.mdx", None),
        ("Set up SSO with OAuth2.0 and OIDC", "sso.mdx", None),
        ("Setting up the Acme Channel", "acme.mdx", "Acme"),
        ("Settings", "settings.mdx", None),
        ("Use Settings", "index.mdx", None),
    ],
)
def test_should_find_the_name_of_the_provider_in_any_title(
    title: str, path: str, provider: str | None
) -> None:
    found = guide_of(f"# {title}\n\n{COPY}\n", path).provider
    assert (found and found.name) == provider


def test_should_take_no_word_for_a_provider_that_the_text_does_not_use_as_a_name() -> None:
    text = "# Orchard\n\nPlant an orchard. Each orchard has a key: copy the **API key** of Orchard.\n"
    assert guide_of(text, "orchard.mdx").provider is None


@pytest.mark.parametrize(("word", "provider"), [("Acme", "Acme"), ("Generic", None)])
def test_should_take_a_word_in_front_of_a_way_to_authenticate_for_a_name_only_if_it_is_one(
    word: str, provider: str | None
) -> None:
    found = guide_of(f"# {word} OIDC\n\nUse a generic provider, or sign in to Acme.\n").provider
    assert (found and found.name) == provider


def test_should_look_only_once_at_each_use_of_a_name() -> None:
    """Not timed: so many uses simply have to come back, which would take hours in quadratic time."""
    text = f"# Acme\n\nUse {'Acme ' * 300_000}\n"
    provider = guide_of(text, "acme.mdx").provider
    assert provider is not None
    assert provider.name == "Acme"


def test_should_not_look_for_a_provider_within_titles_of_pages_about_no_connection() -> None:
    assert guide_of("# Deploy to Acme\n\nUpload it to Acme.\n", "acme.mdx").provider is None
    assert guide_of("# Search\n\nWith Acme, Search finds it.\n", "search/index.mdx").provider is None


@pytest.mark.parametrize(
    ("title", "said", "provider"),
    [
        ("Configure SSO with Acme", "In your Acme dashboard, press **Add**.", "Acme"),
        ("How to set up Acme provisioning", "Sign in to Acme.", "Acme"),
        ("Single sign-on with Zenith Acme", "Sign in to Zenith Acme.", "Zenith Acme"),
        ("Receive an Acme webhook", "Open your Acme settings.", "Acme"),
        ("Configure SSO with Acme", "Acme does the rest.", None),
        ("Deploy with Acme", "In your Acme dashboard, press **Add**.", None),
    ],
)
def test_should_find_whom_single_sign_on_is_set_up_with_though_nothing_is_copied(
    title: str, said: str, provider: str | None
) -> None:
    found = guide_of(f"# {title}\n\n## Do\n\n{said}\n", "sso/acme.mdx").provider
    assert (found and found.name) == provider


def test_should_not_ask_how_a_page_about_no_provider_authenticates() -> None:
    assert guide_of("# Keys in general\n\n## Do\n\nCopy the **API key**.\n").auth is None


@pytest.mark.parametrize(
    ("title", "provider"),
    [
        ("Acme (Beta) - How do I link my account?", "Acme"),
        ("Acme Service Account (API Token) - How do I link my account?", "Acme Service Account"),
        ("Acme - How do I link my account? (API key)", "Acme"),
        ("How do I link my Acme (EU) account?", "Acme"),
        ("How to connect your Acme Cloud account", "Acme Cloud"),
    ],
)
def test_should_leave_remarks_in_brackets_out_of_names(title: str, provider: str) -> None:
    found = guide_of(f"# {title}\n\nText.\n").provider
    assert found is not None
    assert found.name == provider


@pytest.mark.parametrize(
    ("title", "said", "provider"),
    [
        ("Acme Cloud", "Sign in to Acme Cloud. Copy the **API key**.", "Acme Cloud"),
        ("Acme", "In your Acme account, copy the **API key**.", "Acme"),
        ("Privacy Policy", "Copy the **API key** as this Privacy Policy says.", None),
        ("Acme", "Copy the **API key**.", None),
        ("Acme", "Read what happens in Acme.", None),
    ],
)
def test_should_take_a_title_for_a_name_where_the_text_sends_readers_there(
    title: str, said: str, provider: str | None
) -> None:
    found = guide_of(f"# {title}\n\n## Do\n\n{said}\n", "auth/setup.mdx").provider
    assert (found and found.name) == provider


@pytest.mark.parametrize(
    ("said", "auth"),
    [
        (
            "This connects your account using OAuth 2.0 Client Credentials (Machine to Machine).",
            ("OAuth 2.0 Client Credentials", "oauth2_client_credentials"),
        ),
        ("You sign in with an API key.", ("API key", "api_key")),
        ("It works with a token that expires.", ("token", "token")),
        ("The API key is needed, too.", None),
        ("Press **Save** with care.", None),
        ("## How\n\nYou sign in with OAuth 2.0.", None),
    ],
)
def test_should_read_the_introduction(said: str, auth: tuple[str, str] | None) -> None:
    text = f"---\ntitle: Connect Acme to Relay\n---\n\n{said}\n\n## Do\n\nCopy the **Client ID** and **Private key**.\n"
    guide = guide_of(text)
    assert (guide.auth and (guide.auth.label, guide.auth.method)) == auth
