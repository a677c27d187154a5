"""One page of HTML, whole in itself, that shows reports with what was found of them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Final, TypeVar, get_args

from attrs import frozen

from gov_disclosure.checking.coverage import Coverage, coverage
from gov_disclosure.checking.findings import Finding
from gov_disclosure.form.arguments import each
from gov_disclosure.form.brief import Brief
from gov_disclosure.model.extras import require_extra
from gov_disclosure.model.issues import Level
from gov_disclosure.model.messages import Language, Message
from gov_disclosure.model.own_files import MARK
from gov_disclosure.model.report import Report
from gov_disclosure.model.shown import visible
from gov_disclosure.model.source_view import SourceView
from gov_disclosure.writing.findings import Unread
from gov_disclosure.writing.page.sections import section_of
from gov_disclosure.writing.page.words import LEGEND, LEVELS, PAGE, STATES

with require_extra("extra_html", "jinja2"):
    from jinja2 import Environment, PackageLoader, StrictUndefined, Template
    from markupsafe import Markup, escape

_Key = TypeVar("_Key", bound=str)

_CHINESE: Final = re.compile("([\u3001-\u303f\u3400-\u9fff\uff00-\uffef]+)")


@frozen(repr=False)
class Page(Brief):
    """A report, and what is shown with it."""

    report: Report
    findings: tuple[Finding, ...] = ()
    text: str | SourceView | None = None
    """The text that the report was parsed from, or what its file shows (:func:`gov_disclosure.source_view`);
    without it the tables stand alone."""
    coverage: Coverage | None = None
    """How much of it was assessed; without it what all rules can."""


def to_html(pages: Page | Iterable[Page], lang: Language = "zh", *, unread: Iterable[Unread] = ()) -> str:
    """Reports as one page of HTML that needs nothing else: tables, findings, issues, and the source beside.

    The labels of the form are Chinese in both languages. ``unread`` are files that were to be shown too; they
    are named with the reason why they are not.

    Raises:
        ValueError: an unknown language.
    """
    if lang not in get_args(Language):
        raise ValueError(f'lang must be "zh" or "en", not {lang!r}')
    given = [pages] if isinstance(pages, Page) else each("pages", pages, Page)
    sections = [
        section_of(number, page.report, page.findings, page.text, page.coverage or coverage(page.report), lang)
        for number, page in enumerate(given, 1)
    ]
    return _template().render(
        sections=sections,
        unread=[(PurePath(one.source).name, _in_language(one.reason, lang)) for one in unread],
        mark=MARK,
        lang=lang,
        words=_said(PAGE, lang),
        levels=_said(LEVELS, lang),
        states=_said(STATES, lang),
        legend=_said(LEGEND, lang),
        info=Level.INFO,
    )


def _in_language(reason: str, lang: Language) -> str:
    """What an error of this library says in one of its two languages."""
    zh, _, en = reason.partition(" / ")
    return (zh if lang == "zh" else en) or reason


def _said(words: Mapping[_Key, Message], lang: Language) -> Mapping[_Key, str]:
    return {name: message.said_in(lang) for name, message in words.items()}


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("gov_disclosure.writing.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    environment.filters["with_chinese"] = _with_chinese
    # The project's own file; all else that the template is given is escaped.
    environment.globals["style"] = Markup(
        (files("gov_disclosure.writing.page") / "templates" / "page.css").read_text("utf-8")
    )
    return environment.get_template("page.html.jinja")


def _visible(value: object) -> object:
    """Text of a report without a character that a page would obey; a tab parts cells of its source."""
    return visible(value, keep="\t") if isinstance(value, str) and not isinstance(value, Markup) else value


def _with_chinese(text: str) -> Markup:
    """An English sentence whose Chinese words say that they are, for voices that read it."""
    parts = _CHINESE.split(visible(text))
    return Markup().join(
        Markup('<span lang="zh-CN">{}</span>').format(part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )
