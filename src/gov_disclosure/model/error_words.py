"""What errors say, in Chinese and in English."""

from collections.abc import Mapping
from typing import Final, get_args

from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.messages import Language, Message
from gov_disclosure.model.shown import visible

ERRORS: Final[Mapping[str, Message]] = {
    "not_a_report": Message(
        "找不到政府信息公开工作年度报告的标题或表格",
        "neither a heading nor a table of an annual report was found",
    ),
    "cell_value": Message(
        "{id}：有且仅有状态为reported的单元格才有数值",
        "{id}: a value stands in a reported cell and in no other",
    ),
    "cell_number": Message(
        "{id}：{value}不能是单元格的数值", "{id}: {value} is no number that a cell can have"
    ),
    "place": Message("行和列从1开始：{line}:{column}", "lines and columns count from 1: {line}:{column}"),
    "file_place": Message("文件中的位置从1开始计数：{number}", "places in a file count from 1: {number}"),
    "missing_extra": Message(
        "读取{kind}需要{package}，请先安装",
        'to read this kind of file ({kind}) {package} is needed: pip install "gov-disclosure[{extra}]"',
    ),
    "url": Message(
        "{name}：是网址；请先下载，再读取保存的文件",
        "{name} is an address; download it, and read the file that you have",
    ),
    "scan": Message(
        "{name}：是扫描件（第{pages}页只有图片），没有可读取的文字",
        "{name} is a scan (pages {pages} are pictures): there is no text to read",
    ),
    "unmapped": Message(
        "{name}：字体没有说明字符对应的文字（第{pages}页），复制出来是乱码，无法读取",
        "{name} can't be read: its fonts do not say what their characters mean (pages {pages})",
    ),
    "locked": Message("{name}：有密码保护，无法读取", "{name} is locked with a password"),
    "broken_file": Message(
        "{name}：文件已损坏，无法读取（{problem}）", "{name} is broken and can't be read ({problem})"
    ),
    "word_95": Message(
        "{name}：是Word 6或Word 95的文档，无法读取；请用Word另存为docx",
        "{name} is a document of Word 6 or Word 95, which is not read; save it as docx",
    ),
    "section_number": Message("各部分的编号为1至6：{number}", "sections are numbered from 1 to 6: {number}"),
    "section_text": Message(
        "第{number}部分：标题和正文应为文本", "section {number}: its heading and its text are text"
    ),
    "section_place": Message(
        "第{number}部分：位置应为行和列", "section {number}: its places are lines and columns"
    ),
    "issue_kind": Message(
        "读取问题应有一个字母和三位数字的代码及级别：{code}，{level}",
        "an issue has a code of a letter and three digits, and a level: {code}, {level}",
    ),
    "issue_cells": Message("{code}：单元格应为id的元组", "{code}: its cells are a tuple of ids"),
    "year": Message("年度应为四位数：{year}", "a year has four digits: {year}"),
    "cell_id": Message("{id}之下是单元格{other}", "under {id} stands the cell {other}"),
    "render_row": Message(
        "“{row}”一行只有部分单元格，或同时属于两个版本，无法写入表格",
        "the row {row} is there in part, or in two editions at once, and can't be written",
    ),
    "render_columns": Message(
        "“{table}”缺少整列，这种格式或这些空单元格不能表明其余各列的位置；可改用keeps_columns为真的格式",
        "{table} lacks columns, and this layout, or blank cells at both ends, would not tell which the others "
        "are; a layout with keeps_columns may",
    ),
    "render_unit": Message("{id}：没有单位“{unit}”", "{id}: the form has no unit {unit}"),
    "file_kind": Message(
        "{path}：不支持的文件类型（{kind}）", "{path} is not a kind of file that is read ({kind})"
    ),
    "no_regular_file": Message(
        "{path}：不是普通文件（管道或设备）；标准输入请写作“-”",
        "{path} is no regular file, but a pipe or a device; for standard input write -",
    ),
    "too_large": Message("{name}：超过{most}MB", "{name} is larger than {most} MB"),
    "broken_link": Message("{path}：链接所指的文件不存在", "{path} is a link to a file that is not there"),
    "encoding": Message(
        "{name}：字节顺序标记为{encoding}，但第{byte}字节不是该编码的文本",
        "{name} has the mark of {encoding}, but is no text in it (byte {byte})",
    ),
    "no_encoding": Message(
        "{name}：不是UTF-8编码的文本（第{byte}字节），也不是GB18030、Big5或UTF-16编码的完整报告",
        "{name} is not UTF-8 text (byte {byte}), nor a whole report in GB18030, Big5 or UTF-16",
    ),
    "json": Message("不是JSON文本", "not a JSON text: {problem}"),
    "json_shape": Message("JSON结构不符：{places}", "not a report as to_json writes it: {problem}"),
    "json_cell": Message("没有单元格{id}", "the form has no cell {id}"),
    "json_value": Message("{id}的数值类型不符", "{id} can't have the value {value}"),
    "csv_shape": Message("CSV结构不符", "not as to_csv writes it: {problem}"),
    "csv_twice": Message(
        "第{report}份报告的同一单元格出现两次", "a cell of report {report} stands there twice"
    ),
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
    "rule_cell": Message("规则{code}：表格没有单元格{id}", "rule {code}: the form has no cell {id}"),
    "children": Message(
        "{parent}：所列单位应为名称的列表，且不直接或间接包含其自身",
        "{parent}: its children are a list of names; it is not its own child, nor one of a child",
    ),
    "children_file": Message(
        "{path}第{line}行：应为UTF-8编码的CSV（Excel中另存为“CSV UTF-8”），有parent、child两列，每行两个名称",
        "{path}, line {line}: a CSV in UTF-8 with two names under the columns parent and child is expected",
    ),
    "no_files": Message("没有可读取的文件", "no file to read"),
    "terminal": Message("不能写到终端；请给出文件名", "this is nothing for a terminal; name a file"),
    "overwrites": Message("{name}是待读取的文件，不能覆盖", "{name} is to be read, not written over"),
    "passed_over": Message("跳过{count}个{kind}：{names}", "passed over, {count} × {kind}: {names}"),
    "unsupported": Message("不读取此类文件：{kind}", "files of this kind are not read: {kind}"),
    "nothing_checked": Message(
        "{name}：没有可核对的内容，不能视为核对通过",
        "{name} has nothing that could be checked, and has not passed",
    ),
    "read_of": Message("{read} / {files}", "{read} of {files} files were read"),
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
    "no_stranger": Message("没有给出可混入的异物", "no stranger is given that could be put in"),
}
"""What errors say, by name."""


def error_text(name: str, /, **facts: object) -> str:
    """The words of an error, in Chinese and in English, without a character that a terminal would obey."""
    message = ERRORS[name]
    zh, en = ({name: _told(fact, lang) for name, fact in facts.items()} for lang in get_args(Language))
    return f"{message.zh.format_map(zh)} / {message.en.format_map(en)}"


def _told(fact: object, lang: Language) -> object:
    if isinstance(fact, Message):
        return fact.said_in(lang)
    # The words of an error of this library are such already, in both languages.
    return fact if isinstance(fact, GovDisclosureError) else visible(str(fact))
