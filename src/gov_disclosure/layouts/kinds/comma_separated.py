"""Values separated by commas (CSV)."""

from gov_disclosure.layouts.finders import COMMAS
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.messages import Message

LAYOUT = LayoutKind(
    code="comma_separated",
    looks=Message(
        "以逗号分隔的数值（CSV）",
        "values separated by commas (CSV)",
    ),
    finder=COMMAS,
)
