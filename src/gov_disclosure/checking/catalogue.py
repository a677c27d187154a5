"""Catalogues: the rules that stand in a folder, a module each, and how some of them are chosen by code."""

import pkgutil
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, TypeVar

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError


class Coded(Protocol):
    """What has a code and stands in a catalogue."""

    @property
    def code(self) -> str:
        """A letter for the family and three digits."""


_R = TypeVar("_R", bound=Coded)


def discovered(package: str, path: Iterable[str], kind: type[_R]) -> tuple[_R, ...]:
    """The ``RULE`` of each module of a package, by code; ``path`` is where its modules are looked for.

    Raises:
        TypeError: a module's rule is of another kind.
        ValueError: two modules have rules of one code.
    """
    modules: dict[str, str] = {}
    rules: list[_R] = []
    for found in pkgutil.iter_modules(path):
        rule = import_module(f"{package}.{found.name}").RULE
        if not isinstance(rule, kind):
            raise TypeError(f"the rule of {package}.{found.name} is no {kind.__name__}")
        if rule.code in modules:
            raise ValueError(f"{modules[rule.code]} and {found.name} of {package} are both {rule.code}")
        modules[rule.code] = found.name
        rules.append(rule)
    return tuple(sorted(rules, key=lambda rule: rule.code))


def chosen(codes: str | Iterable[str] | None, among: Sequence[_R]) -> tuple[_R, ...]:
    """Those of a catalogue whose codes begin with one of those given; without any all."""
    if codes is None:
        return tuple(among)
    wanted = (codes,) if isinstance(codes, str) else tuple(codes)
    for code in wanted:
        if not code or not any(rule.code.startswith(code) for rule in among):
            raise GovDisclosureError(error_text("no_rule", code=code))
    return tuple(rule for rule in among if rule.code.startswith(wanted))
