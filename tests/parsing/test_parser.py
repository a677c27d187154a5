"""Lexemes into the tree of the grammar: each becomes what can stand where it stands."""

import pytest

from gov_disclosure.form.grammars import LarkParser, load_lark
from gov_disclosure.parsing.headings import resolve_headings
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.parsing.parser import _leaf, parse_tree
from gov_disclosure.scanning.scanner import scan
from helpers.reports import ROOT

PATHS = sorted(
    [*(ROOT / "examples" / "reports").glob("*-2021.txt"), ROOT / "tests/fixtures/mixed-editions.txt"]
)
PARTS = ["front", "overview", "proactive", "requests", "disputes", "problems", "matters"]


def lexemes_of(path):
    return resolve_headings(lex(scan(path.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def by_lark():
    return LarkParser(load_lark("report"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_tree_is_the_one_that_lark_makes_alone(path, by_lark):
    lexemes = lexemes_of(path)
    tree, leaves = parse_tree(lexemes)
    assert (tree, leaves) == by_lark.parse(lexemes, _leaf)
    assert [part.rule for part in tree.children] == PARTS
    assert list(tree.leaves()) == list(leaves)
    assert [leaf[1:] for leaf in leaves] == [lexeme[1:] for lexeme in lexemes]
    assert all(leaf.type in leaf.kinds for leaf in leaves)


def test_no_lexemes_are_a_report_of_empty_parts():
    tree, leaves = parse_tree([])
    assert leaves == ()
    assert [(part.rule, part.children) for part in tree.children] == [(rule, ()) for rule in PARTS]
