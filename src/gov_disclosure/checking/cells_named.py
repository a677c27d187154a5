"""The cells that a rule names: each is one of the form, or the rule is refused when it is defined."""

from collections.abc import Iterable

from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError


def hold_to_form(code: str, cells: Iterable[str]) -> None:
    """Refuse the rule of a code if the form lacks one of the cells that it names.

    Raises:
        GovDisclosureError: it does.
    """
    form = fields_by_id()
    for id in cells:
        if id not in form:
            raise GovDisclosureError(error_text("rule_cell", code=code, id=id))
