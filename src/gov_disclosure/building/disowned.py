"""Reports whose own words take their tables back: 本报告已作废, 更正说明：…, 第三部分表格为2021年数据."""

from collections.abc import Iterable

from gov_disclosure.building.caption_words import Own
from gov_disclosure.form.explanations import said_of_tables, takes_back
from gov_disclosure.form.folding import fold
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.parsing.lexemes import PROSE, Leaf

CLAUSE_END = on_demand(r"[，,。；;：:\n]")
"""Where a clause of a sentence ends."""
# A line that takes figures back says so at its beginning; a sentence may stand anywhere in a paragraph.
_LONGEST_LINE = 200
_LONGEST_PARAGRAPH = 4000
# A paragraph without any of these is nothing of the kind.
_SIGNS = on_demand("[表误废撤][^\n]|更正|[(（【\\[][样模测示]")


def are_disowned(leaves: Iterable[Leaf], own: Own) -> bool:
    """Whether a line of the report, wherever it stands, makes its tables another's or takes them back."""
    lines = (piece.text for leaf in leaves if leaf.type == PROSE for piece in (leaf.piece, *leaf.slots))
    return any(_disowns(line, own) for line in lines if _SIGNS.search(line[:_LONGEST_PARAGRAPH]))


def _disowns(line: str, own: Own) -> bool:
    if len(line) <= _LONGEST_LINE and takes_back(fold(line)):
        return True
    said = (said_of_tables(fold(clause)) for clause in CLAUSE_END.split(line[:_LONGEST_PARAGRAPH]))
    return any(what and own.is_told_another(what) for what in said)
