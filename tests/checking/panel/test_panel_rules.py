"""Checks across reports: what each rule finds, what it can't assess, and how time grows."""

import gc
from decimal import Decimal
from random import Random
from time import process_time
from weakref import ref

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import gov_disclosure as gd
from gov_disclosure.checking.panel.members import panel_of
from gov_disclosure.testing.strategies import reports
from helpers.panels import (
    COLUMNS,
    COUNTS,
    FORWARD,
    OVER,
    following,
    full,
    of,
    raised,
    summed,
    with_cells,
    without,
    years,
)

DOCUMENTS = "proactive.normative_documents"
TOWNS = ["甲镇人民政府", "乙镇人民政府", "丙镇人民政府"]
COUNTY = "某某县人民政府"
FIGURES = ["P800", "P801", "P802", "P803", "P804"]


def ids(findings):
    return [finding.id for finding in findings]


def family(year=2022):
    """A county's report and those of its towns, which it is the sum of."""
    towns = [of(full(), name, year) for name in TOWNS]
    return summed(COUNTY, towns), *towns


def changed(panel, at, change):
    """The panel with one of its reports changed."""
    return [change(report) if number == at else report for number, report in enumerate(panel)]


# --- Rules ------------------------------------------------------------------------------------------------

# For each rule: the panel for which it holds, and the reports of it with one changed so that it fails.
HOLDING = {
    "P800": years(),
    "P801": years(),
    "P802": years(),
    "P803": list(family()),
    "P804": years(),
    "P805": years(),
}
FAILING = {
    "P801": (changed(years(), 1, lambda one: raised(one, f"{OVER}.total", 4)), "青溪县教育局.2022.total"),
    "P802": (
        changed(years(), 2, lambda one: raised(one, f"{DOCUMENTS}.in_force", 4)),
        "青溪县教育局.2023.normative_documents",
    ),
    "P803": (
        changed(family(), 1, lambda one: raised(one, "disputes.reconsideration.upheld", 4)),
        f"{COUNTY}.2022.disputes.reconsideration.upheld",
    ),
}
UNTOLD = {
    "P801": changed(years(), 1, lambda one: without(one, f"{OVER}.total", gd.State.MISSING)),
    "P802": changed(years(), 2, lambda one: without(one, f"{DOCUMENTS}.in_force", gd.State.MISSING)),
    "P803": changed(family(), 1, lambda one: without(one, f"{FORWARD}.total", gd.State.MISSING)),
}
CHILDREN = {COUNTY: TOWNS}


@pytest.mark.parametrize("code", HOLDING)
def test_a_rule_that_holds_finds_nothing(code):
    assert gd.check_panel(HOLDING[code], children=CHILDREN if code == "P803" else None, rules=[code]) == ()


@pytest.mark.parametrize(("code", "panel", "id"), [(code, *case) for code, case in FAILING.items()])
def test_a_rule_that_fails_names_reports_cells_places_and_both_sides(code, panel, id):
    (finding,) = gd.check_panel(panel, children=CHILDREN, rules=[code])
    assert (finding.code, finding.id, finding.outcome) == (code, f"{code}.{id}", gd.Outcome.FAILS)
    assert finding.level is (gd.Level.WARNING if code == "P802" else gd.Level.ERROR)
    assert abs(finding.difference) == 4
    assert len(finding.reports) == (4 if code == "P803" else 2)
    assert [one.year for one in finding.reports] == sorted(one.year for one in finding.reports)
    for one in finding.reports:
        assert one.source == f"{one.issuer}-{one.year}.txt"
        assert len(one.locations) == len(one.cells) >= 1
    for words in (finding.message.zh, finding.message.en):
        assert all(str(number) in words for number in (finding.left, finding.right, 4))


@pytest.mark.parametrize("code", UNTOLD)
def test_a_rule_that_is_not_assessable_names_the_cell_that_prevents_it(code):
    (finding,) = gd.check_panel(UNTOLD[code], children=CHILDREN, rules=[code])
    assert (finding.level, finding.outcome) == (gd.Level.INFO, gd.Outcome.NOT_ASSESSABLE)
    assert (finding.left, finding.right, finding.difference) == (None, None, None)
    assert sum(len(one.cells) for one in finding.reports) == 1


def test_rules_are_chosen_by_code_or_by_its_beginning():
    panel, _ = FAILING["P801"]
    assert gd.check_panel(panel, rules=["P8"]) == gd.check_panel(panel)
    assert gd.check_panel(panel, rules=["P802", "P804"]) == gd.check_panel(panel, rules=[]) == ()
    with pytest.raises(gd.GovDisclosureError, match="B601"):
        gd.check_panel(panel, rules=["B601"])


# --- Whose a report is ------------------------------------------------------------------------------------


@pytest.mark.parametrize("other", ["青溪县 教育局", "青溪縣教育局", "青溪县\u3000教育局\n"])
def test_writings_of_one_name_are_one_issuer(other):
    before, after = years(count=2)
    found = gd.check_panel([before, evolve(raised(after, f"{OVER}.total"), issuer=other)])
    assert ids(found) == ["P801.青溪县教育局.2022.total"]
    assert [one.issuer for one in found[0].reports] == ["青溪县教育局", other]


def test_a_government_and_its_office_are_two_issuers():
    assert gd.check_panel([of(full(), "甲县人民政府", 2021), of(full(), "甲县人民政府办公室", 2022)]) == ()


def test_the_caller_may_know_better_whose_a_report_is():
    panel = [of(full(), "甲县教育局", 2021), of(full(), "甲县教育和体育局", 2022)]
    found = gd.check_panel(panel, issuer=lambda report: "教育局", rules=["P801"])
    assert {one.issuer for finding in found for one in finding.reports} == {"教育局"}


@pytest.mark.parametrize(("issuer", "year"), [(None, 2022), ("青溪县教育局", None), (" ", 2022)])
def test_a_report_without_issuer_or_year_is_named_once_and_checked_against_none(issuer, year):
    nameless = of(raised(full(), f"{OVER}.total"), issuer, year, source="x.txt")
    (finding,) = gd.check_panel([*years(), nameless])
    assert (finding.id, finding.level) == ("P800.x.txt", gd.Level.WARNING)
    assert finding.outcome is gd.Outcome.NOT_ASSESSABLE
    assert finding.source == "x.txt"


# --- Years ------------------------------------------------------------------------------------------------


def test_a_year_is_missing_only_between_others():
    panel = [report for report in years(count=6) if report.year not in (2022, 2023, 2025)]
    found = gd.check_panel(panel, rules=["P801", "P802"])
    assert ids(found) == [f"{code}.青溪县教育局.{year}" for code in ("P801", "P802") for year in (2024, 2026)]
    assert {(f.level, f.outcome) for f in found} == {(gd.Level.INFO, gd.Outcome.NOT_ASSESSABLE)}
    assert "2022–2023" in found[0].message.zh
    assert "for 2025;" in found[1].message.en
    assert gd.check_panel(years(count=1)) == ()


def test_the_trial_edition_says_nothing_of_documents_in_force():
    older = of(full(gd.Edition.FORM_2019), "青溪县教育局", 2020)
    panel = list(following([older, *years(count=2)]))
    assert gd.check_panel(panel) == ()
    assert gd.check_panel([panel[0], panel[2]], rules=["P802"]) == ()


@pytest.mark.parametrize(("forward", "if_zero"), [(0, True), (3, False)])
def test_a_blank_is_no_zero_and_it_is_said_what_would_be_if_it_were(forward, if_zero):
    before, after = years(count=2)
    before, after = with_cells(before, {f"{FORWARD}.total": forward}), without(after, f"{OVER}.total")
    (finding,) = gd.check_panel([before, after], rules=["P801"])
    assert finding.outcome is gd.Outcome.NOT_ASSESSABLE
    assert ("只有将空白视为0时才成立" in finding.message.zh) is if_zero
    assert ("with 0 in them it would not hold" in finding.message.en) is not if_zero
    assert [one.cells for one in finding.reports] == [(), (f"{OVER}.total",)]


# --- Parents and children ---------------------------------------------------------------------------------


def test_without_a_childs_report_the_others_can_only_come_to_more():
    county, one, two, _ = family()
    (finding,) = gd.check_panel([county, one, two], children=CHILDREN, rules=["P803"])
    assert finding.outcome is gd.Outcome.NOT_ASSESSABLE
    assert "没有丙镇人民政府的报告" in finding.message.zh
    most = int(county.cells[f"{FORWARD}.total"].value) + 5
    found = gd.check_panel(
        [county, with_cells(one, {f"{FORWARD}.total": most}), with_cells(two, {f"{FORWARD}.total": 0})],
        children=CHILDREN,
        rules=["P803"],
    )
    assert [(f.id, f.difference) for f in found if f.outcome is gd.Outcome.FAILS] == [
        (f"P803.{COUNTY}.2022.{FORWARD}.total", -5)
    ]


def test_a_cell_without_a_number_hides_no_excess():
    county, one, two, three = family()
    id = f"{FORWARD}.total"
    one, two = without(one, id), with_cells(two, {id: int(county.cells[id].value) + 2})
    three = with_cells(three, {id: 0})
    (finding,) = gd.check_panel([county, one, two, three], children=CHILDREN, rules=["P803"])
    assert (finding.outcome, finding.difference) == (gd.Outcome.FAILS, -2)
    assert [report.issuer for report in finding.reports] == [COUNTY, *TOWNS[1:]]


def test_without_the_parents_report_nothing_is_told():
    _, *towns = family()
    (finding,) = gd.check_panel(towns, children=CHILDREN)
    assert (finding.id, finding.reports) == (f"P803.{COUNTY}", ())
    later = family(2023)
    found = gd.check_panel([*towns, later[0]], children=CHILDREN, rules=["P803"])
    assert ids(found) == [f"P803.{COUNTY}.2022", f"P803.{COUNTY}.2023"]
    assert [len(finding.reports) for finding in found] == [3, 1]


@pytest.mark.parametrize("id", ["proactive.normative_documents.issued", "proactive.licensing.decisions"])
def test_table_two_may_count_a_thing_twice_and_so_differs_by_a_warning(id):
    county, *towns = family()
    (finding,) = gd.check_panel([raised(county, id), *towns], children=CHILDREN, rules=["P803"])
    assert (finding.level, finding.difference) == (gd.Level.WARNING, 1)


def test_items_changes_and_money_are_not_added_up():
    towns = [of(full(gd.Edition.FORM_2019), name, 2020) for name in TOWNS[:2]]
    added = {
        field.id
        for field in gd.form_fields("2019")
        if field.kind is gd.Kind.COUNT and field.column != "previous_items"
    }
    sums = {id: 2 * int(towns[0].cells[id].value) for id in added}
    county = raised(with_cells(of(towns[0], COUNTY, 2020), sums), "proactive.licensing.previous_items")
    assert gd.check_panel([county, *towns], children={COUNTY: TOWNS[:2]}) == ()


@pytest.mark.parametrize(
    "children",
    [
        {COUNTY: "甲镇"},
        {COUNTY: []},
        {COUNTY: [" "]},
        {COUNTY: [COUNTY]},
        {COUNTY: ["某某縣 人民政府"]},
        {COUNTY: ["甲镇"], "甲镇": ["某某縣人民政府"]},
    ],
)
def test_who_is_no_child_is_refused(children):
    with pytest.raises(gd.GovDisclosureError, match=COUNTY):
        gd.check_panel([], children=children)


def test_a_parent_that_is_written_in_two_ways_is_one():
    children = {COUNTY: TOWNS[:1], "某某縣 人民政府": [*TOWNS[1:], "甲鎮人民政府"]}
    assert gd.check_panel(family(), children=children, rules=["P803"]) == ()
    panel = changed(family(), 0, lambda county: raised(county, COUNTS[-1]))
    (finding,) = gd.check_panel(panel, children=children, rules=["P803"])
    assert [one.issuer for one in finding.reports] == [COUNTY, *TOWNS]


def test_cells_that_the_parents_edition_has_not_are_not_missed():
    _, *towns = family()
    older = of(full(gd.Edition.FORM_2019), COUNTY, 2022)
    found = gd.check_panel([older, *towns], children=CHILDREN, rules=["P803"])
    cells = {finding.id.removeprefix(f"P803.{COUNTY}.2022.") for finding in found}
    assert cells
    assert cells <= set(older.cells)


# --- The same issuer and year twice -----------------------------------------------------------------------


def twice(change):
    one, *others = years()
    return [one, evolve(change(one), source="other.txt"), *others]


def test_a_copy_is_for_the_record():
    (finding,) = gd.check_panel(twice(lambda report: report))
    assert (finding.id, finding.level) == ("P804.青溪县教育局.2021.2", gd.Level.INFO)
    assert finding.outcome is gd.Outcome.HOLDS
    assert [one.source for one in finding.reports] == ["other.txt", "青溪县教育局-2021.txt"]


@pytest.mark.parametrize(
    ("change", "level"),
    [
        (lambda report: raised(report, f"{FORWARD}.total"), gd.Level.ERROR),
        (lambda report: without(report, f"{FORWARD}.total"), gd.Level.WARNING),
    ],
)
def test_reports_of_one_year_that_differ_name_the_cells(change, level):
    found = gd.check_panel(twice(change))
    assert ids(found) == ["P801.青溪县教育局.2022.total", "P804.青溪县教育局.2021.2"]
    assert found[0].outcome is gd.Outcome.NOT_ASSESSABLE, "which of them the next year follows can't be told"
    assert (found[1].level, found[1].outcome) == (level, gd.Outcome.FAILS)
    assert {one.cells for one in found[1].reports} == {(f"{FORWARD}.total",)}


@pytest.mark.parametrize(
    ("amount", "unit", "level"),
    [("50000", "元", gd.Level.INFO), ("5", "元", gd.Level.ERROR), ("5", None, gd.Level.INFO)],
)
def test_money_is_the_same_if_its_amount_is(amount, unit, level):
    id = "proactive.fees.amount"
    first, second, *_ = twice(lambda report: report)
    was, now = (
        evolve(one, cells={**one.cells, id: evolve(one.cells[id], value=Decimal(value), unit=unit)})
        for one, value, unit in ((first, "5.0", "万元"), (second, amount, unit))
    )
    (finding,) = gd.check_panel([was, now])
    assert finding.level is level


def test_of_three_reports_each_is_held_against_the_first():
    found = gd.check_panel([evolve(one, source=name) for name in "cab" for one in years(count=1)])
    assert [[one.source for one in finding.reports] for finding in found] == [["a", "b"], ["a", "c"]]
    assert "不止一份" in found[0].message.zh


# --- What is kept -----------------------------------------------------------------------------------------


def test_reports_are_gone_through_once_and_none_is_kept():
    made = []

    def one_after_another():
        for report in years(count=5):
            copied = evolve(report, source=None)
            made.append(ref(copied))
            yield copied
            assert sum(earlier() is not None for earlier in made) <= 2

    assert gd.check_panel(one_after_another()) == ()
    assert len(made) == 5


# --- Laws -------------------------------------------------------------------------------------------------


@given(st.lists(reports("2021"), min_size=2, max_size=4), st.data())
def test_a_panel_that_agrees_finds_nothing_and_one_changed_cell_one_thing(made, data):
    panel = list(following(of(report, "甲局", 2021 + number) for number, report in enumerate(made)))
    assert gd.check_panel(panel, rules=FIGURES) == ()
    at = data.draw(st.integers(1, len(panel) - 1))
    id = f"{OVER}.{data.draw(st.sampled_from(COLUMNS))}"
    panel[at] = raised(panel[at], id, 7)
    (finding,) = gd.check_panel(panel, rules=FIGURES)
    assert (finding.code, finding.difference) == ("P801", -7)
    assert finding.reports[1].cells == (id,)


@given(st.lists(reports("2021"), min_size=1, max_size=3), st.data())
def test_a_parent_that_is_the_sum_finds_nothing_and_one_changed_cell_one_thing(made, data):
    towns = [of(report, name, 2022) for name, report in zip(TOWNS, made, strict=False)]
    county, children = summed(COUNTY, towns), {COUNTY: TOWNS[: len(towns)]}
    assert gd.check_panel([*towns, county], children=children, rules=FIGURES) == ()
    id = data.draw(st.sampled_from(COUNTS))
    (finding,) = gd.check_panel([raised(county, id), *towns], children=children, rules=FIGURES)
    assert (finding.id, finding.difference) == (f"P803.{COUNTY}.2022.{id}", 1)


@given(st.lists(reports(empty=["blank", "missing"]), max_size=5), st.data())
def test_the_order_of_reports_does_not_matter(made, data):
    issuers = st.sampled_from(["甲局", "乙局", COUNTY, None])
    panel = [
        of(one, data.draw(issuers), data.draw(st.sampled_from([2021, 2022, 2024])), source=None) for one in made
    ]
    children = {COUNTY: ["甲局", "乙局"]}
    shuffled = data.draw(st.permutations(panel))
    assert gd.check_panel(iter(shuffled), children=children) == gd.check_panel(panel, children=children)


def test_the_order_of_reports_does_not_matter_if_they_differ_in_a_text_alone(report):
    overview, *others = report.sections
    texts = ("甲" * 300, "乙" * 300)
    one, other = (evolve(report, sections=(evolve(overview, text=text), *others)) for text in texts)
    for members in ([one, other], [other, one]):
        (filings,) = panel_of(members, {}).filings.values()
        assert [member.prose[0].text for member in filings[report.year].members] == sorted(texts)


# --- Time -------------------------------------------------------------------------------------------------


def many(count):
    """Small reports of five years each, with a text that half of the offices have copied."""
    section = gd.Section(number=1, heading="", text="", location=gd.Location(1, 1))
    for number in range(count):
        office, year = divmod(number, 5)
        roll = Random(office // 2)
        words = ["".join(chr(roll.randrange(0x4E00, 0x9000)) for _ in range(12)) for _ in range(12)]
        text = "，".join(words) + "。"
        yield of(full(), f"第{office}局", 2021 + year, sections=(evolve(section, text=text),))


def seconds(panel):
    gc.collect()
    gc.disable()
    start = process_time()
    found = gd.check_panel(panel)
    taken = process_time() - start
    gc.enable()
    return taken, found


@pytest.mark.thorough
@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.thorough)])
def test_so_many_reports_take_about_four_times_as_long_as_a_quarter_of_them(count):
    few, _ = seconds(list(many(count // 4)))
    lots, found = seconds(list(many(count)))
    assert lots < 8 * few, "the square of it would take sixteen times as long"
    assert {"P801", "P805"} == {finding.code for finding in found}
