"""Catalogues: how some of the rules of one are chosen by code."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from gov_disclosure.form.arguments import each
from gov_disclosure.model.discovery import Coded
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError

_R = TypeVar("_R", bound=Coded)


def chosen(codes: str | Iterable[str] | None, among: Sequence[_R]) -> tuple[_R, ...]:
    """Those of a catalogue whose codes begin with one of those given; without any all."""
    if codes is None:
        return tuple(among)
    wanted = (codes,) if isinstance(codes, str) else tuple(each("rules", codes, str))
    for code in wanted:
        if not code or not any(rule.code.startswith(code) for rule in among):
            raise GovDisclosureError(error_text("no_rule", code=code))
    return tuple(rule for rule in among if rule.code.startswith(wanted))
