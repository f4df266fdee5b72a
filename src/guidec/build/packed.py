"""Texts of which a build has some for each guide, and that it reads again only at its end."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END = b"\0"
_WINDOW, _MEMORY = 12, 5
"""A window of 4 KiB holds the texts of some guides, which are much alike; all of it takes 32 KiB."""
_CHUNK = 1 << 12


class Packed:
    """Texts in the order in which they came, held compressed: in a fifth of their length or less, for guides are alike.

    None may hold a NUL, which JSON escapes and no file has in its name.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._compressor = zlib.compressobj(1, wbits=_WINDOW, memLevel=_MEMORY)
        self._data = bytearray()
        self._length = 0
        self.extend(texts)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        decompressor = zlib.decompressobj(wbits=_WINDOW)
        data = memoryview(bytes(self._data) + self._compressor.copy().flush())
        begun = bytearray()
        for start in range(0, len(data), _CHUNK):
            *ends, rest = decompressor.decompress(data[start : start + _CHUNK]).split(_END)
            for end in ends:
                yield (begun + end).decode(errors="surrogatepass")
                begun.clear()
            begun += rest

    def append(self, text: str) -> None:
        """Add one text."""
        self.extend((text,))

    def extend(self, texts: Iterable[str]) -> None:
        """Add texts behind those that are there."""
        for text in texts:
            self._data += self._compressor.compress(text.encode(errors="surrogatepass") + _END)
            self._length += 1
