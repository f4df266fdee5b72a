"""Work in batches: the same results in the same order, whoever does it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from guidec.build.jobs import BATCH, run_batches

ITEMS = [str(number) for number in range(5 * BATCH + 3)]


def where(items: Sequence[str]) -> list[tuple[str, int]]:
    return [(item, os.getpid()) for item in items]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert [item for item, _ in run_batches(where, ITEMS, jobs)] == ITEMS


def test_an_executor_that_is_passed_in_does_all_of_it() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert [item for item, _ in run_batches(where, ITEMS, 2, executor)] == ITEMS


@pytest.mark.parametrize(("items", "size"), [(40, 8), (32 * 20, 20), (10_000, 64)])
def test_a_cluster_gets_larger_batches_where_there_is_more_to_do(items: int, size: int) -> None:
    sizes: list[int] = []

    def work(batch: Sequence[str]) -> list[str]:
        sizes.append(len(batch))
        return list(batch)

    with ThreadPoolExecutor(1) as executor:
        assert len([*run_batches(work, ["a"] * items, 2, executor)]) == items
    assert max(sizes) == sizes[0] == size


def test_one_item_is_done_here_and_the_rest_elsewhere() -> None:
    first, *rest = (process for _, process in run_batches(where, ITEMS, 2))

    assert first == os.getpid()
    assert os.getpid() not in rest
    assert len(set(rest)) <= 2


def test_a_few_items_are_all_done_here() -> None:
    assert {process for _, process in run_batches(where, ITEMS[:BATCH], 2)} == {os.getpid()}


@pytest.mark.skipif(sys.platform != "linux", reason="processes start from nothing here")
def test_what_the_first_item_prepares_is_there_for_all() -> None:
    assert {*run_batches(prepared_by, ITEMS, 2)} == {os.getpid()}


def prepared_by(items: Sequence[str]) -> list[int]:
    if not PREPARED:
        PREPARED.append(os.getpid())
    return PREPARED * len(items)


PREPARED: list[int] = []


def test_the_collector_works_as_before_afterwards() -> None:
    list(run_batches(where, ITEMS, 2))

    assert gc.get_freeze_count() == 0
