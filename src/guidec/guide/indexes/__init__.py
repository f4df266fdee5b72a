"""The indexes over a whole guide, each made from its passages in reading order."""

from guidec.guide.indexes.credentials import credentials
from guidec.guide.indexes.links import links_and_images
from guidec.guide.indexes.redirect_urls import redirect_urls
from guidec.guide.indexes.settings import settings

__all__ = ["credentials", "links_and_images", "redirect_urls", "settings"]
