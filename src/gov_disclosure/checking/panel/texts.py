"""The prose of a report, cut into clauses that know where they stand."""

from attrs import frozen

from gov_disclosure.checking.panel.clauses import Clauses, clauses, figures
from gov_disclosure.checking.panel.findings import Excerpt
from gov_disclosure.checking.panel.members import Filing


@frozen(eq=False)
class Text:
    """The sections of prose of what an issuer has for a year; of several reports the first one's."""

    filing: Filing
    clauses: Clauses

    @property
    def office(self) -> str:
        """Whose it is."""
        return self.filing.key

    def excerpt(self, first: int, last: int) -> Excerpt:
        """The text from one clause to another of the same section."""
        section = self.filing.first.prose[self.clauses.parts[first]]
        start, end = self.clauses.starts[first], self.clauses.ends[last]
        return Excerpt(
            section=section.number, heading=section.location, start=start, text=section.text[start:end]
        )

    def figures(self, at: int) -> list[str]:
        """The figures in a clause."""
        return figures(self.excerpt(at, at).text)


def text_of(filing: Filing) -> Text:
    """The prose of an issuer's report for a year."""
    return Text(filing, clauses([section.text for section in filing.first.prose], filing.issuer))
