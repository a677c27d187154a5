"""Hypothesis strategies for tests of what works with reports; needs the extra ``hypothesis``.

``st.from_type(gov_disclosure.Report)`` draws from :func:`reports` wherever both are installed. All of it is
invented: no issuer, figure or sentence is that of a real report. A failing example shrinks to a report of
zeros with one short sentence in each section, in the plainest layout.
"""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TypeVar

from gov_disclosure.form.fields import Edition, State
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.extras import require_extra
from gov_disclosure.model.report import Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.damage import DamagedDocument, sample_damage
from gov_disclosure.testing.samples.documents import LAYOUTS, Document, sample_document
from gov_disclosure.testing.samples.faults import FaultyReport, sample_faults
from gov_disclosure.testing.samples.furniture import Furniture, sample_furniture
from gov_disclosure.testing.samples.noise import Noise, sample_noise
from gov_disclosure.testing.samples.prose import setting
from gov_disclosure.testing.samples.reports import EMPTY, sample_report
from gov_disclosure.testing.samples.strangers import StrangeDocument, Stranger, sample_strange_document

with require_extra("extra_hypothesis", "hypothesis"):
    from hypothesis import strategies as st


_T = TypeVar("_T")


class _Drawn(Choices):
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        return self._draw(_integers(low, high))


@lru_cache(maxsize=1024)
def _integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


def _made(sample: Callable[[Choices], _T]) -> st.SearchStrategy[_T]:
    """What is made from choices, with Hypothesis choosing."""

    @st.composite
    def made(draw: st.DrawFn) -> _T:
        return sample(_Drawn(draw))

    return made()


def reports(
    edition: Edition | str | None = None, *, empty: Collection[State] = ()
) -> st.SearchStrategy[Report]:
    """Reports in which every identity of the form holds.

    一 + 二 = 三（七） + 四 in each of the seven columns of table three, the results sum to （七）总计, and
    总计 of each row of tables three and four is its sum. Counts are not negative, changes have a sign, money
    has up to six decimals, in the unit of its cell. Some tables are all zeros, most are mostly zeros, some are
    full of figures. Each report has an issuer, a year that its edition was used for, six sections, and prose
    with figures and words of the form in it. Cells have no location; there are no issues.

    >>> from hypothesis import given
    >>> @given(reports("2021"))
    ... def test_what_came_in_went_out_or_is_still_there(report):
    ...     requests = report.requests
    ...     came_in = requests.new_received.total + requests.carried_over.total
    ...     assert came_in == requests.results.total.total + requests.carried_forward.total
    >>> test_what_came_in_went_out_or_is_still_there()

    Args:
        edition: that of the form; either if none is given.
        empty: states of :data:`EMPTY` (``blank``, ``not_applicable``, ``missing``) that cells may be in besides
            ``reported``: single ones, rows, tables, all zeros, all but the totals. Only whole rows are missing.
            The figures that are left are those of a report that adds up.

    Raises:
        ValueError: there is no such edition, or a cell in such a state says nothing plain.
    """
    own = None if edition is None else Edition(edition)
    states = frozenset(map(State, empty))
    if not states <= set(EMPTY):
        raise ValueError(error_text("empty_state", states="、".join(sorted(states - set(EMPTY)))))
    return _made(lambda choices: sample_report(choices, own, states))


def faulty_reports(edition: Edition | str | None = None) -> st.SearchStrategy[FaultyReport]:
    """Reports that add up, and the same with from one to three faults of the office planted in them.

    ``true`` is the report as it should be, ``written`` as it is. Each :class:`Fault` has the cell, what was
    done, the true value and the written one, which differ. A fault need not break a sum: a figure of table
    two that is off by one shows nowhere.

    >>> from hypothesis import given
    >>> @given(faulty_reports())
    ... def test_what_is_written_differs_from_the_truth_in_the_faults_alone(faulty):
    ...     wrong = {id for id, cell in faulty.written.cells.items() if cell != faulty.true.cells[id]}
    ...     assert wrong == {fault.id for fault in faulty.faults}
    >>> test_what_is_written_differs_from_the_truth_in_the_faults_alone()
    """
    own = None if edition is None else Edition(edition)
    return _made(lambda choices: sample_faults(choices, sample_report(choices, own)))


def layouts() -> st.SearchStrategy[Layout]:
    """Layouts that :func:`gov_disclosure.render` knows, the plainest first.

    >>> import gov_disclosure as gd
    >>> from hypothesis import given
    >>> @given(reports(), layouts())
    ... def test_a_report_can_be_written_in_any_layout(report, layout):
    ...     assert report.title in gd.render(report, layout)
    >>> test_a_report_can_be_written_in_any_layout()
    """
    return st.sampled_from(LAYOUTS)


def furniture() -> st.SearchStrategy[Furniture]:
    r"""The page around a report: navigation, index block, page numbers, signature; lines, without line ends.

    >>> from hypothesis import given
    >>> @given(furniture())
    ... def test_furniture_is_lines(around):
    ...     assert not any("\n" in line for line in (*around.before, *around.after))
    >>> test_furniture_is_lines()
    """
    return _made(lambda choices: sample_furniture(choices, setting(choices, Edition.FORM_2021)))


def noise() -> st.SearchStrategy[Noise]:
    """Other writings of a table: padded or full-width numbers, traditional characters, torn or sounded labels.

    >>> from hypothesis import given
    >>> from gov_disclosure import Layout
    >>> @given(noise())
    ... def test_a_number_stays_a_number(writing):
    ...     assert int(writing.written("12", Layout.LINES)) == 12
    >>> test_a_number_stays_a_number()
    """
    return _made(sample_noise)


def documents(
    edition: Edition | str | None = None, *, empty: Collection[State] = ()
) -> st.SearchStrategy[Document]:
    """Reports as pages have them: ``text`` is ``report`` in ``layout``, with ``noise`` and ``furniture``.

    >>> import gov_disclosure as gd
    >>> from hypothesis import given
    >>> @given(documents())
    ... def test_every_number_read_is_that_of_the_report(document):
    ...     for id, cell in gd.parse(document.text).cells.items():
    ...         assert cell.value in (None, document.report.cells[id].value)
    >>> test_every_number_read_is_that_of_the_report()

    Args:
        edition: as for :func:`reports`.
        empty: as for :func:`reports`.
    """
    return reports(edition, empty=empty).flatmap(
        lambda report: _made(lambda choices: sample_document(choices, report))
    )


def damaged_documents(
    edition: Edition | str | None = None, *, empty: Collection[State] = ()
) -> st.SearchStrategy[DamagedDocument]:
    """Documents after one damage: lines or cells lost, doubled, torn or glued, a page or a column lost.

    ``text`` is what is left of ``document.text``. Where ``leaves_trace`` is not set, nobody can know: two
    figures have changed places, one digit is another, or a doubled value stands for an empty cell that the
    layout drops.

    >>> import gov_disclosure as gd
    >>> from hypothesis import given
    >>> @given(damaged_documents())
    ... def test_a_damaged_text_is_a_report_or_none(damaged):
    ...     try:
    ...         assert gd.parse(damaged.text).cells
    ...     except gd.NotAReportError:
    ...         pass
    >>> test_a_damaged_text_is_a_report_or_none()

    Args:
        edition: as for :func:`reports`.
        empty: as for :func:`reports`.
    """
    return documents(edition, empty=empty).flatmap(
        lambda document: _made(lambda choices: sample_damage(choices, document))
    )


def strange_documents(
    strangers: Collection[Stranger | str] = tuple(Stranger),
) -> st.SearchStrategy[StrangeDocument]:
    """Documents with something in them that the form does not have: no number of it is any cell's.

    A column or a row; a head or a label in place of the form's; columns in another order, or only some of
    them; a row that lacks a cell; the mark of a note, or a number struck out or not shown; the list of a
    chart, a small table; another year's table; another report before or behind. ``report`` is what a
    careful reader may take from ``text``: its numbers all differ, so that a shift shows, and a number that
    has lost its name is missing. ``alone`` is the text without the stranger, and ``table`` is what the
    stranger may cost. Where ``leaves_trace`` is not set, nobody can know: a number without a name stands
    where an empty cell has left nothing.

    >>> import gov_disclosure as gd
    >>> from hypothesis import given
    >>> @given(strange_documents())
    ... def test_a_strange_text_is_a_report(strange):
    ...     assert gd.parse(strange.text).cells
    >>> test_a_strange_text_is_a_report()

    Args:
        strangers: what may be put in; anything if not told.

    Raises:
        ValueError: there is no such stranger, or none is given.
    """
    own = tuple(map(Stranger, strangers))
    if not own:
        raise ValueError(error_text("no_stranger"))
    return _made(lambda choices: sample_strange_document(choices, own))
