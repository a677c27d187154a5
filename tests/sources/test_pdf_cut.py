"""Numbers of a PDF of which a part is not seen, or stands elsewhere: none is read as what is left of it."""

import math

import pytest

import gov_disclosure as gd
from helpers.converters.reports import truth_of
from helpers.pdf_files import HEIGHT, WIDTH, drawn, line, pdf, rect, text
from helpers.second_renderer.form import make

pytest.importorskip("pypdfium2")

MADE = make("2021", "sums", 5)
TRUTH = truth_of(MADE)
WHOLE = {id: (cell.state, cell.value) for id, cell in TRUTH.items()}
PAGES, SLOTS = drawn(MADE)
ID, LAST = "proactive.rules.issued", "proactive.rules.in_force"
SLOT, _, EDGE = [slot for slot in SLOTS if slot.is_value][:3]
X, Y = SLOT.start
GAP = gd.State.UNREADABLE
# How wide a digit of 8 points is in either font, and where the fourth of a number ends.
WIDE = {"F": 4.0, "H": 4.45}


def read(*more, slot=SLOT, **options):
    """The report with other things drawn in the place of a number on its first page."""
    first = [one for one in PAGES[0] if one != text(*slot.start, slot.said, 8)]
    assert len(first) == len(PAGES[0]) - 1
    return gd.read(pdf([[*first, *more], *PAGES[1:]], **options))


def said(*more, id=ID, slot=SLOT, **options):
    """What is read in the place of a number; all others are as they are drawn, or none."""
    report = read(*more, slot=slot, **options)
    cell = report.cells[id]
    for other, one in report.cells.items():
        assert other == id or one.value is None or (one.state, one.value) == WHOLE[other], other
    return cell.state if cell.value is None else cell.value


def digits(*parts, font="F"):
    """Digits one behind the other, each with its size and how far it is raised."""
    at, found = X, []
    for sign, size, up in parts:
        found.append(text(at, Y - up, sign, size, font=font))
        at += WIDE[font] * size / 8
    return found


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ([("3", 10.5, 0), ("7", 9, 0)], 37),
        ([("3", 12, 0), ("7", 10.5, 0)], 37),
        ([("3", 10.5, 0), ("7", 8, 0)], GAP),
        ([("3", 10.5, 0), ("7", 6, 0)], GAP),
        ([("37", 10.5, 0), ("5", 8, 0)], GAP),
        ([("3", 8, 0), ("7", 8, 0.5)], 37),
        ([("3", 8, 0), ("7", 8, 1.1)], GAP),
        ([("3", 8, 0), ("7", 8, -1.1)], GAP),
        ([("3", 8, 0), ("7", 5, -1.5)], GAP),
        ([("3", 8, 0), ("7", 5, 3)], 3),
        ([("3", 8, 0), ("7", 8, 3)], 3),
    ],
)
def test_a_digit_is_a_note_only_where_it_is_plainly_raised(parts, value):
    assert said(*digits(*parts)) == value


@pytest.mark.parametrize("cut", [1, 2, 4, 6, 8, 12, 15])
@pytest.mark.parametrize("side", ["right", "left"])
def test_a_number_of_which_a_part_is_cut_away_is_unreadable(cut, side):
    left, right = (X - 9, X + 16 - cut) if side == "right" else (X + cut, X + 90)
    clip = f"q {left} {HEIGHT - Y - 5} {right - left} 30 re W n {text(X, Y, '9387', 8, font='F')} Q"
    assert said(clip) is GAP


def test_a_number_of_which_nothing_is_cut_away_is_read():
    clip = f"q {X} {HEIGHT - Y - 1} 16 9 re W n {text(X, Y, '9387', 8, font='F')} Q"
    assert said(clip) == 9387
    below = f"q {X} {HEIGHT - Y + 3} 40 20 re W n {text(X, Y, '9387', 8, font='F')} Q"
    assert said(below) is GAP


@pytest.mark.parametrize("cut", range(1, 14, 2))
def test_a_number_that_the_page_cuts_is_unreadable(cut):
    x, y = EDGE.start
    box = f"/CropBox [0 0 {x + 20 - cut} {HEIGHT}]"
    number = text(x, y, "62099", 8, font="F")
    assert said(number, id=LAST, slot=EDGE, page=box) in (GAP, gd.State.MISSING)


@pytest.mark.parametrize("color", ["0 g", "1 g", "0.8 0.1 0.1 rg"])
@pytest.mark.parametrize(("left", "right"), [(12, 18), (8, 18), (-1, 4), (-1, 9), (14, 18), (5, 7), (4, 8)])
def test_a_number_of_which_a_part_is_painted_over_is_unreadable(color, left, right):
    number = text(X, Y, "3758", 8, font="H")
    left, right = left * WIDE["H"] / 4, right * WIDE["H"] / 4
    assert said(number, rect(X + left, Y - 8, X + right, Y + 2, color)) is GAP


def test_a_number_below_a_disc_or_blackened_is_unreadable():
    number = text(X, Y, "3758", 8, font="H")
    x, y, r = X + 20, HEIGHT - Y - 3, 6
    k = 0.5523 * r
    disc = (
        f"q 0.8 0 0 rg {x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c {x - k} {y + r} {x - r} {y + k} "
        f"{x - r} {y} c {x - r} {y - k} {x - k} {y - r} {x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c f Q"
    )
    assert said(number, disc) is GAP
    black = rect(X - 2, Y - 9, X + 22, Y + 3)
    assert said(number, black) is GAP
    assert said(black, number) is GAP


def test_what_only_touches_a_number_covers_nothing():
    number = text(X, Y, "3758", 8, font="H")
    assert said(number, rect(X - 6, Y - 9, X - 0.2, Y + 3, "1 g")) == 3758
    assert said(rect(X - 2, Y - 9, X + 22, Y + 3, "0.8 g"), number) == 3758


@pytest.mark.parametrize("out", [2, 4, 6, 8, 10, 12, 15, 17])
def test_a_number_that_juts_out_of_its_table_is_unreadable(out):
    number = text(EDGE.right - 16 + out, EDGE.start[1], "6148", 8, font="F")
    assert said(number, id=LAST, slot=EDGE) in (GAP, *([6148] if out <= 2 else []))


def test_digits_on_an_edge_of_their_cell_are_unreadable():
    for at in (-2.5, -2, -1.5):
        report = read(text(SLOT.right + at, Y, "7", 8, font="F"))
        assert report.cells[ID].value is None
        assert report.cells["proactive.rules.repealed"].value in (None, WHOLE["proactive.rules.repealed"][1])


@pytest.mark.parametrize("angle", [-3, -1, -0.3, 0.3, 1, 1.5, 3])
@pytest.mark.parametrize("ruled", [True, False])
def test_no_number_is_read_of_a_page_that_is_askew(angle, ruled):
    a, b = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    pages = PAGES if ruled else drawn(MADE, ruled=lambda slot: ())[0]
    report = gd.read(pdf([[f"q {a} {b} {-b} {a} 0 0 cm", *page, "Q"] for page in pages]))
    assert not [id for id, cell in report.cells.items() if cell.value is not None]


@pytest.mark.parametrize("turned", [(-1, 0, 0, -1), (-1, 0, 0, 1), (1, 0, 0, -1), (1, 0.02, -0.02, 1)])
def test_digits_that_are_upside_down_mirrored_or_askew_are_unreadable(turned):
    x, y = (
        (X + 9, Y - 6)
        if turned[0] < 0 and turned[3] < 0
        else (X + 9 * (turned[0] < 0), Y - 6 * (turned[3] < 0))
    )
    assert said(text(x, y, "68", 8, font="H", turned=turned)) is GAP


def wide(
    rows, heads=("本年制发件数", "本年废止件数", "现行有效件数"), at=(233, 424, 614), ends=(420, 610, 800)
):
    """A table without rulings in wide columns: heads stand flush left, numbers flush right."""
    page = [
        text(40, 40, "石桥县水务局2022年政府信息公开工作年度报告", 10),
        text(40, 94, "二、主动公开政府信息情况", 10),
        text(43, 121, "第二十条第（一）项", 7),
        text(43, 133, "信息内容", 7),
        *(text(x, 133, head, 7) for x, head in zip(at, heads, strict=True)),
    ]
    for number, (label, *values) in enumerate(rows):
        page.append(text(43, 145 + 12 * number, label, 7))
        for end, value in zip(ends, values, strict=True):
            page.append(text(end - 3.5 * len(value), 145 + 12 * number, value, 7))
    report = gd.read(pdf([page], page="/MediaBox [0 0 842 842]"))
    names = ("issued", "repealed", "in_force")
    return [
        [report.cells[f"proactive.{row}.{name}"].value for name in names]
        for row in ("rules", "normative_documents")
    ]


def test_numbers_between_two_heads_are_of_the_left_one_where_all_are():
    assert wide([("规章", "7", "12", "31"), ("行政规范性文件", "9", "", "8")]) == [[7, 12, 31], [9, None, 8]]


def test_numbers_between_two_heads_are_of_neither_where_columns_are_blank():
    assert wide([("规章", "7", "7", ""), ("行政规范性文件", "", "9", "")]) == [[None] * 3] * 2
    assert wide([("规章", "", "7", "7"), ("行政规范性文件", "", "9", "")]) == [[None] * 3] * 2


def test_a_line_beside_the_page_of_a_table_takes_nothing():
    assert said(text(X, Y, SLOT.said, 8), line(WIDTH - 5, 0, WIDTH - 5, HEIGHT)) == WHOLE[ID][1]
