"""Configuration templates hold whatever a guide says as text."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from ruamel.yaml import YAML
from stranger import Stranger

SAID = [
    "no",
    "1e3",
    "2024-01-01",
    "12:30:45",
    "0o17",
    "~",
    "<<",
    ".inf",
    "a: b # c",
    "- [x",
    "*alias &anchor !tag",
    "\U0001f600",
    "$(touch ran) `touch ran` ${HOME} \\",
    "'; touch ran; '",
    '"; touch ran; "',
    "&#10;x: y",
    "&#x2028;x: y",
    "%YAML 1.1",
]


@pytest.mark.parametrize("said", SAID)
def test_values_mean_the_same_to_every_reader_and_to_a_shell(tmp_path: Path, said: str) -> None:
    project = Stranger(tmp_path)
    quoted = json.dumps(said.replace("&#10;", "\n").replace("&#x2028;", "\u2028"))
    text = "".join(f"&#{ord(letter)};" if letter in "*_`$<[{\\~:" else letter for letter in said)
    project.write(
        "bad.mdx",
        f"---\ntitle: {quoted}\ndescription: {quoted}\n---\n\n## {text}\n\n"
        f"1. **App name**: {text}\n2. Copy the **{text} key** and the **Client Secret**.\n",
    )
    project.build()

    for output in ("config/bad.yaml", "connector/bad.yaml"):
        written = project.text(output)
        old, new = yaml.safe_load(written), YAML(typ="safe", pure=True).load(written)
        assert old == new
        assert isinstance(old, dict)
        assert old.keys() == yaml.safe_load(project.text(output.replace("bad", "good"))).keys() or old
    shell = shutil.which("sh")
    if shell:
        command = f". {tmp_path}/build/config/bad.env"
        sourced = subprocess.run([shell, "-c", command], cwd=tmp_path, capture_output=True, check=False)
        assert (sourced.returncode, sourced.stdout, sourced.stderr) == (0, b"", b"")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        "a: 1\na: 2\n",
        "a: !!python/object/apply:os.system [x]\n",
        "- a\n",
        "a: [",
        "a: &a [*a]\n",
        "a: " + "[" * 500,
    ],
)
@pytest.mark.parametrize("has_schema", [True, False])
def test_filled_in_files_are_held_to_the_same(tmp_path: Path, wrong: str, has_schema: bool) -> None:
    project = Stranger(tmp_path)
    project.build()
    (tmp_path / "build/config/filled.yaml").write_text(project.text("config/good.yaml") * has_schema + wrong)
    found = project.run("validate", "build/config/filled.yaml")

    assert found.status == 1
    assert found.rules - {"config-placeholder"}
