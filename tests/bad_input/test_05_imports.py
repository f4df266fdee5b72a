"""What a guide can include, and what it cannot reach."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from stranger import INSIDE, Stranger


@pytest.mark.parametrize(
    ("specifier", "rule"),
    [
        ("../outside/secret.mdx", "snippet-outside-root"),
        ("/../outside/secret.mdx", "snippet-outside-root"),
        ("./link.mdx", "snippet-outside-root"),
        ("https://acme.example/a.mdx", "snippet-outside-root"),
        ("file:///etc/passwd", "snippet-outside-root"),
        ("data:text/mdx,a", "snippet-outside-root"),
        ("./none.mdx", "snippet-not-found"),
        ("./folder.mdx", "not-a-regular-file"),
        ("./pipe.mdx", "not-a-regular-file"),
        ("./device.mdx", "snippet-outside-root"),
        ("./bad.mdx", "snippet-cycle"),
        ("./folder.mdx/../bad.mdx", "snippet-cycle"),
        ("./a\\0.mdx", "snippet-not-found"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders")
def test_should_refuse(tmp_path: Path, specifier: str, rule: str) -> None:
    project = Stranger(tmp_path)
    (project.content / "folder.mdx").mkdir()
    (project.content / "link.mdx").symlink_to("../outside/secret.mdx")
    (project.content / "device.mdx").symlink_to("/dev/zero")
    os.mkfifo(project.content / "pipe.mdx")
    (tmp_path / "guidec.toml").write_text('exclude = ["link.mdx", "device.mdx", "pipe.mdx"]\n')
    project.write("bad.mdx", f'import Part from "{specifier}"\n\n# A\n\n## B\n\n<Part />\n')
    found = project.build()

    assert rule in found.rules
    assert INSIDE not in "".join(
        path.read_text() for path in (tmp_path / "build").rglob("*.*") if path.is_file()
    )


@pytest.mark.parametrize(("times", "levels", "status"), [(1, 5, 0), (10, 2, 0), (2, 30, 1), (10, 9, 1)])
def test_files_in_files(tmp_path: Path, times: int, levels: int, status: int) -> None:
    project = Stranger(tmp_path)
    (tmp_path / "guidec.toml").write_text('exclude = ["parts/*"]\n')
    for level in range(levels):
        inner = f'import Next from "./{level + 1}.mdx"\n\n' + "<Next />\n\n" * times
        project.write(f"parts/{level}.mdx", inner)
    project.write(f"parts/{levels}.mdx", "The end.\n")
    project.write("bad.mdx", 'import First from "./parts/0.mdx"\n\n# A\n\n## B\n\n<First />\n')
    found = project.build()

    assert found.status == status
    assert status == 0 or "snippet-limit" in found.rules


@pytest.mark.parametrize(
    "target", ["../outside/secret.mdx", "nowhere", "bad.mdx", "/dev/zero", "/proc/self/environ"]
)
def test_a_guide_that_is_a_link_stays_inside(tmp_path: Path, target: str) -> None:
    project = Stranger(tmp_path)
    (project.content / "bad.mdx").symlink_to(target)
    found = project.build()

    assert found.rules <= {"outside-content-root", "unreadable-file"}
    assert found.status == 1
