"""One source -> one typed guide: the stages of extraction in order."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.guide import hidden, indexes
from guidec.guide.actions import read_actions
from guidec.guide.assemble import sections
from guidec.guide.blocks import BlockMaker
from guidec.guide.checks import Checked, check_guide
from guidec.guide.cover import Cover, read_cover, take_cover
from guidec.guide.dialects import DIALECTS, Meaning, declared, detect, vocabulary
from guidec.guide.dialects.meaning import Concept, meaning_of
from guidec.guide.dialects.stackone import STACKONE
from guidec.guide.element import Element
from guidec.guide.expand import expand
from guidec.guide.expansion import Expansion
from guidec.guide.html_reader import page_cover
from guidec.guide.identity import auth_in, auth_said, identify
from guidec.guide.ignores import find_ignores
from guidec.guide.models import Guide, GuideSource
from guidec.guide.outline import outline
from guidec.guide.parse import parse
from guidec.guide.provider_names import Text
from guidec.guide.site import Site
from guidec.guide.text import beyond_text, well_formed
from guidec.mdx.walk import walk
from guidec.source import Source, without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.config.settings import Settings
    from guidec.diagnostics import Diagnostic
    from guidec.diagnostics.ignore import Ignore
    from guidec.guide.dialects import Dialect
    from guidec.guide.passages import Passage
    from guidec.guide.scope import Loader

TYPE_SAYS = re.compile(r"\btype\b\s*(?:as|to|:|=|→|>)\s*$", re.IGNORECASE)

REACH = 60
"""How far before a word its meaning is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of a source."""

    guide: Guide | None
    """None where the source cannot be parsed."""
    diagnostics: tuple[Diagnostic, ...]
    dependencies: tuple[str, ...]
    """The files that it includes, relative to the content root."""
    ignores: tuple[Ignore, ...] = ()
    """What its comments silence, and those of the files that it includes."""


def compile_guide(source: Source, settings: Settings, loader: Loader) -> Compiled:
    """Compile a guide; one that cannot be parsed gives none, one with a missing snippet keeps the element for it."""
    text = well_formed(source.text)
    source = source if text == source.text else Source(text, source.path)
    parsed = parse(source, settings.limits.pieces)
    dialect = STACKONE if parsed.draft else dialect_of(text, settings)
    found = list(parsed.root.diagnostics)
    if any(diagnostic.severity == "error" for diagnostic in found):
        return Compiled(None, tuple(found), ())
    cover = parsed.draft.cover if parsed.draft else read_cover(parsed.root, settings.limits.frontmatter_nodes)
    limits = settings.limits
    # A root and a paragraph around a text are no nesting.
    nesting = limits.nesting + 2
    expansion = Expansion(
        _words(dialect, settings), loader, limits.snippet_nodes, nesting, limits.expanded_text, limits.pieces
    )
    expansion.variables_in_code = dialect.variables_in_code
    expanded, scope = expand(parsed, expansion)
    files = (parsed, *expansion.parsed.values())
    seen = hidden.Nodes()
    if any(hidden.may_hide(file.source.text) for file in files):
        expanded = seen.cleaned(expanded)
    if source.path.lower().endswith(".html"):
        page_cover(cover, source)
    content = take_cover(cover, expanded)
    elements = [node for node in walk(content) if isinstance(node, Element)]
    actions = read_actions(elements)
    draft = outline(content)
    maker = BlockMaker(parsed.source)
    maker.say("title", cover.description_quote, cover.title_position)
    intro = maker.blocks(draft.intro)
    made = sections(draft.sections, maker)
    links, images = indexes.links_and_images(maker)
    redirect_urls = indexes.redirect_urls(maker)
    credentials = indexes.credentials(maker, redirect_urls)
    said = Text(cover.description or "", maker.passages, connects=bool(redirect_urls or credentials))
    identity = identify(cover.title, _type_label(maker.passages), source.path, said)
    guide = Guide(
        id=str(PurePosixPath(source.path).with_suffix("")),
        kind=identity.kind,
        title=cover.title,
        description=cover.description,
        description_markdown=beyond_text(cover.description_quote),
        provider=identity.provider,
        auth=identity.auth
        or (auth_in(credentials, redirect_urls, maker.passages) if identity.provider else None)
        or (auth_said(maker.passages) if identity.provider and credentials else None),
        source=_guide_source(source, dialect, cover, [scope.esm[at] for at in sorted(scope.esm)]),
        actions=list(actions.actions.values()),
        intro=intro,
        sections=made,
        admonitions=maker.admonitions,
        redirect_urls=redirect_urls,
        links=links,
        credentials=credentials,
        settings=indexes.settings(maker, redirect_urls, credentials),
        images=images,
    )
    found += [
        *cover.diagnostics,
        *expansion.diagnostics,
        *seen.diagnostics,
        *actions.diagnostics,
        *maker.diagnostics,
    ]
    site = Site(settings, loader, expansion.vocabulary) if loader.sees_site else None
    checked = Checked(
        guide,
        parsed.source,
        cover,
        expanded,
        content,
        elements,
        not expansion.diagnostics,
        scope,
        maker.passages,
        expansion.vocabulary,
        files,
        actions.scopes,
        site,
    )
    found += check_guide(checked)
    found += parsed.draft.check(guide) if parsed.draft else ()
    ignores = (ignore for file in files for ignore in find_ignores(file))
    return Compiled(guide, tuple(found), tuple(expansion.dependencies), tuple(ignores))


def dialect_of(text: str, settings: Settings) -> Dialect:
    """Tell the dialect of a source: as a comment in it says, else the configuration, else its signs."""
    return declared(text) or DIALECTS.get(settings.dialect or "") or detect(text)


def _words(dialect: Dialect, settings: Settings) -> Mapping[str, Meaning]:
    own = {
        name: meaning_of(Concept(word.concept), word.kind, word.title, word.url)
        for name, word in settings.components.items()
    }
    return vocabulary(dialect, own)


def _guide_source(source: Source, dialect: Dialect, cover: Cover, esm: list[str]) -> GuideSource:
    return GuideSource(
        path=source.path,
        sha256=hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        dialect=dialect.name,
        cover=cover.kind,
        frontmatter=cover.frontmatter,
        preamble=without_controls(cover.preamble) if cover.preamble else None,
        esm=[without_controls(statement) for statement in esm],
    )


def _type_label(passages: list[Passage]) -> str | None:
    """Give what the guide tells the reader to select as the type of connection: "Select **Type** as **OAuth 2.0**"."""
    for passage in passages:
        if passage.kind not in ("item", "paragraph") or "type" not in passage.words:
            continue
        line = passage.line
        for run in line.runs:
            if (run.bold or run.style == "code") and TYPE_SAYS.search(
                line.text, max(run.start - REACH, 0), run.start
            ):
                return " ".join(run.text.split()) or None
    return None
