"""Tables of LaTeX, as people write them and as tools that read scans do."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.layouts.kinds.latex import LAYOUT
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.latex import latex_tables
from gov_disclosure.sources.latex_cells import read_cell
from gov_disclosure.sources.latex_printed import printed_text
from gov_disclosure.sources.signs import may_be_latex
from helpers.edited import document, numbered, numbers as edited_numbers, own
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten


def latex(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in latex_tables(text, lines_of(text))]


def table(*rows: str, name: str = "tabular", look: str = "{|c|c|c|}") -> str:
    return f"\\begin{{{name}}}{look}\n\\hline\n" + "".join(rows) + f"\\end{{{name}}}\n"


HEAD = "信息内容 & 制发 & 废止 \\\\ \\hline\n"
ROW = "规章 & 1 & 2 \\\\\n"
READ = [["信息内容", "制发", "废止"], ["规章", "1", "2"]]


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("tabular", "{|l|c|c|}"),
        ("tabular", "[t]{@{}lll@{}}"),
        ("tabular*", "{\\textwidth}{lll}"),
        ("tabularx", "{\\linewidth}{|X|*{2}{>{\\centering\\arraybackslash}p{2cm}|}}"),
        ("longtable", "[]{@{}>{\\raggedright}p{(\\columnwidth - 6\\tabcolsep) * \\real{0.25}}ll@{}}"),
        ("array", "{|c|c|c|}"),
    ],
)
def test_a_table_is_between_its_beginning_and_its_end(name, look):
    text = f"前\n{table(HEAD, ROW, name=name, look=look)}后"
    (grid,) = latex_tables(text, lines_of(text))
    assert latex(text) == [READ]
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"


@pytest.mark.parametrize(
    "row",
    [
        "\\cline{2-3} 规章 & 1 & 2 \\\\[2pt]\n",
        "\\midrule\n  规章\n & $1$\n & \\textbf{2}\\tabularnewline\n",
        "\\cmidrule(lr){1-2}\n% 注 & 释\n\\small 规章 & {\\bf 1} & \\( 2 \\) \\\\*\n\\bottomrule\n",
        "\\cellcolor[HTML]{FFFFFF}\\makecell{规章} & \\mathrm{1} & ~2\\, \\\\ \\noalign{}\n",
        "规章 & 1 & 2\n",
    ],
)
def test_what_sets_type_and_rules_is_no_text(row):
    assert latex(table(HEAD, row)) == [READ]


def test_what_is_spanned_is_left_empty():
    rows = (
        "\\multicolumn{3}{|c|}{\\multirow{2}{*}{勾稽关系}} & \\multicolumn{2}{c|}{组织} & \\multirow{2}{*}{总计} \\\\\n",
        "\\multicolumn{3}{|c|}{} & 企业 & 其他 & \\\\\n",
        "\\multirow[t]{2}{2cm}{三、} & （一） & & 1 & 2 & 3 \\\\\n",
        " & （二） & 1.甲 & 4 & 5 & 9 \\\\\n",
    )
    (grid,) = latex_tables(table(*rows), lines_of(table(*rows)))
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["勾稽关系", "", "", "组织", "", "总计"],
        ["", "", "", "企业", "其他", ""],
        ["三、", "（一）", "", "1", "2", "3"],
        ["", "（二）", "1.甲", "4", "5", "9"],
    ]
    assert (grid.rows[0][0].colspan, grid.rows[0][0].rowspan) == (3, 2)
    assert (grid.rows[0][3].colspan, grid.rows[0][3].rowspan) == (2, 1)


def test_a_span_counted_upwards_stands_in_its_first_row():
    rows = ("\\cellcolor{gray} & （一） & 1 \\\\\n", "\\multirow{-2}{*}{三、} & （二） & 2 \\\\\n")
    assert latex(table(*rows)) == [[["三、", "（一）", "1"], ["", "（二）", "2"]]]


def test_what_a_number_spans_is_not_empty():
    assert latex(table("甲 & \\multirow{2}{*}{5} & 1 \\\\\n", "乙 & & 2 \\\\\n"))[0][1] == ["乙", "\ufffc", "2"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("$1{,}234$", "1,234"),
        ("12\\%", "12%"),
        ("5\\textsuperscript{1}", "5\\textsuperscript1"),
        ("$5^{1}$", "5^1"),
        ("5{\\tiny 1}", "5\\tiny 1"),
        ("\\sout{5}6", "\\sout56"),
        ("\\phantom{1}5", "\\phantom15"),
        ("\\makecell[c]{行政规范性\\\\文件}", "行政规范性\n文件"),
        ("\\begin{tabular}[c]{@{}c@{}}行政\\\\许可\\end{tabular}", "行政\n许可"),
        ("\\begin{minipage}[b]{\\linewidth}\\raggedright\n规章\n\\end{minipage}", "规章"),
        ("a\\_b\\&c\\textbackslash{}d\\textasciicircum{}\\ldots", "a_b&c\\d^…"),
        ("1 2", "1 2"),
        ("$1\\,2$", "1 2"),
    ],
)
def test_a_cell_is_what_its_reader_sees_and_an_unknown_command_stays(written, text):
    assert read_cell(written).text == text


def test_a_table_in_a_cell_ends_no_row():
    inner = "\\begin{tabular}[c]{@{}c@{}}行政\\\\许可\\end{tabular}"
    assert latex(table(HEAD, ROW.replace("规章", inner)))[0][1] == ["行政\n许可", "1", "2"]
    assert latex(table(HEAD, ROW.replace("规章", f"{{{inner}}}")))[0][1] == ["行政\n许可", "1", "2"]


def test_a_small_page_ends_no_row_and_what_is_set_as_typed_no_cell():
    page = "\\begin{minipage}[t]{\\linewidth}\\raggedright\n行政\\\\\n许可\\strut\n\\end{minipage}"
    assert latex(table(HEAD, ROW.replace("规章", page)))[0][1] == ["行政\n许可", "1", "2"]
    # Without its end it takes no other cell in.
    assert latex(table(HEAD, ROW.replace("规章", page.replace("\\end{minipage}", "")), ROW)) == [READ]
    typed = "\\verb|规&章{\\\\ |"
    assert latex(table(HEAD, ROW.replace("规章", typed)))[0][1] == ["规&章{\\\\", "1", "2"]


@pytest.mark.parametrize(
    "torn", ["规章 & {1 & 2 \\\\ \\hline\n", "规章 & 1} & 2 \\\\\n", "规章 & \\text{1 & 2 \\\\\n"]
)
def test_a_row_with_a_brace_too_many_or_few_is_left_out(torn):
    assert latex(table(HEAD, torn, ROW)) == [READ]


def test_a_table_whose_end_is_lost_ends_with_its_last_row():
    text = table(HEAD, ROW).replace("\\end{tabular}\n", "三、标题\n")
    assert latex(text + table(HEAD, ROW)) == [READ, READ]
    (grid,) = latex_tables(text, lines_of(text))
    assert text[grid.end :] == "\n三、标题\n"


@pytest.mark.parametrize(
    "text", ["\\begin{array}{c} x \\\\ y \\end{array}", "\\begin{tabular}{c}", "\\begin{center}a & b \\\\"]
)
def test_formulas_and_lists_are_no_tables(text):
    assert latex(text) == []


def test_a_text_without_environments_is_not_looked_through():
    assert not may_be_latex("规章 & 1 & 2 \\\\ \\hline")


CHANGES = {
    "numbers as formulas": (r"(?<= )(\d+)(?= [&\\])", r"$ \1 $"),
    "a cell a line": (r" & ", r"\n  & "),
    "rules of booktabs": (r"\\hline", r"\\midrule"),
    "another environment": (r"\{tabular\}", r"{longtable}"),
    "wrapped labels": (r"(行政规范性)(文件)", r"\\makecell{\1\\\\\2}"),
}


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("change", CHANGES)
def test_other_writings_of_a_table_give_the_same_cells(name, change):
    report, text = rewritten(REPORTS / f"{name}.txt", LAYOUT.write)
    assert cells(gd.parse(re.sub(*CHANGES[change], text))) == cells(report)


@pytest.mark.parametrize("every", [11, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_brace_a_sign_or_an_end_of_row_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "tika-2021.txt", LAYOUT.write)
    for sign in list(re.finditer(r"[{}&$]|\\\\|\\hline|\\begin|\\end", text))[::every]:
        damaged = text[: sign.start()] + text[sign.end() :]
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), sign


# --- What is not printed ----------------------------------------------------------------------------------

OTHER = "规章 & 901 & 902 & 903 \\\\ \\hline\n"
RULES = ("proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force")


def written(change) -> tuple[dict[str, object], dict[str, object]]:
    """The numbers of a document and those of one in which the row of 规章 is changed."""
    text = document(numbered(), "latex")
    start = text.index("规章 &")
    end = text.index("\n", start) + 1
    return own(numbered()), edited_numbers(text[:start] + change(text[start:end]) + text[end:])


@pytest.mark.parametrize(
    "change",
    [
        lambda row: f"\\iffalse\n{OTHER}\\fi\n{row}",
        lambda row: f"\\iffalse {OTHER.strip()}\\fi {row}",
        lambda row: f"\\begin{{comment}}\n{OTHER}\\end{{comment}}\n{row}",
        lambda row: f"% {OTHER}{row}",
        lambda row: f"  %{OTHER}{row}",
        lambda row: f"\\iffalse\n{OTHER}\\else\n{row}\\fi\n",
        lambda row: f"\\iftrue\n{row}\\else\n{OTHER}\\fi\n",
        lambda row: f"\\iffalse\n\\ifx a b\n\\fi\n{OTHER}\\fi\n{row}",
        lambda row: f"\\ifdraft\n{OTHER}\\fi\n{row}",
        lambda row: row.replace(" & ", " & \\iffalse 5 & \\fi ", 1),
        lambda row: row.replace(" & ", " & \\phantom{00}", 1),
        lambda row: row.replace(" & ", " & \\vphantom{1}", 1),
        lambda row: row.replace(" & ", "\\begin{comment}5\\end{comment} & ", 1),
    ],
)
def test_what_latex_does_not_print_is_not_there(change):
    numbers, read = written(change)
    assert read == numbers


@pytest.mark.parametrize(
    "change",
    [
        lambda row: f"\\iffalse\n{row}\\fi\n",
        lambda row: f"\\begin{{comment}}\n{row}\\end{{comment}}\n",
        lambda row: f"% {row}",
        lambda row: f"\\ifdraft\n{row}\\else\n{OTHER}\\fi\n",
    ],
)
def test_a_row_that_is_not_printed_is_missing(change):
    numbers, read = written(change)
    assert read == {id: value for id, value in numbers.items() if id not in RULES}


@pytest.mark.parametrize(
    "mark",
    [
        "\\sout{5}{}",
        "\\sout{{{}}}",
        "\\st{{{}}}",
        "\\xout{{{}}}",
        "$\\cancel{{{}}}$",
        "\\textcolor{{white}}{{{}}}",
        "\\textcolor{{white}}{{5}}{}",
        "{{\\color{{white}}{}}}",
        "{{\\color{{white}}5}}{}",
        "\\textcolor[HTML]{{FFFFFF}}{{5}}{}",
        "2\\phantom{{0}}{}",
        "{{\\tiny 5}}{}",
        "{{\\scriptsize 5}}{{\\small {}}}",
        "{}% 5\n",
        "5%\n{}",
        "\\rlap{{5}}{}",
        "\\makebox[0pt]{{5}}{}",
        "\\DIFdel{{5}}\\DIFadd{{{}}}",
    ],
)
def test_a_number_that_is_struck_white_or_beside_a_mark_is_none(mark):
    def change(row: str) -> str:
        label, first, second, *rest = row.split(" & ")
        return " & ".join((label, first, mark.replace("{5}{}", "{{5}}{}").format(second), *rest))

    numbers, read = written(change)
    assert read == {id: value for id, value in numbers.items() if id != RULES[1]}


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("\\iffalse\n", "\\fi\n"),
        ("\\begin{comment}\n", "\\end{comment}\n"),
        ("\\textcolor{white}{", "}\n"),
        ("{\\color[rgb]{1, 1, 1}\\centering\n", "}\n"),
    ],
)
def test_a_table_that_no_reader_sees_is_not_there(begins, ends):
    text = document(numbered(), "latex")
    text = text.replace("\\begin{tabular}", f"{begins}\\begin{{tabular}}", 1)
    text = text.replace("\\end{tabular}\n", f"\\end{{tabular}}\n{ends}", 1)
    assert not edited_numbers(text, "proactive")
    assert edited_numbers(text).items() <= own(numbered()).items()


def test_nothing_is_printed_behind_the_end_of_the_document_or_of_an_open_condition():
    text = document(numbered(), "latex")
    for mark in ("\\end{document}\n", "\\iffalse\n", "\\begin{comment}\n"):
        assert edited_numbers(text.replace("三、", f"{mark}三、", 1)) == own(numbered(), "proactive")


@pytest.mark.parametrize(
    "words", ["$a \\iff b$", "\\ifthenelse{a}{b}{c}", "\\fi", "\\else", "\\end{comment}", "\\\\iffalse"]
)
def test_what_opens_no_condition_hides_nothing(words):
    text = document(numbered(), "latex").replace("照常。", words, 1)
    assert edited_numbers(text) == own(numbered())


def test_what_is_not_printed_keeps_the_places_of_all_else():
    text = "甲\n\\iffalse\n乙 1\n\\fi 丙\\phantom{12}丁\n\\begin{comment}\n戊"
    printed = printed_text(text)
    assert len(printed) == len(text)
    assert printed.splitlines()[0] == "甲"
    assert [line.strip(NOT_SHOWN) for line in printed.splitlines()] == [
        "甲",
        "",
        "",
        " 丙            丁",
        "",
        "",
    ]
    assert printed_text("100% \\phantom 甲") == "100% \\phantom 甲"


PANDOC_WIDTH = r"@{}>{\raggedright\arraybackslash}p{(\linewidth - 4\tabcolsep) * \real{0.75} + 4\tabcolsep}@{}"


@pytest.mark.parametrize(
    ("written", "said", "across"),
    [
        ("\\multicolumn{3}{@{}l}{%\n一、本年新收申请数量}", "一、本年新收申请数量", 3),
        ("\\multicolumn{3}{@{}l}{%  \r\n  一、本年新收申请数量}", "一、本年新收申请数量", 3),
        (f"\\multicolumn{{4}}{{{PANDOC_WIDTH}}}{{%\n第二十条第（一）项}}", "第二十条第（一）项", 4),
        ("3.危及``三安全一稳定''", "3.危及“三安全一稳定”", 1),
        # A sign of comment that may be one of percent.
        ("50\\%\n", "50%", 1),
        ("50%", "50%", 1),
    ],
)
def test_a_cell_as_pandoc_writes_it(written, said, across):
    cell = read_cell(written)
    assert (cell.text, cell.across) == (said, across)


def test_a_look_without_an_end_takes_no_time():
    assert read_cell("\\multicolumn{3}" + "{@{" * 4000 + "一").across == 1
