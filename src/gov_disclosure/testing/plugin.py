"""What Hypothesis calls when it is imported: a :class:`Report` is drawn from the strategies of this library."""

from gov_disclosure.model.report import Report


def register() -> None:
    """Tell Hypothesis how to draw a report; what makes reports is imported with the first of them."""
    from hypothesis import strategies as st

    def drawn(_: type[Report]) -> st.SearchStrategy[Report]:
        from gov_disclosure.testing.strategies import reports

        return reports()

    st.register_type_strategy(Report, drawn)
