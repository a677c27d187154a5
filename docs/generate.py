"""The parts of the project's pages that the code tells: ``python docs/generate.py`` writes them anew.

Run it after a rule, an issue or a layout is added or its words change. ``--check`` only says what is stale.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from gov_disclosure.building.remarks import issue_kinds
from gov_disclosure.checking.panel.rules import PANEL_RULES
from gov_disclosure.checking.rules import RULES
from gov_disclosure.layouts.kinds import LAYOUTS
from gov_disclosure.model.messages import Language
from gov_disclosure.writing.catalogue import to_catalogue, to_table

ROOT: Final = Path(__file__).parent.parent

_COLUMNS: Final[Mapping[Language, str]] = {"en": "| code | level | meaning |", "zh": "| 代码 | 级别 | 含义 |"}


def issues(lang: Language) -> str:
    """A row for each kind of issue of reading: its code, its level, and when it is given."""
    rows = (f"| {kind.code} | {kind.level} | {kind.when.said_in(lang)} |" for kind in issue_kinds())
    return "\n".join((_COLUMNS[lang], "|---|---|---|", *rows))


_LAYOUTS: Final[Mapping[Language, str]] = {
    "en": "| layout | how it looks | blank cells keep their place |",
    "zh": "| 版面 | 样子 | 空单元格保持原位 |",
}
_YES: Final[Mapping[Language, str]] = {"en": "yes", "zh": "是"}


def layouts(lang: Language) -> str:
    """A row for each layout that can be written: its name, how it looks, and whether it keeps blanks."""
    written = (kind for kind in LAYOUTS if kind.write)
    rows = (
        f"| `{kind.code}` | {kind.looks.said_in(lang)} | {_YES[lang] if kind.keeps_blanks else ''} |"
        for kind in written
    )
    return "\n".join((_LAYOUTS[lang], "|---|---|---|", *rows))


def members() -> str:
    """The layouts that can be written as members of an enumeration."""
    written = (kind for kind in LAYOUTS if kind.write)
    return "\n".join(f'        {kind.code.upper()} = "{kind.code}"' for kind in written)


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "RULES.md": lambda: to_catalogue("en"),
    "RULES.zh-CN.md": lambda: to_catalogue("zh"),
}
"""Pages that are generated as a whole."""

BLOCKS: Final[Mapping[str, Callable[[Language], str]]] = {
    "checks": lambda lang: to_table(RULES, lang),
    "issues": issues,
    "layouts": layouts,
    "panels": lambda lang: to_table(PANEL_RULES, lang),
}
"""What stands between ``<!-- generated: NAME -->`` and ``<!-- end: NAME -->`` in a page NAME."""

NAMES: Final = "src/gov_disclosure/layouts/names.py"
"""Between comments of the same words stand the members of ``Layout`` there, for type checkers."""

WITH_BLOCKS: Final[Mapping[str, Language]] = {"docs": "en", "docs/zh": "zh"}
"""The folders of these pages."""


def generated() -> Iterator[tuple[Path, str]]:
    """Each page that has generated parts, and what it should be."""
    for name, page in PAGES.items():
        yield ROOT / name, page()
    for folder, lang in WITH_BLOCKS.items():
        for name, content in BLOCKS.items():
            path = ROOT / folder / f"{name}.md"
            text = path.read_text(encoding="utf-8")
            yield path, _with(text, f"<!-- generated: {name} -->", content(lang), f"<!-- end: {name} -->")
    text = (ROOT / NAMES).read_text(encoding="utf-8")
    yield ROOT / NAMES, _with(text, "# generated: layouts", members(), "        # end: layouts")


def _with(page: str, opening: str, content: str, end: str) -> str:
    marked = re.compile(f"{re.escape(opening)}\n.*?{re.escape(end)}", re.DOTALL)
    if not marked.search(page):
        raise ValueError(f"a page has no place for {opening}")
    return marked.sub(lambda _: f"{opening}\n{content}\n{end}", page)


def main(arguments: list[str]) -> int:
    """Write what is out of date, or with ``--check`` name it and end with 1."""
    stale = [(path, text) for path, text in generated() if path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        print(path.relative_to(ROOT))
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
