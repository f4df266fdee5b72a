"""The same guide as MDX, as Markdown with HTML, and as a page of HTML."""

from __future__ import annotations

from typing import Any

import pytest

from compiling import compiled, guide_of, outline_of

MDX = """# Set up Acme

> How to connect Acme.

## Create the app

Open the [console](https://acme.example/apps).

<Steps>
<Step title="Register">
Add the redirect URL `https://api.acme.example/oauth/callback`.
</Step>
<Step title="Save">
Copy the **Client ID** and the **Client Secret**.
</Step>
</Steps>

<details>
<summary>Own servers</summary>

Press <kbd>Ctrl</kbd> &amp; *wait*.

![A form](form.png)

</details>

## Check

| Field | Value |
| ----- | ----- |
| Name  | Acme  |

```sh
acme login
```
"""
MARKDOWN = MDX.replace("<Steps>\n", '<div class="steps">\n\n').replace("</Steps>", "\n</div>")
for name in ("Register", "Save"):
    MARKDOWN = MARKDOWN.replace(f'<Step title="{name}">\n', f'<div class="step">\n\n#### {name}\n\n')
MARKDOWN = MARKDOWN.replace("\n</Step>\n", "\n\n</div>\n\n").replace(
    "&amp; *wait*", "<!-- no -->&amp; <em>wait</em>"
)
HTML = """<!doctype html>
<html lang="en"><head><title>Docs</title><script>if (a < b) c("</p>")</script></head>
<body><nav><a href="/">Home</a></nav><main>
<h1>Set up Acme</h1>
<blockquote><p>How to connect Acme.</p></blockquote>
<h2>Create the app</h2>
<p>Open the <a href="https://acme.example/apps">console</a>.</p>
<div class="steps">
<div class="step"><h4>Register</h4>
<p>Add the redirect URL <code>https://api.acme.example/oauth/callback</code>.</p></div>
<div class="step"><h4>Save</h4>
<p>Copy the <strong>Client ID</strong> and the <strong>Client Secret</strong>.</p></div>
</div>
<details><summary>Own servers</summary>
<p>Press <kbd>Ctrl</kbd> &amp; <em>wait</em>.</p>
<p><img src="form.png" alt="A form"></p>
</details>
<h2>Check</h2>
<table><thead><tr><th>Field</th><th>Value</th></tr></thead>
<tbody><tr><td>Name</td><td>Acme</td></tr></tbody></table>
<pre><code>acme login
</code></pre>
</main></body></html>
"""
FORMS = {"acme.mdx": MDX, "acme.md": MARKDOWN, "acme.html": HTML}


def said(guide: Any) -> dict[str, Any]:
    """What a guide says, without where and in what dialect."""
    data = guide.model_dump(mode="json", exclude={"source"})

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {
                k: v
                for k, v in value.items()
                if k not in ("position", "align", "lang", "title_markdown", "title_level", "level")
            }
            return {key: without(item) for key, item in kept.items()}
        return [without(item) for item in value] if isinstance(value, list) else value

    result: dict[str, Any] = without(data)
    return result


@pytest.mark.parametrize("path", ["acme.md", "acme.html"])
def test_should_say_the_same_in_every_format(path: str) -> None:
    mdx, other = guide_of(MDX, "acme.mdx"), guide_of(FORMS[path], path)
    assert outline_of(other) == outline_of(mdx)
    assert said(other) == said(mdx)


def test_should_find_what_the_forms_say() -> None:
    guide = guide_of(MDX, "acme.mdx")
    assert guide.title == "Set up Acme"
    assert guide.description == "How to connect Acme."
    assert [redirect.url for redirect in guide.redirect_urls] == ["https://api.acme.example/oauth/callback"]
    assert [credential.key for credential in guide.credentials] == ["client_id", "client_secret"]
    assert [image.alt for image in guide.images] == ["A form"]


@pytest.mark.parametrize("path", FORMS)
def test_should_place_links_and_credentials_at_their_own_text(path: str) -> None:
    text, guide = FORMS[path], guide_of(FORMS[path], path)
    (link,) = guide.links
    place = text[link.position.start.offset : link.position.end.offset]
    assert place.startswith(("[console](", "<a href="))
    assert place.endswith((")", "</a>"))
    for credential in guide.credentials:
        assert text[credential.position.start.offset : credential.position.end.offset] == credential.label


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<div>\n\n*a*\n\n</div>\n\nb\n", ["- a", "- b"]),
        ("<div>\n\n*a*\n\nb\n", ["- a", "- b"]),
        ("a </b> c\n", ["- a c"]),
        ("a <b>c\n\nd</b> e\n", ["- a c", "- d e"]),
        ("a <!-- b --> c\n\n<!--\nd\n-->\n\ne\n", ["- a c", "- e"]),
        ("<script>\nif (a < b) {}\n</script>\n\nc\n", ["- c"]),
        ("    a {b}\n", ["- code"]),
        ("{a} and <https://b.example>\n", ["- {a} and https://b.example"]),
        ("<Note>\n\nMind it.\n\n</Note>\n", ["- Mind it."]),
        ("> <b>a</b>\n> <i>b</i>\n", ["- quote"]),
        ("- <b>a</b>\n- b\n", ["- a / b"]),
        ("<div\n\na\n", ["- <div", "- a"]),
        ('<p title="a>b\n\nc\n', ['- <p title="a>b', "- c"]),
        ("a < b > c\n", ["- a < b > c"]),
        ("<p>a\n<p>b\n", ["- a", "- b"]),
    ],
)
def test_should_read_html_in_markdown(text: str, lines: list[str]) -> None:
    assert outline_of(guide_of("---\ntitle: T\n---\n\n" + text, "a.md")) == lines


def test_should_report_elements_nested_beyond_the_limit() -> None:
    found = compiled("<h1>T</h1>" + "<div>" * 300 + "deep", "a.html").diagnostics
    assert [(f.rule.id, f.start.line) for f in found if f.severity == "error"] == [("nesting-limit", 1)]


@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_should_read_a_tag_whose_attributes_are_jsx(path: str) -> None:
    tag = "<img style={{ margin: '0 auto', border: '1px' }} alt=\"B\" src=\"/b.png\" />"
    guide = guide_of(f"<p>A</p>{tag}<p>C</p>", path)
    assert [image.url for image in guide.images] == ["/b.png"]
    assert [block.text for block in guide.intro if block.type == "paragraph"] == ["A", "C"]


@pytest.mark.parametrize("path", ["a.html", "a.md", "a.mdx"])
@pytest.mark.parametrize(
    ("opening", "lang"),
    [
        ('<pre><code class="language-bash">', "bash"),
        ('<pre><code class="hljs lang-bash">', "bash"),
        ('<pre class="language-bash"><code>', "bash"),
        ('<pre class="language-text"><code class="language-bash">', "bash"),
        ('<pre lang="en"><code class="slang-x note">', None),
    ],
)
def test_code_in_html_has_its_language(path: str, opening: str, lang: str | None) -> None:
    text = f"<h1>T</h1>\n\n{opening}acme login</code></pre>\n"
    (code,) = guide_of(text, path).intro
    assert code.model_dump(exclude={"position"}) == {
        "type": "code",
        "value": "acme login",
        "lang": lang,
        "meta": None,
    }
