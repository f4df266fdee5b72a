"""Inline Markdown of a guide as safe HTML: nothing that an author wrote becomes markup but Markdown's own."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from guidec.targets.html.copying import Copy
from guidec.targets.html.phrases import marked, with_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from guidec.guide.models import InlineComponent
    from guidec.targets.html.copying import Copyables

SYNTAX = re.compile(r"[\\`*_~\[\]<>&\n]")
CODE_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
CLOSING = re.compile(r"(?:[.,;:!?)\]’”»]|&#3[49];)+(?=\s|<|$)")
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


class Part(NamedTuple):
    """A piece of phrasing content and the copy buttons behind it."""

    html: Markup
    copies: tuple[Copy, ...] = ()


class Line(tuple[Part, ...]):
    """A text, cut behind each value that has a copy button; in a template it is its HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the HTML, with a space before each button."""
        return "".join([with_copies(html, copies) for html, copies in self])

    @property
    def words(self) -> str:
        """The text without any markup."""
        return "".join([part.html.striptags() for part in self])


def with_copies(html: str, copies: tuple[Copy, ...]) -> str:
    """Give HTML with a space and a button behind it for each thing to copy."""
    return " ".join([html, *map(Copy.__html__, copies)]) if copies else html


def joined(pieces: Iterable[str]) -> Markup:
    """Join pieces of HTML; `Markup.join` would look at each again, in ten times the time."""
    return Markup("".join(pieces))  # noqa: S704 - they are HTML already


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
        if components and (tokens := _component_tokens(markdown, components)):
            writer = _Writer(self, place)
            for token in tokens:
                writer.token(token)
            return writer.end()
        if not SYNTAX.search(markdown):
            return self.plain_parts(markdown, place)
        writer = _Writer(self, place)
        for token in _tokens(markdown):
            writer.token(token)
        return writer.end()

    def plain_parts(self, text: str, place: str | None = None) -> Line:
        """Render plain text in the same way; backticks, all that a title in an attribute has, still mark code."""
        writer = _Writer(self, place)
        for number, piece in enumerate(CODE_SPAN.split(text)):
            if number % 2:
                writer.code(piece)
            else:
                writer.text(piece)
            writer.cut()
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

    def copies(self, text: str) -> list[tuple[int, Copy]]:
        copyables = self.renderer.copyables
        found = list(copyables.within(text, self.place)) if copyables else []
        self.found += [copy for _, copy in found]
        return found

    def cut(self) -> None:
        if self.waiting and not self.open_tags:
            self.parts.append(Part(joined(self.html), tuple(self.waiting)))
            self.html, self.waiting = [], []

    def end(self) -> Line:
        if self.renderer.copyables:
            self.waiting += self.renderer.copyables.mentioned(self.words, self.place, self.found)
        rest = joined(self.html)
        if self.waiting or rest:
            self.parts.append(Part(rest, tuple(self.waiting)))
        return Line(_punctuated(self.parts) if len(self.parts) > 1 else self.parts)


def _punctuated(parts: list[Part]) -> list[Part]:
    """Move the punctuation behind a value before its button."""
    closed: list[Part] = []
    for part in parts:
        if closed and (mark := CLOSING.match(part.html)):
            closed[-1] = Part(closed[-1].html + Markup(mark[0]), closed[-1].copies)  # noqa: S704 - escaped already
            part = Part(part.html[mark.end() :], part.copies)
        if part.html or part.copies:
            closed.append(part)
    return closed


def _anchor(href: str) -> str:
    """Open a link; another site opens in a window of its own and learns nothing of this page."""
    elsewhere = ' target="_blank" rel="noopener noreferrer"' if href.startswith("http") else ""
    return f'<a href="{escape(href)}"{elsewhere}>'


def _component_tokens(markdown: str, components: Sequence[InlineComponent]) -> list[Token] | None:
    """Parse a text with tags for its components; None where these show nothing, or would not nest."""
    text = marked(markdown, components)
    return with_tags(_tokens(text.markdown), _tokens(markdown), text) if text else None


@lru_cache(maxsize=4096)
def _tokens(markdown: str) -> tuple[Token, ...]:
    """Parse the text of a paragraph; guides of one folder share many texts."""
    return tuple(_parser().parseInline(markdown)[0].children or ())


@cache
def _parser() -> MarkdownIt:
    """Give a CommonMark parser for inline text: no HTML, and every link read, for `resolve` to judge."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    parser.validateLink = _every_link  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _every_link(url: str) -> bool:  # noqa: ARG001 - markdown-it-py's own signature
    return True
