"""Values separated by semicolons (CSV of spreadsheets whose commas part decimals)."""

from gov_disclosure.layouts.finders import SEMICOLONS
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="semicolons",
    looks=Message(
        "以分号分隔的数值（CSV）",
        "values separated by semicolons (CSV)",
    ),
    finder=SEMICOLONS,
)
