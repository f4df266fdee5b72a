"""The indexes over a whole guide, each made from its passages in reading order."""

from guidec.guide.indexes.credentials import credentials
from guidec.guide.indexes.links import images, links
from guidec.guide.indexes.redirect_urls import redirect_urls
from guidec.guide.indexes.settings import settings

__all__ = ["credentials", "images", "links", "redirect_urls", "settings"]
