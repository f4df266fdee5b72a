"""Redirect URLs that no provider takes, or that somebody else wants registered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stranger import Stranger

PATH = "/connect/oauth2/acme/callback"
URL = f"https://api.stackone.com{PATH}"
COVER = "---\ntitle: Acme OAuth 2.0 connector profile – StackOne setup guide\n---\n\n## App\n\n"
WRONG = [
    (f"http://api.stackone.com{PATH}", "scheme"),
    (f"ftp://api.stackone.com{PATH}", "scheme"),
    ("acme://callback", "private-scheme"),
    (f"https:/api.stackone.com{PATH}", "host"),
    (f"https://*.stackone.com{PATH}", "wildcard"),
    (f"{URL}#done", "fragment"),
    (f"https://me:word@api.stackone.com{PATH}", "userinfo"),
    (f"https://203.0.113.7{PATH}", "host"),
    (f"http://localhost:3000{PATH}", "localhost"),
    (f"https://api.stackone.com:99999{PATH}", "port"),
    (f"https://api.st\u0430ckone.com{PATH}", "host"),
    (f"https://api.xn--stckone-2fg.com{PATH}", "host"),
    (f"https://api.stackone.com/connect\u200b{PATH}", "character"),
    ("https://api.stackone.com/connect/../oauth2/acme/callback", "path"),
    ("https://api.stackone.com/connect%2foauth2/acme/callback", "path"),
    ("https://api.stackone.com/connect/oauth2/zendesk/callback", "provider"),
    (f"https://evil.example{PATH}", "provider"),
    (f"https://staging.stackone.com{PATH}", "environment"),
    (f"{URL}?client_secret=x", "query"),
    (f"{URL}?state=x", "query"),
]


def check(folder: Path, said: str) -> frozenset[str]:
    project = Stranger(folder)
    project.write("bad.mdx", f"{COVER}{said}\n")
    return project.check("content/bad.mdx").rules


@pytest.mark.parametrize(("url", "rule"), WRONG)
@pytest.mark.parametrize("written", ["`{}`", "{}", "**{}**", "[{}]({})"])
def test_should_be_reported_however_it_is_written(tmp_path: Path, written: str, url: str, rule: str) -> None:
    said = f"Enter the redirect URL {written.replace('{}', url)} there."
    if written == "**{}**" and "*" in url:
        said = f"Enter the redirect URL <strong>{url}</strong> there."
    assert f"redirect-url-{rule}" in check(tmp_path, said)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("`https://<your-domain>/callback`", "redirect-url-placeholder"),
        (f"`https://api.stackone.com\\{PATH}`", "redirect-url-path"),
        ("`https://api.stackone.com/my app/callback`", "redirect-url-path"),
        (f"`{URL}` and as redirect URL `{URL}/`", "redirect-urls-disagree"),
        (f"[{URL}](https://evil.example/callback)", "link-text-is-other-url"),
        (f"`{URL}.`", "redirect-url-padding"),
        (f'`"{URL}"`', "redirect-url-padding"),
        (f"` {URL} `", "redirect-url-padding"),
        (f"“{URL}”", "redirect-url-padding"),
        (f"[here]({URL}.)", "redirect-url-padding"),
    ],
)
def test_should_be_reported(tmp_path: Path, said: str, rule: str) -> None:
    assert rule in check(tmp_path, f"Enter the redirect URL {said}")


@pytest.mark.parametrize("around", ["`{}.`", "{}.", "({}).", '"{}",', "“{}”", "[here]({}.)", "` {} `"])
def test_what_stands_around_it_is_cut(tmp_path: Path, around: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"{COVER}Enter the redirect URL {around.format(URL)}\n")
    project.build()
    assert [one["url"] for one in json.loads(project.text("json/bad.json"))["redirect_urls"]] == [URL]


@pytest.mark.parametrize("url", [URL, f"http://127.0.0.1:8080{PATH}", f"http://[::1]{PATH}"])
def test_should_leave_good_ones_alone(tmp_path: Path, url: str) -> None:
    assert not [
        rule for rule in check(tmp_path, f"Enter the redirect URL `{url}`.") if rule.startswith("redirect")
    ]
