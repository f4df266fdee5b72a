"""Puts a script into pages while they are served: it loads them anew and shows what is wrong. No file is changed."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from guidec.targets.templates import template_text

SCRIPT = "live.js"
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
MISSING = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src">
<title>No such page yet</title>
</head>
<body>
<h1>No such page yet</h1>
<p>It appears here as soon as its guide compiles. <a href="/">All guides</a></p>
</body>
</html>
"""


def live_page(text: str, digest: str | None) -> str:
    """Give a page with the script, and with a policy that lets it run and listen to this server."""
    known = json.dumps({"page": digest})
    added = (
        f'<script type="application/json" id="guidec-live">{known}</script>\n<script>{_script()}</script>\n'
    )
    text = POLICY.sub(_with_script, text, count=1)
    end = text.rfind("</body>")
    return f"{text[:end]}{added}{text[end:]}" if end >= 0 else text + added


def missing_page() -> str:
    """Give the page that stands where there is none."""
    return live_page(MISSING, None)


def _with_script(policy: re.Match[str]) -> str:
    rules = [rule.strip() for rule in html.unescape(policy[2]).split(";") if rule.strip()]
    rules = [f"{rule} '{_hash()}'" if rule.split()[0] == "script-src" else rule for rule in rules]
    allowed = html.escape("; ".join([*rules, "connect-src 'self'"]))
    return f"{policy[1]}{allowed}{policy[3]}"


@cache
def _script() -> str:
    return template_text(SCRIPT)


@cache
def _hash() -> str:
    return "sha256-" + b64encode(sha256(_script().encode()).digest()).decode("ascii")
