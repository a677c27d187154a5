"""What tools make of the web page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.converters.way import Way, program


def of_source(text_of: Callable[[str], str | None]) -> Callable[[Path], str]:
    """A tool that is given the source of the page."""
    return lambda path: text_of(path.read_text(encoding="utf-8")) or ""


def soup(*arguments: Any, parser: str = "html.parser", **options: Any) -> Callable[[str], str]:
    def text_of(source: str) -> str:
        from bs4 import BeautifulSoup

        return BeautifulSoup(source, parser).get_text(*arguments, **options)

    return text_of


def by_lxml(text_of: Callable[[Any], str]) -> Callable[[str], str]:
    def convert(source: str) -> str:
        import lxml.html

        return text_of(lxml.html.document_fromstring(source).body)

    return convert


def by_html2text(**settings: Any) -> Callable[[str], str]:
    def convert(source: str) -> str:
        import html2text

        tool = html2text.HTML2Text()
        for name, value in settings.items():
            setattr(tool, name, value)
        return tool.handle(source)

    return convert


def by_html_text(source: str, **options: Any) -> str:
    import html_text

    return html_text.extract_text(source, **options)


def by_markdownify(**options: Any) -> Callable[[str], str]:
    def convert(source: str) -> str:
        import markdownify

        return markdownify.markdownify(source, **options)

    return convert


def by_inscriptis(css: str, separator: str) -> Callable[[str], str]:
    def convert(source: str) -> str:
        import inscriptis
        from inscriptis.css_profiles import CSS_PROFILES
        from inscriptis.model.config import ParserConfig

        config = ParserConfig(css=CSS_PROFILES[css], table_cell_separator=separator)
        return inscriptis.get_text(source, config)

    return convert


def by_trafilatura(**options: Any) -> Callable[[str], str | None]:
    def convert(source: str) -> str | None:
        import trafilatura

        return trafilatura.extract(source, **options)

    return convert


def by_readability(then: Callable[[str], str]) -> Callable[[str], str]:
    def convert(source: str) -> str:
        import readability

        document = readability.Document(source)
        return f"{document.short_title()}\n" + then(document.summary())

    return convert


def by_justext(source: str) -> str:
    import justext

    return "\n".join(paragraph.text for paragraph in justext.justext(source.encode(), frozenset()))


def by_resiliparse(**options: Any) -> Callable[[str], str]:
    def convert(source: str) -> str:
        from resiliparse.extract.html2text import extract_plain_text

        return extract_plain_text(source, **options)

    return convert


def by_selectolax(**options: Any) -> Callable[[str], str]:
    def convert(source: str) -> str:
        from selectolax.lexbor import LexborHTMLParser

        return LexborHTMLParser(source).body.text(**options)

    return convert


def by_markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return MarkItDown().convert(str(path)).text_content


def by_pandas(text_of: Callable[[Any], str]) -> Callable[[Path], str]:
    """The tables of the page, one behind the other, and nothing else."""

    def convert(path: Path) -> str:
        import pandas

        return "\n\n".join(map(text_of, pandas.read_html(path)))

    return convert


def by_pandoc(form: str, *extra: str) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        import pypandoc

        return pypandoc.convert_file(str(path), form, extra_args=list(extra))

    return convert


def _page(tool: str, options: str, convert: Callable[[Path], str], *needs: str) -> Way:
    return Way(tool, options, "page", convert, needs)


_SOUP = {
    "": soup(),
    "newline": soup("\n"),
    "newline, strip": soup("\n", strip=True),
    "space, strip": soup(" ", strip=True),
    "tab, strip": soup("\t", strip=True),
    "bar, strip": soup("|", strip=True),
    "comma, strip": soup(",", strip=True),
    "lxml, newline": soup("\n", parser="lxml"),
}
_LXML = {
    "text_content": by_lxml(lambda body: body.text_content()),
    "itertext, newline": by_lxml(lambda body: "\n".join(filter(None, map(str.strip, body.itertext())))),
    "itertext, space": by_lxml(lambda body: " ".join(body.itertext())),
    "xpath text, newline": by_lxml(lambda body: "\n".join(body.xpath("//td//text() | //p//text()"))),
}
_HTML2TEXT = {
    "": by_html2text(),
    "body_width 0": by_html2text(body_width=0),
    "pad_tables": by_html2text(body_width=0, pad_tables=True),
    "bypass_tables": by_html2text(body_width=0, bypass_tables=True),
    "ignore_tables": by_html2text(body_width=0, ignore_tables=True),
}
_PANDAS: dict[str, Callable[[Any], str]] = {
    "to_string": lambda frame: frame.to_string(),
    "to_string, no index": lambda frame: frame.to_string(index=False, header=False),
    "to_string, blanks": lambda frame: frame.to_string(na_rep=""),
    "to_markdown": lambda frame: frame.to_markdown(),
    "to_markdown, no index": lambda frame: frame.to_markdown(index=False),
    "to_csv": lambda frame: frame.to_csv(),
    "to_csv, no index": lambda frame: frame.to_csv(index=False, header=False),
    "to_csv, tabs": lambda frame: frame.to_csv(index=False, header=False, sep="\t"),
    "to_latex": lambda frame: frame.to_latex(),
    "to_latex, no index": lambda frame: frame.to_latex(index=False, header=False, na_rep=""),
    "to_json, values": lambda frame: frame.to_json(orient="values", force_ascii=False),
    "to_json, split": lambda frame: frame.to_json(orient="split", force_ascii=False),
    "to_json, records": lambda frame: frame.to_json(orient="records", force_ascii=False),
    "to_json, lines": lambda frame: frame.to_json(orient="records", lines=True, force_ascii=False),
    "to_html": lambda frame: frame.to_html(),
    "values.tolist": lambda frame: str(frame.values.tolist()),
    "rows printed": lambda frame: "\n".join(str(row) for row in frame.values.tolist()),
    "to_dict, records": lambda frame: str(frame.to_dict("records")),
}
_PANDOC = {
    "plain": by_pandoc("plain"),
    "plain, columns 200": by_pandoc("plain", "--columns=200"),
    "plain, wrap none": by_pandoc("plain", "--wrap=none"),
    "markdown": by_pandoc("markdown"),
    "markdown_mmd": by_pandoc("markdown_mmd"),
    "gfm": by_pandoc("gfm"),
    "commonmark_x": by_pandoc("commonmark_x"),
    "rst": by_pandoc("rst"),
    "org": by_pandoc("org"),
    "asciidoc": by_pandoc("asciidoc"),
    "mediawiki": by_pandoc("mediawiki"),
    "dokuwiki": by_pandoc("dokuwiki"),
    "jira": by_pandoc("jira"),
    "textile": by_pandoc("textile"),
    "latex": by_pandoc("latex"),
    "html": by_pandoc("html"),
    "muse": by_pandoc("muse"),
    "typst": by_pandoc("typst"),
    "docbook": by_pandoc("docbook"),
    "man": by_pandoc("man"),
}

WAYS = (
    *[_page("bs4 get_text", name, of_source(tool), "bs4", "lxml") for name, tool in _SOUP.items()],
    *[_page("lxml", name, of_source(tool), "lxml") for name, tool in _LXML.items()],
    *[_page("html2text.py", name, of_source(tool), "html2text.py") for name, tool in _HTML2TEXT.items()],
    _page("html_text", "", of_source(by_html_text), "html_text"),
    _page("html_text", "no layout", of_source(lambda s: by_html_text(s, guess_layout=False)), "html_text"),
    _page("markdownify", "", of_source(by_markdownify()), "markdownify"),
    _page("markdownify", "infer header", of_source(by_markdownify(heading_style="ATX", table_infer_header=True)), "markdownify"),
    _page("markdownify", "strip table", of_source(by_markdownify(strip=["table", "tr", "td", "a"])), "markdownify"),
    _page("markitdown", "", by_markitdown, "markitdown"),
    _page("inscriptis", "relaxed", of_source(by_inscriptis("relaxed", "  ")), "inscriptis"),
    _page("inscriptis", "strict", of_source(by_inscriptis("strict", "  ")), "inscriptis"),
    _page("inscriptis", "strict, tab", of_source(by_inscriptis("strict", "\t")), "inscriptis"),
    _page("inscriptis", "strict, bar", of_source(by_inscriptis("strict", " | ")), "inscriptis"),
    _page("trafilatura", "", of_source(by_trafilatura()), "trafilatura"),
    _page("trafilatura", "markdown", of_source(by_trafilatura(output_format="markdown", favor_recall=True)), "trafilatura"),
    _page("trafilatura", "xml", of_source(by_trafilatura(output_format="xml", favor_recall=True)), "trafilatura"),
    _page("trafilatura", "html", of_source(by_trafilatura(output_format="html", favor_recall=True)), "trafilatura"),
    _page("readability", "html", of_source(by_readability(str)), "readability"),
    _page("readability", "html2text.py", of_source(by_readability(by_html2text(body_width=0))), "readability", "html2text.py"),
    _page("justext", "", of_source(by_justext), "justext"),
    _page("resiliparse", "", of_source(by_resiliparse()), "resiliparse"),
    _page("resiliparse", "main content", of_source(by_resiliparse(main_content=True)), "resiliparse"),
    _page("resiliparse", "no formatting", of_source(by_resiliparse(preserve_formatting=False)), "resiliparse"),
    _page("selectolax", "", of_source(by_selectolax()), "selectolax"),
    _page("selectolax", "newline, strip", of_source(by_selectolax(separator="\n", strip=True)), "selectolax"),
    _page("selectolax", "space, strip", of_source(by_selectolax(separator=" ", strip=True)), "selectolax"),
    _page("w3m", "-dump", program("w3m", "-dump", "-T", "text/html", "-I", "utf8", "-O", "utf8", "{}"), "w3m"),
    _page("w3m", "-dump -cols 160", program("w3m", "-dump", "-T", "text/html", "-I", "utf8", "-O", "utf8", "-cols", "160", "{}"), "w3m"),
    _page("lynx", "-dump", program("lynx", "-dump", "-assume_charset=utf-8", "-display_charset=utf-8", "{}"), "lynx"),
    _page("lynx", "-dump -nolist -width=200", program("lynx", "-dump", "-nolist", "-width=200", "-assume_charset=utf-8", "-display_charset=utf-8", "{}"), "lynx"),
    _page("elinks", "-dump", program("elinks", "-dump", "-eval", 'set document.dump.codepage="utf-8"', "{}"), "elinks"),
    _page("links", "-dump", program("links", "-codepage", "utf-8", "-dump", "{}"), "links"),
    _page("Debian's html2text", "-utf8", program("/usr/bin/html2text", "-utf8", "{}"), "/usr/bin/html2text"),
    *[_page("pandas.read_html", name, by_pandas(text_of), "pandas", "lxml", "tabulate", "jinja2") for name, text_of in _PANDAS.items()],
    *[_page("pandoc", name, convert, "pypandoc") for name, convert in _PANDOC.items()],
)  # fmt: skip
