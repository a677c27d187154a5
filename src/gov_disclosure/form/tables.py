"""The parse tables of Lark: the one module that reads its inside, whose form Lark does not promise."""

from typing import Any, Final

from lark import Lark

from gov_disclosure.form.plain import Rule, Table

_OPTIONS: Final = {"keep_all_tokens", "expand1", "priority", "template_source", "empty_indices", "__type__"}
_REDUCE, _SHIFT = 1, 0


class UnknownTablesError(Exception):
    """The tables of this Lark look otherwise than those that are understood."""


def table_of(lark: Lark) -> Table:
    """The table of a Lark with one start rule.

    Raises:
        UnknownTablesError: it is of a form that is not known.
    """
    try:
        return _read(lark)
    except (AttributeError, AssertionError, IndexError, KeyError, TypeError, ValueError) as error:
        raise UnknownTablesError(repr(error)) from error


def _read(lark: Any) -> Table:
    # What Lark.save and its standalone parsers write: dicts, lists, names and numbers.
    from lark.grammar import Rule as LarkRule
    from lark.lexer import TerminalDef

    data, memo = lark.memo_serialize([TerminalDef, LarkRule])
    table = data["parser"]["parser"]
    numbers: dict[Any, int] = {}
    rules: list[Rule] = []
    for key, written in memo.items():
        if written["__type__"] == "Rule":
            numbers[key] = len(rules)
            rules.append(_rule(written))
    states = table["states"]
    _check(set(states) == set(range(len(states))), "states")
    return Table(
        start=_only(table["start_states"], len(states)),
        end=_only(table["end_states"], len(states)),
        rules=tuple(rules),
        states=tuple(_row(states[at], table["tokens"], numbers, len(states)) for at in range(len(states))),
    )


def _only(states: dict[str, int], count: int) -> int:
    (state,) = states.values()
    _check(state in range(count), "start or end")
    return state


def _row(row: Any, tokens: Any, numbers: dict[Any, int], count: int) -> dict[str, int]:
    actions: dict[str, int] = {}
    for token, (action, argument) in row.items():
        _check(action in (_SHIFT, _REDUCE), "action")
        if action == _SHIFT:
            _check(argument in range(count), "state")
        actions[str(tokens[token])] = ~numbers[argument["@"]] if action == _REDUCE else argument
    return actions


def _rule(written: Any) -> Rule:
    options, symbols, origin = written["options"], written["expansion"], str(written["origin"]["name"])
    _check(set(options) <= _OPTIONS and not any(options["empty_indices"] or ()), "options of a rule")
    inline, single = origin.startswith("_"), options["expand1"] and not written["alias"]
    _check(not (inline and single), "an inlined rule of one child")
    keep = []
    for at, symbol in enumerate(symbols):
        _check(symbol["__type__"] in ("Terminal", "NonTerminal"), "symbol")
        terminal = symbol["__type__"] == "Terminal"
        if options["keep_all_tokens"] or not (terminal and symbol["filter_out"]):
            keep.append((at, not terminal and symbol["name"].startswith("_")))
    name = None if inline else str(written["alias"] or options["template_source"] or origin)
    return Rule(origin, len(symbols), name, bool(single), tuple(keep))


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)
