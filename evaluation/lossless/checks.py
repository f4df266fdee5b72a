"""What must hold: each check gives the first difference that it finds, in words."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from guidec.guide import models
from guidec.guide.dialects import Concept
from guidec.guide.html_elements import PHRASES, READERS
from guidec.guide.models import Guide, Section, Step
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.mdx.text import plain_text
from lossless.guide_walk import parts_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guidec.guide.models import Place
    from lossless.source_walk import Component, Seen

STAYS = (None, Concept.LINK, Concept.FIELD, Concept.KNOWN, Concept.CODE)
"""What stays a component with its name and attributes, code where nobody knows what it is."""
REFUSED = re.compile(r"(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""Begins a URL that outputs show as words alone."""
MAY_STAY = frozenset({*PHRASES, "a", "span"})
"""Elements of HTML that stay among words, though not around blocks, in titles, or without an id."""


def words(seen: Seen, guide: Guide) -> Iterator[str]:
    """Every word of the source is in the guide, in order, and no other."""
    wanted, found = squeezed(seen.words), squeezed(words_of(guide))
    if wanted == found:
        return
    pairs = enumerate(zip(wanted, found, strict=False))
    at = next((i for i, (one, other) in pairs if one != other), min(len(wanted), len(found)))
    before, source, ours = wanted[max(at - 20, 0) : at], wanted[at : at + 60], found[at : at + 60]
    yield f"words behind {before!r}: {source!r} in the source, {ours!r} in the guide"


def squeezed(texts: Iterable[str]) -> str:
    """Give texts as one, without white space."""
    return "".join("".join(text.split()) for text in texts)


def components(seen: Seen, guide: Guide) -> Iterator[str]:
    """Every component is in the guide, with its name and attributes."""
    parts = [*parts_of(guide)]
    staying = [one for one in seen.components if stays(one)]
    wanted = Counter(shape(one.name, one.attributes) for one in staying if not is_optional(one))
    optional = Counter(shape(one.name, one.attributes) for one in staying if is_optional(one))
    found = Counter(shape(name, attributes) for name, attributes in components_of(parts))
    yield from differences("component", wanted, found - (optional & (found - wanted)))
    spelled = Counter(admonition.component.partition(" ")[0] for admonition in guide.admonitions)
    yield from differences("callout", Counter(seen.admonitions), spelled)
    kinds = Counter(one.meaning.concept for one in seen.components if one.meaning)
    accordions = sum(is_a(part, models.AccordionBlock, "accordion") for part in parts)
    if accordions != kinds[Concept.ACCORDION] + seen.folded:
        yield f"{kinds[Concept.ACCORDION] + seen.folded} accordions in the source, {accordions} in the guide"
    if (tabs := sum(is_a(part, models.TabItem, "tab") for part in parts)) < kinds[Concept.TAB]:
        yield f"{kinds[Concept.TAB]} tabs in the source, {tabs} in the guide"
    if (steps := sum(isinstance(part, Step) for part in parts)) < kinds[Concept.STEP]:
        yield f"{kinds[Concept.STEP]} steps in the source, {steps} in the guide"


def stays(component: Component) -> bool:
    """Tell whether a component has no block of its own."""
    concept = component.meaning.concept if component.meaning else None
    if concept is Concept.LAYOUT:
        return "slot" in component.attributes
    return concept in STAYS and (component.name not in READERS or component.name in MAY_STAY)


def is_optional(component: Component) -> bool:
    """Tell whether a component may be missing from the guide."""
    return component.is_optional or component.name in MAY_STAY


def is_a(part: Any, block: type, kind: str) -> bool:
    """Tell whether a part is a block, or a section of a kind."""
    return isinstance(part, block) or (isinstance(part, Section) and part.kind == kind)


def components_of(parts: Iterable[Any]) -> Iterator[tuple[str | None, Mapping[str, Any]]]:
    """Give the components of a guide by name and attributes."""
    for part in parts:
        if isinstance(part, models.ComponentBlock):
            yield part.name, part.attributes
        for one in getattr(part, "components", None) or getattr(part, "title_components", []):
            yield one.name, one.attributes


def shape(name: str | None, attributes: Mapping[str, Any]) -> str:
    """Give a component as one line."""
    return f"<{name} {json.dumps(attributes, sort_keys=True)}>"


def differences(what: str, wanted: Counter[str], found: Counter[str]) -> Iterator[str]:
    """Tell of what is missing, and of what is too much."""
    yield from (f"{what} {one[:100]} is lost" for one in wanted - found)
    yield from (f"{what} {one[:100]} is not in the source" for one in found - wanted)


def links_and_images(seen: Seen, guide: Guide) -> Iterator[str]:
    """Every link that is followed, and every image, is in its index."""
    indexed = {link.url for link in guide.links}
    missing = (url for url in seen.links if url not in indexed and not REFUSED.match(url))
    yield from (f"link {url[:100]} is lost" for url in missing)
    images = Counter(image.url for image in guide.images)
    yield from differences("image", Counter(seen.images), images)


def both_forms(_: Seen, guide: Guide) -> Iterator[str]:
    """Plain text and Markdown say the same."""
    for part in parts_of(guide):
        text, markdown = getattr(part, "text", None), getattr(part, "markdown", None)
        if text is not None and markdown is not None:
            shown = plain_text(parse_phrasing(markdown))
            if squeezed([shown]) != squeezed([text]):
                yield f"the text {text[:60]!r} is {markdown[:60]!r} in Markdown"


# Places


def places(guide: Guide, texts: Mapping[str | None, str]) -> Iterator[str]:
    """Every place holds what it is the place of."""
    for what, values, place in placed(guide):
        value = values[0]
        text = texts.get(place.path)
        if text is None:
            continue
        written = text[place.start.offset : place.end.offset]
        if wrong := counted_wrong(text, place):
            yield f"{what} {value[:60]!r}: {wrong}"
        if not any(holds(written, value) for value in values):
            yield f"{what} {value[:60]!r} is not at line {place.start.line}: {written[:60]!r}"


def placed(guide: Guide) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    """Give whatever has a place, with the texts of which one must stand there."""
    for part in parts_of(guide):
        if isinstance(part, Step):
            yield "step", (part.title or part.text,), part.position
        elif isinstance(part, Section):
            yield "section", (part.title or "",), part.position
    yield from (("admonition", (one.title or one.text,), one.position) for one in guide.admonitions)
    yield from (("link", (one.url.removeprefix("mailto:"), one.text), one.position) for one in guide.links)
    registered = ((one, one.url.replace("https", "http(s)", 1)) for one in guide.redirect_urls)
    yield from (("redirect URL", (one.url, either), one.position) for one, either in registered)
    yield from (("image", (one.url, one.alt), one.position) for one in guide.images)
    yield from (("credential", tuple(one.label.split()), one.position) for one in guide.credentials)
    yield from (("setting", tuple(one.label.split()), one.position) for one in guide.settings)


def counted_wrong(text: str, place: Place) -> str | None:
    """Tell whether line and column do not say the same as the offset."""
    start = len("\ufeff") if text.startswith("\ufeff") else 0
    lines = re.split(r"\r\n?|\n", text[start : place.start.offset])
    line, column = len(lines), len(lines[-1]) + 1
    said = place.start.line, place.start.column
    return None if said == (line, column) else f"place {said}, expected {(line, column)}"


def holds(written: str, value: str) -> bool:
    """Tell whether the first word of a value stands in a stretch of source, with or without spaces in it."""
    word = re.search(r"\w+", value)
    return word is None or word[0].casefold() in squeezed([html.unescape(written)]).casefold()


# The guide as data


def round_trip(guide: Guide) -> Iterator[str]:
    """Read the JSON of a guide back: it must be the same guide."""
    if Guide.model_validate_json(guide.model_dump_json()) != guide:
        yield "the JSON reads back as another guide"


def same(guide: Guide, again: Guide) -> Iterator[str]:
    """Two guides are the same but for their places."""
    one, other = without_places(guide.model_dump(mode="json")), without_places(again.model_dump(mode="json"))
    if difference := first_difference(one, other, ""):
        yield difference


def without_places(value: Any) -> Any:
    """Give data without what depends on the file's own text."""
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items() if key not in ("position", "sha256")}
    return [*map(without_places, value)] if isinstance(value, list) else value


def first_difference(one: Any, other: Any, path: str) -> str | None:
    """Give where two values differ first, and how."""
    if isinstance(one, dict) and isinstance(other, dict):
        pairs: Iterable[tuple[Any, Any, Any]] = ((key, one[key], other.get(key)) for key in one)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = ((number, *pair) for number, pair in enumerate(zip(one, other, strict=True)))
    else:
        return None if one == other else f"{path}: {str(one)[:80]!r} became {str(other)[:80]!r}"
    return next((d for key, a, b in pairs if (d := first_difference(a, b, f"{path}/{key}"))), None)
