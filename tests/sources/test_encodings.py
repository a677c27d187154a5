"""Encodings: every one that can hold a report gives the same cells, and no byte is ever replaced."""

import codecs
import io
import random
import time
from collections.abc import Container
from contextlib import suppress

import pytest
from click.testing import CliRunner
from hypothesis import given, strategies as st

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.sources.encodings import Decoded, decode
from helpers.reports import source, texts

SOURCES = {name: source(path) for name, path in texts().items()}
PLAIN = SOURCES["tika-2021"]


def held_by_big5(character: str) -> bool:
    return character.encode("big5", "ignore") != b""


BIG5 = {entry[0]: next(filter(held_by_big5, entry), "") for entry in terminals("characters")["CHARACTER"]}

MARKED = {
    "UTF-8": codecs.BOM_UTF8,
    "UTF-16LE": codecs.BOM_UTF16_LE,
    "UTF-16BE": codecs.BOM_UTF16_BE,
    "UTF-32LE": codecs.BOM_UTF32_LE,
    "UTF-32BE": codecs.BOM_UTF32_BE,
    "GB18030": b"\x84\x31\x95\x33",
}
# The name that a tool gives the encoding, and what it is read as.
UNMARKED = {
    "gb18030": "GB18030",
    "gbk": "GB18030",
    "gb2312": "GB18030",
    "big5": "Big5",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}


def encoded(text: str, encoding: str) -> tuple[str, bytes] | None:
    """A text as bytes; ``None`` if the encoding can't hold it. For Big5 in traditional characters, others left out."""
    if encoding == "big5":
        text = text.translate(str.maketrans(BIG5)).encode("big5", "ignore").decode("big5")
    try:
        return text, text.encode(encoding)
    except UnicodeEncodeError:
        return None


HELD = {
    (name, encoding): held
    for name, text in SOURCES.items()
    for encoding in UNMARKED
    if (held := encoded(text, encoding))
}


def test_traditional_characters_hold_every_label():
    files = ("headings", "proactive", "requests", "disputes")
    for word in (word for file in files for wordings in terminals(file).values() for word in wordings):
        assert fold(encoded(word, "big5")[0]) == fold(word)


def test_each_encoding_holds_reports_enough_to_test_it():
    for encoding in UNMARKED:
        assert sum(encoding == other for _, other in HELD) > 5, encoding


@pytest.mark.parametrize("case", HELD, ids="-".join)
def test_a_report_reads_the_same_in_every_encoding_that_can_hold_it(case):
    text, data = HELD[case]
    assert decode(data, "x") == Decoded(text, UNMARKED[case[1]], guessed=True)


@pytest.mark.parametrize("encoding", MARKED)
def test_a_mark_tells_the_encoding(encoding):
    assert decode(MARKED[encoding] + PLAIN.encode(encoding), "x") == Decoded(PLAIN, encoding)


@given(name=st.sampled_from(sorted(SOURCES)), encoding=st.sampled_from(sorted(UNMARKED)), data=st.data())
def test_any_part_of_a_report_reads_as_itself_or_is_refused_or_is_none(name, encoding, data):
    lines = SOURCES[name].splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines) - 1))
    held = encoded("".join(lines[start : data.draw(st.integers(start + 1, len(lines)))]), encoding)
    if held is None:
        return
    no_other_report(held[1], [held[0]])


@given(st.sampled_from(sorted(HELD)), st.data())
def test_a_report_cut_anywhere_is_read_as_what_is_left_or_is_refused_or_is_none(case, data):
    text, whole = HELD[case]
    no_other_report(whole[: data.draw(st.integers(0, len(whole)))], text)


def no_other_report(data: bytes, of: Container[str]) -> None:
    """The text of the data is what it should be, or the data is refused, or its text is no report."""
    with suppress(gd.FileFormatError):
        text = decode(data, "x").text
        if text not in of:
            # Few bytes of UTF-16 may be ASCII as well, with zeros among them.
            with pytest.raises(gd.NotAReportError):
                gd.parse(text)


@given(st.binary(max_size=400), st.sampled_from([b"", *MARKED.values()]))
def test_any_bytes_are_text_or_a_documented_error(data, mark):
    try:
        decoded = decode(mark + data, "x")
    except gd.FileFormatError:
        return
    assert mark + data in {found + decoded.text.encode(decoded.encoding) for found in (b"", *MARKED.values())}


@given(st.sampled_from(sorted(HELD)), st.integers(0, 10**6), st.binary(min_size=1, max_size=1))
def test_a_damaged_byte_is_never_replaced(case, at, byte):
    _, data = HELD[case]
    at %= len(data)
    damaged = data[:at] + byte + data[at + 1 :]
    try:
        decoded = decode(damaged, "x")
    except gd.FileFormatError:
        return
    assert decoded.text.encode(UNMARKED[case[1]]) == damaged


@pytest.mark.parametrize("encoding", UNMARKED)
def test_read_gives_the_same_cells_and_says_what_it_decoded(encoding, tmp_path):
    text, data = encoded(PLAIN, encoding) or ("", b"")
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    report = gd.read(path)
    assert (report.cells, report.title) == (gd.parse(text).cells, gd.parse(text).title)
    (found,) = [issue for issue in report.issues if issue.code == "D107"]
    assert found.level is gd.Level.INFO
    for message in (found.message.zh, found.message.en):
        assert UNMARKED[encoding] in message
    assert ("推断" in found.message.zh) is ("guessed" in found.message.en) is True
    assert gd.read(path, strict=True) == report
    assert gd.from_json(gd.to_json(report)) == report


def test_of_a_marked_file_the_issue_says_that_the_mark_told(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(PLAIN.encode("utf-16"))
    (found,) = [issue for issue in gd.read(path).issues if issue.code == "D107"]
    assert "标记" in found.message.zh
    assert "mark says" in found.message.en


def test_utf_8_needs_no_word(tmp_path):
    path = tmp_path / "report.txt"
    for mark in (b"", codecs.BOM_UTF8):
        path.write_bytes(mark + PLAIN.encode())
        assert gd.read(path) == gd.parse(PLAIN)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16"])
def test_standard_input_is_decoded_as_a_file_is(encoding):
    result = CliRunner().invoke(app, ["parse", "-"], input=PLAIN.encode(encoding))
    report = gd.from_json(result.stdout)
    assert report.cells == gd.parse(PLAIN).cells
    assert "D107" in {issue.code for issue in report.issues}


def test_a_file_that_can_not_be_decoded_never_stops_a_run(tmp_path):
    (tmp_path / "a.txt").write_bytes(PLAIN.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(PLAIN.encode("gb18030")[:-2] + b"\xff")
    result = CliRunner().invoke(app, ["parse", str(tmp_path), "--to", "csv"])
    assert result.exit_code == 3
    assert len(gd.from_csv(io.StringIO(result.stdout))) == 1
    assert "b.txt" in result.stderr


# --- What is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + random.Random(1).randbytes(3000),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
        random.Random(2).randbytes(100_000),
        b"\xff",
        # Text of another kind.
        "今日天气晴朗，适合出门散步。".encode("gb18030") * 30,
        "今日天气晴朗，适合出门散步。\n1\n".encode("utf-16-le") * 30,
        # Cut inside a character, or one byte too long.
        PLAIN.encode("gb18030")[:-1] + b"\xb1",
        PLAIN.encode("utf-16-le") + b"\x31",
        PLAIN.encode("utf-8") + b"\xe6\x94",
        # Half of a pair, text with a byte 0, two encodings in one file.
        PLAIN.encode("utf-16-le") + b"\x00\xd8",
        PLAIN.encode("gb18030") + b"\x00",
        PLAIN.encode("gb18030") + PLAIN.encode("utf-8"),
        PLAIN.encode("utf-8") + PLAIN.encode("gb18030"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_a_report_is_refused(data):
    with pytest.raises(gd.FileFormatError, match=r"x.*UTF-8.*byte \d"):
        decode(data, "x")


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"])
def test_against_a_mark_nothing_is_guessed(encoding):
    data = PLAIN.encode("utf-8" if encoding == "GB18030" else "gb18030")
    data += b"\xff" * (1 + len(data) % 2)
    with pytest.raises(gd.FileFormatError, match=f"mark of {encoding}"):
        decode(MARKED[encoding] + data, "x")


def test_a_mark_inside_a_file_and_a_byte_zero_are_characters_like_others():
    text = PLAIN.replace("\t0\n", "\t\ufeff0\n", 1).replace("\t0\n", "\t0\x00\n", 1)
    assert decode(text.encode(), "x").text == text
    report, truth = gd.parse(text), gd.parse(PLAIN)
    changed = [id for id, cell in report.cells.items() if cell.value != truth.cells[id].value]
    assert [report.cells[id].state for id in changed] == [gd.State.UNREADABLE]


# --- Time -------------------------------------------------------------------------------------------------


def seconds(data: bytes) -> float:
    start = time.perf_counter()
    with suppress(gd.FileFormatError):
        decode(data, "x")
    return time.perf_counter() - start


LINE = "本机关按时公开各类文件，2021年共公开12件。"


@pytest.mark.parametrize("lines", [1_000, pytest.param(4_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("encoding", sorted(UNMARKED))
@pytest.mark.parametrize("line", [f"{LINE}\n", LINE])
def test_time_grows_no_faster_than_the_file(encoding, line, lines):
    # Without the form's words, so that every guess is tried to the end.
    small, large = ((encoded(line, encoding) or ("", b""))[1] * count for count in (lines, 16 * lines))
    seconds(small)
    assert min(seconds(large) for _ in range(3)) < 16 * 3 * max(min(seconds(small) for _ in range(3)), 0.005)


@pytest.mark.parametrize("encoding", sorted(UNMARKED))
def test_a_long_report_is_read_whole(encoding):
    head, heading, rest = PLAIN.partition("二、主动公开政府信息情况")
    for line in (f"{LINE}\n", LINE, "件" * 9 + "𠀀" * (encoding[0] in "u")):
        held = encoded(f"{head}{line * 9_000}\n{heading}{rest}", encoding)
        assert held is not None
        assert decode(held[1], "x") == Decoded(held[0], UNMARKED[encoding], guessed=True)
