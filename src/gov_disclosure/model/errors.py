"""The exceptions that leave this library."""


class GovDisclosureError(ValueError):
    """Root of every exception of this library; a :class:`ValueError` too."""


class NotAReportError(GovDisclosureError):
    """The text has neither a heading nor a table of the form."""


class FileFormatError(GovDisclosureError):
    """A file whose kind or encoding is not one that :func:`gov_disclosure.read` takes."""


class SerializedFormError(GovDisclosureError):
    """A text (JSON, CSV, cells, floors) that does not have the shape that this library writes."""


class RenderError(GovDisclosureError):
    """A report that no document can hold: a row of which only some cells are there, a unit of no form."""
