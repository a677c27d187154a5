"""The front module: what users call, and what it raises."""

import ast
import pickle
from importlib import import_module
from pathlib import Path

import pytest

import gov_disclosure as gd
from helpers.reports import REPORTS, source


def test_read_gives_what_parse_gives_and_names_the_file():
    path = REPORTS / "tika-2021.txt"
    report = gd.read(path)
    assert report == gd.parse(source(path))
    assert report.source == str(path)
    assert gd.read(str(path)) == report


@pytest.mark.parametrize(
    "text", ["", "x", "政府工作报告\n经济增长5%。\n", "def f():\n\treturn 0\n", "1\n2\n3\n" * 50]
)
def test_what_is_no_report_is_said_so(text):
    with pytest.raises(gd.NotAReportError):
        gd.parse(text)


@pytest.mark.parametrize("text", [None, b"x", 3, ["x"]])
def test_what_is_no_text_is_a_type_error(text):
    with pytest.raises(TypeError, match="str"):
        gd.parse(text)


def test_strict_raises_every_error_at_once():
    text = source(REPORTS.parent.parent / "tests" / "fixtures" / "page-break-rows.txt")
    with pytest.raises(gd.StrictParseError) as caught:
        gd.parse(text, strict=True)
    errors = [issue for issue in gd.parse(text).issues if issue.level is gd.Level.ERROR]
    assert list(caught.value.issues) == errors
    assert "T403" in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).issues == caught.value.issues


def test_strict_returns_a_report_without_errors(report):
    assert gd.parse(source(REPORTS / "tika-2021.txt"), strict=True) == report


def test_errors_have_one_root():
    for error in (gd.NotAReportError, gd.StrictParseError, gd.FileFormatError, gd.SerializedFormError):
        assert issubclass(error, gd.GovDisclosureError)
        assert issubclass(error, ValueError)


def test_a_byte_order_mark_is_no_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbf" + (REPORTS / "tika-2021.txt").read_bytes())
    assert gd.read(path) == gd.read(REPORTS / "tika-2021.txt")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"PK\x03\x04"), ("a.txt", b"\xd6\xd0\xce\xc4"), ("a", b"\x89PNG\r\n"), ("a.txt", b"\xff\xfex")],
)
def test_a_file_of_another_kind_or_encoding_is_refused(name, data, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(gd.FileFormatError, match=name):
        gd.read(path)


def test_a_report_can_be_sent_to_another_process(report):
    assert report.requests.new_received.total == 4
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_report_is_frozen(report):
    with pytest.raises(AttributeError):
        report.year = 1999
    with pytest.raises(AttributeError):
        report.requests.new_received.total = 1


def test_messages_are_in_two_languages_and_say_where(reports):
    for report in reports.values():
        for issue in report.issues:
            assert issue.message.zh != issue.message.en
            assert str(issue.message) == issue.message.zh
            assert "{" not in issue.message.zh + issue.message.en
            if issue.code[0] in "TV" and issue.code not in ("T401", "T402"):
                assert issue.location is not None


def test_the_public_names_are_those_of_the_stub_which_type_checkers_read():
    stub = ast.parse((Path(gd.__file__).parent / "__init__.pyi").read_text(encoding="utf-8"))
    imported = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    names = {alias.asname: node.module for node in imported for alias in node.names}
    assert sorted(names) == gd.__all__
    for name, module in names.items():
        assert getattr(gd, name) is getattr(import_module(module), name)


def test_a_star_imports_every_public_name():
    namespace: dict[str, object] = {}
    exec("from gov_disclosure import *", namespace)
    assert set(gd.__all__) == set(namespace) - {"__builtins__"}


def test_another_name_is_an_attribute_error_that_names_it():
    with pytest.raises(AttributeError, match="'gov_disclosure' has no attribute 'prase'"):
        _ = gd.prase
    assert not hasattr(gd, "__wrapped__")


def test_every_public_name_is_documented():
    for name in gd.__all__:
        assert getattr(gd, name).__doc__
