"""Builds that a cluster does: a local one, whose workers are threads of this process."""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

import pytest

from guidec.build import output
from guidec.build.clusters import ClusterError, connected
from guidec.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def outputs(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.glob("[!.]*/**/*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_cluster_writes_the_same_bytes(address: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for number in range(40):
        (content / f"{number}.mdx").write_text(f"# Connect {number}\n\n1. Copy the **API key**.\n")
    for name, own in (("alone", ["--jobs", "1"]), ("cluster", ["--executor", address])):
        assert main(["build", str(content), "--out", str(tmp_path / name), "--no-cache", *own]) == 0

    assert outputs(tmp_path / "cluster") == outputs(tmp_path / "alone")
    assert len(outputs(tmp_path / "cluster")) > 40 * 5


def test_processes_of_one_number_on_two_machines_write_beside_each_other(tmp_path: Path) -> None:
    specification = find_spec(output.__name__)
    assert specification is not None
    assert specification.loader is not None
    elsewhere = module_from_spec(specification)
    specification.loader.exec_module(elsewhere)
    here, there = output.OutputFolder(tmp_path), elsewhere.OutputFolder(tmp_path)
    with here.writing("one") as one, there.writing("two") as two:
        one.write("1")
        two.write("2")

    assert ((tmp_path / "one").read_text(), (tmp_path / "two").read_text()) == ("1", "2")


def test_a_cluster_says_how_much_it_does_at_once(address: str) -> None:
    with connected(address) as (executor, tasks):
        assert tasks == 2
        assert executor.submit(int).result() == 0


@pytest.mark.parametrize("wrong", ["ray://host:1", "host:8786", ""])
def test_other_addresses_are_refused(wrong: str) -> None:
    with pytest.raises(ClusterError, match=r"expected dask://HOST:PORT"), connected(wrong):
        pass


def test_a_cluster_that_is_not_there_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("guidec.build.clusters.SECONDS_TO_CONNECT", 0.2)
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)

    assert main(["build", "--executor", "dask://127.0.0.1:1"]) == 2
    assert "expected the scheduler of a Dask cluster" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()
