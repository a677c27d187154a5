"""The benchmark: ``python bench/run.py`` prints one table of times and of ratios to a floor.

The floor is what any reader of such a text must do: fold it (NFKC), split its lines and find its digits. It is
measured in the same run on the same texts, so a ratio means the same on any machine.
"""

import multiprocessing
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from lark import Lark
from lark.lexer import Lexer

import gov_disclosure as gd
from first_parse import AIM, first_parse, first_parse_without_bytecode
from gov_disclosure.parsing.headings import resolve_headings
from gov_disclosure.parsing.lexemes import Lexeme
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.parsing.parser import parse_tree
from gov_disclosure.scanning.scanner import scan

ROOT = Path(__file__).parent.parent
REPORTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "reports").glob("*.txt"))]
# As many figures of the tables as a talkative office states.
STATED = (
    "（二）依申请公开。2021年，全年新收政府信息公开申请4件，其中自然人3件、社会公益组织1件，上年结转0件。"
    "共办结4件，其中予以公开4件，占100%，部分公开0件，不予公开0件，无法提供0件；结转下年度继续办理0件。"
    "未发生因政府信息公开引起的行政复议、行政诉讼。\n"
)
DIGITS = re.compile(r"\d+")
DEPENDENCIES = "import lark, attrs, cattrs"


def floor(text: str) -> None:
    """The least that must be done with a text."""
    unicodedata.normalize("NFKC", text).splitlines()
    DIGITS.findall(text)


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in seconds: what is not noise."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def each(run: Callable[[Any], object], things: Sequence[Any], times: int) -> float:
    """Mean of the shortest times of a function on each text or report."""
    return sum(best(partial(run, thing), times) for thing in things) / len(things)


def in_new_process(code: str, times: int = 9) -> float:
    """Median of the seconds that a new interpreter says some code took."""
    timed = f"import time; start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    command = [sys.executable, "-c", timed]
    return median(float(subprocess.check_output(command, cwd=ROOT)) for _ in range(times))


class _TypedLexer(Lexer):
    """Gives leaves, whose kinds are settled, to a parser that has no state to settle them by."""

    __future_interface__ = 2

    def __init__(self, _conf: object) -> None: ...

    def lex(self, lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
        """The leaves as they are."""
        yield from lexer_state.text


def earley(text: str, times: int) -> tuple[float, float]:
    """Seconds of the LALR parser and of Earley's on the same lexemes and grammar."""
    lexemes: list[Lexeme] = resolve_headings(lex(scan(text)))
    lalr = best(lambda: parse_tree(lexemes), times)
    grammar = ROOT / "grammar" / "report.lark"
    parser: Any = Lark.open(str(grammar), parser="earley", lexer=_TypedLexer, start="report")
    _, leaves = parse_tree(lexemes)
    return lalr, best(lambda: parser.parse(leaves), max(times // 10, 2))


def cells(text: str) -> int:
    """Parse in a worker; only a number comes back."""
    return len(gd.parse(text).cells)


def per_second() -> float:
    """Reports read in a second on all cores."""
    work = REPORTS * 40
    with multiprocessing.Pool() as pool:
        pool.map(cells, REPORTS)
        start = time.perf_counter()
        pool.map(cells, work, chunksize=20)
        return len(work) / (time.perf_counter() - start)


def growth(times: int) -> Iterator[tuple[int, float]]:
    """Copies of the narrative added to a report, and seconds for each character that they add."""
    head, heading, rest = REPORTS[0].partition("二、主动公开政府信息情况")
    narrative = head.partition("一、总体情况")[2]
    once = best(partial(gd.parse, head + heading + rest), times)
    for copies in (10, 100, 1000):
        longer = best(partial(gd.parse, head + narrative * copies + heading + rest), times)
        yield copies, (longer - once) / (len(narrative) * copies)


def main(times: int = 40) -> None:
    """Measure and print."""
    gd.parse(REPORTS[0])
    least = each(floor, REPORTS, times * 3)
    parse = each(gd.parse, REPORTS, times)
    reports = [gd.parse(text) for text in REPORTS]
    checks = each(gd.check, reports, times)
    stating = [text.replace("二、主动公开", f"{STATED}二、主动公开", 1) for text in REPORTS]
    stated = each(gd.check, list(map(gd.parse, stating)), times) / each(gd.parse, stating, times)
    lalr, by_earley = earley(REPORTS[0], times)
    imports = in_new_process(DEPENDENCIES)
    ours = in_new_process("import gov_disclosure")
    rows = [
        ("floor, a report", f"{least * 1e6:.0f} µs", "", ""),
        ("parse, a report", f"{parse * 1e6:.0f} µs", f"{parse / least:.1f} × floor", "≤ 10 ×"),
        ("check, a report", f"{checks * 1e6:.0f} µs", f"{checks / parse:.2f} × parse", "≤ 0.33 ×"),
        ("check, prose with 13 figures", "", f"{stated:.2f} × parse", ""),
        ("LALR alone", f"{lalr * 1e6:.0f} µs", f"Earley {by_earley / lalr:.0f} ×", ""),
        ("reports a second, all cores", f"{per_second():.0f}", f"{multiprocessing.cpu_count()} cores", ""),
        ("import", f"{ours * 1e3:.0f} ms", f"{ours / imports:.2f} × dependencies", "≤ 1.5 ×"),
        ("first parse of a process", f"{first_parse() * 1e3:.0f} ms", "CPU time", AIM),
        ("the same without bytecode", f"{first_parse_without_bytecode() * 1e3:.0f} ms", "CPU time", ""),
    ]
    base = 0.0
    for copies, per_character in growth(max(times // 4, 3)):
        base = base or per_character
        ratio = f"{per_character / base:.2f} × of 10 copies"
        rows.append((f"a character added, × {copies}", f"{per_character * 1e9:.0f} ns", ratio, "linear: ~ 1"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(("peak memory", f"{peak:.0f} MB", "", ""))
    print(f"{'what':32} {'measured':>12}  {'ratio':24} aim")
    for name, measured, ratio, aim in rows:
        print(f"{name:32} {measured:>12}  {ratio:24} {aim}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
