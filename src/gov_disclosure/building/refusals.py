"""Refusals: why a row's numbers are not reported. Each knows the code of the issue that says so."""

from enum import Enum

from gov_disclosure.model.messages import Message


class Refusal(Enum):
    """A reason for which the values behind a label can't be put under their columns with certainty."""

    NO_VALUES = ("T403", "标签之后没有数值", "no values stand behind its label")
    COLUMNS_UNTOLD = ("E302", "表头不能说明各列", "no head tells its columns")
    COLUMNS_OUT_OF_ORDER = (
        "T411",
        "表头各列顺序不同",
        "the columns above it are in another order than the form's",
    )

    FOREIGN_HEAD = (
        "T418",
        "表头有格式以外的栏目",
        "a column above it is none of the form's, and nothing tells which values are under it",
    )

    CELLS_TOO_MANY_OR_FEW = ("T404", "单元格数与列数不符", "its cells are more or fewer than its columns")
    UNLIKE_HEAD = ("T404", "与表头长度不同", "it is longer or shorter than its head, and no sum proves it")
    UNLIKE_OTHERS = ("T404", "短于表中其他各行", "it is shorter than all other rows of its table")
    LINES_UNLIKE_OTHERS = (
        "T405",
        "空行与其他各行不一致",
        "the empty lines of other rows are empty cells, and its own don't make it as long as its columns",
    )
    SHORTER_THAN_LABELS = ("T404", "短于标签所在的行", "it is shorter than the row of its labels")
    OUTSIDE_COLUMNS = ("T404", "有数值在各列之外", "a value stands outside its columns, or a column has two")
    WORDS_AMONG_CELLS = ("T404", "单元格之间有其他文字", "words or foreign lines stand among its cells")
    BEGINNING_UNTOLD_SHORT = (
        "T404",
        "无法确定首列，单元格不足",
        "where its columns begin can't be told; cells are lost",
    )

    MERGED_VALUES = (
        "V509",
        "合并单元格的数值被逐格重复",
        "equal numbers side by side may be those of one merged cell: its sum fails with all of them",
    )

    LABEL_HAS_MORE = (
        "T421",
        "标签之外另有文字",
        "its label's cell goes on with words that the values may belong to",
    )

    TORN = ("T405", "其后有残缺的单元格", "cells that may be torn off it follow")
    THOUSAND_TORN = ("T405", "千位分隔符可能隔开了数字", "a comma between thousands may have parted a number")
    OVER_END = ("T405", "单元格越过行尾", "its cells go on behind the end of its row")
    SEVERAL_WRAPPED = (
        "T405",
        "多个单元格各有几个数字",
        "several cells hold numbers on two lines: two rows, perhaps",
    )
    NUMBERS_BESIDE = (
        "T405",
        "合计不成立且旁有数值",
        "its sum fails, and numbers that may be its own stand beside it",
    )
    NUMBER_OF_NEXT_ROW = (
        "T405",
        "末位数值可能是下一行的序号",
        "rows are numbered, and its last number may be the one of the next",
    )
    NUMBERS_ON_LINE_ABOVE = ("T405", "上一行有数字", "digits on the line above may belong to its numbers")
    ROWS_WITHOUT_LABEL = ("T405", "其后有无标签的行", "rows without labels follow it")

    DOUBLES_DISAGREE = ("T406", "同一标签的各行不同", "rows with its label say different things")
    ROWS_LOST_BEHIND = ("T407", "其后缺行", "rows of the form are lost behind it, and its end may be theirs")

    BEGINNING_UNTOLD = ("T410", "无法确定首列", "where its columns begin can't be told")
    LABEL_CUT = (
        "T410",
        "标签不全且没有数值",
        "its label is cut short, and its numbers may stand beside the rest",
    )
    HEAD_INCOMPLETE = ("T410", "表头不全且有空单元格", "it has empty cells, and its head has lost columns")
    LABEL_SHARES_ROW = (
        "T410",
        "标签与其他标签同在一行",
        "its label shares a row with another, and cells are left over",
    )
    VALUE_ABOVE_LABEL = ("T410", "有数值高于标签", "a value stands in a line above its label")
    SUM_FAILS_WITHOUT_MARKS = ("T410", "合计不成立且各列无标记", "its sum fails, and nothing marks its columns")
    SUM_FAILS_AMONG_MISFITS = (
        "T410",
        "合计不成立且其他行不合",
        "its sum fails, and the rows around don't fit either",
    )
    AMONG_LONGER = (
        "T410",
        "其他各行的数值多于列数",
        "rows around have more values than columns, and it may lack one of its own",
    )
    EMPTY_BEHIND_NUMBERS = (
        "T410",
        "为空，且其前有无主的数值",
        "it is empty, and values before it belong to no row",
    )

    DIGITS_DOUBLED = (
        "V508",
        "数字逐位重复",
        "every digit of its numbers stands twice, as bold type comes out",
    )

    TOO_MANY_ROWS = ("T417", "行数过多", "the tables have more rows than any report")
    SEVERAL_REPORTS = ("T417", "文中不止一份报告", "table two begins again behind table three")
    TABLE_TWICE = ("T417", "同类表格不止一个", "another table of its kind disagrees with its own")
    DOUBLE_WITHOUT_VALUES = ("T417", "另有同一标签而无数值的行", "its label stands again without values")
    CAPTIONED = (
        "T423",
        "标题或说明表明表格不是本报告的",
        "a heading or caption says that its table is of another year or body",
    )
    ROWS_NAMED = (
        "T425",
        "标签或数值旁另有文字",
        "a word that is not the form's stands beside its label or values: they are one body's or kind's",
    )
    BEHIND_VALUELESS = (
        "T413",
        "其前的标签没有数值",
        "labels before it have no values, and its own may be theirs",
    )
    WORDS_FIRST = (
        "T414",
        "首列是文字",
        "words stand in its first column: the numbers belong to what they name",
    )
    ABOVE_OR_BELOW = ("T415", "数值在标签之上或之下不定", "its values may stand above its label or below")

    def __init__(self, code: str, zh: str, en: str) -> None:
        self.code: str = code
        self.reason: Message = Message(zh, en)

    @property
    def is_misfit(self) -> bool:
        """Whether the cells are too many, too few or in other places than the columns."""
        return self.code == "T404"

    @property
    def is_of_place(self) -> bool:
        """Whether the row can be read nevertheless, where the places of its cells are certain."""
        return self.code in ("T404", "T410", "T411")

    @property
    def lacks_cells(self) -> bool:
        """Whether cells of the row may stand elsewhere."""
        return self.code in ("T403", "T404", "T405")


class Choice(Enum):
    """How a row was read of which its sums allow one reading only."""

    WITHOUT_ONE = "T409"
    """A 0 or the number of a page is left out that is one cell too many."""
    WRAPPED_NUMBERS = "T416"
    """Numbers on two lines of a cell are one each."""
    SIDE_BY_SIDE = "T424"
    """Numbers on one line of a cell are those of as many columns."""

    @property
    def code(self) -> str:
        """Of the issue that says so."""
        return self.value
