"""Which URLs the reader is told to register, and what the guide calls them."""

from __future__ import annotations

import pytest

from compiling import compiled, guide_of, rules_of
from guidec.guide.indexes.urls import URL as ANY_URL

URL = "https://api.acme.example/connect/oauth2/acme/callback"
PLAIN = "https://acme.example/return"

AUTHORIZE = "https://acme.example/authorize"

FOUND = [
    (f"Set the **Redirect URI** to `{URL}`.", "Redirect URI"),
    (f"Redirect URL: `{URL}`", "Redirect URL"),
    (f"Redirect URL: {PLAIN}", "Redirect URL"),
    # All that is said.
    (f"**Redirect URL** `{PLAIN}`", "Redirect URL"),
    (f"`{PLAIN}` (callback URL)", "callback URL"),
    (
        f"1. The callback URL {PLAIN} in the second field of the form that opens when you start.",
        "callback URL",
    ),
    (f"Enter {PLAIN} as the callback URL.", "callback URL"),
    (f"Add the redirect URL ({PLAIN}).", "redirect URL"),
    (f'In "Authorization callback URL", type the callback URL (e.g. {PLAIN}).', "Authorization callback URL"),
    (f"Add [this]({URL}) as the redirect URL.", "redirect URL"),
    (
        f"Choose the **Redirect URIs** as `{PLAIN}`, as the others of your team have done with theirs.",
        "Redirect URIs",
    ),
    (f"Add the redirect URL <code>{PLAIN}</code>.", "redirect URL"),
    (f"Copy this redirect URL:\n\n```\n{PLAIN}\n```", "redirect URL"),
    (f"Add `{URL}` to the list.", None),
    (f"| Field | Value |\n| - | - |\n| Callback URL | `{PLAIN}` |", "Callback URL"),
    (
        f"| Field | Value |\n| - | - |\n| Callback URL<br/>Where people come to from the sign in of your company, and nobody else | `{PLAIN}` |",
        "Callback URL",
    ),
    (f"| Redirect URI | Name |\n| - | - |\n| {PLAIN} | Acme |", "Redirect URI"),
    (f"<Note>Add the redirect URL `{PLAIN}`.</Note>", "redirect URL"),
    (f"- **Authorized redirect URIs**: `{PLAIN}`", "Authorized redirect URIs"),
    # A label that leaves "URL" away.
    (f"OAuth redirect: `{PLAIN}`", "OAuth redirect"),
    (f"- **Callback**: {PLAIN}", "Callback"),
    (f"| Field | Value |\n| - | - |\n| Allowed callbacks | `{PLAIN}` |", "Allowed callbacks"),
    # A field that is called otherwise.
    (f"In the `Allowed Callbacks` field, enter the following URL:\n\n```\n{URL}\n```", "Allowed Callbacks"),
    (f"Set **Allowed URLs** to your redirect URI: `{PLAIN}`.", "Allowed URLs"),
    (f"For the **Callback URL**, enter `{AUTHORIZE}`.", "Callback URL"),
    (f"Set **Redirect URI** to `{AUTHORIZE}`.", "Redirect URI"),
    (f"- Callback URL: `{AUTHORIZE}`", "Callback URL"),
    (f"Under **Redirect URIs** enter the 'callback address' of your server: `{PLAIN}`", "Redirect URIs"),
    # A field that is explained, too.
    (
        f"- Callback URL: the path `/return` below the base URL of your server, for instance {PLAIN}",
        "Callback URL",
    ),
    # Lines of which each has its own label.
    (f"Redirect URI: `{PLAIN}`\nLogin: `https://acme.example/login`", "Redirect URI"),
    (
        f"Home: `https://acme.example/`\nRedirect URI: `{PLAIN}`\nStart page: https://acme.example/start",
        "Redirect URI",
    ),
    (
        f"Under **Allowed redirect URIs**, in the **URIs** field, enter this:\n\n```\n{URL}\n```",
        "Allowed redirect URIs",
    ),
    (
        f"Paste it into the **Redirect URIs** field. The URI should follow this format (on your own server): `{PLAIN}`.",
        "Redirect URIs",
    ),
    # Either scheme is meant.
    ("Set the callback URL to this:\n\n```bash\nhttp(s)://acme.example/return\n```", "callback URL"),
    (f"Set the redirect URL as your application domain, e.g. `{URL}`.", "redirect URL"),
    # No part of the name.
    (f"Add a valid `Callback URL`:\n\n- Your site: `{PLAIN}`", "Callback URL"),
    (f"Add a valid callback URL:\n\n- Your site: `{PLAIN}`", "callback URL"),
    (f"**Valid Callback URL**: `{PLAIN}`", "Valid Callback URL"),
    (f"Set `mode` to `private`, and replace the redirect URL with `{PLAIN}`.", "redirect URL"),
    # Named by what an item, or the text above it, begins with.
    (f"1. **Redirect URIs**: Add your callback URL:\n   - `{PLAIN}`", "Redirect URIs"),
    (
        f"**Sign-in redirect URIs:**\n\n- Add the callback URL of your site: `{PLAIN}`",
        "Sign-in redirect URIs",
    ),
    # Named by the item before.
    (
        f"- Open the page.\n- Add an **Authorized redirect URI**\n- `{URL}` if you host it",
        "Authorized redirect URI",
    ),
    # Named in the sentence before.
    (f"Copy the **Authorized redirect URI**. It looks like `{PLAIN}`.", "Authorized redirect URI"),
    (
        f"Enter the redirect URL of your server.\n\n1. Production: `{PLAIN}`\n2. Press **Save**.",
        "redirect URL",
    ),
]


@pytest.mark.parametrize(("text", "label"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_should_find(text: str, label: str | None) -> None:
    (found,) = guide_of(f"# T\n\n## S\n\n{text}\n").redirect_urls
    assert found.url in (URL, PLAIN, AUTHORIZE)
    assert found.label == label
    assert found.section == "s"


@pytest.mark.parametrize(
    "text",
    [
        f"You are redirected to {PLAIN}.",
        f"Open {PLAIN}.",
        f"Set the webhook URL to `{PLAIN}`.",
        f"Set the SAML ACS URL to `{PLAIN}`.",
        f"The token URL is `{PLAIN}`.",
        f"- **Post-logout redirect URI**: `{PLAIN}`",
        f"- **Sign-out redirect URIs**: `{PLAIN}`",
        f"Set the logout redirect URL to `{PLAIN}`.",
        f"| Field | Value |\n| - | - |\n| Post Logout Redirect URI | `{PLAIN}` |",
        f"The authorization URL is `{PLAIN}`.",
        "Set the callback URL to `https://relay.example/webhooks/acme`.",
        f"| Field | Value |\n| - | - |\n| ACS URL<br/>Where people come to from the sign in of your company, much like a Callback URL | `{PLAIN}` |",
        f"Error: redirect URI mismatch for {URL}",
        f"The request failed: `GET {URL}` is invalid.",
        f"Set the home page URL to `{PLAIN}`.",
        f"| Variable | Text |\n| - | - |\n| A_URL | Where the redirect URL is incorrect. `{PLAIN}` |",
        f"Post-logout redirect: `{PLAIN}`",
        f"HTTP 302 redirect: {PLAIN}",
        f"The answer is a redirect: {PLAIN}",
        f"Webhook callback: `{PLAIN}`",
        f"| Field | Value |\n| - | - |\n| Logout redirect | `{PLAIN}` |",
        "Add the redirect URL of your server.",
        f"There is no redirect URL to enter.\n\nLater the site redirects you to `{URL}`.",
        f"You need no redirect URL. Open `{PLAIN}`.",
        f"The callback URLs differ.\n\n1. Set `PROXY_URL` to the address of the one stable deployment and the path in it, like `{PLAIN}`.",
        f"You cannot use `{PLAIN}` as a redirect URL.",
        f"Don't add `{URL}` as a redirect URL.",
        f"```js\nconst redirectUrl = '{PLAIN}'\n```",
        f"Send the user with the redirect URL to `{AUTHORIZE}`.",
        f"The redirect URL is checked at `{AUTHORIZE}`.",
        "Read about the redirect URL in https://acme.example/docs/apps.html.",
        f"The allowed redirect URL takes patterns:\n\n- `https://*.acme.example` matches `{PLAIN}` and `{URL}`.",
    ],
)
def test_should_find_none(text: str) -> None:
    assert guide_of(f"# T\n\n## S\n\n{text}\n").redirect_urls == []


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (f"{PLAIN}.", PLAIN),
        (f"({PLAIN})", PLAIN),
        (f'"{PLAIN}"', PLAIN),
        (f"{PLAIN}/", PLAIN + "/"),
        (f"{PLAIN}?a=b", PLAIN + "?a=b"),
        ("https://**tenant**.acme.example/return", "https://tenant.acme.example/return"),
    ],
)
def test_should_cut_what_belongs_to_the_sentence(written: str, url: str) -> None:
    (found,) = guide_of(f"# T\n\n## S\n\nAdd the redirect URL {written}\n").redirect_urls
    assert found.url == url


def test_should_index_several_environments_in_order_and_each_once() -> None:
    urls = [f"https://{region}.acme.example/callback" for region in ("eu", "us", "eu")]
    text = "Add these redirect URLs:\n\n" + "".join(f"- {url}\n" for url in urls)
    found = guide_of("# T\n\n## S\n\n" + text).redirect_urls
    assert [redirect.url for redirect in found] == urls[:2]


@pytest.mark.parametrize(
    ("code", "url"),
    [
        (f'{URL}?x="><script>&y=1', None),
        (f"{URL}?x='a'&b", None),
        (f"{URL}“x”y", None),
        (f'{URL}?next="https://acme.example/callback"&y', None),
        (f'{URL}",', URL),
        (f"{URL}”.", URL),
        (f'{URL}" x', URL),
    ],
)
def test_a_span_of_code_is_one_url_whatever_its_characters(code: str, url: str | None) -> None:
    (found,) = guide_of(f"# T\n\n## S\n\nAdd the redirect URL `{code}`.\n").redirect_urls
    assert found.url == (url or code)


def test_should_find_each_of_labelled_lines_that_is_a_callback() -> None:
    local = "http://localhost:3000/oauth/callback"
    text = f"Redirect URLs:\nProduction: {URL}\nDevelopment: {local}\n"
    assert [found.url for found in guide_of("# T\n\n## S\n\n" + text).redirect_urls] == [URL, local]


@pytest.mark.parametrize(
    "url",
    [
        "https://<the address of your server's host>/return",
        "https://{your own domain}/return",
        "https://[your own domain]/return",
        "https://[your-domain]/[team]/return",
        "https://DOMAIN:PORT/return",
        "http://HOST/return",
        "http://localhost:PORT/return",
        "https://COMPANY.acme.example/return",
        "${YOUR_HOST}/back/${connector_id}",
    ],
)
def test_should_take_what_is_to_be_filled_in_for_part_of_a_url(url: str) -> None:
    found = compiled(f"# T\n\n## S\n\nAdd the redirect URL `{url}` and save.\n")
    assert found.guide is not None
    assert [redirect.url for redirect in found.guide.redirect_urls] == [url]
    expected = {"redirect-url-placeholder", "redirect-url-localhost"}
    assert {diagnostic.rule.id for diagnostic in found.diagnostics} <= expected


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://acme.example/a <b> c", "https://acme.example/a"),
        ("https://acme.example/{a} {b}", "https://acme.example/{a}"),
        ("https://acme.example/{a b}/c", "https://acme.example/{a b}/c"),
        ("https://acme.example/{ a b}/c", "https://acme.example/{"),
        ("https://acme.example/a[1]", "https://acme.example/a"),
        ("https://[::1]:8080/a", "https://[::1]:8080/a"),
        ("https://acme.example/" + "<a" * 1000 + " b", "https://acme.example/" + "<a" * 1000),
    ],
)
def test_should_end_a_url_where_it_ends(text: str, url: str) -> None:
    found = ANY_URL.match(text)
    assert found is not None
    assert found.group() == url


def test_should_find_a_url_in_a_block_of_code_once() -> None:
    guide = guide_of(
        "# T\n\n## S\n\nEnter this callback URL:\n\n```\nhttps://<acme.example>/auth/callback\n```\n"
    )
    assert [found.url for found in guide.redirect_urls] == ["https://<acme.example>/auth/callback"]


def test_should_give_urls_in_reading_order() -> None:
    said = "Set the redirect URL to `${HOST}/callback/1` or `https://relay.example/callback/1`."
    urls = [found.url for found in guide_of(f"# T\n\n## S\n\n{said}\n").redirect_urls]
    assert urls == ["${HOST}/callback/1", "https://relay.example/callback/1"]


def test_should_take_a_host_in_capitals_throughout_for_a_host() -> None:
    assert "redirect-url-placeholder" not in rules_of(
        "# T\n\n## S\n\nAdd the redirect URL `HTTPS://API.ACME.EXAMPLE/A`.\n"
    )


def test_should_take_an_item_for_the_name_of_all_urls_that_follow() -> None:
    text = "- Add an **Authorized origin**\n- `https://a.example`\n- Add **Redirect URIs**\n- `{}` here\n- `{}` there\n- Save it at `{}`"
    guide = guide_of(f"# T\n\n## S\n\n{text.format(URL, URL + '2', 'https://a.example/x')}\n")
    assert [(one.url, one.label) for one in guide.redirect_urls] == [(URL, "Redirect URIs")]


def test_should_place_a_url_where_the_reader_registers_it() -> None:
    text = "## Before\n\n- The redirect URI of your site (e.g. `{0}`)\n\n## Do\n\n1. Set **Redirect URIs** to `{0}`.\n"
    (found,) = guide_of("# T\n\n" + text.format(PLAIN)).redirect_urls
    assert (found.label, found.section) == ("Redirect URIs", "do")


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (
            "Set the callback URL to `<hall>/a/callback` (ex. https://hall.example/a/callback).",
            ["<hall>/a/callback"],
        ),
        (
            "Set the callback URL to `<hall>/a/callback`, e.g. `https://hall.example/a/callback`.",
            ["<hall>/a/callback"],
        ),
        (
            "Set the callback URL to `<hall>/a/callback` or `https://hall.example/a/callback`.",
            ["<hall>/a/callback", "https://hall.example/a/callback"],
        ),
        (
            "Set the callback URL to `<hall>/a/callback` (e.g. https://hall.example/b/callback).",
            ["<hall>/a/callback", "https://hall.example/b/callback"],
        ),
        (
            "Set the callback URL, e.g. `https://hall.example/a/callback`.",
            ["https://hall.example/a/callback"],
        ),
    ],
)
def test_an_example_of_a_url_with_a_placeholder_is_none(text: str, urls: list[str]) -> None:
    assert [one.url for one in guide_of(f"# T\n\n## S\n\n{text}\n").redirect_urls] == urls


def test_should_call_a_second_url_of_a_field_like_the_first() -> None:
    text = "- Under **Redirect URLs**, add `{0}`.\n- In the EU, add `{1}` instead."
    guide = guide_of(
        f"# T\n\n<Steps>\n<Step title='Do'>\n\n{text.format(URL, 'https://eu.acme.example/callback')}\n\n</Step>\n</Steps>\n"
    )
    assert [one.label for one in guide.redirect_urls] == ["Redirect URLs", "Redirect URLs"]


@pytest.mark.parametrize(
    ("lang", "code", "urls"),
    [
        (
            "yaml",
            "oauth_config:\n  redirect_urls:\n    - https://a.io/back\n    - '<hall>/cb'\n  site: https://b.io",
            ["https://a.io/back", "<hall>/cb"],
        ),
        (
            "toml",
            '[auth]\nredirect_urls = [ "https://a.io/back", "https://b.io/back" ]\nurl = "https://c.io"',
            ["https://a.io/back", "https://b.io/back"],
        ),
        (
            "json",
            '{"callback_urls": ["https://a.io/back"], "hook_attributes": {"url": "https://b.io"}}',
            ["https://a.io/back"],
        ),
        ("", "settings:\n  redirectUris: [https://a.io/back]", ["https://a.io/back"]),
        # One in a program is what it sends.
        ("js", "const redirect_urls = ['https://a.io/back']", []),
        ("yaml", "redirect_url: https://a.io/back", []),
        ("yaml", "urls:\n  - https://a.io/callback", []),
    ],
)
def test_should_find_those_in_what_registers_an_app(lang: str, code: str, urls: list[str]) -> None:
    guide = guide_of(f"# T\n\n## S\n\nPaste this manifest:\n\n```{lang}\n{code}\n```\n")
    assert [one.url for one in guide.redirect_urls] == urls
