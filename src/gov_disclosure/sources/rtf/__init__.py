"""RTF documents: a text with marks, read into the elements of a Word document and from there as one."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.rtf.reader import Reader, UnevenGroupsError
from gov_disclosure.sources.rtf.tokens import Tokens
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.marked import TooDeepError
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.story import Story
from gov_disclosure.sources.word.styles import Context, Styles
from gov_disclosure.sources.word.trees import broken
from gov_disclosure.sources.word.writing import Writing


def read_rtf(data: bytes, name: str) -> Document:
    """The document of an RTF file.

    Raises:
        FileFormatError: it is cut, or nested deeper than any report.
    """
    try:
        body = Reader(Tokens(data)).body()
        story = Story(Styles(), Numbering(), Inline(Styles()))
        return Writing().document(story.blocks(body, Context()), story.inline)
    except (UnevenGroupsError, TooDeepError, RecursionError) as error:
        raise broken(name, str(error) or "nested too deeply") from error
