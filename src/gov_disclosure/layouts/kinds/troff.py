"""A table of troff, as manual pages have them: ``.TS`` and ``.TE`` around, a row a line, text between T{ and T}."""

from gov_disclosure.layouts.finders import TROFF
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="troff",
    looks=Message(
        "troff的表格（手册页）：上下为`.TS`和`.TE`，每行表格一行，长文字在`T{`和`T}`之间",
        "a table of troff (manual pages): `.TS` and `.TE` around, a row a line, text between `T{` and `T}`",
    ),
    finder=TROFF,
)
