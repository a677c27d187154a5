"""What a browser shows of a text with tags; what tells is loaded with the first that may hide something."""

import re

from gov_disclosure.form.on_demand import on_demand

# Tags that hide nothing and mean what they are: a text with these alone is shown as it stands.
_PLAIN = (
    r"/?(?:t[drh]|table|tbody|thead|tfoot|h[1-6]|p|div|br|b|strong|i|em|u|html|head|body|title|meta|hr|ul|ol|li|section"
    r"|article|header|footer|main|center|row|cell)"
    r"(?:\s++(?:colspan|rowspan|cols|rows|border|align|valign|width|height|lang|charset|cellpadding|cellspacing)=?+"
    r"(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>=]++))*+\s*+/?>"
)
_NOT_PLAIN = on_demand(rf"<(?!{_PLAIN}|!doctype [^<>]*>)(?=[a-zA-Z/!?])", re.IGNORECASE)


def shown_text(text: str) -> str:
    """The text with signs of no width in the place of what a browser does not show; every offset stays."""
    if "<" not in text or _NOT_PLAIN.search(text) is None:
        return text
    from gov_disclosure.sources.pages.shown import shown_page

    return shown_page(text)
