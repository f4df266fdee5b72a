"""URLs in error messages and logs are nothing to register; those that keep such messages away are."""

from __future__ import annotations

import pytest

from compiling import guide_of

URL = "https://app.acme.example/oauth/callback"


def redirect_urls(text: str) -> list[str]:
    guide = guide_of(f"# Acme OAuth\n\n## Set up\n\n{text.replace('URL', URL)}\n")
    return [entry.url for entry in guide.redirect_urls]


@pytest.mark.parametrize(
    "text",
    [
        "You may see <samp>redirect_uri_mismatch: URL is not registered</samp>.",
        "The browser shows `The callback URL_ URL is not in the list of allowed callback addresses`.",
        "Acme answers with `unknown redirect_uri: URL`.",
        "Acme refuses it: <samp>redirect_uri=URL was rejected</samp>.",
        "The output is `Redirecting to URL`.",
        "The log says: `[oauth] redirecting to URL`",
        "You will see `GET URL 404 Not Found`.",
        "If you enter URL as redirect address instead, you get an error.",
        "Acme shows an error. It names the redirect address URL.",
    ],
)
def test_what_a_program_says_is_nothing_to_register(text: str) -> None:
    assert redirect_urls(text.replace("URL_", "address")) == []


@pytest.mark.parametrize(
    "text",
    [
        "To avoid a `redirect_uri_mismatch` error, add `URL` as redirect URI.",
        "If you see an error about the redirect URI, make sure that `URL` is registered.",
        "If the two do not match, Acme shows an error. Set the redirect URI to `URL`.",
        "Set the redirect URI to `URL`. An error appears where it does not match.",
        "Add `URL` as the redirect URI, otherwise sign-in fails with `redirect_uri_mismatch`.",
        "Add `URL` as the redirect URI to avoid errors.",
        "Enter `redirect_uri=URL`.",
        "Enter `acme apps create --redirect-uri URL --name App`.",
        "Set the redirect URI to <samp>URL</samp>.",
    ],
)
def test_what_the_reader_is_told_to_add_is_beside_words_for_failures_too(text: str) -> None:
    assert redirect_urls(text) == [URL]
