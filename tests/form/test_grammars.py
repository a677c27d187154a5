"""The loader of both grammars: one table, whatever Lark looks like inside."""

import re
import warnings
from threading import Thread
from typing import NamedTuple

import pytest
from lark import Lark

from gov_disclosure.form import automaton, grammars, ready
from gov_disclosure.form.automaton import Automaton, RefusedError
from gov_disclosure.form.grammars import LarkParser, grammar_text, load_lark, parser_of
from gov_disclosure.form.ready import fingerprint, ready_table, written
from gov_disclosure.form.tables import UnknownTablesError, table_of
from gov_disclosure.form.trees import Tree
from helpers.reports import ROOT


class Word(NamedTuple):
    kinds: tuple[str, ...]
    at: int


def words(text):
    return [Word((kind,), at) for at, kind in enumerate(text.split())]


def kept(kind, word):
    return kind, word.at


SENTENCES = [
    "RECEIVED REQUEST APPLICATION COUNT",
    "UPHELD AND RECTIFIED COUNT",
    "COUNT ALL REQUESTS_RESULTS_GRANTED",
    "NONE RECONSIDERATION AND LITIGATION",
    "SHARE PERCENT",
    "LAST_YEAR CARRIED REQUEST COUNT",
]


def otherwise(change):
    """A Lark whose written tables are changed."""

    def memo_serialize(self, types):
        data, memo = Lark.__mro__[1].memo_serialize(self, types)
        change(data, memo)
        return data, memo

    return memo_serialize


CHANGES = {
    "no states": lambda data, memo: data["parser"]["parser"].pop("states"),
    "another action": lambda data, memo: data["parser"]["parser"]["states"][0].update({0: (2, 5)}),
    "actions without a number": lambda data, memo: data["parser"]["parser"]["states"].update({0: {0: 5}}),
    "states by name": lambda data, memo: data["parser"]["parser"].update(states={"a": {}}),
    "an option more": lambda data, memo: memo[max(memo)]["options"].update(reverse=True),
    "no memo": lambda data, memo: memo.clear(),
    "no parser": lambda data, memo: data.clear(),
}


@pytest.fixture
def afresh(tmp_path, monkeypatch):
    # The tables that this checkout has, or has kept, are those of these grammars and this Lark.
    monkeypatch.setattr(ready, "FOLDER", "none")
    monkeypatch.setattr(ready, "_beside_bytecode", lambda name: tmp_path / "kept" / f"{name}.table.json")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    parser_of.cache_clear()
    grammars._warn.cache_clear()
    yield
    parser_of.cache_clear()
    grammars._warn.cache_clear()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_table_makes_the_trees_that_lark_makes(sentence):
    lark = load_lark("narrative")
    ours = Automaton(table_of(lark)).parse(words(sentence), kept)
    assert ours == LarkParser(lark).parse(words(sentence), kept)
    assert ours[0].rule == "chunk"
    assert list(ours[0].leaves()) == list(ours[1])


@pytest.mark.parametrize(("sentence", "at"), [("COUNT COUNT", 1), ("AND", 0), ("RECEIVED REQUEST", 2)])
def test_what_is_refused_is_named_by_its_number(sentence, at):
    lark = load_lark("narrative")
    for parser in (Automaton(table_of(lark)), LarkParser(lark)):
        with pytest.raises(RefusedError) as caught:
            parser.parse(words(sentence), kept)
        assert caught.value.at == at


@pytest.mark.thorough
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_lark_of_another_shape_reads_the_same_and_is_told_of_once(change, monkeypatch, afresh):
    monkeypatch.setattr(grammars, "keep", lambda _name, _table: None)
    expected = [parser_of("narrative").parse(words(sentence), kept) for sentence in SENTENCES]
    parser_of.cache_clear()
    monkeypatch.setattr(Lark, "memo_serialize", otherwise(change))
    with pytest.raises(UnknownTablesError):
        table_of(load_lark("narrative"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        parsers = [parser_of("narrative"), parser_of("report"), parser_of("narrative")]
    assert [(warning.category, "lark" in str(warning.message)) for warning in caught] == [
        (RuntimeWarning, True)
    ]
    assert all(isinstance(parser, LarkParser) for parser in parsers)
    assert [parsers[0].parse(words(sentence), kept) for sentence in SENTENCES] == expected


def test_a_small_memory_changes_no_tree(monkeypatch):
    table = table_of(load_lark("narrative"))
    expected = [Automaton(table).parse(words(sentence), kept) for sentence in SENTENCES]
    monkeypatch.setattr(automaton, "MOST_STACKS", 1)
    monkeypatch.setattr(automaton, "MOST_MOVES", 1)
    small = Automaton(table)
    assert [small.parse(words(sentence), kept) for sentence in SENTENCES] == expected
    assert len(small._stacks) <= 1


def test_threads_share_an_automaton():
    table = table_of(load_lark("narrative"))
    expected = [Automaton(table).parse(words(sentence), kept) for sentence in SENTENCES]
    shared, read = Automaton(table), []
    threads = [
        Thread(target=lambda: read.append([shared.parse(words(s), kept) for s in SENTENCES * 20]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [expected * 20] * 4


def placed(text, folder, monkeypatch):
    """A package in ``folder`` with the grammars of this one, and a table of the report that a build has left."""
    (folder / "grammar").symlink_to(ROOT / "grammar")
    (folder / ready.FOLDER).mkdir()
    (folder / ready.FOLDER / "report.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(ready, "file_of_package", lambda name: (folder / name).read_bytes())
    monkeypatch.setattr(ready, "_beside_bytecode", lambda name: folder / "none" / name)


def test_a_table_is_kept_for_the_next_process(monkeypatch, afresh):
    made = parser_of("narrative").parse(words(SENTENCES[0]), kept)
    parser_of.cache_clear()
    with monkeypatch.context() as without_lark:
        without_lark.setattr(grammars, "load_lark", None)
        assert parser_of("narrative").parse(words(SENTENCES[0]), kept) == made
    # With another grammar it is made anew.
    monkeypatch.setattr(ready, "_FORM", b"another")
    assert ready_table("narrative") is None


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path, monkeypatch, afresh):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert isinstance(parser_of("narrative"), Automaton)
    assert ready_table("narrative") is None
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_can_not_be_written_to_is_no_obstacle(tmp_path, monkeypatch, afresh):
    (tmp_path / "kept").write_text("no folder", encoding="utf-8")
    assert isinstance(parser_of("narrative"), Automaton)
    assert ready_table("narrative") is None


def test_a_table_that_a_build_has_left_is_the_one_that_is_made(tmp_path, monkeypatch):
    table = table_of(load_lark("report"))
    placed(written(table, fingerprint()), tmp_path, monkeypatch)
    assert ready_table("report") == table
    assert ready_table("narrative") is None


def test_a_table_is_used_without_lark(tmp_path, monkeypatch, afresh):
    placed(written(table_of(load_lark("report")), fingerprint()), tmp_path, monkeypatch)
    monkeypatch.setattr(grammars, "load_lark", None)
    assert isinstance(parser_of("report"), Automaton)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"made_from": "x", "start": 0}', "null"])
def test_what_is_no_table_of_these_grammars_is_left_alone(text, tmp_path, monkeypatch, afresh):
    placed(text, tmp_path, monkeypatch)
    assert ready_table("report") is None
    assert isinstance(parser_of("report"), Automaton)


def test_a_table_of_other_grammars_is_left_alone(tmp_path, monkeypatch):
    placed(written(table_of(load_lark("report")), fingerprint()[::-1]), tmp_path, monkeypatch)
    assert ready_table("report") is None


def test_the_fingerprint_is_of_every_file_that_the_grammars_are_made_of():
    files = {"report", "narrative", *imports("report"), *imports("narrative")}
    assert files == set(ready.FILES)


def imports(name):
    return set(re.findall(r"^%import \.(\w+)", grammar_text(name), re.MULTILINE))


def test_a_part_that_is_not_there_is_empty():
    tree = Tree("report", (Tree("front", (1,)), 2))
    assert tree.part("front") == Tree("front", (1,))
    assert tree.part("matters") == Tree("matters", ())
    assert (list(tree.own_leaves()), list(tree.leaves())) == ([2], [1, 2])
