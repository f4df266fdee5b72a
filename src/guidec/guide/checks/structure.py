"""Checks of how a guide is built: titles, steps, sections, headings, ids, components, images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import guide as rules
from guidec.guide.checks.nearest import nearest
from guidec.guide.models import ListBlock
from guidec.guide.outline import SECTION_DEPTHS
from guidec.guide.step_drafts import is_contents, is_ordered
from guidec.mdx import nodes
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.source import Position

HTML_NAMES = frozenset(
    (
        "area audio base button canvas col colgroup datalist dialog embed fieldset iframe input ins legend "
        "link map math "
        "menu meta meter object optgroup option output param picture progress rp rt ruby script search "
        "select slot source "
        "style summary svg template textarea track video"
    ).split()
)
"""Elements of HTML that mean nothing to a guide."""
SVG_NAMES = frozenset(
    (
        "circle clipPath defs desc ellipse filter foreignObject g line linearGradient marker mask path pattern polygon "
        "polyline radialGradient rect stop symbol text textPath title tspan use"
    ).split()
)
"""Elements of a drawing that stands in a guide."""


def missing_title(checked: Checked) -> Iterator[Diagnostic]:
    """Find a guide without title, or without anything."""
    start = checked.source.span(0, 0)
    if not checked.guide.title:
        yield Diagnostic.at(
            rules.MISSING_TITLE, "Unexpected guide without title, expected `title` or a heading", start
        )
    if not checked.content and not checked.cover.title:
        yield Diagnostic.at(rules.EMPTY_GUIDE, "Unexpected end of file, expected a guide", start)


def empty_parts(checked: Checked) -> Iterator[Diagnostic]:
    """Find steps and sections with nothing in them."""
    for step in checked.steps():
        if not step.content:
            shown = f" `{step.title[:60]}`" if step.title else ""
            message = f"Unexpected empty step{shown}, expected what to do"
            yield checked.at(rules.EMPTY_STEP, message, step.position)
    for section in checked.sections():
        if not (section.intro or section.steps or section.outro or section.sections):
            shown = f"`{(section.title or '')[:60]}`"
            message = f"Unexpected empty section {shown}, expected something below its heading"
            yield checked.at(rules.EMPTY_SECTION, message, section.position)


def no_steps(checked: Checked) -> Iterator[Diagnostic]:
    """Find the numbered lists below the title of a guide that has no steps anywhere."""
    has_list = any(isinstance(block, ListBlock) and block.ordered for block in checked.guide.intro)
    if has_list and next(checked.steps(), None) is None:
        lists = (node for node in checked.content if is_ordered(node) and not is_contents(node))
        message = "Unexpected list without a section, expected steps: put it under a heading or into a step component"
        yield from (Diagnostic.at(rules.NO_STEPS, message, node.position) for node in lists if node.position)


def skipped_heading_levels(checked: Checked) -> Iterator[Diagnostic]:
    """Find headings more than one level below the section around them, or below the heading above if they open none.

    Of headings beside each other only the first skips anything.
    """
    stack = [(1, checked.guide.sections)]
    while stack:
        around, sections = stack.pop()
        headed = (
            section for section in sections if section.origin == "heading" and section.kind == "section"
        )
        first = next(headed, None)
        if first is not None and first.level > around + 1:
            yield checked.at(rules.SKIPPED_HEADING_LEVEL, _skipped(first.level, around), first.position)
        stack += [(section.level, section.sections) for section in sections[::-1]]
    above = 1
    for heading in checked.content:
        if isinstance(heading, nodes.Heading):
            opens_section = heading.depth in SECTION_DEPTHS
            if heading.depth > above + 1 and not opens_section and heading.position:
                message = _skipped(heading.depth, above)
                yield Diagnostic.at(rules.SKIPPED_HEADING_LEVEL, message, heading.position)
            above = heading.depth


def _skipped(level: int, above: int) -> str:
    return f"Unexpected heading of level {level} below level {above}, expected level {above + 1}"


def duplicate_ids(checked: Checked) -> Iterator[Diagnostic]:
    """Find ids that stand a second time in a guide or in what it includes, also on elements that mean nothing to it."""
    seen: set[str] = set()
    for file in checked.files:
        for own, place in _ids(file.root):
            if own in seen and place is not None:
                message = f"Unexpected second id `{own[:60]}`, expected each id once"
                yield Diagnostic.at(rules.DUPLICATE_ID, message, place)
            seen.add(own)


def _ids(root: nodes.Root) -> Iterator[tuple[str, Position | None]]:
    """Give the `id` attributes with a known value, in reading order."""
    for node in walk(root.children):
        for attribute in node.attributes if isinstance(node, nodes.MdxJsxElement) else ():
            if not isinstance(attribute, nodes.MdxJsxAttribute) or attribute.name != "id":
                continue
            if isinstance(attribute.value, str):
                yield attribute.value, attribute.position


def unknown_components(checked: Checked) -> Iterator[Diagnostic]:
    """Find components that nothing explains, each time, for each may be silenced by itself."""
    messages: dict[str, tuple[str, str | None]] = {}
    for element in checked.elements:
        name = element.name
        if element.meaning is not None or not name or element.position is None:
            continue
        if name in HTML_NAMES | SVG_NAMES or name.partition(".")[0] in checked.scope.imported:
            continue
        if name not in messages:
            near = nearest(name, checked.known)
            expected = f"`{near}`" if near else "a component that the dialect or the configuration knows"
            messages[name] = f"Unexpected component `{name[:60]}`, expected {expected}", near
        message, near = messages[name]
        yield Diagnostic.at(rules.UNKNOWN_COMPONENT, message, element.position, suggestion=near)


def images_without_text(checked: Checked) -> Iterator[Diagnostic]:
    """Find images without alternative text."""
    for image in checked.guide.images:
        if not image.alt.strip():
            message = f"Unexpected image `{image.url[:60]}` without alternative text, expected what it shows"
            yield checked.at(rules.IMAGE_ALT, message, image.position)
