"""The worker of the site's search runs on a page that is opened from a disk."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from manual_pages import DOCS

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PAGE = """\
<!doctype html>
<script src="iframe-worker.js"></script>
<body>
<script>
  const worker = new Worker("worker.js");
  let sent = false;
  worker.onmessage = ({ data }) => document.body.append(`${sent ? "later" : "at once"} ${data.text} `);
  for (const text of ["first", "second"]) worker.postMessage({ text });
  sent = true;
</script>
"""


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_messages_are_answered_in_order_and_later(tmp_path: Path) -> None:
    shutil.copy(DOCS / "assets/iframe-worker.js", tmp_path)
    (tmp_path / "worker.js").write_text(
        "onmessage = ({ data }) => postMessage({ text: data.text.toUpperCase() });\n"
    )
    (tmp_path / "page.html").write_text(PAGE)
    assert CHROMIUM
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    dom = subprocess.run(
        [CHROMIUM, *options, "--virtual-time-budget=5000", "--dump-dom", (tmp_path / "page.html").as_uri()],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "later FIRST later SECOND" in dom
