"""The public names as values: their types, copies of them, and what they show."""

import copy
import inspect
import io
import pickle
import typing
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from functools import cached_property

import attrs
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
RULES = {rule.code: rule for rule in gd.RULES}
BROKEN = RULES["B605"].example.report


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
    "coverage": gd.coverage(WHOLE),
    "format": gd.formats()[0],
    "place": gd.Place(table=3, row=25, column=7),
    "claims": gd.claims(RULES["N701"].example.report),
    "truth": gd.Truth.of(WHOLE),
    "report of a csv": written(WHOLE),
    "page": gd.Page(WHOLE, (), "text"),
    "view of a file": gd.source_view(gd.render(WHOLE, gd.Layout.HTML).encode()),
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


# --- What a value shows at a prompt -----------------------------------------------------------------------

LONG = "很长的\n话\x1b[31m\u202e" * 500


def single(value):
    """A value, or those of a tuple."""
    return value if isinstance(value, tuple) else (value,)


def hostile(value):
    """The value with each of its texts long and full of what a terminal obeys, and its tuples long."""
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        if (isinstance(old, str) and not isinstance(old, Enum)) or (
            old is None and "str" in str(attribute.type)
        ):
            new = LONG
        elif isinstance(old, tuple) and old:
            new = old * 1000
        elif type(old) is Decimal:
            new = Decimal(10) ** 2000
        else:
            continue
        with suppress(gd.GovDisclosureError):
            value = attrs.evolve(value, **{attribute.name: new})
    return value


EACH = [one for value in VALUES.values() for one in single(value)]
SHOWN = {type(one).__name__: one for one in EACH if attrs.has(type(one))}
SHOWN |= {
    type(inner).__name__: inner
    for finding in gd.PANEL_RULES[5].shown()
    for inner in (*finding.reports, *finding.passages, *finding.passages[0].excerpts)
}
SHOWN |= {
    type(inner).__name__: inner for inner in (SHOWN["Applied"].changes[0], SHOWN["Localization"].suspects[0])
}
SHOWN |= {type(inner).__name__: inner for inner in (SHOWN["Claim"].meanings[0], SHOWN["Claim"].quantity)}


def test_no_public_class_is_left_out():
    classes = {name[3:] for name, value in PUBLIC.items() if name.startswith("gd.") and attrs.has(value)}
    assert classes - set(SHOWN) == set()


@pytest.mark.parametrize("name", SHOWN)
def test_a_value_is_shown_on_two_lines_whatever_is_in_it(name):
    for value in (SHOWN[name], hostile(SHOWN[name])):
        assert len(repr(value)) <= 240
        assert repr(value).isprintable()


@pytest.mark.parametrize("value", EACH, ids=lambda value: type(value).__name__)
def test_so_is_every_value_of_a_report(value):
    assert len(repr(value)) <= 240
    assert repr(value).isprintable()


def test_a_short_value_is_shown_whole():
    assert repr(gd.Location(3, 1)) == "Location(line=3, column=1)"
    assert repr(gd.Message("不等。", "They differ.")) == "Message(zh='不等。', en='They differ.')"
    assert repr(WHOLE.requests.new_received).startswith("Applicants(natural_person=3, commercial_enterprise=")
    assert repr(RULES["B601"]).startswith("<Rule B601 error 'in each column of table three")
    assert repr(gd.Truth.of(WHOLE)).endswith(", …)")
