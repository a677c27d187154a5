"""The wings of the package follow the way of the data; each imports only from those that it may."""

import ast
import pkgutil
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import pytest

import gov_disclosure as gd
from helpers.reports import ROOT

PACKAGE = ROOT / "src" / "gov_disclosure"
TESTS = ROOT / "tests"

READING = ("form", "model")
pytestmark = pytest.mark.every_case

MAY_IMPORT = {
    "form": (),
    "model": ("form",),
    "sources": READING,
    "layouts": (*READING, "sources"),
    "scanning": (*READING, "sources", "layouts"),
    "parsing": ("form", "scanning"),
    "building": (*READING, "scanning", "parsing"),
    "narrative": READING,
    "checking": (*READING, "narrative"),
    "writing": (*READING, "layouts", "checking"),
    "api": (*READING, "sources", "scanning", "parsing", "building"),
    "tracing": ("form", "model", "scanning", "parsing", "building", "api"),
    "testing": (
        *READING,
        "sources",
        "layouts",
        "scanning",
        "parsing",
        "building",
        "checking",
        "writing",
        "api",
    ),
    "cli": (*READING, "sources", "layouts", "checking", "writing", "testing", "api", "tracing"),
    # Doors: the public names, the strategies, and the command.
    "__init__": (*READING, "sources", "layouts", "narrative", "checking", "writing", "api"),
    "strategies": ("testing",),
    "__main__": ("cli",),
}
"""Wing or top file → what it imports from, besides itself."""

LATE = {("model.report", "writing.page.notebook")}
"""The one import from a later wing: what a notebook shows of a report is drawn when it is asked for."""


def wing_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """The modules of the package that a module imports, but for those whose types alone it names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    own = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    found = {
        node.module.removeprefix("gov_disclosure").removeprefix(".") or "__init__"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and id(node) not in typing_only
        if node.module and node.module.split(".")[0] == "gov_disclosure"
    }
    return {name for name in found if (own, name) not in LATE}


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_module_stands_in_a_wing():
    assert {wing_of(path) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize(
    "path", [*MODULES, PACKAGE / "__init__.pyi"], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_wing_imports_only_from_those_that_it_may(path):
    wing = wing_of(path)
    for imported in imports(path):
        assert imported.split(".")[0] in (wing, *MAY_IMPORT[wing]), f"{wing} imports {imported}"


def test_no_wing_imports_in_a_circle():
    reached = {wing: set(others) for wing, others in MAY_IMPORT.items()}
    for others in reached.values():
        todo = list(others)
        while todo:
            new = set(MAY_IMPORT[todo.pop()]) - others
            others |= new
            todo += new
    assert not [wing for wing, others in reached.items() if wing in others]


def test_modules_of_a_wing_import_in_no_circle():
    graph = {name_of(path): imports(path) for path in MODULES}
    seen: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"a circle: {' → '.join((*above, name))}"
        if name not in seen:
            for imported in graph.get(name, ()):
                walk(imported, (*above, name))
            seen.add(name)

    for name in graph:
        walk(name, ())


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def test_only_the_front_module_knows_all_stages():
    stages = {"sources", "scanning", "parsing", "building"}
    knowing = {name_of(path) for path in MODULES if stages <= {name.split(".")[0] for name in imports(path)}}
    assert knowing == {"api"}


def test_no_module_is_longer_than_one_idea():
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 350 for path in MODULES)


def test_tests_stand_in_the_wing_that_they_are_of():
    folders = {path.name for path in TESTS.iterdir() if any(path.glob("**/test_*.py"))}
    assert folders <= {wing_of(path) for path in MODULES if path.parent != PACKAGE}
    assert {path.parent.name for path in TESTS.glob("test_*.py")} == {"tests"}


def test_doors_keep_their_paths():
    assert gd.__all__ == sorted(gd.__all__)
    assert dir(gd) == sorted([*gd.__all__, "__version__"])
    assert all(getattr(gd, name) is not None for name in gd.__all__)
    strategies = import_module("gov_disclosure.strategies")
    assert all(callable(getattr(strategies, name)) for name in ("reports", "layouts", "documents"))
    hypothesis = next(iter(entry_points(group="hypothesis", name="gov-disclosure")))
    assert callable(hypothesis.load())
    command = next(iter(entry_points(group="console_scripts", name="gov-disclosure")))
    assert callable(command.load())
    for name in ("report", "cells-long", "cells-wide"):
        assert (files("gov_disclosure") / "schemas" / f"{name}.schema.json").is_file()


def test_no_package_and_function_share_a_name():
    packages = {module.name for module in pkgutil.iter_modules([str(PACKAGE)])} - {"strategies"}
    assert packages.isdisjoint(gd.__all__)
