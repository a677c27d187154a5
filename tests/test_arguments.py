"""An argument of a wrong type is refused by its name."""

import io
import re

import pytest

import gov_disclosure as gd
from helpers.reports import REPORTS

REPORT = gd.read(REPORTS / "tika-2021.txt")
ALONE = {
    "report": (gd.check, gd.assess, gd.localize, gd.suggest, gd.claims, gd.to_json, gd.to_cells, gd.render),
    "text": (gd.parse, gd.parse_all, gd.from_json, gd.from_cells),
    "source": (gd.read, gd.read_all),
    "reports": (gd.check_panel, lambda value: gd.to_csv(value, io.StringIO())),
    "file": (gd.from_csv,),
    "edition": (gd.form_fields, gd.identities, gd.blank_form),
    "pages": (gd.to_html,),
    "shape": (gd.table_schema,),
}


@pytest.mark.parametrize("value", [None, 3, 3.5, [3], {"x": 1}], ids=repr)
@pytest.mark.parametrize(
    ("name", "function"),
    [(name, function) for name, functions in ALONE.items() for function in functions],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_the_one_argument_is_named(name, function, value):
    with pytest.raises(
        (TypeError, ValueError) if name == "shape" else TypeError, match=rf"^(each of )?{name} must be "
    ):
        function(value)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("report", lambda: gd.check("x")), ("report", lambda: gd.to_json("x")), ("report", lambda: gd.claims("x")),
        ("report", lambda: gd.apply("x", ())), ("suggestions", lambda: gd.apply(REPORT, 3)),
        ("each of suggestions", lambda: gd.apply(REPORT, [REPORT])),
        ("rules", lambda: gd.check(REPORT, 3)), ("each of rules", lambda: gd.check(REPORT, [3])),
        ("rules", lambda: gd.check_panel([REPORT], rules=3)), ("of", lambda: gd.assess(REPORT, 3)),
        ("reports", lambda: gd.check_panel("x")), ("reports", lambda: gd.check_panel(REPORT)),
        ("each of reports", lambda: gd.check_panel([REPORT, None])),
        ("each of reports", lambda: gd.check_panel(iter([REPORT, None]))),
        ("issuer", lambda: gd.check_panel([REPORT], issuer="x")), ("children", lambda: gd.check_panel([], children=3)),
        ("children", lambda: gd.check_panel([REPORT], children=["x"])),
        ("time_limit", lambda: gd.localize(REPORT, time_limit="x")), ("most", lambda: gd.localize(REPORT, most=1.5)),
        ("layout", lambda: gd.render(REPORT, 3)), ("layout", lambda: gd.render(REPORT, None)),
        ("reports", lambda: gd.to_csv("x", io.StringIO())), ("file", lambda: gd.to_csv(REPORT, 3)),
        ("file", lambda: gd.to_csv(REPORT, None)), ("each of pages", lambda: gd.to_html([REPORT])),
        ("pages", lambda: gd.to_html(REPORT)), ("indent", lambda: gd.to_json(REPORT, indent=1.5)),
        ("source", lambda: gd.read(3)), ("text", lambda: gd.parse(b"x")),
    ],
)  # fmt: skip
def test_each_argument_is_named(name, call):
    with pytest.raises(TypeError, match=rf"^{re.escape(name)} must be "):
        call()


def test_a_language_or_shape_that_is_not_there_is_named():
    with pytest.raises(ValueError, match=r"^lang must be"):
        gd.to_html(gd.Page(REPORT), "fr")
    with pytest.raises(ValueError, match=r"^shape must be"):
        gd.to_csv(REPORT, io.StringIO(), "square")


def test_a_file_stays_as_it_is_where_nothing_can_be_written(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("kept", encoding="utf-8")
    for reports in ("x", None, [REPORT, 3]):
        with pytest.raises(TypeError, match="reports must be"):
            gd.to_csv(reports, path)
    with pytest.raises(ValueError, match="shape must be"):
        gd.to_csv(REPORT, path, "square")
    assert path.read_text(encoding="utf-8") == "kept"
