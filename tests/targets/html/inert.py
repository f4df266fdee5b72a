"""Tells whether a page holds anything but what its template wrote."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

TAGS = """
a abbr blockquote body br code del div em h1 h2 h3 h4 h5 h6 head header hr html input ins kbd label li main mark meta
ol p pre script section small span strong style sub sup table tbody td th thead title tr u ul
"""
ATTRIBUTES = """
aria-label aria-labelledby charset class content data-action data-boxes data-copy data-grant data-guide
data-scope data-scopes data-what dir for href http-equiv id lang name rel role scope start tabindex target title type
value
"""


def check(html: str, clean: str) -> None:
    """Hold a page against one of an innocent guide."""
    page, expected = BeautifulSoup(html, "html.parser"), BeautifulSoup(clean, "html.parser")
    assert [str(tag) for tag in page(["script", "style"])] == [
        str(tag) for tag in expected(["script", "style"])
    ]
    assert {tag.name for tag in page.find_all(name=True)} <= set(TAGS.split())
    assert {name for tag in page.find_all(name=True) for name in tag.attrs} <= set(ATTRIBUTES.split())
    for link in page.select("[href]"):
        assert re.match(r"https?://[\w.-]+([/?#:]|$)|mailto:|tel:|#|[\w%./-]+\.html$", link["href"]), link[
            "href"
        ]
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    words = page.get_text().replace(page.style.string, "").replace(page.script.string, "")
    assert not {"49", "1337"} & {*re.findall(r"\d+", words)}  # what templates in the guide would have made
