"""One source -> one typed guide: the stages of extraction in order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.guide import hidden, indexes
from guidec.guide.actions import read_actions
from guidec.guide.authentication import auth_in, type_label
from guidec.guide.blocks import BlockMaker
from guidec.guide.checks import Checked, check_guide
from guidec.guide.cover import read_cover, take_cover
from guidec.guide.dialects import DIALECTS, declared, detect, vocabulary
from guidec.guide.dialects.meaning import Concept, meaning_of
from guidec.guide.dialects.stackone import STACKONE
from guidec.guide.element import Element
from guidec.guide.expand import expand
from guidec.guide.expansion import Expansion
from guidec.guide.formats.html_reader import page_cover
from guidec.guide.formats.parse import parse
from guidec.guide.identity import identify
from guidec.guide.ignores import find_ignores
from guidec.guide.models import Guide, GuideSource
from guidec.guide.outline import outline
from guidec.guide.provider_names import Text
from guidec.guide.sections import sections
from guidec.guide.site import Site
from guidec.guide.spelling import spelling_of
from guidec.guide.text import beyond_text, well_formed
from guidec.mdx.walk import walk
from guidec.source import Source, without_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.config.settings import Settings
    from guidec.diagnostics import Diagnostic
    from guidec.diagnostics.ignore import Ignore
    from guidec.guide.actions import ActionsRead
    from guidec.guide.cover import Cover
    from guidec.guide.dialects import Dialect
    from guidec.guide.scope import Loader
    from guidec.mdx.nodes import Node


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
    found = parsed.root.diagnostics
    if any(diagnostic.severity == "error" for diagnostic in found):
        return Compiled(None, found, ())
    dialect = STACKONE if parsed.draft else dialect_of(text, settings)
    cover = parsed.draft.cover if parsed.draft else read_cover(parsed.root, settings.limits.frontmatter_nodes)
    expansion = _expansion(dialect, settings, loader)
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
    maker = BlockMaker(parsed.source)
    esm = [scope.esm[at] for at in sorted(scope.esm)]
    spelling = spelling_of(parsed) if dialect.style.exported else {}
    about = _guide_source(source, dialect, cover, esm, spelling)
    guide = _guide(maker, content, cover, actions, about)
    checked = Checked(
        guide=guide,
        source=parsed.source,
        dialect=dialect,
        cover=cover,
        expanded=expanded,
        content=content,
        elements=elements,
        is_whole=not expansion.diagnostics,
        scope=scope,
        passages=maker.passages,
        known=expansion.vocabulary,
        files=files,
        action_scopes=actions.scopes,
        site=Site(settings, loader, expansion.vocabulary) if loader.sees_site else None,
    )
    diagnostics = (
        *found,
        *cover.diagnostics,
        *expansion.diagnostics,
        *seen.diagnostics,
        *actions.diagnostics,
        *maker.diagnostics,
        *check_guide(checked),
        *(parsed.draft.check(guide) if parsed.draft else ()),
    )
    ignores = (ignore for file in files for ignore in find_ignores(file))
    return Compiled(guide, diagnostics, tuple(expansion.dependencies), tuple(ignores))


def dialect_of(text: str, settings: Settings) -> Dialect:
    """Tell the dialect of a source: as a comment in it says, else the configuration, else its signs."""
    return declared(text) or DIALECTS.get(settings.dialect or "") or detect(text)


def _expansion(dialect: Dialect, settings: Settings, loader: Loader) -> Expansion:
    own = {
        name: meaning_of(Concept(word.concept), word.kind, word.title, word.url)
        for name, word in settings.components.items()
    }
    limits = settings.limits
    return Expansion(
        vocabulary(dialect, own),
        loader,
        max_nodes=limits.snippet_nodes,
        max_depth=limits.nesting + 2,  # a root and a paragraph around a text are no nesting
        max_text=limits.expanded_text,
        most_pieces=limits.pieces,
        variables_in_code=dialect.variables_in_code,
    )


def _guide(
    maker: BlockMaker, content: Sequence[Node], cover: Cover, actions: ActionsRead, source: GuideSource
) -> Guide:
    """Read what stands below the cover, then what the indexes tell of what was read."""
    draft = outline(content)
    maker.say("title", cover.description_quote, cover.title_position)
    intro = maker.blocks(draft.intro)
    made = sections(draft.sections, maker)
    links, images = indexes.links_and_images(maker)
    redirect_urls = indexes.redirect_urls(maker)
    credentials = indexes.credentials(maker, redirect_urls)
    said = Text(cover.description or "", maker.passages, connects=bool(redirect_urls or credentials))
    identity = identify(cover.title, type_label(maker.passages), source.path, said)
    return Guide(
        id=str(PurePosixPath(source.path).with_suffix("")),
        kind=identity.kind,
        title=cover.title,
        description=cover.description,
        description_markdown=beyond_text(cover.description_quote),
        provider=identity.provider,
        auth=identity.auth
        or (auth_in(credentials, redirect_urls, maker.passages) if identity.provider else None),
        source=source,
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


def _guide_source(
    source: Source, dialect: Dialect, cover: Cover, esm: list[str], spelling: dict[str, str]
) -> GuideSource:
    return GuideSource(
        path=source.path,
        sha256=hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        dialect=dialect.name,
        cover=cover.kind,
        frontmatter=cover.frontmatter,
        preamble=without_controls(cover.preamble) if cover.preamble else None,
        spelling=spelling,
        esm=[without_controls(statement) for statement in esm],
    )
