"""What stands in a folder is found without a list of it."""

import sys

import pytest

import gov_disclosure as gd
from gov_disclosure.model.discovery import discovered


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A package to put rules in, and what is discovered there."""
    package = tmp_path / "some_rules"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield package
    for name in [name for name in sys.modules if name.partition(".")[0] == package.name]:
        del sys.modules[name]


def put(folder, name, code):
    (folder / f"{name}.py").write_text(
        "from attrs import evolve\nimport gov_disclosure as gd\n"
        f"RULE = evolve(gd.RULES[0], code={code!r}) if {code!r} != 'P800' else gd.PANEL_RULES[0]\n"
    )


def found_in(folder):
    return discovered(folder.name, [str(folder)], "RULE", gd.Rule)


def test_rules_come_in_the_order_of_their_codes_whatever_their_files_are_called(folder):
    put(folder, "a", "B699")
    put(folder, "b", "B650")
    assert [rule.code for rule in found_in(folder)] == ["B650", "B699"]


def test_a_code_that_two_rules_have_is_refused(folder):
    put(folder, "a", "B650")
    put(folder, "b", "B650")
    with pytest.raises(ValueError, match=r"some_rules\.a and some_rules\.b both have a B650"):
        found_in(folder)


def test_a_rule_of_the_other_kind_is_refused(folder):
    put(folder, "a", "P800")
    with pytest.raises(TypeError, match=r"RULE of some_rules\.a is no Rule"):
        found_in(folder)


def test_a_module_may_define_several(folder):
    (folder / "a.py").write_text("import gov_disclosure as gd\nRULE = gd.RULES[:3]\n")
    assert found_in(folder) == gd.RULES[:3]


def test_a_module_that_defines_none_is_an_error_that_names_it(folder):
    (folder / "a.py").touch()
    with pytest.raises(AttributeError, match=r"some_rules\.a"):
        found_in(folder)
