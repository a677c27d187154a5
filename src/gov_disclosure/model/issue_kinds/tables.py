"""Kinds of issues of tables and rows."""

from typing import Final

from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.messages import Level, Message

KINDS: Final = (
    IssueKind(
        code="T401",
        level=Level.ERROR,
        words=Message(
            "缺少表格“{table}”。",
            "The table {table} is missing.",
        ),
        when=Message("缺表", "a table is missing"),
    ),
    IssueKind(
        code="T402",
        level=Level.ERROR,
        words=Message(
            "缺少“{row}”一行。",
            "The row {row} is missing.",
        ),
        when=Message("缺行", "a row is missing"),
    ),
    IssueKind(
        code="T403",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行没有数值，应有{expected}个。",
            "The row {row} has no values; {expected} were expected.",
        ),
        when=Message("行中没有数值", "a row has no values"),
    ),
    IssueKind(
        code="T404",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行有{found}个单元格，应有{expected}个，无法对应各列。",
            "The row {row} has {found} cells where {expected} were expected; they cannot be put under columns.",
        ),
        when=Message("单元格过多或过少", "too many or too few cells"),
    ),
    IssueKind(
        code="T405",
        level=Level.ERROR,
        words=Message(
            "“{row}”前后有不属于任何行的内容，该行是否完整无法确定。",
            "Stray cells stand beside the row {row}; whether the row is whole cannot be told.",
        ),
        when=Message("行前后有零散的单元格", "stray cells beside a row"),
    ),
    IssueKind(
        code="T406",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行出现{found}次，数值不同。",
            "The row {row} stands {found} times with different values.",
        ),
        when=Message("同一行出现多次且数值不同", "a row stands there twice with different values"),
    ),
    IssueKind(
        code="T407",
        level=Level.ERROR,
        words=Message(
            "“{row}”之后缺少{gap}行，其数值可能来自缺失的部分，不予采用。",
            "After the row {row} {gap} row(s) are missing; its values may come from the lost part, so "
            "none is reported.",
        ),
        when=Message(
            "其后缺行：数值属于哪一行无法确定", "rows are missing behind it: whose the values are is uncertain"
        ),
    ),
    IssueKind(
        code="T408",
        level=Level.WARNING,
        words=Message(
            "表中有不属于任何一行的内容：{text}",
            "The table has content that belongs to no row of the form: {text}",
        ),
        when=Message(
            "不属于任何一行的内容，保留原文", "content that belongs to no row of the form, kept as raw text"
        ),
    ),
    IssueKind(
        code="T409",
        level=Level.WARNING,
        words=Message(
            "“{row}”一行有{found}个数值，应有{expected}个；仅有一种读法满足合计关系，采用该读法。",
            "The row {row} has {found} values where {expected} were expected; exactly one reading "
            "satisfies its totals, and is taken.",
        ),
        when=Message(
            "多出一个0或页码，只有一种读法满足合计关系",
            "a 0 or the number of a page too many, and only one reading satisfies the sums",
        ),
    ),
    IssueKind(
        code="T410",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行的空单元格位置不可靠，{found}个单元格无法对应{expected}列。",
            "Empty cells have lost their place in the row {row}: {found} cells cannot be put under "
            "{expected} columns.",
        ),
        when=Message("空单元格位置不可靠", "empty cells have lost their place"),
    ),
    IssueKind(
        code="T411",
        level=Level.ERROR,
        words=Message(
            "“{row}”的各列顺序与表格不同（{found}），数值不予采用。",
            "The columns over the row {row} are not in the form's order ({found}); no value is reported.",
        ),
        when=Message("各列顺序与规定不同", "columns in another order than the form's"),
    ),
    IssueKind(
        code="T412",
        level=Level.WARNING,
        words=Message(
            "文本中不止一份报告，此处只是第一份；另有{count}份：{others}。",
            "The text holds more than one report, and this is the first alone; {count} more: {others}.",
        ),
        when=Message("文本中另有其他报告", "other reports in the same text"),
    ),
    IssueKind(
        code="T413",
        level=Level.ERROR,
        words=Message(
            "“{row}”之前的行均没有数值，其后的数值属于哪一行无法确定。",
            "The rows before {row} have no values; whose the values behind it are cannot be told.",
        ),
        when=Message(
            "其前的行没有数值：数值属于哪一行无法确定",
            "rows have no values before it: whose the values are is uncertain",
        ),
    ),
    IssueKind(
        code="T414",
        level=Level.ERROR,
        words=Message(
            "“{row}”一行的首个数值处是文字，其后的数值属于该文字所指的事项。",
            "The row {row} has words in the place of its first value; the values behind belong to what "
            "they name.",
        ),
        when=Message(
            "首个数值处是文字：其后的数值属于该文字所指的事项",
            "words in the place of the first value: the values belong to what they name",
        ),
    ),
    IssueKind(
        code="T415",
        level=Level.ERROR,
        words=Message(
            "首行标签之上有数值，“{row}”的数值在标签之上还是之下无法确定。",
            "Numbers stand above the first label of the table; whether those of {row} stand above or "
            "below its own cannot be told.",
        ),
        when=Message(
            "首行标签之上有数值，各行数值在标签之上还是之下无法确定",
            "numbers stand above the first label: whether each row's stand above or below its label is "
            "uncertain",
        ),
    ),
    IssueKind(
        code="T416",
        level=Level.WARNING,
        words=Message(
            "“{row}”一行有数字在单元格内折行；连读后各项合计成立，采用连读的数值。",
            "Numbers of the row {row} are wrapped over lines in their cells; put together the row adds "
            "up, and they are taken so.",
        ),
        when=Message(
            "数字在单元格内折行：连读后各项合计成立，采用连读的数值",
            "numbers wrapped over lines in their cells: put together the row adds up, and they are taken so",
        ),
    ),
    IssueKind(
        code="T417",
        level=Level.ERROR,
        words=Message(
            "文本中似有不止一份报告的表格，“{row}”属于哪一份无法确定。",
            "The text seems to hold the tables of more than one report; whose row {row} is cannot be told.",
        ),
        when=Message("有不止一份报告的表格", "tables of more than one report"),
    ),
    IssueKind(
        code="T418",
        level=Level.ERROR,
        words=Message(
            "“{row}”之上的表头有格式以外的栏目“{foreign}”，各数值属于哪一栏无法确定。",
            "The head above {row} has a column that is not the form's, {foreign}; which values are under it "
            "can't be told, and none of the row is reported.",
        ),
        when=Message(
            "表头有格式以外的栏目，各数值属于哪一栏无法确定",
            "a column of its own among the form's: whose each value is can't be told",
        ),
    ),
    IssueKind(
        code="T419",
        level=Level.WARNING,
        words=Message(
            "表头有格式以外的栏目“{foreign}”，该栏数值未读取。",
            "A column is not the form's, {foreign}; what stands under it is not read.",
        ),
        when=Message("表头有格式以外的栏目，该栏不读", "a column of its own among the form's, left out"),
    ),
    IssueKind(
        code="T420",
        level=Level.WARNING,
        words=Message("“{row}”缺少的栏目：{columns}。", "The row {row} has no column {columns}."),
        when=Message("表中缺少栏目", "a table without one of the form's columns"),
    ),
    IssueKind(
        code="T421",
        level=Level.ERROR,
        words=Message(
            "“{row}”的标签之后另有文字，数值属于何者无法确定。",
            "More stands in the cell of the label {row}; which of it the values belong to can't be told.",
        ),
        when=Message("标签单元格中另有文字", "a label with more words in its cell"),
    ),
    IssueKind(
        code="T422",
        level=Level.WARNING,
        words=Message(
            "“{written}”不是规定的标签；按编号、前后各行和字面，读作“{row}”。",
            "{written} is no label of the form; by its numeral, its neighbours and its wording it is taken for "
            "{row}.",
        ),
        when=Message(
            "标签有错字、漏字，按编号和前后各行辨认", "a label with a slip of the pen, told by its place"
        ),
    ),
    IssueKind(
        code="T423",
        level=Level.ERROR,
        words=Message(
            "“{row}”所在表格的标题或说明表明其属于其他年度、其他单位或仅为样例，数值不予采用。",
            "The heading or a caption of its table says that {row} is of another year or body, or a "
            "sample; none of it is reported.",
        ),
        when=Message(
            "表格的标题或说明表明数据不属于本报告",
            "a heading or caption of another year or body",
        ),
    ),
    IssueKind(
        code="T424",
        level=Level.WARNING,
        words=Message(
            "“{row}”一行有单元格内并列几个数字；分别归入各列后各项合计成立，且仅此读法成立，采用该读法。",
            "Cells of the row {row} hold several numbers side by side; only with each in a column of its own "
            "the row adds up, and they are taken so.",
        ),
        when=Message(
            "单元格内并列几个数字：只有分别归入各列后各项合计成立，采用该读法",
            "several numbers side by side in a cell: only with each in a column of its own the row adds up",
        ),
    ),
    IssueKind(
        code="T425",
        level=Level.ERROR,
        words=Message(
            "“{row}”的标签或数值旁另有格式以外的文字（{foreign}），数值可能属于其他年度、单位或类别。",
            "Beside the label or the values of the row {row} stands what the form does not have there "
            "({foreign}): they may be those of another year, body or kind.",
        ),
        when=Message(
            "行内标签或数值旁另有文字，如其中网上、乙镇、复议机关",
            "rows with words beside their label or values that make them another's, as of bodies",
        ),
    ),
)
