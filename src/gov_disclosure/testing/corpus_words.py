"""What the command ``corpus`` says, in Chinese and in English."""

from collections.abc import Mapping
from typing import Final

from gov_disclosure.model.messages import Language, Message

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
