"""What a process loads to read a report: nothing that writes, checks or invents one, and no package for it."""

import json
import subprocess
import sys
from functools import cache

import pytest

from helpers.reports import REPORTS

TEXT = REPORTS / "lines-2021.txt"


@cache
def loaded(code):
    """The modules that a process has, which ran a line."""
    program = f"import sys, json, gov_disclosure as gd\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize(
    "code", [f"gd.read({str(TEXT)!r})", f"gd.parse_all(open({str(TEXT)!r}, encoding='utf-8').read())"]
)
def test_reading_loads_nothing_that_writes_or_checks(code):
    modules = loaded(code)
    later = ("writing", "checking", "narrative", "cli", "testing", "strategies", "tracing")
    of_wings = [name for wing in later for name in modules if name.startswith(f"gov_disclosure.{wing}")]
    assert of_wings == []
    drawing = {f"gov_disclosure.layouts.{name}" for name in ("drawing", "rules", "dashes", "width")}
    assert drawing & set(modules) == set()
    # Nor what reads tables and pages that the text does not have.
    of_others = {f"gov_disclosure.sources.{name}" for name in ("drawn", "latex", "html_tables", "pages.shown")}
    assert of_others & set(modules) == set()
    packages = {"cattrs", "hypothesis", "rich", "click", "jinja2", "scipy", "numpy", "charset_normalizer"}
    assert packages & set(modules) == set()


@pytest.mark.parametrize("code", ["", "gd.Layout.MARKDOWN"])
def test_a_name_loads_nothing_that_reads(code):
    assert [name for name in loaded(code) if name.startswith(("gov_disclosure.building", "lark"))] == []


def test_the_public_names_alone_load_next_to_nothing():
    assert [name for name in loaded("dir(gd)") if name.startswith("gov_disclosure.")] == []
