"""How time grows with texts that are no report: ``python bench/curve.py`` prints it to ten million characters.

Each kind is made at 100,000, a million and ten million characters. Time for each character stays about the
same, and what comes out is ``NotAReportError`` or a report whose cells are missing.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import gov_disclosure as gd

SIZES = (100_000, 1_000_000, 10_000_000)
SOURCE = Path(gd.__file__).parent


def repeated(text: str, size: int) -> str:
    """The text again and again, up to a size."""
    return (text * (size // len(text) + 1))[:size]


def prose(size: int) -> str:
    """Sentences with figures, a line each."""
    rng = random.Random(1)
    lines = [
        f"本年度第{rng.randint(1, 400)}次会议听取了{rng.randint(2, 90)}个单位的汇报，"
        f"要求{rng.choice(['加强', '改进', '规范'])}信息发布。\n"
        for _ in range(5000)
    ]
    return repeated("".join(lines), size)


def source_code(size: int) -> str:
    """Python, this package's own."""
    return repeated("".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.glob("*.py"))), size)


def regulation(size: int) -> str:
    """A document of another kind, with numbered parts."""
    lines = [f"第{number}条　行政机关应当自收到之日起{number % 30}日内办理。\n" for number in range(1, 3000)]
    return repeated("第一章 总则\n" + "".join(lines), size)


def characters(size: int) -> str:
    """Characters of all planes."""
    rng = random.Random(2)
    planes = [*range(0x20, 0xD800), *range(0xE000, 0x20000)]
    return repeated("".join(map(chr, rng.choices(planes, k=200_000))), size)


def labels(size: int) -> str:
    """One label again and again, a line each."""
    return repeated("其他\n总计\n", size)


def numbers(size: int) -> str:
    """Lines of numbers that no label stands before."""
    return repeated("0 12 7 0 0 3 22\n", size)


KINDS: tuple[Callable[[int], str], ...] = (prose, source_code, regulation, characters, labels, numbers)


def outcome(text: str) -> str:
    """What reading a text that is no report gives; a number would be an error."""
    try:
        report = gd.parse(text)
    except gd.NotAReportError:
        return "no report"
    assert all(cell.value is None for cell in report.cells.values())
    return f"{len(report.issues)} issues"


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure and print."""
    gd.parse("一、总体情况\n")
    print(f"{'text':14} {'characters':>12} {'seconds':>9} {'µs each':>8} {'growth':>7}  outcome")
    for make in KINDS:
        first = 0.0
        for size in sizes:
            text = make(size)
            start = time.perf_counter()
            found = outcome(text)
            seconds = time.perf_counter() - start
            each = seconds / size * 1e6
            first = first or each
            print(f"{make.__name__:14} {size:12,} {seconds:9.2f} {each:8.2f} {each / first:6.2f}×  {found}")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
