"""Rendering: what each layout looks like, and that reading it again gives the same cells."""

import re
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

import gov_disclosure as gd
from gov_disclosure.form.fields import Kind, rows
from gov_disclosure.form.labels import heading_label
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.layouts.width import broken, display_width
from gov_disclosure.writing.rendering.grid import grid_of
from helpers.reports import REPORTS, ROOT, read_all, source

L = gd.Layout
TABLES = ("proactive", "requests", "disputes")
EDITIONS = ("2019", "2021")
RENDERED = ROOT / "tests" / "rendered"


def cells(report: gd.Report) -> dict[str, tuple[object, gd.State]]:
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


def reread(report: gd.Report, layout: gd.Layout) -> gd.Report:
    return gd.parse(gd.render(report, layout))


def wrong(report: gd.Report, layout: gd.Layout) -> dict[str, object]:
    """The numbers that reading a rendered report gives and the report does not have."""
    try:
        again = reread(report, layout)
    except gd.NotAReportError:
        return {}
    return {
        id: cell.value
        for id, cell in again.cells.items()
        if cell.value is not None and (id not in report.cells or cell.value != report.cells[id].value)
    }


def with_cells(report: gd.Report, *changed: gd.Cell) -> gd.Report:
    return evolve(report, cells={**report.cells, **{cell.id: cell for cell in changed}})


def with_row(report: gd.Report, row: str, **facts: object) -> gd.Report:
    found = [gd.Cell(id=field.id, **facts) for field in rows(report.edition)[row]]
    return with_cells(report, *found)


# --- Laws -------------------------------------------------------------------------------------------------

COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 10**6))
BLANK = {"state": gd.State.BLANK}
SIGNS = st.sampled_from(["/", "-", "—", "无", ""]).map(
    lambda raw: {"state": gd.State.NOT_APPLICABLE, "raw": raw}
)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["约5件", "1.5", "012", "5", "3 4", "12345 678", "0\t0\n0", "1|2", "规章", "一", "---", "无数据"]
    ),
    st.sampled_from([w for words in terminals("requests").values() for w in words]),
).map(lambda raw: {"state": gd.State.UNREADABLE, "raw": raw})


@st.composite
def full_reports(draw: st.DrawFn) -> gd.Report:
    """A report with a number in every cell; the rows of tables three and four add up."""
    report = gd.blank_form(draw(st.sampled_from(EDITIONS)))
    found: list[gd.Cell] = []
    for fields in rows(report.edition).values():
        values: list[int | Decimal] = [draw(COUNTS) for _ in fields]
        for index, field in enumerate(fields):
            if field.column == "total" and field.table != "proactive":
                values[index] = sum(values[:index])
            elif field.kind is Kind.CHANGE:
                values[index] *= draw(st.sampled_from([1, -1]))
            elif field.kind is Kind.AMOUNT:
                values[index] = Decimal(values[index]).scaleb(-draw(st.integers(0, 6)))
        found += [
            gd.Cell(id=field.id, state=gd.State.REPORTED, value=value)
            for field, value in zip(fields, values, strict=True)
        ]
    return with_cells(report, *found)


@st.composite
def changed_reports(draw: st.DrawFn, *facts: st.SearchStrategy) -> gd.Report:
    """A full report in some cells of which something else stands."""
    report = draw(full_reports())
    ids = draw(st.sets(st.sampled_from(list(report.cells)), max_size=60))
    return with_cells(report, *(gd.Cell(id=id, **draw(st.one_of(*facts))) for id in sorted(ids)))


@given(full_reports(), st.sampled_from(L))
def test_a_full_report_read_again_has_the_same_cells(report, layout):
    assert cells(reread(report, layout)) == cells(report)


# Rows of two columns: the reader does not yet trust the place of an empty cell in them.
TWO_COLUMNS = ("proactive.fees", "proactive.procurement")


@given(changed_reports(st.just(BLANK), SIGNS), st.sampled_from([layout for layout in L if layout.keeps_blanks]))
def test_where_blanks_keep_their_place_the_cells_are_the_same(report, layout):
    again = cells(reread(report, layout))
    for id, found in cells(report).items():
        refused = id.startswith(TWO_COLUMNS) and again[id] == (None, gd.State.UNREADABLE)
        assert again[id] == found or refused


@given(changed_reports(st.just(BLANK), SIGNS, TEXTS), st.sampled_from(L))
def test_whatever_stands_in_cells_no_layout_gives_a_wrong_number(report, layout):
    assert wrong(report, layout) == {}


@given(changed_reports(st.just(BLANK), TEXTS), st.data())
def test_whatever_rows_are_left_out_no_layout_gives_a_wrong_number(report, data):
    lost = data.draw(
        st.sets(st.sampled_from([row for row in rows(report.edition) if row[0] != "d"]), max_size=20)
    )
    for row in sorted(lost):
        report = with_row(report, row, state=gd.State.MISSING)
    assert wrong(report, data.draw(st.sampled_from(L))) == {}


# --- Reports of the project -------------------------------------------------------------------------------


EXAMPLES = sorted(path.stem for path in REPORTS.glob("*.txt"))


@cache
def example_reread(name: str, layout: gd.Layout) -> gd.Report:
    return reread(read_all()[name], layout)


@pytest.mark.parametrize("layout", L)
def test_examples_read_again_have_the_same_cells(layout):
    for name in EXAMPLES:
        assert cells(example_reread(name, layout)) == cells(read_all()[name]), name


@pytest.mark.thorough
@pytest.mark.parametrize("layout", L)
def test_examples_read_again_have_the_same_front_and_prose(layout):
    for name in EXAMPLES:
        report, again = read_all()[name], example_reread(name, layout)
        assert (again.title, again.issuer, again.year) == (report.title, report.issuer, report.year)
        assert again.preamble.split() == report.preamble.split()
        assert [s.heading for s in again.sections] == [s.heading for s in report.sections]
        for one, other in zip(report.sections, again.sections, strict=True):
            # Prose of a page is broken, with running heads and numbers of pages in between.
            prose = one.number not in (2, 3, 4) and layout is not L.PDF
            assert not prose or one.text.split() == other.text.split()


# Its table three has four of the seven columns.
IN_PART = "mineru-empty-columns-gone"


@pytest.mark.thorough
@pytest.mark.parametrize("layout", L)
def test_no_report_of_the_project_gives_a_wrong_number(layout, reports):
    # Those of the examples give the same cells in every layout.
    for name in sorted(reports.keys() - set(EXAMPLES)):
        if name != IN_PART or layout.keeps_columns:
            assert wrong(reports[name], layout) == {}, name


@pytest.mark.parametrize("layout", L)
def test_a_report_whose_tables_lack_columns_is_written_where_the_others_keep_their_places(layout, reports):
    report = reports[IN_PART]
    if layout.keeps_columns:
        assert cells(reread(report, layout)) == cells(report)
    else:
        with pytest.raises(gd.RenderError, match="lacks columns"):
            gd.render(report, layout)


APPLICANTS = [field.column for field in rows("2021")["requests.new_received"]]


@given(
    full_reports(),
    st.sets(st.sampled_from(APPLICANTS), max_size=len(APPLICANTS) - 1),
    st.sets(st.sampled_from(["issued", "repealed", "in_force", "made", "change"]), max_size=2),
    st.sampled_from([layout for layout in L if layout.keeps_columns]),
)
def test_whatever_columns_are_lacking_the_cells_are_the_same(report, applicants, others, layout):
    lacking = [
        field.id
        for field in gd.form_fields(report.edition)
        if field.column in (applicants if field.table == "requests" else others)
        # The two rows of one column more would be those of the other edition, or none.
        and not (field.table == "proactive" and len(rows(report.edition)[field.key]) < 3)
        and field.table != "disputes"
    ]
    report = with_cells(report, *(gd.Cell(id=id, state=gd.State.MISSING) for id in lacking))
    assert cells(reread(report, layout)) == cells(report)


@pytest.mark.parametrize("layout", [layout for layout in L if layout.keeps_columns])
def test_a_column_that_is_not_there_cannot_be_told_beside_blank_ends(layout, report):
    changed = [
        gd.Cell(id=field.id, state=gd.State.MISSING if field.column == "other_organization" else gd.State.BLANK)
        for field in gd.form_fields(report.edition)
        if field.table == "requests" and field.column in ("other_organization", "total")
    ]
    with pytest.raises(gd.RenderError, match="lacks columns"):
        gd.render(with_cells(report, *changed), layout)


def test_each_block_is_written_in_its_own_edition(reports):
    text = gd.render(reports["mixed-editions"], L.ROWS)
    assert "本年新制作数量" in text
    assert "本年处理决定数量" in text
    assert cells(reread(reports["mixed-editions"], L.ROWS)) == cells(reports["mixed-editions"])


# --- The blank form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_blank_form_has_every_cell_and_every_heading(edition):
    form = gd.blank_form(edition)
    assert list(form.cells) == [field.id for field in gd.form_fields(edition)]
    assert {cell.state for cell in form.cells.values()} == {gd.State.BLANK}
    assert [section.heading for section in form.sections] == [heading_label(number) for number in range(1, 7)]
    assert gd.from_json(gd.to_json(form)) == form


def test_there_is_no_blank_form_of_another_edition():
    with pytest.raises(ValueError, match="2014"):
        gd.blank_form("2014")


# （六）其他处理 of 2019 without a number looks like the group of 2021.
OTHER = "requests.results.other."


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", L)
def test_a_blank_form_read_again_is_blank_where_blanks_are_kept_and_never_zero(edition, layout):
    found = cells(reread(gd.blank_form(edition), layout))
    assert all(value is None for value, _ in found.values())
    if layout.keeps_blanks:
        kept = {id for id in found if not id.startswith(OTHER) and (layout.keeps_empty_rows or id[0] != "d")}
        assert {found[id][1] for id in kept} == {gd.State.BLANK}


# --- What is written --------------------------------------------------------------------------------------


def written(report: gd.Report, id: str) -> str:
    """The text of a cell."""
    field = next(field for field in gd.form_fields(report.edition) if field.id == id)
    fields = rows(report.edition)[field.key]
    line = next(line for line in gd.render(report, L.ROWS).splitlines() if line.startswith(LABELS[field.key]))
    return line.split("\t")[1 + fields.index(field)]


LABELS = {"proactive.rules": "规章", "proactive.licensing": "行政许可", "proactive.fees": "行政事业性收费",
          "proactive.procurement": "政府集中采购", "proactive.compulsion": "行政强制"}  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "id", "facts", "text"),
    [
        ("2021", "proactive.rules.issued", {"value": 1234567}, "1234567"),
        ("2021", "proactive.rules.issued", {"value": 5, "unit": "件"}, "5件"),
        ("2019", "proactive.licensing.change", {"value": -8}, "-8"),
        ("2021", "proactive.fees.amount", {"value": Decimal("18.8710")}, "18.8710"),
        ("2021", "proactive.fees.amount", {"value": Decimal("1E+3")}, "1000"),
        ("2021", "proactive.fees.amount", {"value": Decimal("2.5"), "unit": "万元"}, "2.5"),
        ("2021", "proactive.fees.amount", {"value": Decimal("25000"), "unit": "元"}, "25000元"),
        ("2019", "proactive.procurement.amount", {"value": Decimal("2.5"), "unit": "万元"}, "2.5万元"),
        ("2021", "proactive.rules.issued", BLANK, ""),
        ("2021", "proactive.rules.issued", {"state": gd.State.NOT_APPLICABLE, "raw": " — "}, "—"),
        ("2021", "proactive.rules.issued", {"state": gd.State.NOT_APPLICABLE}, "/"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "约5\n件"}, "约5 件"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "1.5"}, "1.5"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "5"}, "？5"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": ""}, "？"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "行政许可"}, "？行政许可"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "1|2"}, "1¦2"),
        ("2021", "proactive.rules.issued", {"state": gd.State.UNREADABLE, "raw": "-----"}, "？-----"),
    ],
)  # fmt: skip
def test_what_a_cell_says_is_written_plainly(edition, id, facts, text):
    cell = gd.Cell(id=id, **{"state": gd.State.REPORTED, **facts})
    assert written(with_cells(gd.blank_form(edition), cell), id) == text


def test_a_long_text_is_cut(report):
    text = written(
        with_cells(
            report, gd.Cell(id="proactive.compulsion.decisions", state=gd.State.UNREADABLE, raw="长" * 999)
        ),
        "proactive.compulsion.decisions",
    )
    assert text == "长" * 120 + "…"


def test_the_text_of_a_row_that_could_not_be_read_stands_there_once(report):
    place = gd.Location(7, 1)
    raw = "规章 0 0"
    unread = with_row(report, "proactive.rules", state=gd.State.UNREADABLE, raw=raw, location=place)
    assert "规章\t规章 0 0\t\t\n" in gd.render(unread, L.ROWS)
    each = [
        gd.Cell(id=field.id, state=gd.State.UNREADABLE, raw="无数据", location=gd.Location(7, column))
        for column, field in enumerate(rows(report.edition)["proactive.rules"], 3)
    ]
    assert "规章\t无数据\t无数据\t无数据\n" in gd.render(with_cells(report, *each), L.ROWS)


@pytest.mark.parametrize("layout", [layout for layout in L if layout.parts_by_spaces])
def test_where_spaces_part_cells_none_stands_in_a_value(layout, report):
    unread = gd.Cell(id="proactive.rules.issued", state=gd.State.UNREADABLE, raw="3 4")
    assert "3␣4" in gd.render(with_cells(report, unread), layout)


# --- What is left out -------------------------------------------------------------------------------------

STATE_SECRET = "requests.results.denied.state_secret"


def test_a_row_that_is_missing_is_left_out_and_its_group_stays(report):
    text = gd.render(with_row(report, STATE_SECRET, state=gd.State.MISSING), L.ROWS)
    assert "1.属于国家秘密" not in text
    assert "\t（三）不予公开\t2.其他法律行政法规禁止公开\t" in text


def test_a_group_without_rows_is_left_out(report):
    for row in rows(report.edition):
        if row.startswith("requests.results.denied."):
            report = with_row(report, row, state=gd.State.MISSING)
    assert "（三）不予公开" not in gd.render(report)


def test_an_article_without_rows_is_left_out(report):
    text = gd.render(with_row(report, "proactive.fees", state=gd.State.MISSING))
    assert "第二十条第（八）项" not in text


def test_a_table_that_is_missing_leaves_its_heading(report):
    for row in rows(report.edition):
        if row.startswith("disputes."):
            report = with_row(report, row, state=gd.State.MISSING)
    assert "四、政府信息公开行政复议、行政诉讼情况\n五、" in gd.render(report, L.ROWS)


def test_a_section_that_is_missing_leaves_its_table(report):
    without = evolve(report, sections=tuple(s for s in report.sections if s.number not in (2, 5)))
    text = gd.render(without, L.ROWS)
    assert heading_label(2) not in text
    assert heading_label(5) not in text
    assert "规章\t0\t0\t0\n" in text


def test_a_report_of_nothing_is_an_empty_document(report):
    empty = evolve(report, title=None, preamble="", sections=(), cells={})
    assert {gd.render(empty, layout) for layout in L if layout not in (L.HTML, L.DOCBOOK, L.PDF)} == {""}


@pytest.mark.parametrize("row", [STATE_SECRET, "disputes.litigation_direct"])
def test_a_row_that_is_there_in_part_is_refused(row, report):
    lost = gd.Cell(id=rows(report.edition)[row][-1].id, state=gd.State.MISSING)
    with pytest.raises(gd.RenderError, match="in part"):
        gd.render(with_cells(report, lost))


@pytest.mark.parametrize("row", ["proactive.rules", "requests.results.other.total"])
def test_a_row_in_two_editions_is_refused(row, report):
    both = [gd.Cell(id=field.id, state=gd.State.BLANK) for field in rows(gd.Edition.FORM_2019)[row]]
    with pytest.raises(gd.RenderError, match="two editions"):
        gd.render(with_cells(report, *both))


def test_a_unit_of_no_form_is_refused(report):
    cell = gd.Cell(id="proactive.fees.amount", state=gd.State.REPORTED, value=Decimal(1), unit="0")
    with pytest.raises(gd.RenderError, match="no unit"):
        gd.render(with_cells(report, cell))


def test_there_is_no_other_layout(report):
    with pytest.raises(ValueError, match="docx"):
        gd.render(report, "docx")


# --- What other tools make of it --------------------------------------------------------------------------

Spans = list[list[tuple[str, int, int]]]


def spans(report: gd.Report) -> list[Spans]:
    """The cells of each table that begin in each row: text, columns, rows."""
    grids = [grid for table in TABLES if (grid := grid_of(table, report))]
    return [
        [[(cell.text, cell.colspan, cell.rowspan) for cell in row if cell.is_own] for row in grid.rows]
        for grid in grids
    ]


class Tables(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: list[Spans] = []
        self.cell: tuple[int, int] | None = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            found = dict(attrs)
            self.tables[-1][-1].append(("", int(found.get("colspan", 1)), int(found.get("rowspan", 1))))
            self.cell = (0, 0)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            text, colspan, rowspan = self.tables[-1][-1][-1]
            self.tables[-1][-1][-1] = (text + data, colspan, rowspan)


def examples() -> list[gd.Report]:
    return [gd.read(REPORTS / f"tika-{edition}.txt") for edition in EDITIONS] + list(
        map(gd.blank_form, EDITIONS)
    )


@pytest.mark.parametrize("example", examples())
def test_every_row_of_a_grid_is_as_wide_as_the_table(example):
    for table in TABLES:
        grid = grid_of(table, example)
        assert {sum(cell.colspan for cell in row) for row in grid.rows} == {grid.width}
        assert {len(row) for row in grid.texts()} == {grid.width}
        places = sum(cell.colspan * cell.rowspan for row in grid.rows for cell in row)
        assert places == grid.width * len(grid.rows)


@pytest.mark.parametrize("example", examples())
def test_a_parser_of_html_finds_the_same_spans(example):
    assert Tables(gd.render(example, L.HTML)).tables == spans(example)


def test_html_escapes_what_it_must(report):
    text = "<b> & c"
    unread = gd.Cell(id="proactive.rules.issued", state=gd.State.UNREADABLE, raw=text)
    page = gd.render(evolve(with_cells(report, unread), title=text, preamble=text), L.HTML)
    assert "<b>" not in page
    assert page.count("&lt;b&gt; &amp; c") == 4
    assert Tables(page).tables == spans(with_cells(report, unread))


@pytest.mark.parametrize("example", examples())
def test_a_parser_of_markdown_finds_the_same_grids(example):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(gd.render(example))
    tables: list[list[list[str]]] = []
    for before, token in pairwise(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif before.type in ("td_open", "th_open"):
            tables[-1][-1].append(token.content)
    assert tables == [grid_of(table, example).texts() for table in TABLES]
    headings = [
        token.content for before, token in pairwise(tokens) if before.tag == "h2" and token.type == "inline"
    ]
    assert headings == [section.heading for section in example.sections]


@pytest.mark.parametrize("example", examples())
def test_a_parser_of_restructuredtext_finds_the_same_spans(example):
    found: list[Spans] = []
    tree = publish_doctree(gd.render(example, L.GRID), settings_overrides={"report_level": 5})
    assert not list(tree.findall(nodes.system_message))
    for table in tree.findall(nodes.table):
        found.append([])
        for row in table.findall(nodes.row):
            entries = [entry for entry in row.children if isinstance(entry, nodes.entry)]
            found[-1].append([
                ("".join(entry.astext().split()), entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1)
                for entry in entries
            ])  # fmt: skip
    assert found == spans(example)


@pytest.mark.parametrize("layout", [L.BOX, L.GRID])
@pytest.mark.parametrize("example", examples())
def test_all_lines_of_a_drawn_table_are_equally_wide(example, layout):
    text = gd.render(example, layout)
    tables = re.findall(r"(?:^[┌│├└+|].*\n)+", text, re.MULTILINE)
    assert len(tables) == 3
    for table in tables:
        assert len({display_width(line) for line in table.splitlines()}) == 1


@pytest.mark.parametrize("layout", [L.BOX, L.GRID, L.MULTILINE, L.PDF])
def test_no_number_is_ever_broken(layout, report):
    full = with_row(report, STATE_SECRET, state=gd.State.REPORTED, value=123456789012)
    assert len(re.findall("(?<![0-9])123456789012(?![0-9])", gd.render(full, layout))) == 7


def test_pages_are_numbered_under_a_running_head_and_prose_is_broken(report):
    text = gd.render(report, L.PDF)
    pages = re.split(r"^- \d+ -\n", text, flags=re.MULTILINE)
    assert text.endswith(f"- {len(pages) - 1} -\n")
    assert len(pages) > 3
    assert all(page.startswith(f"{report.title}\n") for page in pages[:-1])
    assert all(display_width(line) <= 76 for line in text.splitlines())
    assert "".join(report.sections[0].text.split()) in "".join(text.split()).replace(f"-1-{report.title}", "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("信息内容", ["信息", "内容"]),
        ("1.属于", ["1.属", "于"]),
        ("123456", ["123456"]),
        ("a b", ["a b"]),
        ("abc de", ["abc", "de"]),
    ],
)
def test_text_is_broken_behind_any_chinese_character_and_inside_no_number(text, lines):
    assert list(broken(text, 4)) == lines


# --- What each layout looks like --------------------------------------------------------------------------


def small_report() -> gd.Report:
    """A report with few rows, in which each state of a cell but ``missing`` stands once."""
    form = gd.blank_form("2021")
    kept = ("proactive.rules", "proactive.normative_documents", "proactive.fees", "requests.new_received",
            "requests.results.granted", STATE_SECRET, "requests.results.denied.process_information",
            "requests.results.total", "requests.carried_forward")  # fmt: skip
    for row in rows(gd.Edition.FORM_2021):
        state = (
            {"value": 0, "state": gd.State.REPORTED}
            if row in kept or row[0] == "d"
            else {"state": gd.State.MISSING}
        )
        form = with_row(form, row, **state)
    said = {
        1: "2021年，青溪区人民政府公开信息300余条。\n没有因公开工作被追究责任的情况。",
        5: "更新不够及时。",
        6: "无。",
    }
    form = with_cells(
        form,
        gd.Cell(id="proactive.rules.issued", state=gd.State.NOT_APPLICABLE, raw="/"),
        gd.Cell(id="proactive.rules.repealed", state=gd.State.BLANK),
        gd.Cell(id="proactive.normative_documents.in_force", state=gd.State.UNREADABLE, raw="约 5 件"),
        gd.Cell(id="proactive.fees.amount", state=gd.State.REPORTED, value=Decimal("190.457379"), unit="万元"),
        gd.Cell(id="requests.new_received.natural_person", state=gd.State.REPORTED, value=12),
        gd.Cell(id="requests.new_received.total", state=gd.State.REPORTED, value=12),
    )
    return evolve(
        form,
        title="青溪区人民政府2021年政府信息公开工作年度报告",
        preamble="本报告根据《中华人民共和国政府信息公开条例》编制。",
        sections=tuple(evolve(section, text=said.get(section.number, "")) for section in form.sections),
    )


@pytest.mark.parametrize("layout", L)
def test_each_layout_looks_as_its_golden(layout):
    """To renew one: write what :func:`gov_disclosure.render` gives for the small report, and look at it."""
    assert gd.render(small_report(), layout) == source(RENDERED / f"{layout}.txt")
