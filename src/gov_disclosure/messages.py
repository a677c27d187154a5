"""The words for a person, in Chinese and in English: of errors, of the command line, and of issues by code."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, Literal

from attrs import frozen

Language = Literal["zh", "en"]


class Level(StrEnum):
    """How much an issue costs."""

    ERROR = "error"
    """A number that the form asks for could not be read."""
    WARNING = "warning"
    """The report was read; something in it needs a person's eye."""
    INFO = "info"
    """For the record."""

    def reaches(self, other: "Level") -> bool:
        """Whether it is the other or above it."""
        levels = list(Level)
        return levels.index(self) <= levels.index(other)


@frozen
class Message:
    """The same sentence in two languages; ``str()`` gives the Chinese one."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def said_in(self, lang: Language) -> str:
        """The sentence in one language."""
        return self.zh if lang == "zh" else self.en

    def fill(self, facts: Mapping[str, object]) -> "Message":
        """Both sentences with the facts in place, those that are messages each in its language."""
        zh, en = (
            {name: fact.said_in(lang) if isinstance(fact, Message) else fact for name, fact in facts.items()}
            for lang in ("zh", "en")
        )
        return Message(self.zh.format_map(zh), self.en.format_map(en))


def joined(messages: Iterable[Message], between: Message) -> Message:
    """Sentences put together, each language with its own words between them."""
    parts = list(messages)
    zh, en = (between.said_in(lang).join(part.said_in(lang) for part in parts) for lang in ("zh", "en"))
    return Message(zh, en)


@frozen
class Entry:
    """A code's level and its two sentences, with places for facts."""

    level: Level
    zh: str
    en: str

    def fill(self, facts: Mapping[str, object]) -> Message:
        """Both sentences with the facts in place."""
        return Message(self.zh, self.en).fill(facts)


ERRORS: Final[Mapping[str, Message]] = {
    "not_a_report": Message(
        "找不到政府信息公开工作年度报告的标题或表格",
        "neither a heading nor a table of an annual report was found",
    ),
    "cell_value": Message(
        "{id}：有且仅有状态为reported的单元格才有数值",
        "{id}: a value stands in a reported cell and in no other",
    ),
    "render_row": Message(
        "“{row}”一行只有部分单元格，或同时属于两个版本，无法写入表格",
        "the row {row} is there in part, or in two editions at once, and can't be written",
    ),
    "render_unit": Message("{id}：没有单位“{unit}”", "{id}: the form has no unit {unit}"),
    "file_kind": Message("{path}：不支持的文件类型", "{path} is not a kind of file that is read"),
    "encoding": Message(
        "{name}：字节顺序标记为{encoding}，但第{byte}字节不是该编码的文本",
        "{name} has the mark of {encoding}, but is no text in it (byte {byte})",
    ),
    "no_encoding": Message(
        "{name}：不是UTF-8编码的文本（第{byte}字节），也不是GB18030、Big5或UTF-16编码的完整报告",
        "{name} is not UTF-8 text (byte {byte}), nor a whole report in GB18030, Big5 or UTF-16",
    ),
    "detector": Message(
        "{name}：不是UTF-8编码的文本（第{byte}字节），识别其编码需要{package}，请先安装",
        "{name} is not UTF-8 text (byte {byte}); to tell its encoding {package} is needed: "
        'pip install "gov-disclosure[encodings]"',
    ),
    "json": Message("不是JSON文本", "not a JSON text: {problem}"),
    "json_shape": Message("JSON结构不符", "not a report as to_json writes it: {problem}"),
    "json_cell": Message("没有单元格{id}", "the form has no cell {id}"),
    "json_value": Message("{id}的数值类型不符", "{id} can't have the value {value}"),
    "csv_shape": Message("CSV结构不符", "not as to_csv writes it: {problem}"),
    "csv_columns": Message("CSV列名不符", "the columns are not those that to_csv writes"),
    "cells_colon": Message(
        "第{line}行：缺少冒号：{text}", 'line {line}: "{text}" has no colon; a line is "name: what it says"'
    ),
    "cells_twice": Message("第{line}行：{name}重复出现", "line {line}: {name} stands there twice"),
    "cells_fact": Message("第{line}行：{name}不能是“{text}”", 'line {line}: {name} can\'t be "{text}"'),
    "cells_row": Message(
        "第{line}行：{edition}年版表格没有“{row}”一行",
        "line {line}: the form has no row {row} (edition {edition})",
    ),
    "cells_count": Message(
        "第{line}行：“{row}”有{found}个单元格，应有{expected}个（{columns}）",
        "line {line}: {row} has {found} cells; {expected} were expected ({columns})",
    ),
    "cells_number": Message(
        "第{line}行：{id}：“{text}”不是该列可填的数值，也不是{marks}之一",
        'line {line}: {id}: "{text}" is no number of this column, and none of {marks}',
    ),
    "floors_shape": Message("{name}：不是已存结果的格式", "{name}: not as the floors are written"),
    "floors_sum": Message(
        "{name}：right为{right}，各行之和为{sum}", "{name}: right is {right}, but its rows make {sum}"
    ),
    "same_name": Message("{one}与{other}同名", "{one} and {other} have the same name within their folders"),
    "suggested_twice": Message("{id}：有两条建议", "{id}: two suggestions are about it"),
    "no_rule": Message("没有规则{code}", "no rule has the code {code}"),
    "children": Message(
        "{parent}：所列单位应为名称的列表，且不直接或间接包含其自身",
        "{parent}: its children are a list of names; it is not its own child, nor one of a child",
    ),
    "children_file": Message(
        "{path}第{line}行：应为UTF-8编码的CSV（Excel中另存为“CSV UTF-8”），有parent、child两列，每行两个名称",
        "{path}, line {line}: a CSV in UTF-8 with two names under the columns parent and child is expected",
    ),
    "no_files": Message("没有可读取的文件", "no file to read"),
    "overwrites": Message("{name}是待读取的文件，不能覆盖", "{name} is to be read, not written over"),
    "not_read": Message("未读取{name}", "{name} was not read: {reason}"),
    "extra": Message(
        "命令行需要{package}，请先安装", 'the command line needs {package}: pip install "gov-disclosure[cli]"'
    ),
    "extra_localize": Message(
        "查找多处错误需要scipy，请先安装",
        'to find more than one wrong figure scipy is needed: pip install "gov-disclosure[localize]"',
    ),
    "extra_html": Message(
        "生成网页需要jinja2，请先安装", 'to write pages jinja2 is needed: pip install "gov-disclosure[html]"'
    ),
    "extra_hypothesis": Message(
        "测试策略需要hypothesis，请先安装",
        'the strategies need hypothesis: pip install "gov-disclosure[hypothesis]"',
    ),
    "empty_state": Message("单元格不能为此状态：{states}", "cells can't be made in these states: {states}"),
}
"""What errors say, by name."""


def error_text(name: str, /, **facts: object) -> str:
    """The words of an error, in Chinese and in English."""
    message = ERRORS[name]
    return f"{message.zh.format_map(facts)} / {message.en.format_map(facts)}"


CORPUS: Final[Mapping[str, Message]] = {
    "layout": Message("版式", "layout"),
    "documents": Message("文档", "documents"),
    "right": Message("正确", "right"),
    "lost": Message("丢失", "lost"),
    "wrong": Message("错误", "wrong"),
    "empty_right": Message("空白相符", "empty right"),
    "empty_otherwise": Message("空白不符", "otherwise"),
    "all": Message("合计", "all"),
    "wrong_cell": Message(
        "错误 {document} {id}：应为{truth}，读作{value}（{place}“{raw}”）",
        'wrong {document} {id}: {truth} is true, {value} was read (at {place} "{raw}")',
    ),
    "new": Message("{document}：尚无已存结果，现为{after}", "{document}: no floor yet, {after} now"),
    "gone": Message("{document}：文档已不在，原为{before}", "{document}: gone, {before} before"),
    "without_truth": Message("{name}没有对应的.cells文件", "{name} has no truth"),
    "without_text": Message("{name}没有对应的文本", "{name} has no text"),
    "not_updated": Message(
        "有错误数值或无法读取的.cells文件，未更新{path}",
        "{path} is not updated while a number is wrong or a truth can't be read",
    ),
}
"""What the command ``corpus`` says, by name."""


def corpus_text(name: str, lang: Language, /, **facts: object) -> str:
    """The words of the command ``corpus``, in one language."""
    return CORPUS[name].fill(facts).said_in(lang)


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
