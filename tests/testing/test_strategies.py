"""The strategies for users' tests: what they promise, and that their examples run."""

import doctest
import subprocess
import sys
from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings, strategies as st

import gov_disclosure as gd
from gov_disclosure import strategies as gs
from gov_disclosure.form.fields import Kind, fields_by_id, rows
from gov_disclosure.form.labels import column_label, row_labels
from gov_disclosure.model.grid import Grid
from gov_disclosure.testing import strategies
from gov_disclosure.testing.samples.choices import Replayed, Rolled
from gov_disclosure.testing.samples.damage import DamagedDocument, sample_damage
from gov_disclosure.testing.samples.documents import document_of, sample_document
from gov_disclosure.testing.samples.faults import sample_faults
from gov_disclosure.testing.samples.furniture import Furniture
from gov_disclosure.testing.samples.hosts import Host
from gov_disclosure.testing.samples.noise import Noise
from gov_disclosure.testing.samples.numbers import distinct
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reports import sample_report
from gov_disclosure.testing.samples.reshaping import owner
from gov_disclosure.testing.samples.strangers import STRANGERS, sample_strange_document
from gov_disclosure.writing.rendering.document import blocks_of

STRATEGIES = [name for name in gs.__all__ if name.islower()]
EXAMPLES = {
    test.name.rpartition(".")[2]: test
    for test in doctest.DocTestFinder(recurse=True).find(strategies, globs=vars(gs).copy())
    if test.examples
}


def values(report: gd.Report) -> dict[str, object]:
    return {id: cell.value for id, cell in report.cells.items()}


@pytest.mark.parametrize("name", STRATEGIES)
def test_every_strategy_has_an_example_that_runs(name):
    assert doctest.DocTestRunner().run(EXAMPLES[name]).failed == 0


@given(st.from_type(gd.Report))
def test_hypothesis_knows_what_a_report_is(report):
    assert {cell.state for cell in report.cells.values()} == {gd.State.REPORTED}


def failing(report: gd.Report) -> list[gd.Verdict]:
    return [verdict for verdict in gd.assess(report) if verdict.outcome is gd.Outcome.FAILS]


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")


def test_the_error_names_the_extra_where_hypothesis_is_absent():
    done = run("import sys; sys.modules['hypothesis'] = None; import gov_disclosure.testing.strategies")
    assert 'ModuleNotFoundError: 测试策略需要hypothesis，请先安装 / the strategies need hypothesis: pip install "gov-disclosure[hypothesis]"' in done.stderr  # fmt: skip


@pytest.mark.parametrize(
    ("imported", "absent"),
    [
        ("gov_disclosure", ["hypothesis", "gov_disclosure.testing.plugin", "gov_disclosure.testing.samples"]),
        (
            "hypothesis",
            ["gov_disclosure.testing.strategies", "gov_disclosure.testing.samples", "lark", "cattrs"],
        ),
    ],
)
def test_an_import_brings_no_more_than_it_needs(imported, absent):
    assert (
        run(f"import sys, {imported}; print({absent!r} and set({absent!r}) & set(sys.modules))").stdout
        == "set()\n"
    )


# --- Reports ----------------------------------------------------------------------------------------------


@given(gs.reports())
def test_every_identity_of_the_form_holds(report):
    groups = report.requests.results
    leaves = [row for row in rows(report.edition) if row.startswith("requests.results.") and row != "requests.results.total"]  # fmt: skip
    for field in rows(report.edition)["requests.new_received"]:
        done = getattr(groups.total, field.column)
        assert done == sum(report.cells[f"{row}.{field.column}"].value for row in leaves)
        came_in = getattr(report.requests.new_received, field.column) + getattr(report.requests.carried_over, field.column)  # fmt: skip
        assert came_in == done + getattr(report.requests.carried_forward, field.column)
    for fields in rows(report.edition).values():
        if fields[-1].column == "total":
            *parts, total = [report.cells[field.id].value for field in fields]
            assert sum(parts) == total
    assert failing(report) == []


@given(gs.reports(), st.data())
def test_a_sum_that_does_not_hold_is_found(report, data):
    sums = [id for id in report.cells if id.endswith(".total")]
    id = data.draw(st.sampled_from(sums))
    cell = evolve(report.cells[id], value=report.cells[id].value + 1)
    changed = evolve(report, cells={**report.cells, id: cell})
    assert {verdict.identity.id for verdict in failing(changed)} == {
        identity.id for identity in gd.identities(report.edition) if id in identity.cells
    }


@given(gs.reports())
def test_every_figure_is_one_that_its_cell_can_have(report):
    assert list(report.cells) == [field.id for field in gd.form_fields(report.edition)]
    for field in gd.form_fields(report.edition):
        value = report.cells[field.id].value
        assert isinstance(value, int) is (field.kind is not Kind.AMOUNT)
        assert value >= 0 or field.kind is Kind.CHANGE


@given(gs.reports())
def test_issuer_and_year_stand_in_the_title(report):
    assert report.issuer in report.title
    assert str(report.year) in report.title
    assert (report.year <= 2020) is (report.edition == "2019")
    assert all(section.text for section in report.sections if section.number in (1, 5, 6))


@pytest.mark.parametrize("edition", gd.Edition)
def test_an_edition_is_kept_to(edition):
    assert {sample_report(Rolled(str(number)), edition).edition for number in range(9)} == {edition}
    first = settings(max_examples=1, phases=[Phase.generate], database=None)
    for strategy in (gs.reports(edition), gs.documents(edition).map(lambda d: d.report)):
        assert find(strategy, lambda report: True, settings=first).edition is edition


@given(
    st.sets(st.sampled_from(gs.EMPTY)).flatmap(lambda empty: st.tuples(st.just(empty), gs.reports(empty=empty)))
)
def test_cells_are_empty_in_no_other_way_than_asked(case):
    empty, report = case
    assert {cell.state for cell in report.cells.values()} <= {gd.State.REPORTED, *empty}
    for fields in rows(report.edition).values():
        states = {report.cells[field.id].state for field in fields}
        assert gd.State.MISSING not in states or len(states) == 1
    assert failing(report) == []


def test_each_way_to_be_empty_occurs():
    for state in gs.EMPTY:
        rolled = [sample_report(Rolled(f"{state}{number}"), empty={state}) for number in range(60)]
        for id in ("requests.new_received.total", "disputes.reconsideration.total"):
            assert any(report.cells[id].state is state for report in rolled)


def test_what_is_not_plainly_empty_can_not_be_asked_for():
    with pytest.raises(ValueError, match="unreadable"):
        gs.reports(empty=[gd.State.UNREADABLE])
    with pytest.raises(ValueError, match="2014"):
        gs.reports("2014")


def test_the_simplest_document_is_plain_and_all_zeros():
    document = sample_document(Replayed([]))
    assert set(values(document.report).values()) == {0}
    assert document.text == gd.render(document.report, gd.Layout.TIKA)
    assert [section.text.count("。") for section in document.report.sections] == [1, 0, 0, 0, 1, 1]


@pytest.mark.thorough
def test_a_failure_shrinks_to_the_one_figure_that_matters():
    found = find(
        gs.reports(),
        lambda report: report.disputes.reconsideration.upheld > 50,
        settings=settings(max_examples=2000, database=None, phases=[Phase.generate, Phase.shrink]),
    )
    shown = {id: value for id, value in values(found).items() if value}
    assert shown == {"disputes.reconsideration.upheld": 51, "disputes.reconsideration.total": 51}


# --- Faults, documents, damages ---------------------------------------------------------------------------


@given(gs.faulty_reports())
def test_a_report_has_the_faults_it_is_said_to_have_and_no_other(faulty):
    assert faulty.faults
    assert len({fault.id for fault in faulty.faults}) == len(faulty.faults)
    for fault in faulty.faults:
        assert (values(faulty.true)[fault.id], values(faulty.written)[fault.id]) == (fault.true, fault.written)
        assert fault.true != fault.written
    wrong = {id for id, value in values(faulty.written).items() if value != faulty.true.cells[id].value}
    assert wrong == {fault.id for fault in faulty.faults}
    assert failing(faulty.true) == []


@pytest.mark.thorough
def test_every_kind_of_fault_and_of_damage_occurs():
    faults = [
        sample_faults(choices, sample_report(choices)).faults for choices in map(Rolled, map(str, range(300)))
    ]
    assert {fault.kind for planted in faults for fault in planted} == set(gs.FaultKind)
    damages = [
        sample_damage(choices, sample_document(choices)) for choices in map(Rolled, map(str, range(300)))
    ]
    assert {damaged.damage for damaged in damages} == set(gs.Damage)
    changed = [damaged for damaged in damages if damaged.text != damaged.document.text]
    assert len(changed) > len(damages) * 0.8


@given(gs.documents())
def test_a_document_holds_its_report_between_the_lines_of_its_page(document):
    lines = document.text.split("\n")
    around = document.furniture
    if document.layout is not gd.Layout.HTML:
        assert lines[: len(around.before)] == list(around.before)
        assert lines[len(lines) - 1 - len(around.after) : -1] == list(around.after)
    assert set(document.report.sections[5].text.split("\n")) <= set(lines) or document.layout in (
        gd.Layout.HTML,
        gd.Layout.DOCBOOK,
        gd.Layout.PDF,
    )


@given(gs.damaged_documents())
def test_only_what_happens_to_figures_leaves_no_trace(damaged):
    silent = {gs.Damage.FIGURES_EXCHANGED, gs.Damage.FIGURE_MISREAD}
    assert damaged.damage.leaves_trace is (damaged.damage not in silent)
    if damaged.damage in silent:
        assert len(damaged.text) == len(damaged.document.text)


@given(st.integers(0, 10**6))
def test_the_same_choices_make_the_same_text(seed):
    rolled = Rolled(str(seed))
    one = sample_damage(rolled, sample_document(rolled))
    again = Replayed(rolled.made)
    assert sample_damage(again, sample_document(again)) == one
    assert again.made == rolled.made


@given(gs.strange_documents())
def test_the_numbers_of_a_strange_document_tell_their_places(strange):
    figures = [value for id, value in values(strange.report).items() if value is not None and id[0] == "p"]
    assert len(figures) == len(set(figures))
    assert strange.table in {"", "proactive", "requests", "disputes"}


@given(st.integers(0, 10**6))
def test_the_same_choices_make_the_same_strange_text(seed):
    rolled = Rolled(str(seed))
    one = sample_strange_document(rolled)
    again = Replayed(rolled.made)
    assert sample_strange_document(again) == one
    assert again.made == rolled.made


@pytest.mark.parametrize("kind", gs.Stranger)
def test_the_simplest_choices_make_every_strange_document(kind):
    strange = sample_strange_document(Replayed([]), [kind])
    assert strange.stranger is kind
    assert strange.leaves_trace


def test_a_strange_document_needs_a_stranger():
    with pytest.raises(ValueError, match="no stranger"):
        gs.strange_documents([])
    with pytest.raises(ValueError, match="giant"):
        gs.strange_documents(["giant"])


IN_A_TABLE = [
    gs.Stranger.COLUMN, gs.Stranger.ROW, gs.Stranger.HEAD, gs.Stranger.LABEL, gs.Stranger.ORDER,
    gs.Stranger.SUBSET, gs.Stranger.EXCHANGE,
]  # fmt: skip


@pytest.mark.parametrize("kind", IN_A_TABLE)
@pytest.mark.parametrize("cases", [4, pytest.param(40, marks=pytest.mark.thorough)])
def test_what_a_careful_reader_may_take_stands_under_its_head_and_beside_its_label(kind, cases):
    """On a page each number is found by the words over it and before it alone; what has lost them is missing."""
    for case in range(cases):
        host = STRANGERS[kind](Rolled(f"{kind} {case}"), host_of(Rolled(str(case))))
        found = {told for block in host.blocks if isinstance(block, Grid) for told in numbers_in(block)}
        for id, cell in host.report.cells.items():
            field = fields_by_id()[id]
            names = (column_label(field, host.report.edition), row_labels(field.key, host.report.edition)[1])
            if field.kind is not Kind.AMOUNT:
                assert ((cell.raw, *names) not in found) is (id in host.lost), id


def host_of(choices: Rolled) -> Host:
    """A report of numbers that all differ, to be written."""
    while True:
        report = sample_report(choices, numbers=distinct)
        if len(set(values(report).values())) == len(report.cells):
            return Host(report, gd.Layout.HTML, tuple(blocks_of(report, gd.Layout.HTML)), Setting("", 2022))


def numbers_in(grid: Grid) -> Iterator[tuple[str, str, str]]:
    """Each number of a table with the word over it, and that before it; in table four that over both."""
    for row, cells in enumerate(grid.rows):
        words = [cell.text for cell in cells if cell.is_own and not cell.is_value]
        for column, cell in enumerate(cells):
            if cell.is_value:
                at = row
                while any(other.is_value for other in grid.rows[at]):
                    at -= 1
                at, column = owner(grid, at, column)
                over = owner(grid, at - 1, column)
                yield (
                    cell.text,
                    grid.rows[at][column].text,
                    words[-1] if words else grid.rows[over[0]][over[1]].text,
                )


def test_a_doubled_line_may_stand_for_an_empty_cell_only_where_that_has_left_nothing():
    blank = gd.blank_form(gd.Edition.FORM_2021)
    for layout, seen in ((gd.Layout.LINES, False), (gd.Layout.HTML, True)):
        document = document_of(blank, layout, Furniture(), Noise())
        assert DamagedDocument(document, gs.Damage.LINE_DOUBLED, "").leaves_trace is seen
        assert DamagedDocument(document, gs.Damage.CELL_DROPPED, "").leaves_trace
