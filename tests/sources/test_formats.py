"""One door for all files: what a file is is told by its content, whatever it is given as."""

import io
import subprocess
import sys

import pytest

import gov_disclosure as gd
from gov_disclosure.sources import formats
from helpers.reports import REPORTS, read_all

PATH = REPORTS / "tika-2021.txt"
DATA = PATH.read_bytes()
REPORT = read_all()["tika-2021"]


@pytest.mark.parametrize(
    "source",
    [PATH, str(PATH), DATA, bytearray(DATA), memoryview(DATA)],
    ids=["path", "string", "bytes", "bytearray", "memoryview"],
)
def test_a_file_is_the_same_however_it_is_given(source):
    assert gd.read(source) == REPORT
    assert gd.read_all(source) == (REPORT,)


def test_an_open_file_is_read_from_where_it_stands():
    with PATH.open("rb") as file:
        assert gd.read(file) == REPORT
    assert gd.read(io.BytesIO(DATA), name="report.txt").source == "report.txt"


def test_a_file_that_is_open_for_text_is_refused_by_its_type():
    with pytest.raises(TypeError, match="open for bytes"):
        gd.read(io.StringIO("x"))


def test_the_name_of_a_file_says_nothing(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(DATA)
    assert gd.read(path) == REPORT
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(gd.FileFormatError, match=r"picture"):
        gd.read(path)


def test_an_address_is_refused_with_what_to_do():
    with pytest.raises(gd.FileFormatError, match="download it"):
        gd.read("https://example.org/report.html")


def test_every_format_has_a_name_in_both_languages_and_a_reader_that_is_there():
    for one in gd.formats():
        assert one.name.zh
        assert one.name.en
        assert (one.extra is None) == (one.packages == ())
        assert all(suffix.startswith(".") for suffix in one.suffixes)


def test_a_missing_extra_is_named_with_the_command_that_installs_it():
    lacking = formats.Format(
        kind=gd.FileKind.PDF, suffixes=(".pdf",), reader="texts:read_text", extra="pdf", packages=("no_such",)
    )
    assert not lacking.is_available
    with pytest.raises(gd.FileFormatError, match=r'pip install "gov-disclosure\[pdf\]"'):
        lacking.read(b"%PDF", "a.pdf")


def test_text_is_read_without_what_other_formats_need():
    code = f"import sys, gov_disclosure as gd; gd.read({str(PATH)!r}); assert not {{'zipfile', 'email'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
