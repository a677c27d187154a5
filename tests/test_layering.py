"""Data flows one way through the package, and imports go against it only to the base."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "gov_disclosure"

# From the base to the front; a module imports only from lines above its own.
ORDER = [
    ["errors", "form", "messages", "placeless", "vocabulary", "rendering.layouts", "rendering.width"],
    ["example_words", "extras", "rule_words", "samples.choices"],
    [
        "panel_words",
        "bars",
        "fold",
        "identities",
        "inequalities",
        "issues",
        "labels",
        "grid",
        "samples.numbers",
        "samples.prose",
        "samples.noise",
    ],
    ["quantities"],
    ["files", "numbered", "prose", "report", "drawn", "markup", "separated"],
    ["samples.reports", "samples.furniture"],
    ["statements"],
    ["spoken"],
    ["context"],
    ["belonging"],
    ["meanings", "narrative", "values", "verdicts", "words", "ruled", "page_words", "panel.clauses"],
    ["panel.findings", "panel.passages"],
    ["panel.members"],
    ["panel.balance", "panel.texts"],
    ["panel.rule", "panel.population"],
    ["panel.years", "panel.children", "panel.twins", "panel.copied"],
    ["scan", "rendering.written", "rendering.skeleton", "rendering.blank", "rendering.followed"],
    ["sums", "spaced", "wrapped", "rendering.grid", "rendering.headed"],
    ["torn", "glued", "rendering.drawing", "rendering.marked"],
    ["lex", "front", "rendering.drawn"],
    ["headings", "grammar", "align", "heads", "rendering.document"],
    ["tables"],
    ["evidence", "splice", "samples.documents", "samples.faults"],
    ["readings", "samples.damage"],
    ["fill"],
    ["claim", "program"],
    ["build", "checks", "examined", "findings", "localization"],
    ["claim_findings", "suggestions"],
    ["blame"],
    ["rules"],
    ["panel.rules"],
    ["examples"],
    ["api", "serialize.cells", "serialize.csv", "serialize.json"],
    [
        "serialize.findings",
        "serialize.schema",
        "serialize.source",
        "serialize.page_view",
        "serialize.catalogue",
        "corpus",
    ],
    ["floors", "serialize.page_links"],
    ["serialize.page_tables"],
    ["serialize.page_sections"],
    ["serialize.page"],
    ["cli.show", "cli.runs", "cli.summary"],
    ["cli.found"],
    ["cli.check", "cli.corpus", "cli.panel"],
    ["cli.commands"],
    ["strategies"],
    ["plugin"],
    ["cli", "serialize", "rendering", "samples", "panel", "__init__"],
    ["__main__"],
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def imports(path: Path) -> set[str]:
    """What a module imports of the package, apart from types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    return {
        node.module.removeprefix("gov_disclosure").removeprefix(".") or "__init__"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and id(node) not in typing_only
        if node.module and node.module.startswith("gov_disclosure")
    }


def test_every_module_has_its_place():
    assert {name_of(path) for path in PACKAGE.rglob("*.py")} == set(RANK)


def test_a_module_imports_only_from_before_it():
    for path in PACKAGE.rglob("*.py"):
        for imported in imports(path):
            assert RANK[imported] < RANK[name_of(path)], f"{name_of(path)} imports {imported}"


def test_only_the_front_module_knows_all_stages():
    stages = {"scan", "lex", "headings", "grammar", "build", "checks"}
    knowing = {name_of(path) for path in PACKAGE.rglob("*.py") if stages <= imports(path)}
    assert knowing == {"api"}


def test_no_module_is_longer_than_one_idea():
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 350 for path in PACKAGE.rglob("*.py"))
