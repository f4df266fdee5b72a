"""Inline Markdown of a guide as safe HTML: nothing that an author wrote becomes markup but Markdown's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from guidec.targets.html.line import Line, Part, joined, punctuated
from guidec.targets.html.tokens import tokens_of, tokens_with_components

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from markdown_it.token import Token

    from guidec.guide.models import InlineComponent
    from guidec.targets.html.copying import Copy, Copyables

SYNTAX = re.compile(r"[\\`*_~\[\]<>&\n]")
MARK = re.compile(
    r"(?<!`)`(?P<code>[^`\n]+)`(?!`)|\*\*(?=\S)(?P<strong>[^*\n]+)(?<=\S)\*\*"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)"
)
"""What marks code, strong text or a link in plain text."""
ESCAPED = re.compile("[&<>\"']")
FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "s_open": "<del>",
    "s_close": "</del>",
    "softbreak": "\n",
    "hardbreak": "<br>",
}


class InlineRenderer:
    """Renders the texts of one guide."""

    def __init__(
        self,
        resolve: Callable[[str], str | None],
        copyables: Copyables | None = None,
        footnotes: Collection[str] = (),
    ) -> None:
        self.resolve = resolve
        self.copyables = copyables
        self.footnotes = footnotes

    def parts(
        self, markdown: str, place: str | None = None, components: Sequence[InlineComponent] = ()
    ) -> Line:
        """Render `markdown`, cut behind each copyable value of the step or section `place`."""
        tokens = tokens_with_components(markdown, components) if components else None
        if not tokens and not SYNTAX.search(markdown):
            return self.plain_parts(markdown, place)
        writer = _Writer(self, place)
        for token in tokens or tokens_of(markdown):
            writer.token(token)
        return writer.end()

    def plain_parts(self, text: str, place: str | None = None) -> Line:
        """Render plain text in the same way; what marks code, strong text or a link in an attribute does so here."""
        writer = _Writer(self, place)
        end = 0
        # Few texts have a mark, and that a text has none is told in a third of the time.
        for mark in MARK.finditer(text) if SYNTAX.search(text) else ():
            writer.text(text[end : mark.start()])
            writer.mark(mark)
            writer.cut()
            end = mark.end()
        writer.text(text[end:])
        return writer.end()

    def code_parts(self, text: str, place: str | None = None) -> Line:
        """Give preformatted text as it is, cut in the same way."""
        parts, start = [], 0
        for end, copy in self.copyables.within(text, place) if self.copyables else ():
            parts.append(Part(escape(text[start:end]), (copy,)))
            start = end
        return Line((*parts, Part(escape(text[start:]))))


class _Writer:
    """Writes one text; buttons wait until no tag is open, since a part is whole HTML."""

    def __init__(self, renderer: InlineRenderer, place: str | None) -> None:
        self.renderer = renderer
        self.place = place
        self.parts: list[Part] = []
        self.html: list[str] = []
        self.words: list[str] = []
        self.open_tags: list[str] = []
        self.link: tuple[str, int] | None = None
        self.waiting: list[Copy] = []
        self.found: list[Copy] = []

    def token(self, token: Token) -> None:
        match token.type:
            case "text":
                self.text(token.content)
            case "code_inline":
                self.code(token.content)
            case "image":
                self.image(token)
            case "link_open":
                self.link_open(str(token.attrs["href"]))
            case "link_close":
                self.link_close()
            case "component_open" | "component_close":
                self.html.append(token.content)
                self.nest(token)
            case kind:
                self.html.append(TAGS[kind])
                self.nest(token)
        self.cut()

    def nest(self, token: Token) -> None:
        if token.nesting == 1:
            self.open_tags.append(token.type)
        elif token.nesting == -1:
            self.open_tags.pop()

    def text(self, text: str) -> None:
        self.words.append(text)
        start = 0
        for end, copy in self.copies(text):
            self.html.append(self.escaped(text[start:end]))
            self.waiting.append(copy)
            self.cut()
            start = end
        self.html.append(self.escaped(text[start:]))

    def escaped(self, text: str) -> str:
        if not self.renderer.footnotes:
            return escape(text) if ESCAPED.search(text) else text
        pieces = FOOTNOTE.split(text)
        return joined([self.footnote(p) if i % 2 else escape(p) for i, p in enumerate(pieces)])

    def footnote(self, label: str) -> Markup:
        if label not in self.renderer.footnotes:
            return escape(f"[^{label}]")
        return Markup("<sup>{}</sup>").format(label)

    def code(self, text: str) -> None:
        self.words.append(text)
        self.html += ("<code>", escape(text), "</code>")
        self.waiting += [copy for _, copy in self.copies(text)]

    def image(self, token: Token) -> None:
        """Write the alternative text in the image's place: the page's policy lets no image load."""
        alt = "".join(child.content for child in token.children or ())
        href = self.renderer.resolve(str(token.attrs["src"])) if self.link is None else None
        self.words.append(alt)
        if href:
            self.html += (_anchor(href), escape(alt or "Image"), "</a>")
        elif alt:
            self.html += ('<span class="alt">', escape(alt), "</span>")

    def link_open(self, url: str) -> None:
        href = self.renderer.resolve(url)
        self.open_tags.append("link")
        self.link = (url if href else "", len(self.words))
        if href:
            self.html.append(_anchor(href))

    def link_close(self) -> None:
        url, start = self.link or ("", 0)
        if url:
            named = any(word.strip() for word in self.words[start:])
            self.html += ("" if named else escape(url), "</a>")
        self.open_tags.pop()
        self.link = None

    def mark(self, mark: re.Match[str]) -> None:
        if mark["code"]:
            self.code(mark["code"])
        elif mark["strong"]:
            self.html.append("<strong>")
            self.open_tags.append("strong")
            self.text(mark["strong"])
            self.html.append("</strong>")
            self.open_tags.pop()
        else:
            self.link_open(mark["url"])
            self.text(mark["words"])
            self.link_close()

    def copies(self, text: str) -> Sequence[tuple[int, Copy]]:
        copyables = self.renderer.copyables
        found = copyables.within(text, self.place) if copyables else ()
        if found:
            self.found += [copy for _, copy in found]
        return found

    def cut(self) -> None:
        if self.waiting and not self.open_tags:
            self.parts.append(Part("".join(self.html), tuple(self.waiting)))
            self.html, self.waiting = [], []

    def end(self) -> Line:
        if self.renderer.copyables:
            self.waiting += self.renderer.copyables.mentioned(self.words, self.place, self.found)
        rest = "".join(self.html)
        if self.waiting or rest:
            self.parts.append(Part(rest, tuple(self.waiting)))
        return Line(punctuated(self.parts) if len(self.parts) > 1 else self.parts)


def _anchor(href: str) -> str:
    """Open a link; another site opens in a window of its own and learns nothing of this page."""
    elsewhere = ' target="_blank" rel="noopener noreferrer"' if href.startswith("http") else ""
    return f'<a href="{escape(href)}"{elsewhere}>'
