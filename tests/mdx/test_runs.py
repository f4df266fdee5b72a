"""How runs of `*`, `_` and `~` pair up."""

from __future__ import annotations

from guidec.mdx.rules_inline.runs import Run, pair_runs


def runs(*described: str) -> list[Run]:
    """Make runs: `<**>` may close and open, `**>` only open, `<*` only close."""
    made = []
    for place, text in enumerate(described):
        marker = text.strip("<>")
        made.append(Run(marker[0], place * 10, len(marker), text.endswith(">"), text.startswith("<")))
    return made


def paired(made: list[Run]) -> list[tuple[list[int], int, list[int]]]:
    return [(run.closed, run.size, run.opened) for run in made]


def test_two_runs_pair_by_twos_first() -> None:
    made = runs("***>", "<***")
    pair_runs(made, "*")
    assert paired(made) == [([], 0, [2, 1]), ([2, 1], 0, [])]


def test_what_an_opener_has_left_pairs_with_a_later_closer() -> None:
    made = runs("**>", "<*", "<*")
    pair_runs(made, "*")
    assert paired(made) == [([], 0, [1, 1]), ([1], 0, []), ([1], 0, [])]


def test_sizes_that_add_up_to_three_do_not_pair_if_one_run_could_do_both() -> None:
    made = runs("*>", "<**>", "<*")
    pair_runs(made, "*")
    assert paired(made) == [([], 0, [1]), ([], 2, []), ([1], 0, [])]


def test_a_search_that_failed_is_tried_again_when_an_opener_has_changed() -> None:
    made = runs("****>", "<**>", "<*", "<**>")
    pair_runs(made, "*")
    assert paired(made) == [([], 1, [1, 2]), ([], 2, []), ([1], 0, []), ([2], 0, [])]


def test_markers_of_two_kinds_do_not_pair() -> None:
    made = runs("*>", "<_")
    pair_runs(made, "*")
    assert paired(made) == [([], 1, []), ([], 1, [])]


def test_tildes_pair_only_with_as_many() -> None:
    made = runs("~~>", "~>", "<~~", "<~")
    pair_runs(made, "~")
    assert paired(made) == [([], 0, [2]), ([], 1, []), ([2], 0, []), ([], 1, [])]


def test_the_kind_that_goes_first_wins_where_two_cross() -> None:
    emphasis_first, strikethrough_first = runs("*>", "~>", "<*", "<~"), runs("*>", "~>", "<*", "<~")
    pair_runs(emphasis_first, "*")
    pair_runs(strikethrough_first, "~")
    assert [run.size for run in emphasis_first] == [0, 1, 0, 1]
    assert [run.size for run in strikethrough_first] == [1, 0, 1, 0]


def test_the_other_kind_pairs_in_and_around_what_is_paired() -> None:
    made = runs("~>", "*>", "~~>", "<~~", "<*", "<~")
    pair_runs(made, "*")
    assert [run.size for run in made] == [0] * 6
