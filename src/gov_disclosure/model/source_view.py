"""What a file shows: the text that a report was read from as a person sees it, with the tables in it."""

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.grid import Grid


@frozen(repr=False)
class SourceView(Brief):
    """A file's text, for showing it beside the report that was read from it."""

    text: str
    """As it was read; the places of a report are lines and columns of it."""
    seen: str
    """The same, offset by offset, with signs of no width in the place of what nobody sees, as tags of a page,
    and with the lines that a person sees."""
    tables: tuple[Grid, ...] = ()
    """In order; what stands in them is shown in cells."""
