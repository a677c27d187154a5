"""The grammar files: free of conflicts, each word in one place, and no word of the form in Python."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
from lark import Lark

from gov_disclosure.form.fields import Edition, rows
from gov_disclosure.form.folding import fold
from gov_disclosure.form.grammars import grammar_text, load_lark
from gov_disclosure.form.labels import row_label, row_terminals
from gov_disclosure.form.lexicon import HEADINGS, exact_kinds, heading_of, label_kinds
from gov_disclosure.form.vocabulary import imported, terminals

ROOT = Path(__file__).parent.parent.parent
FILES = ["headings", "proactive", "requests", "disputes", "front", "older", "values", "characters"]
WRITTEN = [*FILES[:-1], "narrative"]
LABELLING = FILES[:-2]
LABELS = ["proactive", "requests", "disputes"]
# Parts of numbers and names, looked for in their own places, that are words elsewhere too.
SHARED = {
    word
    for kind in (
        "BODY",
        "CASE_UNIT",
        "COUNT_WORD",
        "DECIDES",
        "DISCLOSE",
        "MORE",
        "NAUGHT",
        "OF",
        "OWN_PART",
        "ACTING_AS",
        "SUM_ALONE",
        "ASKING_BODY",
        "DISCLOSED_TOO",
    )
    for word in terminals("narrative")[kind]
}


def test_the_grammar_has_no_conflict(caplog):
    caplog.set_level("WARNING", logger="lark")
    load_lark("report", debug=True)
    assert "onflict" not in caplog.text
    # The same way of asking does find a conflict where there is one.
    lexer = load_lark("report").options.lexer
    Lark("start: sum\nsum: sum PLUS sum | N\n%declare N PLUS", parser="lalr", lexer=lexer, debug=True)
    assert "Shift/Reduce conflict" in caplog.text


def test_the_grammar_of_the_narrative_has_no_conflict(caplog):
    caplog.set_level("WARNING", logger="lark")
    load_lark("narrative", debug=True)
    assert "onflict" not in caplog.text


def is_sign(kind):
    """Whether a terminal has signs: words that are looked for in others."""
    return kind.startswith("SIGN_OF_") or kind == "SUPPOSING"


def test_every_sign_is_written_as_folded_text_and_once_in_its_list():
    for kind, words in terminals("narrative").items():
        if is_sign(kind):
            assert len(set(words)) == len(words), kind
            assert all(fold(word) == word for word in words), kind


def test_every_word_of_a_sentence_stands_once_and_the_grammar_knows_it():
    own = [word for kind, words in terminals("narrative").items() if not is_sign(kind) for word in words]
    assert {word for word in own if own.count(word) > 1} - SHARED == set()
    assert {fold(word) for word in own} == set(own)
    rules = {terminal.name for terminal in load_lark("narrative").terminals}
    assert set(imported("narrative")) <= rules


@pytest.mark.parametrize("name", [*FILES, "marks", "samples"])
def test_lark_reads_the_same_words_from_a_file(name):
    rule = "start: " + " | ".join(terminals(name))
    parser = Lark(f"{rule}\n{grammar_text(name)}", parser="lalr")
    words = {t.name: t.pattern for t in parser.terminals}
    for terminal, wordings in terminals(name).items():
        assert all(re.fullmatch(words[terminal].to_regexp(), wording) for wording in wordings)


def test_every_label_has_a_place_in_the_grammar():
    used = {terminal.name for terminal in load_lark("report").terminals}
    assert {name for file in [*LABELS, "headings"] for name in terminals(file)} <= used


def test_a_wording_belongs_to_one_terminal_but_for_those_that_place_tells_apart():
    owners = defaultdict(set)
    for file in LABELS:
        for terminal, wordings in terminals(file).items():
            for wording in wordings:
                owners[fold(wording)].add(terminal)
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}
    # Rows that share their words with columns are known by their numerals alone.
    for word, numeral, column in (("其他", "3.", "OTHER_ORGANIZATION"), ("总计", "（七）", "TOTAL")):
        assert exact_kinds(fold(word)) == (column,)
        assert exact_kinds(fold(numeral + word))[0].startswith("REQUESTS_RESULTS_")


@pytest.mark.parametrize("file", LABELS)
def test_every_wording_is_recognized(file):
    for terminal, wordings in terminals(file).items():
        for wording in wordings:
            assert terminal in label_kinds(fold(wording))[0]


def test_every_heading_is_recognized_with_and_without_its_numeral():
    for number, terminal in enumerate(HEADINGS, 1):
        for wording in terminals("headings")[terminal]:
            for writing in (wording, wording[2:], f"{number}、{wording[2:]}"):
                heading = heading_of(fold(writing))
                assert heading is not None
                assert (heading.number, heading.sure) == (number, True)


def test_every_character_of_the_vocabulary_is_the_forms_own():
    words = {word for file in WRITTEN for wordings in terminals(file).values() for word in wordings}
    characters = {character for word in words for character in word if IDEOGRAPH.match(character)}
    assert len(characters) > 250
    assert {character for character in characters if fold(character) != character} == set()


def test_a_variant_stands_for_one_character_that_the_vocabulary_has():
    words = {word for file in WRITTEN for wordings in terminals(file).values() for word in wordings}
    entries = terminals("characters")["CHARACTER"]
    variants = [variant for entry in entries for variant in entry[1:]]
    assert all(len(entry) > 1 and entry[0] in "".join(words) for entry in entries)
    assert len({entry[0] for entry in entries}) == len(entries)
    assert len(set(variants)) == len(variants)
    assert set(variants).isdisjoint("".join(words))
    assert [fold(entry) for entry in entries] == [entry[0] * len(entry) for entry in entries]


def test_every_row_of_the_form_has_a_label():
    labelled = set(row_terminals().values())
    for edition in Edition:
        for row in rows(edition):
            assert row_label(row, edition)
            assert row in labelled or row.startswith("disputes.") or row == "requests.results.other.total"


IDEOGRAPH = re.compile("[〇\u3400-\u9fff]")
CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
FOR_PEOPLE = {"error_words.py", "corpus_words.py", "show.py", "commands.py", "__init__.py"}


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_no_word_of_the_form_stands_in_python(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(n.value)
        for node in ast.walk(tree)
        if isinstance(node, documented)
        for n in node.body
        if isinstance(n, ast.Expr)
    }
    strings = [
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docstrings
    ]
    words = {fold(word) for file in LABELLING for wordings in terminals(file).values() for word in wordings}
    known = [s for s in strings if CHINESE.search(s) and fold(s) in words]
    assert known == [] or path.name in FOR_PEOPLE
