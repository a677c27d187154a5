"""What issues say, in Chinese and in English."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.model.messages import Level, Message


@frozen
class Entry:
    """A code's level and its two sentences, with places for facts."""

    level: Level
    zh: str
    en: str

    def fill(self, facts: Mapping[str, object]) -> Message:
        """Both sentences with the facts in place."""
        return Message(self.zh, self.en).fill(facts)


BY_MARK: Final = Message("由字节顺序标记得知", "as its byte order mark says")
BY_GUESS: Final = Message("无标记，由内容推断", "which no mark says; it was guessed from the text")
"""How a file's encoding became known."""

_E, _W, _I = Level.ERROR, Level.WARNING, Level.INFO

CATALOGUE: Final[Mapping[str, Entry]] = {
    # D: the document as a whole.
    "D101": Entry(_W, "未找到报告标题。", "No title of the report was found."),
    "D102": Entry(_W, "标题中没有发布机关名称。", "The title names no issuer."),
    "D103": Entry(
        _W,
        "标题、引言和落款日期中均未找到报告年度。",
        "No year was found in the title, the introduction or a date line.",
    ),
    "D104": Entry(
        _W,
        "报告年度不一致：标题为{title_year}，引言为{text_year}；采用标题的年度。",
        "The years disagree: {title_year} in the title, {text_year} in the introduction; the title's is taken.",
    ),
    "D105": Entry(
        _I,
        "报告年度{year}由落款日期推断：年度报告在次年第一季度发布。",
        "The year {year} is inferred from the date line: reports appear in the first months of the next.",
    ),
    "D106": Entry(
        _W,
        "文中有不同年度的标题（{years}），无法确定报告年度。",
        "Titles of different years stand in the text ({years}); which is this report's cannot be told.",
    ),
    "D107": Entry(
        _I,
        "文件编码为{encoding}（{how}），不是UTF-8。",
        "The file is not in UTF-8 but in {encoding}, {how}.",
    ),
    # S: sections.
    "S201": Entry(_W, "缺少第{number}部分“{heading}”。", "Section {number} ({heading}) is missing."),
    "S202": Entry(
        _I,
        "标题“{found}”按第{number}部分“{heading}”读取。",
        'The heading "{found}" is read as that of section {number} ({heading}).',
    ),
    # E: editions of the form.
    "E301": Entry(
        _W,
        "表格混用两个版本：{rows_2019}用2019年版，{rows_2021}用2021年版；各按其表头读取。",
        "The tables mix editions, each read by its labels: {rows_2019} is on the 2019 form, "
        "{rows_2021} on the 2021 form.",
    ),
    "E302": Entry(
        _E,
        "“{row}”：表头{found}不足以确定各列含义（应为{expected}），数值不予采用。",
        "{row}: the column labels found ({found}) do not say what the values are (expected: {expected}); "
        "none is reported.",
    ),
    "E303": Entry(
        _W, "没有表头能说明所用表格版本。", "No label tells which edition of the form the report follows."
    ),
    # T: tables and rows.
    "T401": Entry(_E, "缺少表格“{table}”。", "The table {table} is missing."),
    "T402": Entry(_E, "缺少“{row}”一行。", "The row {row} is missing."),
    "T403": Entry(
        _E, "“{row}”一行没有数值，应有{expected}个。", "The row {row} has no values; {expected} were expected."
    ),
    "T404": Entry(
        _E,
        "“{row}”一行有{found}个单元格，应有{expected}个，无法对应各列。",
        "The row {row} has {found} cells where {expected} were expected; they cannot be put under columns.",
    ),
    "T405": Entry(
        _E,
        "“{row}”前后有不属于任何行的内容，该行是否完整无法确定。",
        "Stray cells stand beside the row {row}; whether the row is whole cannot be told.",
    ),
    "T406": Entry(
        _E,
        "“{row}”一行出现{found}次，数值不同。",
        "The row {row} stands {found} times with different values.",
    ),
    "T407": Entry(
        _E,
        "“{row}”之后缺少{gap}行，其数值可能来自缺失的部分，不予采用。",
        "After the row {row} {gap} row(s) are missing; its values may come from the lost part, "
        "so none is reported.",
    ),
    "T408": Entry(
        _W,
        "表中有不属于任何一行的内容：{text}",
        "The table has content that belongs to no row of the form: {text}",
    ),
    "T409": Entry(
        _W,
        "“{row}”一行有{found}个数值，应有{expected}个；仅有一种读法满足合计关系，采用该读法。",
        "The row {row} has {found} values where {expected} were expected; exactly one reading satisfies "
        "its totals, and is taken.",
    ),
    "T410": Entry(
        _E,
        "“{row}”一行的空单元格位置不可靠，{found}个单元格无法对应{expected}列。",
        "Empty cells have lost their place in the row {row}: {found} cells cannot be put under "
        "{expected} columns.",
    ),
    "T411": Entry(
        _E,
        "“{row}”的各列顺序与表格不同（{found}），数值不予采用。",
        "The columns over the row {row} are not in the form's order ({found}); no value is reported.",
    ),
    "T412": Entry(
        _E,
        "文本中似有不止一份报告的表格，“{row}”属于哪一份无法确定。",
        "The text seems to hold the tables of more than one report; whose row {row} is cannot be told.",
    ),
    "T413": Entry(
        _E,
        "“{row}”之前的行均没有数值，其后的数值属于哪一行无法确定。",
        "The rows before {row} have no values; whose the values behind it are cannot be told.",
    ),
    "T414": Entry(
        _E,
        "“{row}”一行的首个数值处是文字，其后的数值属于该文字所指的事项。",
        "The row {row} has words in the place of its first value; the values behind belong to what they name.",
    ),
    "T415": Entry(
        _E,
        "首行标签之上有数值，“{row}”的数值在标签之上还是之下无法确定。",
        "Numbers stand above the first label of the table; whether those of {row} stand above or below its own "
        "cannot be told.",
    ),
    "T416": Entry(
        _W,
        "“{row}”一行有数字在单元格内折行；连读后各项合计成立，采用连读的数值。",
        "Numbers of the row {row} are wrapped over lines in their cells; put together the row adds up, "
        "and they are taken so.",
    ),
    # V: values.
    "V501": Entry(_E, "“{row}”：“{text}”不是数字。", '{row}: "{text}" is not a number.'),
    "V502": Entry(
        _E,
        "“{row}”：单元格“{text}”中有多个数字。",
        '{row}: the cell "{text}" holds more than one number.',
    ),
    "V503": Entry(
        _E,
        "“{row}”：“{text}”不是该列可填的数值。",
        '{row}: "{text}" is no number that can stand in this column.',
    ),
    "V504": Entry(_I, "“{row}”有{found}个空白单元格。", "{row}: {found} blank cell(s)."),
    "V505": Entry(
        _I, "“{row}”有{found}个单元格填写“不适用”标记。", "{row}: {found} cell(s) marked as not applicable."
    ),
    "V506": Entry(
        _W,
        "“{row}”：单元格单位为{found}，表头为{expected}；保留所写数值和单位。",
        "{row}: the cell says {found}, its column {expected}; number and unit are kept as written.",
    ),
}
