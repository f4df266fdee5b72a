"""Markup of a guide is no markup of its page."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from stranger import Stranger

VECTORS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<!--",
    "]]>",
]


def references(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


@pytest.mark.parametrize("vector", VECTORS)
def test_vectors_are_text_and_scripts_are_those_of_every_page(tmp_path: Path, vector: str) -> None:
    project = Stranger(tmp_path)
    said = references(vector)
    project.write(
        "bad.mdx",
        f'# {said}\n\n## {said}\n\n1. {said}\n\n<Card title="{said}">{said}</Card>\n\n![{said}](a.png)\n',
    )
    project.write("bad2.html", f"<h1>{escape(vector)}</h1><ol><li>{escape(vector)}</li></ol>")
    project.build()

    usual = scripts(project.page("good"))
    for guide in ("bad", "bad2"):
        page = BeautifulSoup(project.page(guide), "html.parser")
        assert scripts(project.page(guide)) == usual
        assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        assert page.h1 is not None
        assert page.h1.get_text() == vector


def scripts(page: str) -> list[str]:
    found = BeautifulSoup(page, "html.parser").find_all("script")
    return [str(script.string) for script in found if "json" not in str(script.get("type"))]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "data:image/svg+xml,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://acme.example/x",
    ],
)
def test_other_schemes_lead_nowhere(tmp_path: Path, url: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f'# A\n\n## B\n\n1. [x](<{url}>) <a href="{url}">y</a>\n\n![z](<{url}>)\n')
    project.write("bad2.html", f'<h1>A</h1><ol><li><a href="{url}">x</a><img alt="y" src="{url}"></li></ol>')
    project.build()

    for guide in ("bad", "bad2"):
        page = BeautifulSoup(project.page(guide), "html.parser")
        targets = [
            str(tag.get(name)) for name in ("href", "src") for tag in page.find_all(attrs={name: True})
        ]
        assert all(re.match(r"#|[\w./-]*$|https?:|mailto:|tel:", target) for target in targets), targets
