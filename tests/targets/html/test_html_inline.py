"""Inline Markdown, links and copy buttons."""

from __future__ import annotations

import pytest

from guidec.guide.models import RedirectUrl, Setting
from guidec.targets.html.copying import Copyables
from guidec.targets.html.line import Part
from guidec.targets.html.markdown import InlineRenderer
from guidec.targets.links import LinkResolver, absolute_url
from guides import HERE, guide

SAFE = ' target="_blank" rel="noopener noreferrer"'
CALLBACK = "https://api.example.com/cb"


def to_html(markdown: str) -> str:
    return "".join(part.html for part in InlineRenderer(absolute_url).parts(markdown))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("plain", "plain"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("**b** *e* `c` ~~d~~", "<strong>b</strong> <em>e</em> <code>c</code> <del>d</del>"),
        ("one\ntwo  \nthree", "one\ntwo<br>three"),
        (r"\*not\* &amp; this", "*not* &amp; this"),
        ("<b>raw</b>", "&lt;b&gt;raw&lt;/b&gt;"),
        ("[x](https://a.example/?a=1&b=2)", f'<a href="https://a.example/?a=1&amp;b=2"{SAFE}>x</a>'),
        ("[x](mailto:a@b.example)", '<a href="mailto:a@b.example">x</a>'),
        ("[**x**](javascript:alert\\(1\\))", "<strong>x</strong>"),
        ("[](https://a.example)", f'<a href="https://a.example"{SAFE}>https://a.example</a>'),
        ("<https://a.example>", f'<a href="https://a.example"{SAFE}>https://a.example</a>'),
        ("![alt](/a.png) ![](b.png)", '<span class="alt">alt</span> '),
        ("![alt](https://a.example/a.png)", f'<a href="https://a.example/a.png"{SAFE}>alt</a>'),
        (
            "[![alt](https://b.example/a.png)](https://a.example)",
            f'<a href="https://a.example"{SAFE}><span class="alt">alt</span></a>',
        ),
    ],
)
def test_markdown_becomes_html(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_emphasis_may_be_nested_far() -> None:
    assert to_html("**a _b " * 20 + "c" + "_**" * 20).count("<strong>") == 20


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/x y", "https://a.example/x%20y"),
        ("HTTPS://A.example", "HTTPS://A.example"),
        ("https://a.example/{id}?q=[1]|2#a#b", "https://a.example/%7Bid%7D?q=%5B1%5D%7C2#a%23b"),
        ("https://a.example/%zz%20", "https://a.example/%25zz%20"),
        ("http://localhost:8080/cb", "http://localhost:8080/cb"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("https://müller.example/ü", "https://müller.example/ü"),
        ("tel:+49 30 123", "tel:+49%2030%20123"),
        ("https://{domain}.example", None),
        ("https://good.example@evil.example", None),
        ("https://a.example\\@b.example", None),
        ("https:a.example", None),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("ftp://a.example", None),
        ("//a.example/x", None),
        ("/x", None),
        ("", None),
    ],
)
def test_only_web_mail_and_telephone_links_stand(url: str, href: str | None) -> None:
    assert absolute_url(url) == href


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("/guides/x#y", "https://docs.example/sub/guides/x#y"),
        ("other", "https://docs.example/sub/acme/other"),
        ("../other.mdx#y", "https://docs.example/sub/other#y"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("#here", "#here"),
        ("#elsewhere", "https://docs.example/sub/acme/oauth#elsewhere"),
        ("?q=1", "https://docs.example/sub/acme/oauth?q=1"),
        ("https://a.example", "https://a.example"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
        ("  ", None),
    ],
)
def test_links_of_the_site_resolve_against_its_address(url: str, href: str | None) -> None:
    assert (
        LinkResolver("https://docs.example/sub/", "acme/oauth", lambda: {"here": "here"}).resolve(url) == href
    )


def parts(markdown: str, place: str | None = "a", **setting: str) -> list[tuple[str, list[str]]]:
    settings = [Setting(step="a", position=HERE, **{"label": "App name", "value": "Example", **setting})]
    redirects = [RedirectUrl(url=CALLBACK, label="Redirect URL", position=HERE)]
    copyables = Copyables(guide(redirect_urls=redirects, settings=settings))
    found: tuple[Part, ...] = InlineRenderer(absolute_url, copyables).parts(markdown, place)
    return [(str(part.html), [copy.value for copy in part.copies]) for part in found]


@pytest.mark.parametrize(
    ("markdown", "cut"),
    [
        (f"Add `{CALLBACK}` now", [(f"Add <code>{CALLBACK}</code>", [CALLBACK]), (" now", [])]),
        (f"Add {CALLBACK}.", [(f"Add {CALLBACK}.", [CALLBACK])]),
        (f"({CALLBACK})", [(f"({CALLBACK})", [CALLBACK])]),
        (f"Add `{CALLBACK}`, then", [(f"Add <code>{CALLBACK}</code>,", [CALLBACK]), (" then", [])]),
        (f'"{CALLBACK}".', [(f"&#34;{CALLBACK}&#34;.", [CALLBACK])]),
        (
            f"**Add `{CALLBACK}`** now",
            [(f"<strong>Add <code>{CALLBACK}</code></strong>", [CALLBACK]), (" now", [])],
        ),
        (f"[{CALLBACK}]({CALLBACK})", [(f'<a href="{CALLBACK}"{SAFE}>{CALLBACK}</a>', [CALLBACK])]),
        (f"`redirect={CALLBACK}`", [(f"<code>redirect={CALLBACK}</code>", [CALLBACK])]),
        (f"`{CALLBACK}/more`", [(f"<code>{CALLBACK}/more</code>", [])]),
        ("Name: `Example`", [("Name: <code>Example</code>", ["Example"])]),
        ("Name: **Example**", [("Name: <strong>Example</strong>", ["Example"])]),
        ("App name: Example", [("App name: Example", ["Example"])]),
        ("An Example of it", [("An Example of it", [])]),
    ],
)
def test_a_text_is_cut_behind_each_copyable_value(markdown: str, cut: list[tuple[str, list[str]]]) -> None:
    assert parts(markdown) == cut


def test_a_setting_is_copied_only_where_it_is_asked_for() -> None:
    assert parts("Name: `Example`", place="b") == [("Name: <code>Example</code>", [])]


@pytest.mark.parametrize(
    ("title", "html"),
    [
        ("Run `npm i` first", "Run <code>npm i</code> first"),
        ("`a<b`", "<code>a&lt;b</code>"),
        ("A ` alone, ``two``, *no emphasis*", "A ` alone, ``two``, *no emphasis*"),
        ("Open **the console** <b>", "Open <strong>the console</strong> &lt;b&gt;"),
        (
            "See [it](https://a.example/x)",
            'See <a href="https://a.example/x" target="_blank" rel="noopener noreferrer">it</a>',
        ),
        ("[it](javascript:x)", "it"),
        (
            "2 ** 3 ** 4, **kwargs, [Optional] (x), f[i](y z)",
            "2 ** 3 ** 4, **kwargs, [Optional] (x), f[i](y z)",
        ),
        ("`**a**` and snake_case_name", "<code>**a**</code> and snake_case_name"),
    ],
)
def test_marks_that_a_title_in_an_attribute_has_are_read(title: str, html: str) -> None:
    assert "".join(part.html for part in InlineRenderer(absolute_url).plain_parts(title)) == html


def test_a_button_stands_behind_strong_text_of_a_title() -> None:
    redirects = [RedirectUrl(url=CALLBACK, label="Redirect URL", position=HERE)]
    line = InlineRenderer(absolute_url, Copyables(guide(redirect_urls=redirects))).plain_parts(
        f"Use **{CALLBACK}** now"
    )
    assert [str(part.html) for part in line] == [f"Use <strong>{CALLBACK}</strong>", " now"]
    assert [copy.value for copy in line[0].copies] == [CALLBACK]


def test_preformatted_text_stays_as_it_is_around_its_buttons() -> None:
    code = f"A=1\nURL={CALLBACK}\n\nB=[^1] <b>.\n"
    copyables = Copyables(
        guide(redirect_urls=[RedirectUrl(url=CALLBACK, label="Redirect URL", position=HERE)])
    )
    found = InlineRenderer(absolute_url, copyables, {"1"}).code_parts(code)
    assert "".join(part.html.unescape() for part in found) == code
    assert [len(part.copies) for part in found] == [1, 0]
    assert found[0].html.endswith(CALLBACK)
