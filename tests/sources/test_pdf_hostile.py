"""Hostile PDFs end in a report or in a documented error, in bounded time, and never in a number that is not there."""

import time
import zlib
from random import Random

import pytest

import gov_disclosure as gd
from helpers.converters.reports import truth_of
from helpers.pdf_files import drawn, line, pdf, rect, text
from helpers.second_renderer.form import make

pytest.importorskip("pypdfium2")

MADE = make("2021", "distinct", 3)
PAGES, _ = drawn(MADE)
DATA = pdf(PAGES)
TRUTH = {id: cell.value for id, cell in truth_of(MADE).items()}
ERRORS = (gd.FileFormatError, gd.NotAReportError)
MOST_SECONDS = 20


def taken_well(data):
    """Read, and say whether no number is another than the report's."""
    try:
        reports = gd.read_all(data)
    except ERRORS:
        return True
    cells = [cell for report in reports for cell in report.cells.values() if cell.value is not None]
    return all(cell.value == TRUTH[cell.id] for cell in cells)


def unpacked():
    """The file with its pages as they are, so that what is changed is what is drawn."""
    data = DATA
    while (at := data.find(b"/Filter /FlateDecode")) >= 0:
        start = data.find(b"stream\n", at) + 7
        end = data.find(b"\nendstream", start)
        head = data.rfind(b"<<", 0, at)
        content = zlib.decompress(data[start:end])
        data = data[:head] + b"<< /Length %d >>\nstream\n" % len(content) + content + data[end:]
    return data


PLAIN = unpacked()


def changed(random: Random, data: bytes) -> bytes:
    """The file with some of its bytes changed, moved, doubled or lost."""
    out = bytearray(data)
    for _ in range(random.randint(1, 12)):
        at, size = random.randrange(len(out)), random.choice((1, 1, 2, 7, 40, 400))
        match random.randrange(5):
            case 0:
                out[at] = random.randrange(256)
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = bytes(random.randrange(256) for _ in range(size))
            case 3:
                out[at:at] = out[at : at + size]
            case _:
                other = random.randrange(len(out))
                out[at : at + size] = out[other : other + size]
    return bytes(out)


@pytest.mark.parametrize("count", [30, pytest.param(1500, marks=pytest.mark.thorough)])
def test_files_with_changed_bytes_end_in_a_documented_error_or_a_report(count):
    random = Random(f"changed bytes {count}")
    for number in range(count):
        data = changed(random, (DATA, PLAIN)[number % 2])
        try:
            gd.read_all(data)
        except ERRORS:
            continue


def test_files_that_are_cut_off_are_read_truly_or_refused():
    for end in range(0, len(DATA), len(DATA) // 80):
        assert taken_well(DATA[:end])


@pytest.mark.parametrize(
    "data", [b"%PDF-", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"x" * 900 + b"%PDF-1.4" + b"\0" * 5000]
)
def test_files_with_nothing_behind_their_head_are_broken(data):
    with pytest.raises(gd.FileFormatError, match="broken"):
        gd.read(data)


def within(seconds, data):
    start = time.process_time()
    assert taken_well(data)
    return time.process_time() - start < seconds


@pytest.mark.thorough
def test_a_page_of_a_million_lines_is_refused_in_bounded_time():
    assert within(MOST_SECONDS, pdf([["0 0 m 9 9 l S\n" * 1_000_000]]))


@pytest.mark.parametrize("drawn", ["q ", "0 0 m 9 9 l S\n", " "])
def test_a_stream_that_unpacks_without_end_is_refused_before_it_is_read(drawn):
    data = pdf([[drawn * (20_000_000 // len(drawn))]])
    start = time.process_time()
    with pytest.raises(gd.FileFormatError, match="16 MB"):
        gd.read(data)
    assert time.process_time() - start < 1


@pytest.mark.thorough
def test_a_page_of_many_characters_is_refused_in_bounded_time():
    assert within(MOST_SECONDS, pdf([[text(50, 100 + n % 700, "统计" * 2000, 5) for n in range(120)]]))


@pytest.mark.thorough
def test_many_pages_are_refused_in_bounded_time():
    assert within(MOST_SECONDS, pdf([[text(50, 50, "规章")]] * 1200))


@pytest.mark.thorough
def test_one_path_of_many_lines_takes_bounded_time():
    path = "".join(f"{n % 600} {n // 600} m {n % 600} {n // 600 + 1} l " for n in range(200_000))
    assert within(MOST_SECONDS, pdf([[path, "S"]]))


@pytest.mark.thorough
def test_a_net_of_rulings_takes_bounded_time():
    net = [line(n * 0.7, 0, n * 0.7, 842) for n in range(850)] + [line(0, n, 595, n) for n in range(842)]
    assert within(MOST_SECONDS, pdf([[*net, *PAGES[0]]]))


@pytest.mark.thorough
def test_many_covers_take_bounded_time():
    covers = [rect(n % 500, n % 700, n % 500 + 90, n % 700 + 90, "0.9 g") for n in range(20_000)]
    assert within(MOST_SECONDS, pdf([[*PAGES[0], *covers]]))


@pytest.mark.thorough
def test_numbers_all_over_a_page_take_bounded_time():
    random = Random(1)
    words = [
        text(random.random() * 560, random.random() * 800 + 20, str(random.randrange(999)), 6, font="H")
        for _ in range(6000)
    ]
    assert within(MOST_SECONDS, pdf([words, words]))


def test_forms_within_themselves_end():
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 6 0 R >> >> /Length 5 >>\nstream\n/I Do\nendstream"
    assert within(MOST_SECONDS, pdf([["/I Do", *PAGES[0]], *PAGES[1:]], extra=[form]))


def test_places_beyond_all_measure_are_no_places():
    far = [
        text(1e30, 100, "7"),
        text(100, -1e30, "7"),
        line(-1e30, 5, 1e30, 5),
        "1e30 0 0 1e30 0 0 cm",
        text(5, 5, "8"),
    ]
    assert within(MOST_SECONDS, pdf([[*far, *PAGES[0]]]))
    assert within(MOST_SECONDS, pdf([PAGES[0]], page="/MediaBox [0 0 1e9 1e9]"))
    assert within(MOST_SECONDS, pdf([PAGES[0]], page="/MediaBox [0 0 0 0]"))
