"""The public names as values: their types, copies of them, and what they show."""

import copy
import inspect
import io
import pickle
import typing
from functools import cached_property

import pytest

import gov_disclosure as gd
from gov_disclosure import strategies
from helpers.reports import FIXTURES, REPORTS

PUBLIC = {f"gd.{name}": getattr(gd, name) for name in dir(gd) if not name.startswith("_")}
PUBLIC |= {f"strategies.{name}": getattr(strategies, name) for name in strategies.__all__}


def functions(value):
    """A public function, or the methods and properties of a public class."""
    if inspect.isfunction(value):
        yield value
    if inspect.isclass(value):
        for name in dir(value):
            member = inspect.getattr_static(value, name)
            function = getattr(member, "__func__", member)
            if isinstance(member, property):
                function = member.fget
            if isinstance(member, cached_property):
                function = member.func
            # attrs gives the functions that it makes no module.
            if inspect.isfunction(function) and (function.__module__ or "gov_disclosure").startswith(
                "gov_disclosure"
            ):
                yield function


@pytest.mark.parametrize("name", PUBLIC)
def test_the_types_of_every_public_name_can_be_asked_for(name):
    if inspect.isclass(PUBLIC[name]):
        typing.get_type_hints(PUBLIC[name])
    for function in functions(PUBLIC[name]):
        typing.get_type_hints(function)


def test_the_version_is_among_the_names():
    assert "__version__" in dir(gd)
    assert sorted(dir(gd)) == sorted({*gd.__all__, "__version__"})


WHOLE = gd.read(REPORTS / "tika-2021.txt")
REFUSED = gd.read(FIXTURES / "explained-2019.txt")
BROKEN = gd.RULES[4].example.report


def written(report):
    stream = io.StringIO()
    gd.to_csv(report, stream)
    stream.seek(0)
    return gd.from_csv(stream)[0]


VALUES = {
    "report": WHOLE,
    "refused report": REFUSED,
    "cells": WHOLE.cells,
    "cell": WHOLE.cells["proactive.fees.amount"],
    "unreadable cell": next(REFUSED.cells.in_state(gd.State.UNREADABLE)),
    "table": WHOLE.requests,
    "section": WHOLE.sections[0],
    "location": WHOLE.sections[0].location,
    "message": REFUSED.issues[0].message,
    **{f"issue {issue.code}": issue for issue in REFUSED.issues},
    **{f"verdict {verdict.identity.id}": verdict for verdict in (gd.assess(WHOLE)[0], gd.assess(BROKEN)[-1])},
    "identity": gd.identities("2021")[0],
    "field": gd.form_fields("2021")[0],
    **{f"rule {rule.code}": rule for rule in (*gd.RULES, *gd.PANEL_RULES)},
    **{found.id: found for rule in (*gd.RULES, *gd.PANEL_RULES) for found in rule.shown()},
    **{f"layout {layout}": layout for layout in gd.Layout},
    "localization": gd.localize(BROKEN),
    "suggestions": gd.suggest(BROKEN),
    "applied": gd.apply(BROKEN, gd.suggest(BROKEN)[:1]),
    "claims": gd.claims(WHOLE),
    "truth": gd.Truth.of(WHOLE),
    "report of a csv": written(WHOLE),
    "page": gd.Page(WHOLE, (), "text"),
}
WAYS = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": lambda value, protocol=protocol: pickle.loads(pickle.dumps(value, protocol))
        for protocol in (2, pickle.HIGHEST_PROTOCOL)
    },
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", VALUES)
def test_a_copy_is_equal_and_works_as_the_value(name, way):
    value = VALUES[name]
    other = WAYS[way](value)
    # A report that was read finds the places of its cells when they are asked for; its copy has them.
    assert isinstance(value, type(other))
    assert other == value
    assert repr(other) == repr(value)


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_of_a_rule_finds_the_same_and_has_the_same_hash(way):
    for rule in (*gd.RULES, *gd.PANEL_RULES):
        other = WAYS[way](rule)
        assert hash(other) == hash(rule)
        assert other.shown() == rule.shown()


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_of_an_error_says_the_same(way):
    errors = [kind("what it says") for kind in plain_errors()]
    for error in (*errors, gd.StrictParseError(REFUSED.issues)):
        other = WAYS[way](error)
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)


def plain_errors():
    errors = (value for value in PUBLIC.values() if inspect.isclass(value) and issubclass(value, Exception))
    return [error for error in errors if error is not gd.StrictParseError]
