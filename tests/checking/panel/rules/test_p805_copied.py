"""P805, text that two reports share: what is found of prose that is copied, edited, or an office's own."""

from itertools import combinations
from time import process_time

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.panel.clauses import clauses, figures
from gov_disclosure.checking.panel.passages import passages
from gov_disclosure.checking.panel.rules.p805_copied import LEAST_PASSAGE, LEAST_SHARE
from helpers.panels import full, of
from helpers.prose import NAMES, TEXTS, edited, written

EVERY = range(len(TEXTS))


def report(parts, issuer, year):
    """A report with prose in sections one, five and six."""
    sections = [
        gd.Section(number=number, heading="", text=text, location=gd.Location(10 * number, 1))
        for number, text in zip((1, 5, 6), parts, strict=True)
    ]
    return evolve(of(full(), issuer, year), sections=tuple(sections))


def own(number, year, seed="own"):
    return report(written(number, NAMES[number], year, f"{seed} {number} {year}"), NAMES[number], year)


def reworked(number, year):
    """Last year's text with other figures, words changed here and there, and a sentence less."""
    parts = written(number, NAMES[number], year, f"{number} {year}")
    return report([edited(part) for part in parts], NAMES[number], year)


def borrowed(number, year):
    """The text under another office's name, with figures of its own."""
    name = f"九龙坪{NAMES[number]}"
    return report(written(number, name, year, f"other {number}"), name, year)


def pairs(panel):
    """The reports of each finding, by issuer and year."""
    found = gd.check_panel(panel, rules=["P805"])
    return {tuple((one.issuer, one.year) for one in finding.reports) for finding in found}


# --- Precision and recall ---------------------------------------------------------------------------------


@pytest.mark.parametrize("copy", [own, reworked, borrowed])
def test_in_panels_of_two_every_copy_is_found_and_nothing_else(copy):
    copies = {number for number in EVERY if pairs([own(number, 2022), copy(number, 2023)])}
    alarms = {pair for pair in combinations(EVERY, 2) if pairs([own(pair[0], 2022), copy(pair[1], 2023)])}
    assert (copies, alarms) == (set(EVERY), set())


def test_in_one_panel_each_copy_is_found_beside_its_source_and_nothing_else():
    panel = [own(number, 2022) for number in EVERY]
    panel += [reworked(0, 2023), own(1, 2023), borrowed(2, 2023), borrowed(3, 2022)]
    issuers = [(NAMES[0], NAMES[0]), (NAMES[1], NAMES[1]), (NAMES[2], f"九龙坪{NAMES[2]}")]
    assert pairs(panel) == {((one, 2022), (other, 2023)) for one, other in issuers} | {
        ((f"九龙坪{NAMES[3]}", 2022), (NAMES[3], 2022))
    }


def test_the_thresholds_have_room_on_both_sides():
    """The set phrase that all texts begin with is the longest passage of two that have nothing to do."""
    phrase = clauses([TEXTS[0][0].format(1, 2, 3, 4, name="", year=2022).partition("各项")[0]], "")
    assert phrase.length == 0, "what has no full stop is no sentence"
    texts = [clauses(written(number, NAMES[number], 2022, "a"), NAMES[number]) for number in EVERY]
    begun = {key for text in texts for key in text.keys if all(key in other.keys for other in texts)}
    shared = [sum(text.lengths[at] for at, key in enumerate(text.keys) if key in begun) for text in texts]
    assert max(shared) < LEAST_PASSAGE
    assert max(length / text.length for length, text in zip(shared, texts, strict=True)) < LEAST_SHARE


def test_what_many_offices_write_is_no_sign_of_copying():
    same = [
        report(written(0, f"{place}县教育局", 2022, place), f"{place}县教育局", 2022)
        for place in "甲乙丙丁戊己"
    ]
    assert len(pairs(same[:4])) == 3
    assert pairs(same) == set()


# --- What a finding says ----------------------------------------------------------------------------------


def test_a_finding_has_its_passages_where_they_stand():
    one, other = own(0, 2022), reworked(0, 2023)
    (finding,) = gd.check_panel([other, one], rules=["P805"])
    assert (finding.id, finding.level) == (f"P805.{NAMES[0]}.2023.{NAMES[0]}.2022", gd.Level.WARNING)
    assert LEAST_SHARE <= finding.share < 1
    lengths = [passage.length for passage in finding.passages]
    assert lengths == sorted(lengths, reverse=True)
    assert min(lengths) >= LEAST_PASSAGE
    for passage in finding.passages:
        for source, excerpt in zip((one, other), passage.excerpts, strict=True):
            text = next(part.text for part in source.sections if part.number == excerpt.section)
            assert text[excerpt.start :].startswith(excerpt.text)
            assert excerpt.text == excerpt.text.strip()
            assert excerpt.heading == gd.Location(10 * excerpt.section, 1)
    assert [one.locations[0] for one in finding.reports] == [gd.Location(10, 1)] * 2
    assert str(lengths[0]) in finding.message.zh
    assert f"{int(100 * finding.share)}%" in finding.message.en


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (("3", "40", "500"), "even the 3 figure(s) in the shared text are the same"),
        (("3", "41", "500"), "of the 3 figure(s) in the shared text 2 are the same"),
        (("九", "十", "百"), "the shared text has no figures but"),
    ],
)
def test_it_is_said_whether_even_the_figures_are_the_same(figures, words):
    text = (
        "{year}年，全局上下把公开工作同日常业务一起布置，一起检查，由办公室每月登记台账；培训{0}场，到场{1}人次，"
        "比{before}年更重实际案例的讲解；窗口收到书面来信{2}封，逐一登记编号后转交承办科室答复。"
    )
    was, now = (("3", "40", "500") if figures[0].isdigit() else figures), figures
    panel = [
        report((text.format(*given, year=year, before=year - 1), "", ""), "青溪县教育局", year)
        for year, given in ((2022, was), (2023, now))
    ]
    (finding,) = gd.check_panel(panel, rules=["P805"])
    assert words in finding.message.en


@pytest.mark.parametrize(
    ("clause", "counted"),
    [
        ("培训场次为3，", ["3"]),
        ("办结１，２０３件；", ["1203"]),
        ("满意率为 99.5%。", ["99.5"]),
        ("自2022 年1月1日起至12月31日止，", []),
        ("依据国务院令第711号和国办公开办函〔2021〕30号，", []),
        ("1." * 50_000 + "1年，", []),
    ],
)
def test_figures_are_counted_but_those_of_dates_and_documents(clause, counted):
    assert figures(clause) == counted


def test_a_few_words_from_elsewhere_do_not_part_a_passage():
    first, *others = (f"第{word}项工作由办公室逐条登记并按月核对。" for word in "甲乙丙丁戊己庚辛")
    source = clauses(["下一步，继续。" + first + "".join(others)], "")
    text = clauses([first + others[0] + "下一步，继续。" + "".join(others[1:])], "")
    (passage,) = passages(text, source, (), LEAST_PASSAGE)
    assert passage.length == text.length - len("下一步继续")


@pytest.mark.thorough
@pytest.mark.parametrize("length", [5_000, pytest.param(20_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize(
    "unit", ["同。", "甲，乙。", "照常公开各类信息，按月核对各个栏目。", "《", "照常公开", "2021年", "，。"]
)
def test_hostile_prose_takes_linear_time(unit, length):
    def seconds(n):
        panel = [report((unit * (n // len(unit)), "", ""), "甲局", year) for year in (2021, 2022)]
        start = process_time()
        gd.check_panel(panel, rules=["P805"])
        return process_time() - start

    short, long = (min(seconds(n) for _ in range(3)) for n in (length, 4 * length))
    assert long < max(9 * short, 0.06), "the square of it would take sixteen times as long"


# --- What is compared -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("共办结12件，逐件回访。", "共办结 1，203件；逐件回访。", True),
        ("2022年召开会议。", "二〇二三年召开会议。", True),
        ("依据《甲办法》办理。", "依据《乙办法》办理。", True),
        ("办结率达99.5%。", "办结率\n达１００％。", True),
        ("處理結果。", "处理结果。", True),
        ("办结来信。", "办结来访。", False),
        ("办结12件。", "办结十二件。", False),
    ],
)
def test_clauses_are_the_same_but_for_figures_years_titles_widths_and_spaces(one, other, same):
    keys = [list(clauses([text], "").keys) for text in (one, other)]
    assert (keys[0] == keys[1]) is same


def test_an_offices_own_name_stands_for_any():
    one, other = clauses(["甲局，会议由甲局主持。"], "甲局"), clauses(["会议由乙 局主持。"], "乙局")
    assert list(one.keys) == list(other.keys)


@pytest.mark.parametrize(
    "text",
    [
        "\t规章\n\t0\n\t0\n" * 200 + "。",
        "版权所有：某某县人民政府",
        "",
        "，。；",
    ],
)
def test_tables_and_the_foot_of_a_page_are_no_sentences(text):
    assert clauses([text], "").length == 0
