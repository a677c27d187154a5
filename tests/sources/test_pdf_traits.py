"""What stands on the pages of a PDF: files are written by hand, each with a trait, and read as a person sees them."""

import pytest

import gov_disclosure as gd
from gov_disclosure.model.places import Place
from helpers.converters.reports import truth_of
from helpers.pdf_files import HEIGHT, WIDTH, drawn, line, pdf, picture, rect, text
from helpers.second_renderer.form import make

pytest.importorskip("pypdfium2")

MADE = make("2021", "sums", 5)
TRUTH = truth_of(MADE)
PAGES, SLOTS = drawn(MADE)
ID = "proactive.rules.issued"
SLOT = next(slot for slot in SLOTS if slot.is_value)
X, Y = SLOT.start


def states(report):
    return {id: (cell.state, cell.value) for id, cell in report.cells.items()}


def read(*more, pages=PAGES, **options):
    """The report with more drawn on its first page."""
    return gd.read(pdf([[*pages[0], *more], *pages[1:]], **options))


def without_number():
    """The pages without the first number."""
    number = text(X, Y, SLOT.said, 8)
    assert number in PAGES[0]
    return [[one for one in PAGES[0] if one != number], *PAGES[1:]]


WHOLE = {id: (cell.state, cell.value) for id, cell in TRUTH.items()}


def is_as_drawn(report):
    return states(report) == WHOLE


def loses_the_number(report):
    """Whether the first number alone is unreadable."""
    found = states(report)
    return found == {**WHOLE, ID: found[ID]} and found[ID][0] is gd.State.UNREADABLE


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("mode", ["sums", "distinct", "gaps"])
def test_a_ruled_table_is_read_cell_by_cell(edition, mode):
    made = make(edition, mode, 11)
    report = gd.read(pdf(drawn(made)[0]))
    assert states(report) == {id: (cell.state, cell.value) for id, cell in truth_of(made).items()}
    assert report.title == made.title
    assert [section.heading for section in report.sections] == [
        part for part in made.parts if isinstance(part, str) and part[1:2] == "、"
    ]


def test_cells_have_their_place_on_the_page():
    cell = read().cells[ID]
    assert cell.location.place == Place(
        page=1, box=tuple(round(edge) for edge in (SLOT.left, SLOT.top, SLOT.right, SLOT.bottom))
    )


# --- What is not seen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hidden",
    [
        text(X + 20, Y, "7", 8, mode=3, font="H"),
        text(X + 20, Y, "7", 8, color="1 g", font="H"),
        text(X + 20, Y, "7", 8, color="0.999 1 1 rg", font="H"),
        text(-50, Y, "7", 8),
        text(WIDTH + 30, Y, "7", 8),
        f"q 0 0 10 10 re W n {text(X + 20, Y, '7', 8)} Q",
        text(X + 20, Y, "7", 8, font="H") + rect(X + 18, Y - 8, X + 30, Y + 2, "1 g"),
        text(200, 500, "7", 0, font="H"),
    ],
    ids=["render mode", "white", "nearly white", "left of the page", "right of it", "cut away", "covered", "no size"],
)  # fmt: skip
def test_what_nobody_sees_is_not_there(hidden):
    assert is_as_drawn(read(hidden))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_what_nobody_sees_of_a_page_that_is_turned_is_not_there(angle):
    white = text(X + 20, Y, "7", 8, color="1 g", font="H")
    dark = rect(SLOT.left + 1, SLOT.top + 1, SLOT.right - 1, SLOT.bottom - 1, "0.1 0.2 0.4 rg")
    seen = text(X, Y, SLOT.said, 8, color="1 g", font="H")
    assert is_as_drawn(read(white, page=f"/Rotate {angle}"))
    assert is_as_drawn(read(dark, seen, pages=without_number(), page=f"/Rotate {angle}"))


@pytest.mark.parametrize("turn", ["0 1 -1 0 842 0", "0 -1 1 0 0 595"])
def test_what_nobody_sees_of_a_table_on_its_side_is_not_there(turn):
    white = text(X + 20, Y, "7", 8, color="1 g", font="H")
    dark = rect(SLOT.left + 1, SLOT.top + 1, SLOT.right - 1, SLOT.bottom - 1, "0.1 0.2 0.4 rg")
    seen = text(X, Y, SLOT.said, 8, color="1 g", font="H")
    box = "/MediaBox [0 0 842 595]"
    for pages in ([[*PAGES[0], white], *PAGES[1:]], [[*without_number()[0], dark, seen], *PAGES[1:]]):
        assert is_as_drawn(gd.read(pdf([[f"q {turn} cm", *page, "Q"] for page in pages], page=box)))


def test_a_number_that_is_painted_over_is_the_one_on_top():
    pages = without_number()
    first = text(X, Y, "999", 8, font="H"), rect(X - 1, Y - 8, X + 40, Y + 2, "1 g")
    assert is_as_drawn(read(*first, text(X, Y, SLOT.said, 8, font="H"), pages=pages))
    assert states(read(*first, pages=pages)) == {**WHOLE, ID: (gd.State.BLANK, None)}


def changed(said):
    """A number with the first and the last digit of another, and others between."""
    return f"{said[0]}55{said[-1]}"


HIDDEN = {
    "render mode": lambda said: text(X, Y, said, 8, mode=3, font="H"),
    "white": lambda said: text(X, Y, said, 8, color="1 g", font="H"),
    "painted over": lambda said: text(X, Y, said, 8, font="H") + rect(X - 1, Y - 8, X + 40, Y + 2, "1 g"),
    "in a run of more": lambda said: text(X, Y, f"{said} 7", 8, font="H") + rect(X - 1, Y - 8, X + 40, Y + 2, "1 g"),
}  # fmt: skip


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("change", [str, changed], ids=["the same", "another"])
def test_a_number_over_one_that_nobody_sees_has_all_its_digits(hide, change):
    """PDFium gives of two characters that are the same at one place the first alone."""
    report = read(hide(change(SLOT.said)), text(X, Y, SLOT.said, 8, font="H"), pages=without_number())
    assert is_as_drawn(report)


def test_a_number_over_a_part_of_a_text_that_is_seen_elsewhere_is_unreadable():
    below = f"{changed(SLOT.said)}{' ' * 60}旁"
    covered = rect(X - 1, Y - 8, X + 40, Y + 2, "1 g")
    report = read(text(X, Y, below, 8), covered, text(X, Y, f"{SLOT.said}7", 8), pages=without_number())
    assert report.cells[ID].state is gd.State.UNREADABLE


def test_white_text_on_a_dark_ground_is_seen():
    dark = rect(SLOT.left + 1, SLOT.top + 1, SLOT.right - 1, SLOT.bottom - 1, "0.1 0.2 0.4 rg")
    assert is_as_drawn(read(dark, text(X, Y, SLOT.said, 8, color="1 g", font="H"), pages=without_number()))


@pytest.mark.parametrize("is_on", [True, False])
def test_a_layer_that_is_switched_off_is_not_there(is_on):
    off = "" if is_on else "6 0 R"
    layers = f"/OCProperties << /OCGs [6 0 R] /D << /Order [6 0 R] /OFF [{off}] >> >>"
    number = f"/OC /L BDC {text(X, Y, SLOT.said, 8, font='H')} EMC"
    report = read(number, pages=without_number(), catalog=layers, extra=["<< /Type /OCG /Name (x) >>"])
    assert states(report) == {**WHOLE, ID: WHOLE[ID] if is_on else (gd.State.BLANK, None)}


@pytest.mark.parametrize("angle", [(0.7, 0.7, -0.7, 0.7), (0.87, 0.5, -0.5, 0.87)])
def test_a_watermark_is_no_text(angle):
    marks = [
        text(60 + 100 * number, 300 + 90 * number, "样稿2023", 40, color="0.85 g", turned=angle)
        for number in range(4)
    ]
    assert is_as_drawn(read(*marks))
    assert is_as_drawn(read(text(100, SLOT.bottom, "内部资料2023", 40, color="0.8 g")))


# --- What is seen and is no number ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        line(X - 1, Y - 3, X + 16, Y - 3),
        rect(X - 1, Y - 3.2, X + 16, Y - 2.8),
        line(X - 1, Y + 1, X + 16, Y - 7),
        f"0 G {X - 1} {HEIGHT - Y + 3} m {X + 4} {HEIGHT - Y + 4} {X + 10} {HEIGHT - Y + 2} {X + 16} {HEIGHT - Y + 3} c S",
        text(X + 1, Y, "8", 8, font="H"),
        picture(X + 20, Y - 8, X + 40, Y + 2),
    ],
    ids=[
        "struck",
        "struck by a bar",
        "struck slantwise",
        "struck by a curve",
        "written over",
        "a picture beside",
    ],
)
def test_a_number_that_is_struck_or_written_over_is_unreadable(mark):
    assert loses_the_number(read(mark))


@pytest.mark.parametrize(
    "mark", ["/Span << /ActualText (99) >>", "/P << /MCID 0 /ActualText (99) >>", "/Span /L"]
)
def test_a_number_in_whose_place_the_file_says_another_is_unreadable(mark):
    number = text(X, Y, SLOT.said, 8, font="H")
    said = ["<< /ActualText (99) >>"]
    assert loses_the_number(read(f"{mark} BDC {number} EMC", pages=without_number(), extra=said))
    tagged = f"/P << /MCID 0 /Lang (zh) >> BDC {number} EMC"
    assert is_as_drawn(read(tagged, pages=without_number()))


def test_a_line_below_a_number_does_not_strike_it():
    assert is_as_drawn(read(line(X - 1, Y + 1.2, X + 16, Y + 1.2)))


def test_a_raised_mark_of_a_note_is_no_digit():
    assert is_as_drawn(read(text(X + 12.2, Y - 3, "1", 5)))


def test_a_number_printed_twice_is_printed_once():
    assert is_as_drawn(read(text(X + 0.3, Y, SLOT.said, 8)))


def test_a_number_over_the_edge_of_its_cell_is_unreadable():
    pages = without_number()
    said = read(text(SLOT.right - 10, Y, "12345", 8), pages=pages)
    assert said.cells[ID].value is None
    assert said.cells["proactive.rules.repealed"].value is None


def test_two_numbers_in_a_cell_are_none():
    assert read(text(X + 15, Y, "5", 8)).cells[ID].state is gd.State.UNREADABLE


@pytest.mark.parametrize("kind", ["StrikeOut", "FreeText", "Stamp", "Redact"])
def test_what_a_reader_has_struck_or_written_over_is_unreadable(kind):
    edges = [X - 1, HEIGHT - Y - 2, X + 16, HEIGHT - Y + 8]
    box = " ".join(map(str, edges))
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [{box}] /Contents (9) /DA (/H 8 Tf) >>"
    assert loses_the_number(read(first="/Annots [6 0 R]", extra=[note]))
    assert is_as_drawn(read(first="/Annots [6 0 R]", extra=[note.replace(f"/{kind}", "/Link")]))


@pytest.mark.parametrize("kind", ["Square", "Circle"])
def test_a_filled_shape_that_a_reader_has_put_over_a_number_covers_it(kind):
    box = " ".join(map(str, [X - 1, HEIGHT - Y - 2, X + 16, HEIGHT - Y + 8]))
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [{box}] /IC [0 0 0] >>"
    assert loses_the_number(read(first="/Annots [6 0 R]", extra=[note]))
    assert is_as_drawn(read(first="/Annots [6 0 R]", extra=[note.replace("/IC [0 0 0]", "/C [1 0 0]")]))


# --- How pages lie --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_turned_is_read_upright(angle):
    assert is_as_drawn(gd.read(pdf(PAGES, page=f"/Rotate {angle}")))


@pytest.mark.parametrize("turn", ["0 1 -1 0 842 0", "0 -1 1 0 0 595", "-1 0 0 -1 595 842"])
def test_a_table_that_lies_on_its_side_is_read_as_if_the_page_were_turned(turn):
    pages = [[f"q {turn} cm", *page, "Q"] for page in PAGES]
    box = "" if turn.startswith("-1") else "/MediaBox [0 0 842 595]"
    assert is_as_drawn(gd.read(pdf(pages, page=box)))


def test_a_page_whose_box_begins_elsewhere_has_its_places_from_its_own_corner():
    shifted = [["q 1 0 0 1 300 -200 cm", *page, "Q"] for page in PAGES]
    report = gd.read(pdf(shifted, page="/MediaBox [300 -200 895 642]"))
    assert is_as_drawn(report)
    assert report.cells[ID].location.place == read().cells[ID].location.place


def test_labels_in_radicals_are_those_in_characters():
    def in_radicals(drawn):
        for one, other in (("一", "⼀"), ("行", "⾏"), ("人", "⼈"), ("长", "⻓"), ("文", "⽂")):
            drawn = drawn.replace(one.encode("utf-16-be").hex(), other.encode("utf-16-be").hex())
        return drawn

    pages = [[in_radicals(one) for one in page] for page in PAGES]
    assert pages != PAGES
    report = gd.read(pdf(pages))
    assert states(report) == WHOLE
    assert "行" in "".join(section.text for section in report.sections)


def test_running_heads_and_numbers_of_pages_are_no_text():
    pages = [
        [*page, text(200, 30, "柳渡县水务局年度报告", 8), text(290, 820, f"第{number}页 共{len(PAGES)}页", 8)]
        for number, page in enumerate(PAGES, 1)
    ]
    report = gd.read(pdf(pages))
    assert states(report) == WHOLE
    assert all("页" not in section.text for section in report.sections)


# --- What can't be read ---------------------------------------------------------------------------------------


SCAN = [picture(0, 0, WIDTH, HEIGHT)]


def test_a_scan_is_named_with_its_pages():
    with pytest.raises(gd.FileFormatError, match="pages 1-2 are pictures"):
        gd.read(pdf([SCAN, SCAN]))


def test_the_invisible_text_of_a_scan_is_not_read():
    unseen = [one.replace(" 0 Tr ", " 3 Tr ") for one in PAGES[0]]
    with pytest.raises(gd.FileFormatError, match="scan"):
        gd.read(pdf([[*SCAN, *unseen]]))
    with pytest.raises(gd.FileFormatError, match="scan"):
        gd.read(pdf([[*PAGES[0], *SCAN]]))


def test_a_page_that_is_a_picture_is_named_in_a_notice():
    report = gd.read(pdf([PAGES[0], SCAN, *PAGES[1:]]))
    [found] = [one for one in report.issues if one.code == "D113"]
    assert "2" in found.message.en
    assert gd.read(pdf([[picture(100, 700, 500, 830), *PAGES[0]], *PAGES[1:]])).issues != read().issues


UNMAPPED = (
    "/U << /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType2 /BaseFont /AAAAAA+X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+X /Flags 4 /FontBBox [0 0 1000 1000] "
    "/ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >> >>] >>"
)


def test_text_whose_font_does_not_say_what_it_means_is_refused_by_name():
    pages = [[one.replace("/F ", "/U ") for one in page] for page in PAGES]
    with pytest.raises(gd.FileFormatError, match="fonts do not say"):
        gd.read(pdf(pages, fonts=UNMAPPED))
    report = gd.read(pdf([PAGES[0], pages[1]], fonts=UNMAPPED))
    assert [one.code for one in report.issues if one.code == "D114"] == ["D114"]
    own = read()
    assert all(cell == own.cells[id] for id, cell in report.cells.items() if cell.value is not None)


def test_a_number_whose_font_does_not_say_what_it_means_is_unreadable():
    number = text(X, Y, SLOT.said, 8).replace("/F ", "/U ")
    assert loses_the_number(read(number, pages=without_number(), fonts=UNMAPPED))


@pytest.mark.parametrize("pages", [PAGES, [[]]], ids=["a report", "an empty page"])
def test_a_password_is_asked_for_by_name_and_an_empty_one_opens(pages):
    with pytest.raises(gd.FileFormatError, match="locked with a password"):
        gd.read(pdf(pages, password="x"))
    if pages is PAGES:
        assert is_as_drawn(gd.read(pdf(pages, password="")))


def test_a_file_without_text_is_no_report():
    with pytest.raises(gd.NotAReportError):
        gd.read(pdf([[]]))


def test_a_title_that_fills_its_line_does_not_go_on_in_a_heading_of_smaller_type():
    title = "石桥街道办事处2020年政府信息公开工作年度报告"
    lines = [text(60, 80, title, 18), text(60, 112, "一、总体情况", 14), text(60, 132, "一切照常。", 12)]
    report = gd.read(pdf([lines]))
    assert report.title == title
    assert [section.heading for section in report.sections] == ["一、总体情况"]
