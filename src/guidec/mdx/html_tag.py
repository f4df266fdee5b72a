"""The tags of raw HTML (CommonMark 0.31, section 6.6), as regular expressions that never look back."""

from __future__ import annotations

_SPACE = r"[ \t\r\n]"
_NAME = r"[A-Za-z][A-Za-z0-9-]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\r\n"'=<>`]++)"""
_ATTRIBUTE = rf"{_SPACE}++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:{_SPACE}*+={_SPACE}*+{_VALUE})?+"

OPENING_TAG = rf"<{_NAME}(?:{_ATTRIBUTE})*+{_SPACE}*+/?>"
CLOSING_TAG = rf"</{_NAME}{_SPACE}*+>"
