"""Laws that hold for any text, any report in any layout, and any report that has been damaged in one place."""

import io
import re

import pytest
from hypothesis import given, strategies as st

import gov_disclosure as gd
from gov_disclosure import strategies as gs
from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.documents import LAYOUTS, document_of
from gov_disclosure.testing.samples.strangers import sample_strange_document
from helpers.golden import FACTS, drawn, read_golden
from helpers.reports import FIXTURES, read_all, source, texts

NAMES = sorted(texts())
SOURCES = {name: source(path) for name, path in texts().items()}
TRUTHS = {name: report.cells for name, report in read_all().items()}

WORDS = [word for file in ("headings", "proactive", "requests", "disputes", "front", "values")
         for wordings in terminals(file).values() for word in wordings]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["\n", "\n\n", "\t", "|", " | ", "\n\t", "|\n", "0", "12", "３", "（", "）", "：", "…", "\x00"]
    ),
    st.text(max_size=8),
    st.integers(0, 10**6).map(str),
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def parsed(text: str) -> gd.Report | None:
    try:
        return gd.parse(text)
    except gd.NotAReportError:
        return None


@given(TEXTS)
def test_any_text_is_a_report_or_none_and_no_number_is_not_in_it(text):
    report = parsed(text)
    if report is None:
        return
    plain = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}).replace(",", "")
    for cell in report.cells.values():
        assert cell.value is None or str(abs(cell.value)) in plain
        assert cell.raw in text or "\n" in cell.raw


@given(TEXTS)
def test_the_same_text_gives_the_same_report(text):
    assert parsed(text) == parsed(text)


@given(TEXTS)
def test_json_and_csv_give_back_what_any_text_gave(text):
    report = parsed(text)
    if report is None:
        return
    assert gd.from_json(gd.to_json(report)) == report
    file = io.StringIO(newline="")
    gd.to_csv(report, file)
    file.seek(0)
    assert gd.from_csv(file)[0].cells == report.cells


# --- Writings of one label --------------------------------------------------------------------------------

LABELS = sorted({word for file in ("headings", "proactive", "requests", "disputes")
                 for wordings in terminals(file).values() for word in wordings})  # fmt: skip
VARIANTS = {entry[0]: entry for entry in terminals("characters")["CHARACTER"]}
SPOKEN = st.sampled_from(["(bào)", "（tiáo）", "(xiàng）", " ( zǒngtǐ )", "(Lǜ)", "（ɡuī）", "(ma\u0304n)"])
UNSEEN = st.text("\u200b\u200c\u200d\u2060\ufeff\ufe00\u00ad\U000e0100 \u3000\n", max_size=3)
PRIVATE = st.text("\ue000\ue5e5\uf0b7\uf8ff", min_size=1, max_size=2)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A label, and another writing of it."""
    label = draw(st.sampled_from(LABELS))
    parts = []
    for character, following in zip(label, f"{label[1:]}项", strict=True):
        parts += [draw(st.sampled_from(VARIANTS.get(character, character))), draw(UNSEEN)]
        if re.match("[\u4e00-\u9fff]", character):
            parts.append(draw(st.one_of(st.just(""), SPOKEN)))
            parts.append(draw(st.one_of(st.just(""), PRIVATE)) if not following.isdigit() else "")
    return label, "".join(parts)


@given(written())
def test_a_label_is_one_in_any_mix_of_characters_sounds_and_what_is_not_seen(case):
    label, writing = case
    assert fold(writing) == fold(label)


@given(st.text("章项(（)）aA类件0 1.āàɡ\ue000", max_size=12))
def test_no_digit_is_set_aside_and_none_comes_in(text):
    assert re.findall("[0-9]", fold(text)) == re.findall("[0-9]", text)


# --- One damage -------------------------------------------------------------------------------------------

KINDS = ["delete", "double", "lose", "repeat", "split", "glue", "clear", "drop", "insert"]
FURNITURE = ["- 12 -", "第 3 页", "12", "扫一扫在手机打开当前页", "", "\t", "|"]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A report's name and its text, damaged in one place in a way that leaves a trace."""
    name = draw(st.sampled_from(NAMES))
    lines = SOURCES[name].split("\n")
    at = draw(st.integers(0, len(lines) - 2))
    line = lines[at]
    kind = draw(st.sampled_from(KINDS))
    if kind == "delete":
        del lines[at]
    elif kind == "double":
        lines.insert(at, line)
    elif kind in ("lose", "repeat"):
        end = draw(st.integers(at + 1, min(at + 120, len(lines))))
        lines[at:end] = [] if kind == "lose" else lines[at:end] * 2
    elif kind == "split":
        cut = draw(st.integers(0, len(line)))
        lines[at : at + 1] = [line[:cut], line[cut:]]
    elif kind == "glue":
        lines[at : at + 2] = [line + lines[at + 1]]
    elif kind in ("clear", "drop"):
        parts = re.split(r"([\t|])", line)
        part = draw(st.integers(0, len(parts) // 2)) * 2
        parts[part : part + (1 if kind == "clear" else 2)] = [""] if kind == "clear" else []
        lines[at] = "".join(parts)
    else:
        lines.insert(at, draw(st.sampled_from(FURNITURE)))
    return name, "\n".join(lines)


def wrong(name: str, text: str) -> dict[str, tuple[object, object]]:
    """The cells whose number is not the true one."""
    report = parsed(text)
    truth = TRUTHS[name]
    return {} if report is None else {
        id: (cell.value, truth[id].value if id in truth else None)
        for id, cell in report.cells.items()
        if cell.value is not None and (id not in truth or cell.value != truth[id].value)
    }  # fmt: skip


@given(damaged())
def test_a_damage_never_makes_a_wrong_number(case):
    assert wrong(*case) == {}


@pytest.mark.parametrize("every", [16, pytest.param(1, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("name", ["tika-2021", "lines-2021", "rows-2019", "pipes-2021", "pipe-cells-2019"])
def test_losing_any_one_line_costs_a_row_and_its_neighbour_at_most(name, every):
    lines = SOURCES[name].split("\n")
    for at in range(0, len(lines), every):
        text = "\n".join(lines[:at] + lines[at + 1 :])
        assert wrong(name, text) == {}
        report = gd.parse(text)
        lost = {id for id, cell in TRUTHS[name].items() if cell.value is not None} - {
            id for id, cell in report.cells.items() if cell.value is not None
        }
        assert len({id.rpartition(".")[0] for id in lost}) <= 3, lines[at]


# --- Invented reports -------------------------------------------------------------------------------------


def numbers(report: gd.Report | None) -> dict[str, object]:
    """The cells that have a number, by id."""
    cells = report.cells.values() if report else ()
    return {cell.id: cell.value for cell in cells if cell.value is not None}


def states(report: gd.Report) -> dict[str, tuple[object, gd.State]]:
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


@given(gs.reports(), st.sampled_from(LAYOUTS))
def test_a_report_read_again_has_the_same_cells(report, layout):
    assert states(gd.parse(gd.render(report, layout))) == states(report)


@given(gs.reports(empty=gs.EMPTY), gs.layouts())
def test_what_is_read_again_may_be_lost_and_is_never_wrong(report, layout):
    assert numbers(parsed(gd.render(report, layout))).items() <= numbers(report).items()


@given(gs.reports(), st.sampled_from(LAYOUTS), gs.furniture())
def test_the_page_around_a_report_changes_no_cell(report, layout, around):
    text = document_of(report, layout, around, gs.Noise()).text
    assert states(gd.parse(text)) == states(report)


@given(gs.documents())
def test_a_careless_writing_changes_no_number(document):
    read = numbers(gd.parse(document.text))
    assert read == numbers(document.report)
    assert read.items() <= numbers(document.report).items()


@given(gs.documents(empty=gs.EMPTY))
def test_a_careless_writing_around_empty_cells_makes_no_wrong_number(document):
    assert numbers(parsed(document.text)).items() <= numbers(document.report).items()


@given(gs.faulty_reports(), gs.layouts())
def test_what_the_office_got_wrong_is_read_as_it_is_written(faulty, layout):
    read = numbers(gd.parse(gd.render(faulty.written, layout)))
    # Where rows are not marked, sums that hold are what shows the cells of table four to be its row.
    assert read == numbers(faulty.written) or not layout.keeps_blanks
    assert read.items() <= numbers(faulty.written).items()


@given(gs.damaged_documents())
def test_a_damage_that_leaves_a_trace_never_makes_a_wrong_number(damaged):
    if damaged.leaves_trace:
        assert numbers(parsed(damaged.text)).items() <= numbers(damaged.document.report).items()


@given(gs.damaged_documents(empty=gs.EMPTY))
def test_what_is_lost_of_a_damaged_document_has_an_issue(damaged):
    report = parsed(damaged.text)
    if report is not None:
        lost = report.cells.keys() - numbers(report).keys()
        assert lost <= {id for issue in report.issues for id in issue.cells}


@given(gs.damaged_documents(empty=gs.EMPTY))
def test_json_and_csv_give_back_what_a_damaged_document_gave(damaged):
    report = parsed(damaged.text)
    if report is None:
        return
    assert gd.from_json(gd.to_json(report)) == report
    for shape in ("long", "wide"):
        file = io.StringIO(newline="")
        gd.to_csv(report, file, shape=shape)
        file.seek(0)
        again = gd.from_csv(file)[0].cells
        assert {id: (c.value, c.state) for id, c in again.items()} == states(report)


@given(gs.strange_documents())
def test_no_number_of_a_stranger_is_a_cells_and_none_that_it_has_shifted(strange):
    if strange.leaves_trace:
        assert numbers(parsed(strange.text)).items() <= numbers(strange.report).items()


@given(gs.strange_documents())
def test_what_is_lost_of_a_strange_document_has_an_issue(strange):
    report = parsed(strange.text)
    if report is not None:
        lost = report.cells.keys() - numbers(report).keys()
        assert lost <= {id for issue in report.issues for id in issue.cells}


@pytest.mark.parametrize("kind", list(gs.Stranger))
@pytest.mark.parametrize("cases", [20, pytest.param(100, marks=pytest.mark.thorough)])
def test_where_columns_are_marked_a_stranger_costs_its_table_at_most(kind, cases):
    kept = read_alone = 0
    for case in range(cases):
        strange = sample_strange_document(Rolled(f"{kind} {case}"), [kind])
        if strange.layout.keeps_blanks:
            alone, read = numbers(parsed(strange.alone)), numbers(parsed(strange.text))
            other = [id for id in alone if id.partition(".")[0] != strange.table]
            kept += sum(id in read for id in other)
            read_alone += len(other)
    assert kept >= 0.98 * read_alone


@given(gs.reports(empty=gs.EMPTY))
def test_an_invented_report_goes_through_json(report):
    assert gd.from_json(gd.to_json(report)) == report


# --- What the fuzzer found --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((FIXTURES / "found").glob("*.txt")), ids=lambda path: path.stem)
def test_what_once_gave_a_wrong_number_gives_none(path):
    truth = read_golden(path.with_suffix(".cells"))
    report = parsed(source(path))
    for key, cells in (drawn(report) if report else {}).items():
        true = truth.get(key, "").split()
        if key not in FACTS:
            assert all(cell in ".?/_" or cell == true[at] for at, cell in enumerate(cells.split())), key
