"""`guidec serve` and `guidec build --watch`, as processes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from serving import GUIDE, Served, interrupt, line_with, project, serving, start

from guidec.serve.live import KEPT, Live, Problem

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    project(tmp_path)
    with serving(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests that change nothing."""
    folder = tmp_path_factory.mktemp("served")
    project(folder)
    with serving(folder) as running:
        (folder / "build/json/out.json").symlink_to(folder / "guidec.toml")
        yield running


def test_pages_are_shown_and_files_stay_as_they_are(unchanged: Served) -> None:
    front = unchanged.ask("/")
    page = unchanged.ask("/html/a.html")
    written = (unchanged.folder / "build/html/a.html").read_text()

    assert (front.status, front.headers["Location"]) == (302, "/html/index.html")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "guidec-live" in page.text
    assert "guidec-live" not in written
    assert "connect-src" not in written
    assert unchanged.ask("/json/a.json").text == (unchanged.folder / "build/json/a.json").read_text()
    assert unchanged.ask("/html/a.html", "HEAD").text == ""
    assert unchanged.ask("/html").headers["Location"] == "/html/index.html"
    assert unchanged.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    "path",
    [
        "/../guidec.toml",
        "/html/../../guidec.toml",
        "/html/%2e%2e/%2e%2e/guidec.toml",
        "/..%2fguidec.toml",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/html/..\\..\\guidec.toml",
        "/.guidec-cache/guides.jsonl",
        "/json/out.json",
        "/json/%00",
        "/nothing.json",
    ],
)
def test_nothing_but_the_output_folder_is_read(unchanged: Served, path: str) -> None:
    connection = HTTPConnection(urlsplit(unchanged.url).netloc, timeout=60)
    connection.request("GET", path)  # as it is: urllib would tidy it
    answer = connection.getresponse()

    assert answer.status == 404
    assert b"exclude" not in answer.read()
    connection.close()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost.evil.example:80", ""])
def test_a_request_under_another_name_is_refused(unchanged: Served, host: str) -> None:
    assert unchanged.ask("/html/a.html", Host=host).status == 403
    assert unchanged.ask("/-/events", Host=host).status == 403


def test_a_request_by_name_is_answered(unchanged: Served) -> None:
    assert unchanged.ask("/html/a.html", Host=f"localhost:{urlsplit(unchanged.url).port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(unchanged: Served, method: str) -> None:
    answer = unchanged.ask("/html/a.html", method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_open_pages_are_told_what_a_save_touches(served: Served) -> None:
    with served.events("/html/a.html") as events:
        first = next(events)
        assert first["problems"] == []
        assert first["page"] in served.ask("/html/a.html").text

        served.write("content/snippets/who.mdx", "Ask the owner.\n")
        second = next(events)
        assert second["page"] != first["page"]
        assert "Ask the owner." in served.ask("/html/a.html").text

        served.write("content/a.mdx", "<b>\n")
        third = next(events)
        assert third["page"] is None
        [problem] = third["problems"]
        assert (problem["path"], problem["severity"]) == ("a.mdx", "error")
        assert problem["text"].startswith("content/a.mdx:1:1: error: ")

        served.write("content/a.mdx", GUIDE.format(title="A"))
        assert next(events)["page"] == second["page"]


def test_the_page_of_a_broken_guide_can_be_loaded_again(served: Served) -> None:
    with served.events("/html/a.html") as events:
        next(events)
        shown = served.ask("/html/a.html")
        served.write("content/a.mdx", "<Steps>\n")
        assert next(events)["problems"]
        assert not (served.folder / "build/html/a.html").exists()
        assert (served.ask("/html/a.html").status, served.ask("/html/a.html").text) == (200, shown.text)

        (served.folder / "content/a.mdx").unlink()
        assert next(events)["problems"] == []
        assert served.ask("/html/a.html").status == 404


def test_few_pages_are_kept(tmp_path: Path) -> None:
    live = Live(tmp_path)
    pages = [f"html/{number}.html" for number in range(KEPT + 1)]
    for page in pages:
        (tmp_path / "page.html").write_text(page)
        live.read(page, tmp_path / "page.html")
    live.publish([Problem("a.mdx", "error", "a.mdx:1:1: error")], dict.fromkeys(pages, frozenset({"a.mdx"})))

    assert live.kept(pages[0]) is None
    assert live.kept(pages[-1]) == pages[-1].encode()


def test_a_page_knows_only_what_is_wrong_in_its_guide(served: Served) -> None:
    with served.events("/html/b.html") as b, served.events("/html/index.html") as index:
        next(b), next(index)
        served.write("content/a.mdx", "<b>\n")

        assert next(b)["problems"] == []
        assert [one["path"] for one in next(index)["problems"]] == ["a.mdx"]


def test_a_page_that_is_not_there_yet_waits_for_its_guide(served: Served) -> None:
    missing = served.ask("/html/new.html")
    assert missing.status == 404
    assert "guidec-live" in missing.text

    with served.events("/html/new.html") as events:
        assert next(events)["page"] is None
        served.write("content/new.mdx", GUIDE.format(title="New"))
        assert next(events)["page"] is not None


def test_a_configuration_that_breaks_meanwhile_is_reported_and_mended(served: Served) -> None:
    with served.events("/html/a.html") as events:
        page = next(events)["page"]
        served.write("guidec.toml", 'contents = "content"\n')
        assert "guidec.toml:1:1: error: " in line_with(served.process.stderr, "unknown-setting")
        told = next(events)
        assert told["page"] == page
        assert [one["text"].startswith("guidec.toml:1:1: error: ") for one in told["problems"]] == [True]

        served.write("guidec.toml", 'targets = ["json"]\n')
        told = next(events)
        assert (told["page"], told["problems"]) == (None, [])


def test_ctrl_c_ends_quietly(served: Served) -> None:
    status, said = interrupt(served.process)

    assert status == 130
    assert said == ""


def test_a_port_that_is_taken_is_wrong_usage(served: Served) -> None:
    second = start(served.folder, "serve", "--port", str(urlsplit(served.url).port))
    _, said = second.communicate(timeout=60)

    assert second.returncode == 2
    assert said.startswith("guidec serve: error: Unexpected failure to listen at port ")


def test_a_project_without_pages_has_nothing_to_serve(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "guidec.toml").write_text('targets = ["json"]\n')
    _, said = start(tmp_path, "serve", "--port", "0").communicate(timeout=60)

    assert said == "guidec serve: error: Unexpected `targets` without `html`, expected pages to show\n"


def test_watch_builds_again_what_a_save_touches(tmp_path: Path) -> None:
    project(tmp_path)
    process = start(tmp_path, "build", "--watch")
    assert "2 guides (2 compiled)" in line_with(process.stderr, "guides")
    (tmp_path / "content/b.mdx").write_text(GUIDE.format(title="Bee"))
    assert "2 guides (1 compiled)" in line_with(process.stderr, "guides")
    assert '"title": "Bee"' in (tmp_path / "build/json/b.json").read_text()
    (tmp_path / "content/snippets/who.mdx").write_text("Ask Bo.\n")
    assert "2 guides (2 compiled)" in line_with(process.stderr, "guides")

    assert interrupt(process) == (130, "")


BROWSE = """
import sys
from playwright.sync_api import sync_playwright
url, chromium, guide, good = sys.argv[1:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(url + "/html/a.html")
    page.get_by_role("heading", level=1, name="A", exact=True).wait_for()
    open(guide, "w").write(good.replace("title: A", "title: Anew"))
    page.get_by_role("heading", level=1, name="Anew").wait_for()
    open(guide, "w").write("# <i>Anew\\n\\n<img src=x onerror=alert(1)>\\n")
    panel = page.get_by_role("status", name="What guidec found")
    panel.get_by_text("content/a.mdx:").first.wait_for()
    assert "<" in panel.inner_text(), panel.inner_text()
    assert panel.locator("i, img").count() == 0
    assert page.get_by_role("heading", level=1, name="Anew").count() == 1
    open(guide, "w").write(good)
    page.get_by_role("heading", level=1, name="A", exact=True).wait_for()
    assert panel.count() == 0
    print([text for text in complaints if "favicon" not in text and "404" not in text])
    browser.close()
"""


@pytest.mark.browser
def test_a_browser_shows_the_new_page_and_what_is_wrong(served: Served) -> None:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    arguments = [served.url, CHROMIUM, str(served.folder / "content/a.mdx"), GUIDE.format(title="A")]
    # In a process of its own: the tests of the checklist keep a browser in this one.
    done = subprocess.run(
        [sys.executable, "-c", BROWSE, *arguments], capture_output=True, text=True, timeout=120, check=False
    )

    assert done.stderr == ""
    assert done.stdout.strip() == "[]"


def test_the_script_can_stand_in_a_page() -> None:
    from guidec.serve.page import live_page

    page = live_page("<html><body>x</body></html>", "digest")
    assert re.findall(r"</(script|body)", page) == ["script", "script", "body"]
    assert live_page("x", None).startswith("x<script")
