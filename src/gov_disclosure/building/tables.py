"""The tables of the tree as rows."""

from typing import cast

from gov_disclosure.building.disputes_rows import read_disputes
from gov_disclosure.building.proactive_rows import read_proactive
from gov_disclosure.building.requests_rows import read_requests
from gov_disclosure.building.rows import Found, Node, Tables
from gov_disclosure.form.trees import Tree
from gov_disclosure.parsing.lexemes import VALUES, Leaf

_HEADLESS = "headless_disputes"


def read_tables(tree: Tree[Leaf]) -> Tables:
    """The rows of the three tables of a report's tree."""
    found = Found()
    requests = tree.part("requests")
    read_proactive(_nodes(tree.part("proactive")), found)
    read_requests(_nodes(requests), found)
    read_disputes([*_nodes(requests.part(_HEADLESS)), *_nodes(tree.part("disputes"))], found)
    return Tables(tuple(found.rows), tuple(found.strays))


def _nodes(tree: Tree[Leaf]) -> list[Node]:
    """The parts of a table: rule, label, and the cells behind it."""
    nodes: list[Node] = []
    parts = [part for part in tree.children if isinstance(part, Tree)]
    # The rules of a table's parts have no others in them.
    for rule, leaves in cast("list[tuple[str, tuple[Leaf, ...]]]", parts):
        if rule == "applicants":
            nodes += [
                ("text", leaf, leaf.slots) if leaf.type == VALUES else (rule, leaf, ()) for leaf in leaves
            ]
        elif rule != _HEADLESS:
            nodes.append((rule, leaves[0], leaves[1].slots if len(leaves) > 1 else ()))
    return nodes
