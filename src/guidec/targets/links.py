"""Which links of a guide may stand on a page, and where they lead."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WEB = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[^\W_][\w.-]*)(?P<port>:\d{1,5})?(?=[/?#]|$)", re.I
)
OTHER = re.compile(r"(?:mailto:[^\s@:/]+@[^\s@/?]+(?:\?.*)?|tel:\+?[\d().\s-]+)$", re.I)
PADDING = re.compile(r"^[\s\x00-\x20]+|[\s\x00-\x20]+$")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
NO_URL_CHARACTER = re.compile(r'[\x00- "#<>\[\\\]^`{|}\x7f-\x9f\U0010fffe\U0010ffff]|%(?![0-9A-Fa-f]{2})')
MDX_SUFFIX = re.compile(r"\.mdx?(?=[?#]|$)")


class LinkResolver:
    """Tells where a link that an author wrote leads from a page that may be opened anywhere.

    `base_url` is the site that a guide's own links are relative to, `anchors` gives the ids on the page by what
    leads to them; it is asked when the first link leads there.
    """

    def __init__(
        self, base_url: str | None, guide_id: str, anchors: Callable[[], Mapping[str, str]] = dict
    ) -> None:
        self._ask = anchors
        self.site = base_url.rstrip("/") if base_url else None
        self.page = f"{self.site}/{quote(guide_id)}"

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The ids on the page by what leads to them."""
        return self._ask()

    def resolve(self, url: str) -> str | None:
        """Give what `href` may say: http, https, mailto, tel or a place on the page; None for all else."""
        url = PADDING.sub("", url)
        if not url or url.startswith("!"):  # nothing, or a definition that the author's own site shows
            return None
        if url.startswith("#") and (place := self.anchors.get(unquote(url[1:]))):
            return f"#{place}"
        return absolute_url(url) or (self._on_site(url, self.site) if self.site else None)

    def _on_site(self, url: str, site: str) -> str | None:
        """Resolve what is no absolute URL: `/x` against the site, all else against the guide's own address on it."""
        rooted = url.startswith("/") and not url.startswith("//")
        try:
            return absolute_url(MDX_SUFFIX.sub("", site + url if rooted else urljoin(self.page, url)))
        except ValueError:
            return None


def absolute_url(url: str) -> str | None:
    """Give `url` in valid characters if it is absolute and of an allowed scheme, else None."""
    if CONTROL.search(url):
        return None
    if web := WEB.match(url):
        rest, mark, fragment = url[web.end() :].partition("#")
        return web[0] + _valid(rest) + mark + _valid(fragment)
    return _valid(url) if OTHER.match(url) else None


def _valid(part: str) -> str:
    """Percent-encode what the URL standard does not call a URL code point."""
    return NO_URL_CHARACTER.sub(lambda match: quote(match[0], safe="", errors="replace"), part)
