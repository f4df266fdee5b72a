"""Which URLs the reader is told to register, and what the guide calls them."""

from __future__ import annotations

import pytest

from compiling import guide_of

URL = "https://api.acme.example/connect/oauth2/acme/callback"
PLAIN = "https://acme.example/return"

FOUND = [
    (f"Set the **Redirect URI** to `{URL}`.", "Redirect URI"),
    (f"Redirect URL: `{URL}`", "Redirect URL"),
    (f"Redirect URL: {PLAIN}", "Redirect URL"),
    (f"Enter {PLAIN} as the callback URL.", "callback URL"),
    (f"Add the redirect URL ({PLAIN}).", "redirect URL"),
    (f"Add [this]({URL}) as the redirect URL.", "redirect URL"),
    (f"Add the redirect URL <code>{PLAIN}</code>.", "redirect URL"),
    (f"Copy this redirect URL:\n\n```\n{PLAIN}\n```", "redirect URL"),
    (f"Add `{URL}` to the list.", None),
    (f"| Field | Value |\n| - | - |\n| Callback URL | `{PLAIN}` |", "Callback URL"),
    (f"| Redirect URI | Name |\n| - | - |\n| {PLAIN} | Acme |", "Redirect URI"),
    (f"<Note>Add the redirect URL `{PLAIN}`.</Note>", "redirect URL"),
    (f"- **Authorized redirect URIs**: `{PLAIN}`", "Authorized redirect URIs"),
    # A field that is called otherwise.
    (f"In the `Allowed Callbacks` field, enter the following URL:\n\n```\n{URL}\n```", "Allowed Callbacks"),
    (f"Set **Allowed URLs** to your redirect URI: `{PLAIN}`.", "Allowed URLs"),
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
    assert found.url in (URL, PLAIN)
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
        f"The authorization URL is `{PLAIN}`.",
        f"Error: redirect URI mismatch for {URL}",
        f"The request failed: `GET {URL}` is invalid.",
        f"Set the home page URL to `{PLAIN}`.",
        "Add the redirect URL of your server.",
        f"There is no redirect URL to enter.\n\nLater the site redirects you to `{URL}`.",
        f"You need no redirect URL. Open `{PLAIN}`.",
        f"The callback URLs differ.\n\n1. Set `PROXY_URL` to the address of the one stable deployment and the path in it, like `{PLAIN}`.",
        f"You cannot use `{PLAIN}` as a redirect URL.",
        f"Don't add `{URL}` as a redirect URL.",
        f"```js\nconst redirectUrl = '{PLAIN}'\n```",
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
