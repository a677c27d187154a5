"""Tables of PDF pages, however they are ruled, and those that are not: no number under a wrong cell."""

import pytest

import gov_disclosure as gd
from helpers.converters.reports import truth_of
from helpers.pdf_files import drawn, framed, line, pdf, rect, text
from helpers.second_renderer.form import MODES, make

pytest.importorskip("pypdfium2")


def kept(made, data):
    """The share of cells that are as they are drawn; no other is said to be a number or blank."""
    report, truth = gd.read(data), truth_of(made)
    read = {id: (cell.state, cell.value) for id, cell in report.cells.items()}
    said = {id: one for id, one in read.items() if one[0] not in (gd.State.UNREADABLE, gd.State.MISSING)}
    assert said == {id: (truth[id].state, truth[id].value) for id in said}
    return len(said) / len(truth)


def doubled(slot):
    yield from framed(slot)
    yield from framed(
        slot._replace(
            left=slot.left + 1.5, top=slot.top + 1.5, right=slot.right - 1.5, bottom=slot.bottom - 1.5
        )
    )


def broken(slot):
    """In pieces of four points with gaps of two."""
    for left, top, right, bottom in (
        (slot.left, slot.top, slot.right, slot.top),
        (slot.left, slot.bottom, slot.right, slot.bottom),
    ):
        for at in range(int(left), int(right), 6):
            yield line(at, top, min(at + 4, right), bottom)
    for at in range(int(slot.top), int(slot.bottom), 6):
        for x in (slot.left, slot.right):
            yield line(x, at, x, min(at + 4, slot.bottom))


def bars(slot):
    left, top, right, bottom = slot[1:5]
    yield rect(left, top - 0.3, right, top + 0.3)
    yield rect(left, bottom - 0.3, right, bottom + 0.3)
    yield rect(left - 0.3, top, left + 0.3, bottom)
    yield rect(right - 0.3, top, right + 0.3, bottom)


def boxes(slot):
    """Each cell in a box of its own, with room between."""
    yield from framed(
        slot._replace(left=slot.left + 1, top=slot.top + 1, right=slot.right - 1, bottom=slot.bottom - 1)
    )


def rings(slot):
    """Frames as what is left between two rectangles."""
    left, top, right, bottom = slot[1:5]
    wide, high = right - left, bottom - top
    yield f"{left} {842 - bottom} {wide} {high} re {left + 1} {843 - bottom} {wide - 2} {high - 2} re f*"


def shaded(slot):
    yield rect(*slot[1:5], "0.9 g")
    yield from framed(slot)


def levels(slot):
    """Lines above and below rows alone."""
    yield line(slot.left, slot.top, slot.right, slot.top)
    yield line(slot.left, slot.bottom, slot.right, slot.bottom)


def nothing(slot):
    return ()


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("ruled", [framed, doubled, broken, bars, boxes, rings, shaded])
def test_rulings_part_cells_however_they_are_drawn(ruled, edition):
    made = make(edition, "gaps", 21)
    assert kept(made, pdf(drawn(made, ruled=ruled)[0])) == 1


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ruled", [levels, nothing])
def test_columns_without_rulings_are_told_by_the_gaps_that_hold(ruled, mode, edition):
    made = make(edition, mode, 22)
    assert kept(made, pdf(drawn(made, ruled=ruled)[0])) >= 0.85


def test_a_head_that_is_repeated_is_read_once():
    made = make("2021", "sums", 23)
    pages, _ = drawn(made)
    assert len(pages) == 2
    assert kept(made, pdf(pages)) == 1


def test_a_row_that_a_page_cuts_is_one():
    """A label that goes on over the end of a page, where its line is full; its numbers stand on the first."""
    made = make("2021", "sums", 24)
    pages, slots = drawn(made)
    last = max(
        (slot for slot in slots if slot.page == 0 and slot.said and not slot.is_value),
        key=lambda slot: (slot.top, slot.left),
    )
    row = [slot for slot in slots if slot.page == 0 and slot.top == last.top]
    assert len(row) > 7
    assert kept(made, pdf(pages)) == 1


def test_a_row_that_lacks_its_last_cell_is_not_read_as_if_it_were_blank():
    made = make("2021", "distinct", 25)
    pages, slots = drawn(made)
    top = max(slot.top for slot in slots if slot.is_value and slot.page == 0)
    row = [slot for slot in slots if slot.is_value and slot.page == 0 and slot.top == top]

    def shortened(slot):
        if slot.top == row[0].top and slot.right == row[-1].right:
            return []
        return framed(slot)

    pages, _ = drawn(made, ruled=shortened)
    number = text(row[-1].left + 2, row[-1].top + 9, row[-1].said, 8)
    pages = [[one for one in page if one != number] for page in pages]
    report = gd.read(pdf(pages))
    assert not any(cell.state is gd.State.BLANK for cell in report.cells.values())


def test_numbers_broken_over_two_lines_of_a_table_without_rulings_are_no_two_numbers():
    made = make("2021", "distinct", 26)
    pages, slots = drawn(made, ruled=nothing)
    slot = next(slot for slot in slots if slot.is_value and slot.left > 300 and len(slot.said) == 5)
    x, y = slot.start
    number = text(x, y, slot.said, 8)
    parts = [text(x, y - 4.5, slot.said[:3], 8), text(x, y + 4.5, slot.said[3:], 8)]
    pages = [[two for one in page for two in (parts if one == number else [one])] for page in pages]
    kept(made, pdf(pages))
