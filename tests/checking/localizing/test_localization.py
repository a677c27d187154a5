"""Which figures are wrong: one where broken sums meet, several by the solver, ties told as ties."""

import subprocess
import sys
from functools import cache
from itertools import combinations, product

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

import gov_disclosure as gd
from gov_disclosure.checking.localizing.localization import smallest
from gov_disclosure.form.identities import Identity
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report

NEW = "requests.new_received"
DENIED = "requests.results.denied"


@cache
def full(edition: gd.Edition = gd.Edition.FORM_2021) -> gd.Report:
    return sample_report(Rolled("dense"), edition, frozenset())


def changed(report: gd.Report, changes: dict[str, int]) -> gd.Report:
    cells = {id: evolve(report.cells[id], value=report.cells[id].value + by) for id, by in changes.items()}
    return evolve(report, cells={**report.cells, **cells})


def test_where_all_holds_there_is_nothing_to_find():
    assert gd.localize(full()) == ()


@pytest.mark.parametrize("edition", gd.Edition)
def test_one_wrong_figure_of_table_three_is_found_and_what_it_should_be(edition):
    report = full(edition)
    ids = [field.id for field in gd.form_fields(edition) if field.table == "requests"]
    assert len(ids) == {"2019": 161, "2021": 175}[edition]
    for id in ids:
        (found,) = gd.localize(changed(report, {id: 7}))
        assert found.certainty is gd.Certainty.UNIQUE
        assert found.suspects == (gd.Suspects((id,), (report.cells[id].value,)),)
        assert found.failing == tuple(i.id for i in gd.identities(edition) if id in i.cells)


def test_in_table_four_any_of_five_figures_may_be_the_wrong_one():
    report = full()
    ids = [id for id in report.cells if id.startswith("disputes.reconsideration")]
    (found,) = gd.localize(changed(report, {ids[0]: 2}))
    assert found.certainty is gd.Certainty.TIED
    assert [suspects.cells for suspects in found.suspects] == [
        (id,) for id in ids if report.cells[id].value >= 2 or id in (ids[0], ids[-1])
    ]


def test_errors_that_share_no_cell_are_told_apart():
    id = "disputes.litigation_direct.total"
    found = gd.localize(changed(full(), {id: 1, f"{NEW}.total": 1}))
    assert [one.certainty for one in found] == [gd.Certainty.UNIQUE, gd.Certainty.TIED]


@pytest.mark.parametrize(
    "changes",
    [
        {f"{NEW}.total": 5, f"{DENIED}.state_secret.natural_person": 11},
        {f"{NEW}.natural_person": 3, "requests.results.granted.other_organization": 4},
        # However large one error is beside the others.
        {
            f"{NEW}.total": 10**9,
            f"{DENIED}.state_secret.natural_person": 2,
            "requests.results.granted.total": 1,
        },
        {f"{NEW}.total": 5, f"{DENIED}.state_secret.natural_person": 11, "requests.results.granted.total": 3},
    ],
)
def test_several_wrong_figures_are_found_together(changes):
    (found,) = gd.localize(changed(full(), changes))
    assert found.certainty is gd.Certainty.UNIQUE
    (suspects,) = found.suspects
    assert dict(zip(suspects.cells, suspects.figures, strict=True)) == {
        id: full().cells[id].value for id in changes
    }


def test_two_errors_of_one_size_may_stand_in_either_pair_of_corners():
    rows = ("requests.results.granted", f"{DENIED}.state_secret")
    sums = ("requests.results.total", NEW)
    columns = ("natural_person", "research_institution")
    # Each pair of corners can be lowered by six.
    room = {f"{row}.{column}": 9 for row, column in product((*rows, *sums), columns)}
    room |= {f"{row}.total": 18 for row in (*rows, *sums)}
    room |= {f"{sum_}.{column}": 18 for sum_, column in product(sums, columns)}
    report = changed(full(), room | {f"{sum_}.total": 36 for sum_ in sums})
    assert gd.localize(report) == ()
    corners = [{f"{rows[0]}.{one}": 6, f"{rows[1]}.{other}": 6} for one, other in (columns, columns[::-1])]
    for wrong in corners:
        (found,) = gd.localize(changed(report, wrong))
        assert found.certainty is gd.Certainty.TIED
        assert {frozenset(suspects.cells) for suspects in found.suspects} == set(map(frozenset, corners))


def test_when_time_runs_out_the_answer_is_unknown():
    report = changed(full(), {f"{NEW}.total": 5, f"{DENIED}.state_secret.natural_person": 11})
    (found,) = gd.localize(report, time_limit=0)
    assert (found.certainty, found.suspects, found.complete) == (gd.Certainty.UNKNOWN, (), False)


def test_no_more_ties_are_listed_than_asked_for():
    report = changed(full(), {"disputes.reconsideration.total": 1})
    (found,) = gd.localize(report, most=2)
    assert (len(found.suspects), found.complete) == (2, False)


def test_a_sum_with_a_cell_that_has_no_number_is_left_out():
    cell = evolve(full().cells[f"{NEW}.total"], value=None, state=gd.State.BLANK)
    report = evolve(full(), cells={**full().cells, cell.id: cell})
    (found,) = gd.localize(changed(report, {f"{NEW}.natural_person": 2}))
    assert found.failing == ("B602.natural_person",)
    assert [suspects.cells for suspects in found.suspects] == [(f"{NEW}.natural_person",)]


def test_the_error_names_the_extra_where_scipy_is_absent():
    code = (
        "import sys; sys.modules['scipy'] = None\n"
        "from gov_disclosure.checking.localizing.localization import smallest\n"
        "from gov_disclosure.form.identities import Identity\n"
        "group = [Identity('a', ('x',), ('y',)), Identity('b', ('x', 'z'), ('u', 'y'))]\n"
        "smallest(group, {'x': 1, 'y': 5, 'z': 9, 'u': 2})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert 'pip install "gov-disclosure[localize]"' in done.stderr


# --- Against brute force ----------------------------------------------------------------------------------

# Two rows and two columns with their sums: nine cells, six identities.
GRID = [[f"{row}{column}" for column in "abt"] for row in "12t"]
SMALL = [
    *(Identity(f"row{number}", tuple(cells[:2]), (cells[2],)) for number, cells in enumerate(GRID)),
    *(
        Identity(f"column{number}", cells[:2], (cells[2],))
        for number, cells in enumerate(zip(*GRID, strict=True))
    ),
]
MOST = 3
# More than the sum of all figures and one more error: no figure that may be needed is larger.
LARGEST = 6 * MOST


def by_force(group: list[Identity], values: dict[str, int]) -> dict[frozenset[str], dict[str, int | None]]:
    """The smallest sets whose change makes all hold, by trying every figure up to what may be needed.

    With each cell's figure, ``None`` where several would do.
    """
    cells = sorted({id for one in group for id in one.cells})
    for size in range(1, len(cells)):
        tried = {chosen: _fillings(group, chosen, values) for chosen in combinations(cells, size)}
        if any(tried.values()):
            return {frozenset(chosen): _figures(found) for chosen, found in tried.items() if found}
    return {}


def _fillings(group: list[Identity], chosen: tuple[str, ...], values: dict[str, int]) -> list[dict[str, int]]:
    fillings = (
        dict(zip(chosen, numbers, strict=True)) for numbers in product(range(LARGEST + 1), repeat=len(chosen))
    )
    return [one for one in fillings if _all_hold(group, {**values, **one})]


def _all_hold(group: list[Identity], values: dict[str, int]) -> bool:
    return all(sum(values[id] for id in one.left) == sum(values[id] for id in one.right) for one in group)


def _figures(fillings: list[dict[str, int]]) -> dict[str, int | None]:
    figures = {id: {one[id] for one in fillings} for id in fillings[0]}
    return {id: several.pop() if len(several) == 1 else None for id, several in figures.items()}


def connected(group: list[Identity]) -> bool:
    reached = set(group[0].cells)
    for _ in group:
        reached.update(id for one in group if reached & set(one.cells) for id in one.cells)
    return all(reached & set(one.cells) for one in group)


@given(st.lists(st.integers(0, MOST), min_size=9, max_size=9), st.sets(st.sampled_from(range(6))), st.data())
def test_the_smallest_sets_and_their_figures_are_those_that_brute_force_finds(numbers, dropped, data):
    group = [one for number, one in enumerate(SMALL) if number not in dropped]
    # What is asked for is one group; others are asked for one by one.
    assume(group and connected(group))
    a, b, c, d = numbers[:4]
    right = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]]
    values = {
        id: number for ids, row in zip(GRID, right, strict=True) for id, number in zip(ids, row, strict=True)
    }
    for id in data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1, max_size=2)):
        values[id] = data.draw(st.integers(0, MOST))
    found = smallest(group, values)
    if not found.failing:
        return
    assert found.complete
    told = {frozenset(one.cells): dict(zip(one.cells, one.figures, strict=True)) for one in found.suspects}
    assert told == by_force(group, values)


def test_figures_below_zero_explain_nothing_though_several_would_do_otherwise():
    # 5 and 1 add up to 0. With c or t instead of either, the other would have to be negative.
    group = [
        Identity("row", ("a", "b", "c"), ("t",)),
        Identity("beside c", ("c", "d"), ("e",)),
        Identity("beside t", ("t", "f"), ("g",)),
    ]
    values = {"a": 5, "b": 1, "c": 0, "t": 0, "d": 2, "e": 2, "f": 3, "g": 3}
    found = smallest(group, values)
    assert found.complete
    assert {one.cells: one.figures for one in found.suspects} == {("a", "b"): (0, 0), ("t", "g"): (6, 9)}
