"""The words of the page on which a report is shown with what was found of it."""

from collections.abc import Mapping
from typing import Final

from gov_disclosure.form.fields import State
from gov_disclosure.model.messages import Level, Message

PAGE: Final[Mapping[str, Message]] = {
    "heading": Message(
        "政府信息公开工作年度报告核对结果", "Annual reports on open government information, checked"
    ),
    "skip": Message("跳到正文", "Skip to the content"),
    "contents": Message("目录", "Contents"),
    "untitled": Message("未找到报告标题", "A report without a title"),
    "issuer": Message("发布机关", "Issuer"),
    "year": Message("报告年度", "Year"),
    "edition": Message("表格版本", "Edition of the form"),
    "edition_name": Message("{edition}年版", "{edition}"),
    "file": Message("文件", "File"),
    "unknown": Message("未知", "unknown"),
    "findings": Message("核对发现", "Findings"),
    "not_passed": Message("未通过", "not passed"),
    "unread_files": Message("未读取的文件（{count}个）", "Files that were not read ({count})"),
    "nothing": Message("没有发现错误或警示。", "No errors or warnings were found."),
    "folded": Message("提示（{count}条）", "Notes ({count})"),
    "issues": Message("读取问题", "Reading issues"),
    "no_issues": Message("读取时没有错误或警示。", "Reading gave no errors or warnings."),
    "cells": Message("涉及{count}个单元格", "Cells concerned: {count}"),
    "place": Message("原文第{line}行", "Line {line} of the source"),
    "in_file": Message("（{place}）", " ({place})"),
    "tables": Message("报告表格", "Tables"),
    "legend": Message("图例", "Legend"),
    "number_is": Message(
        "该格与同编号的发现有关；编号链接到该条发现", "the finding of that number is about it, and is linked"
    ),
    "unread": Message("无法确定数值的原文", "Texts that give no certain number"),
    "source": Message("报告原文", "Source text"),
    "source_hint": Message(
        "单元格中的数值链接到原文，原文中的数值链接到单元格。",
        "A value in a table links to its place here, and from here back to its cell.",
    ),
    "no_source": Message(
        "没有提供报告原文，因此只显示表格。", "The source text was not given; the tables stand alone."
    ),
}
"""By name."""

LEVELS: Final[Mapping[Level, Message]] = {
    Level.ERROR: Message("错误", "Error"),
    Level.WARNING: Message("警示", "Warning"),
    Level.INFO: Message("提示", "Note"),
}
"""How much a finding or an issue weighs."""

STATES: Final[Mapping[State, Message]] = {
    State.REPORTED: Message("数值", "number"),
    State.BLANK: Message("空", "blank"),
    State.NOT_APPLICABLE: Message("不适用", "n/a"),
    State.MISSING: Message("缺", "missing"),
    State.UNREADABLE: Message("不明", "unclear"),
}
"""What a cell says of its state."""

LEGEND: Final[Mapping[State, Message]] = {
    State.BLANK: Message("单元格空白", "the cell is empty"),
    State.NOT_APPLICABLE: Message("填写“/”“-”“无”等标记", "marked as not applicable: “/”, “-”, 无"),
    State.MISSING: Message("原文没有该单元格", "the source has no such cell"),
    State.UNREADABLE: Message(
        "有内容，但无法确定数值；原文附后", "something is written, but no certain number"
    ),
}
"""What the states mean that have no number."""
