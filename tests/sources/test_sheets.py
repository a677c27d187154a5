"""Style sheets: what may hide or strike a number leaves it unread, and what certainly does not leaves it alone."""

import time

import pytest

from gov_disclosure.sources.pages import shown_text
from gov_disclosure.sources.pages.css import holds_on_screen
from sources.test_shown import BLANK, GAP, issued

HIDES = [
    "@layer x{b.o{display:none}}", "@supports (display:block){b.o{display:none}}", "td{.o{display:none}}",
    "td{& .o{display:none}}", "td{> .o{display:none}}", "@media (min-width:1px){.o{display:none}}",
    "@media (min-aspect-ratio:1/1){.o{display:none}}", '[class~="o"]{display:none}', "td :is(.o,.p){display:none}",
    "td:has(.o) b{display:none}", "b:not(.z){display:none}", "@scope (td){.o{display:none}}",
    "@container (min-width:1px){.o{display:none}}", "@unheard-of{.o{display:none}}", ".o{color:#0000}",
    ".o{color:#00000000}", ".o{color:hsla(0,0%,0%,0)}", ".o{color:rgb(0 0 0 / 0)}", ".o{color:oklch(0 0 0 / 0)}",
    ".o{color:color-mix(in srgb,red 0%,transparent)}", ".o{display:var(--t)}:root{--t:none}",
    ".o{display:var(--t,none)}", ".o{-webkit-text-fill-color:transparent}", ".o{clip-path:inset(50%)}", ".o{zoom:0}",
    ".o{opacity:.01}", ".o{opacity:5%}", ".o{opacity:calc(0)}", ".o{filter:opacity(0)}", ".o{letter-spacing:-1em}",
    ".o{transform:scaleX(-1)}", ".o{transform:translateX(-9999px)}", ".o{scale:0}", ".o{translate:-9999px}",
    ".o{margin-left:-9999px}", ".o{position:absolute;left:-100vw}", ".o{font-size:calc(0px)}", r".o{d\69splay:none}",
    r".\6f{display:none}", r".o{display:n\6fne}", ".o{display:none;display:foo}", ".O{display:none}",
    ".o{mask:linear-gradient(transparent,transparent)}", "html .o{display:none}", ":root .o{display:none}",
    ".o:not(:hover){display:none}", ".o:first-child{display:none}", "b::first-letter{font-size:0}",
    ".o{animation:h 1s forwards}@keyframes h{to{opacity:0}}", '.y{content:"}"}.o{display:none}',
    ".o{background:#000}", ".o{font-family:Wingdings}", "@media not print{.o{display:none}}",
    "@layer a,b;@layer a{.o{display:inline}}@layer b{.o{display:none}}", ".z:-moz-any-thing,.o{display:none}",
]  # fmt: skip
HIDES_NOTHING = [
    ":where(.hidden){display:none}", ":is(.q){display:none}", "*:not(:defined){display:none}",
    "td::before{content:attr(data-label)}", ".q ~ div{display:none}", ".tab>div{display:none}",
    "*,*::before,*::after{box-sizing:border-box}", "body{color:var(--c)}:root{--c:#333}", "body{color:oklch(0.2 0 0)}",
    "@media (max-width:768px){td{display:block}td::before{content:attr(class)}}", "tr:nth-child(even){background:#eee}",
    "@supports(display:grid){body{display:grid}}", ".btn{opacity:.5}", "html{filter:grayscale(100%)}",
    'body{font:14px/1.5 a,"Segoe UI Symbol",sans-serif}', "body{font-size:calc(1rem + .2vw)}", "td{color:WindowText}",
    r".sm\:hidden{display:none}", "@keyframes k{from{opacity:0}to{opacity:1}}body{animation:k 1s}",
    "table{transform:translateZ(0)}", "@media print{*{color:#fff!important}}", "td{letter-spacing:-0.5px}",
    "::selection{color:#fff}", ".o-x{display:none}", ".o{display:none !ie}", "} .o{display:none}",
    ".o{animation:h 1s}",
]  # fmt: skip


def sheet(css: str, cell: str) -> int | str:
    return issued(f"<td>{cell}</td>", f"<style>{css}</style>\n")


@pytest.mark.parametrize("css", HIDES)
def test_what_a_sheet_may_hide_is_never_a_digit(css):
    assert sheet(css, "<b class=o>58</b>37") in (37, GAP)


@pytest.mark.parametrize("css", HIDES_NOTHING)
def test_a_rule_that_hides_nothing_in_the_page_costs_nothing(css):
    assert sheet(css, "<b class=o>37</b>") == 37


@pytest.mark.parametrize(
    "css",
    [
        "@media (min-width:1px){.o{text-decoration:line-through}}", '[class~="o"]{text-decoration:line-through}',
        "@supports(x:y){.o{text-decoration:line-through}}", "td{.o{text-decoration:line-through}}",
        ".o{text-decoration:var(--t)}:root{--t:line-through}", "@layer a{.o{text-decoration-line:line-through}}",
    ],
)  # fmt: skip
def test_what_a_sheet_may_strike_is_no_value(css):
    assert sheet(css, "<b class=o>37</b>") == GAP


@pytest.mark.parametrize(
    "css",
    [
        'td::after{content:"万"}', 'td:after{content:"0"}', "b::after{content:counter(x)}", 'b::before{content:"-"}',
        'b::after{content:"%"}', "b::after{content:attr(class)}", 'b{&::after{content:"9"}}',
        '@supports(x:y){b::after{content:"9"}}', 'b::after{content:var(--q)}:root{--q:"9"}', 'tr::after{content:"9"}',
        'b:is(.o)::after{content:"9"}', 'b:after{content:"" "9"}', 'b::after{content:"9"/"x"}', "td::after{content:url(a)}",
        'b::after{content:"9"}@supports(x:y){b::after{content:none}}',
    ],
)  # fmt: skip
def test_a_number_to_which_a_sheet_adds_is_not_read(css):
    assert sheet(css, "<b class=o>37</b>") == GAP


def test_what_a_sheet_adds_that_is_no_part_of_a_number_costs_nothing():
    for css in (
        'b::after{content:""}',
        'b::after{content:" "}',
        'b::before{content:"•"}',
        'h1::before{content:"9"}',
    ):
        assert sheet(css, "<b class=o>37</b>") == 37
    assert sheet('b::after{content:"9"}b::after{content:none!important}', "<b>37</b>") == 37


@pytest.mark.parametrize(
    "look",
    [
        "display:block", "display:inline-block", "float:right", "margin-right:5em", "position:absolute",
        "padding-left:2em", "display:table-cell", "position:relative;left:3em",
    ],
)  # fmt: skip
def test_two_lines_of_a_cell_are_not_one_number(look):
    one = f'<span style="{look}">{{}}</span>'
    assert issued(f"<td>{one.format(1)}{one.format(2)}</td>") == GAP
    assert issued(f"<td>{one.format(12)}</td>") == 12
    assert issued("<td style='display:flex'><b>1</b><b>2</b></td>") == GAP
    assert issued("<td><div style='display:flex'><p><b>1</b><b>2</b></p></div></td>") == 12


def test_only_a_style_for_the_screen_counts():
    cell = "<td><b class=o>58</b>37</td>"
    for start in ("<style type=text/plain>", "<style media=print>", "<style media='(max-width:600px)'>"):
        assert issued(cell, f"{start}.o{{display:none}}</style>\n") == 5837
    assert issued("<td><b class=o>37</b></td>", "<style media='(foo)'>.o{display:none}</style>\n") == GAP
    assert issued("<td><b class=o>37</b></td>", "<style>.o{display:none}</style>\n") == BLANK


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("", True), ("screen", True), ("all", True), ("only screen and (min-width:1px)", True), ("print", False),
        ("print, screen", True), ("(max-width: 768px)", False), ("(min-width:75em)", None), ("(max-width:99999px)", True),
        ("screen and (max-width:9px)", False), ("not all", None), ("(hover)", None), ("print and (hover)", False),
    ],
)  # fmt: skip
def test_a_query_holds_or_not_or_nobody_can_tell(query, holds):
    assert holds_on_screen(query) is holds


@pytest.mark.thorough
@pytest.mark.parametrize(
    "css",
    [
        "td{" * 4000, "@media x{" * 4000, ":is(" * 4000 + ".o" + ")" * 4000 + "{color:red}", "(" * 9000, "\"'" * 9000,
        "/*" * 9000, "\\" * 9000, ".o{transform:translate(" + "0.0" * 9000 + "x)}", "[" * 9000 + "{color:red}",
        ":root{" + "".join(f"--a{i}:var(--a{i + 1}) var(--a{i + 1});" for i in range(4000)) + "}b{color:var(--a0)}",
        ",".join(["td"] * 4000) + "{" + ".o{color:red}" * 4000, (",".join(["td"] * 60) + "{") * 10 + ".o{color:red}" * 999,
    ],
)  # fmt: skip
def test_a_hostile_sheet_takes_a_time_that_is_bounded(css):
    began = time.perf_counter()
    shown_text(f"<style>{css}</style><table>" + "<tr><td><b class=o>1</b></td></tr>" * 200 + "</table>")
    assert time.perf_counter() - began < 8
