"""Numbers of PDFs that stand a row off their labels, or whose rest is on the next page: none is another row's."""

import pytest

import gov_disclosure as gd
from helpers.converters.reports import gaps, truth_of
from helpers.pdf_files import drawn, framed, line, pdf, text
from helpers.second_renderer.form import make

pytest.importorskip("pypdfium2")

ROW = 14


def levels(slot):
    """Lines above and below rows alone."""
    yield line(slot.left, slot.top, slot.right, slot.top)
    yield line(slot.left, slot.bottom, slot.right, slot.bottom)


def nothing(slot):
    return ()


def moved(made, ruled, by):
    """The report with all its numbers moved down."""
    pages, slots = drawn(made, ruled=ruled)
    places = {
        text(*slot.start, slot.said, 8): text(slot.start[0], slot.start[1] + by, slot.said, 8)
        for slot in slots
        if slot.is_value and slot.said
    }
    return pdf([[places.get(one, one) for one in page] for page in pages])


def wrong(made, data, table="requests"):
    read, truth = gd.read(data).cells, truth_of(made)
    return [
        id
        for id, cell in read.items()
        if id.startswith(table)
        and cell.value is not None
        and (id not in truth or cell.value != truth[id].value)
    ]


@pytest.mark.parametrize("ruled", [levels, nothing])
@pytest.mark.parametrize("by", [-ROW, -10, -8, -6, 6, 8, 10, 12])
@pytest.mark.parametrize("mode", ["sums", "distinct"])
def test_numbers_beside_another_row_s_label_are_not_that_row_s(ruled, by, mode):
    made = make("2021", mode, 27)
    assert wrong(made, moved(made, ruled, by)) == []


@pytest.mark.parametrize("by", [-ROW, -10, -8, -6])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_where_numbers_stand_on_heads_no_column_below_is_read(by, edition):
    made = gaps(edition)
    assert wrong(made, moved(made, framed, by)) == []


def test_digits_over_the_edge_of_a_row_are_unreadable():
    made = make("2021", "sums", 27)
    read = gd.read(moved(made, framed, -5)).cells
    assert all(cell.value is None for cell in read.values())


@pytest.mark.parametrize("by", [-2, 2])
def test_numbers_a_little_higher_or_lower_than_their_labels_are_read(by):
    made = make("2021", "sums", 27)
    truth = truth_of(made)
    read = gd.read(moved(made, framed, by)).cells
    assert {id: cell.value for id, cell in read.items()} == {id: cell.value for id, cell in truth.items()}


def test_a_number_whose_last_digit_is_on_the_next_page_is_no_shorter_one():
    made = make("2021", "distinct", 26)
    pages, slots = drawn(made)
    slot = next(slot for slot in slots[-15:] if len(slot.said) == 5)
    number = text(*slot.start, slot.said, 8)
    # Four digits fill their cell.
    large = text(*slot.start, slot.said[:4], 14)
    last = pages[slot.page].index(number)
    # The table ends the page.
    ended = [one for at, one in enumerate(pages[slot.page]) if at < last or "/F 11 Tf" not in one]
    pages = [*pages[: slot.page], [large if one == number else one for one in ended]]
    shorter = int(slot.said[:4])
    assert shorter in [cell.value for cell in gd.read(pdf(pages)).cells.values()]
    rest = text(slot.left + 2, 70, slot.said[4:], 14)
    assert shorter not in [cell.value for cell in gd.read(pdf([*pages, [rest]])).cells.values()]
