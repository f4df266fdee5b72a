"""Checks of links and images that lead to other files, and of anchors."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from guidec.diagnostics.closest import closest
from guidec.diagnostics.rules import links as rules
from guidec.guide.checks.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.diagnostics import Diagnostic
    from guidec.guide.anchors import Anchors
    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Image, Link, Place

ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
DYNAMIC = re.compile(r"[{}<>$|\\]|%7[bd]|^[~@][\w-]*/", re.IGNORECASE)
"""Parts of a URL that something else fills in, such as what stands for a folder of the project: `~/assets/`."""
HOST = re.compile(r"(?:www\.[\w-]+|[\w-]+\.(?:com|org|net|io|dev|app|ai|co))(?:[./].*)?", re.IGNORECASE)
TOP = frozenset({"", "top"})
GIVEN = re.compile(r"(?:user-content-)?fn(?:ref)?-|:~:")
"""Anchors of footnotes, and text fragments."""
LONGEST = 500
MOST_GUESSES = 50
"""For so many anchors of a guide is guessed what was meant."""
MOST_COMPARED = 1000
"""Among so many it is guessed."""


def broken_links(checked: Checked) -> Iterator[Diagnostic]:
    """Find links to pages, files and anchors that do not exist, and images whose file does not."""
    guesses = 0
    for link in checked.guide.links:
        for found in _link(checked, link, may_guess=guesses < MOST_GUESSES):
            guesses += found.rule is rules.BROKEN_ANCHOR
            yield found
    for image in checked.guide.images:
        yield from _image(checked, image)


def _link(checked: Checked, link: Link, *, may_guess: bool) -> Iterator[Diagnostic]:
    url = link.url.strip()
    if ABSOLUTE.match(url) or DYNAMIC.search(url) or len(url) > LONGEST:
        return
    path, _, anchor = url.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        if "?" not in url:
            yield from _anchor(checked, link, checked.anchors, anchor, may_guess=may_guess)
        return
    found = _target(checked, path, link.position)
    if found is None:
        yield checked.at_text(
            rules.BROKEN_LINK,
            f"Unexpected target `{url[:100]}` of a link, expected a page or file that exists",
            link.position,
            link.url,
            _instead(checked, url, path),
        )
    elif found and anchor:
        yield from _anchor(checked, link, checked.page_anchors(found), anchor, may_guess=may_guess)


def _image(checked: Checked, image: Image) -> Iterator[Diagnostic]:
    path = unquote(image.url.strip().partition("?")[0].partition("#")[0])
    if (
        not path
        or path.startswith("/")
        or ABSOLUTE.match(path)
        or DYNAMIC.search(path)
        or len(path) > LONGEST
    ):
        return
    if _target(checked, path, image.position) is None:
        message = f"Unexpected image `{path[:100]}`, expected a file that exists"
        yield checked.at_text(rules.BROKEN_IMAGE, message, image.position, image.url)


def _target(checked: Checked, path: str, place: Place) -> str | None:
    """Give the file that a path leads to, None where there is none, "" where that cannot be seen."""
    site = checked.site
    if site is None:
        return ""
    if path.startswith("/"):
        if not site.is_whole or site.leads_elsewhere(path):
            return ""
        return site.find(site.in_site(path))
    if checked.dialect.own_addresses and not re.search(r"\.\w+$", path):
        return ""
    candidates = [posixpath.normpath(posixpath.join(base, path)) for base in _bases(checked, place)]
    inside = [candidate for candidate in candidates if not candidate.startswith("..")]
    found = next(filter(None, map(site.find, inside)), None)
    if found or len(inside) < len(candidates):
        return found or ""
    return "" if any(site.leads_elsewhere(f"/{candidate}") for candidate in inside) else None


def _bases(checked: Checked, place: Place) -> list[str]:
    """Give the folders that a relative link may start from.

    That of the file; the page's own address, which some sites end in a slash; and for an index page the folder above.
    """
    own = checked.guide.source.path
    folder, stem = posixpath.split(posixpath.splitext(own)[0])
    bases = [
        folder,
        posixpath.dirname(folder) if stem.lower() in ("index", "readme") else posixpath.join(folder, stem),
    ]
    return [*bases, posixpath.dirname(place.path)] if place.path else bases


def _instead(checked: Checked, url: str, path: str) -> str | None:
    """Give what was most likely meant: a URL without its scheme, or a page beside it with nearly that name."""
    if HOST.fullmatch(url):
        return f"https://{url}"
    if path.startswith("/") or checked.site is None:
        return None
    before, name = posixpath.split(path)
    own_folder, own_name = posixpath.split(checked.guide.source.path)
    folder = posixpath.normpath(posixpath.join(own_folder, before))
    stem, suffix = posixpath.splitext(name)
    stems = {known.removesuffix(suffix) for known in checked.site.names(folder) if known.endswith(suffix)}
    if folder == posixpath.normpath(own_folder):
        stems -= {own_name, posixpath.splitext(own_name)[0]}
    near = nearest(stem, sorted(stems))
    written = re.split(r"[?#]", url, maxsplit=1)[0]
    return posixpath.join(before, near + suffix).replace(" ", "%20") + url[len(written) :] if near else None


def _anchor(
    checked: Checked, link: Link, anchors: Anchors | None, written: str, *, may_guess: bool
) -> Iterator[Diagnostic]:
    anchor = unquote(written)
    if anchors is None or anchor.lower() in TOP or GIVEN.match(anchor) or anchor in anchors.known:
        return
    near = anchors.near(anchor)
    if near is not None and not checked.dialect.github_anchors:
        return
    if near is None and not anchors.complete:
        return
    known = anchors.known if may_guess and len(anchors.known) <= MOST_COMPARED else ()
    nearest = near or closest(anchor[:60], known)
    expected = f"`#{nearest}`" if nearest else "that of a heading"
    yield checked.at_text(
        rules.BROKEN_ANCHOR,
        f"Unexpected anchor `#{anchor[:100]}`, expected {expected}",
        link.position,
        f"#{written}",
        f"#{nearest}" if nearest else None,
    )
