"""Settling: what words of a clause mean by those beside them.

One rule is one function that looks at the tokens of a clause and changes the types of some: 政府信息公开 and
的申请 are one noun, 法院 before 判决维持 says no more than that, 公开 is a result where a figure follows.
"""

from itertools import pairwise
from typing import Final

from attrs import evolve

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import (
    ACTIONS,
    ALL_REQUESTS,
    ALL_THOSE,
    COUNT,
    DOCUMENTS,
    NUMBER,
    OTHER_TEXT,
    OUTCOMES,
    PARTS,
    SOME_OF_THOSE,
    Clause,
    Token,
)
from gov_disclosure.narrative.patterns import words_before_figures, words_of_kind

# Those who decide on disputes, and which.
_DECIDERS: Final = {"COURT": "LITIGATION", "REVIEWER": "RECONSIDERATION"}
_BODIES: Final = frozenset({"RESEARCH_INSTITUTION", "COMMERCIAL_ENTERPRISE", "LEGAL_SERVICE_INSTITUTION"})
# No longer words are one thing of a list: 收费.
_SHORT: Final = 4
# A figure and the noun behind it are no further apart.
_FAR: Final = 12
_FIGURES: Final = (COUNT, NUMBER)
_NO_TOKEN: Final = Token("", "", 0, 0)


def clause(tokens: list[Token], follows: bool, mark: str, inside: bool) -> Clause:
    """A clause that a sign ends."""
    continues = bool(tokens) and tokens[0].type == "INCLUDING"
    return Clause(
        _settled(tokens),
        follows or continues,
        bool(mark) and mark in "；;",
        inside,
        bool(mark) and mark in "：:",
    )


# Behind a colon, with nothing else: what is told is of what stands before it.
_LEADING: Final = frozenset({*PARTS, *DOCUMENTS, *ACTIONS, "REQUEST"})
_PLAIN: Final = frozenset(
    {
        *("FILLER", "THIS_YEAR", "THAT_YEAR", "SUM", "QUANTITY", "ALL", "AND", "IN_TIME", COUNT, "NONE"),
        *("HANDLED", "ANSWERED", "DECIDED", "DECISION"),
    }
)


_LACKING: Final = frozenset({"FILLER", "THIS_YEAR", "THAT_YEAR", "OWN", "SCOPE", "ALL", "NONE", "BECAUSE"})


def led(lead: list[Token], tokens: list[Token], *, colon: bool) -> list[Token]:
    """The tokens of a clause, and before them what has led in to it.

    A colon leads in to figures (行政许可：办结12件), a comma to what there was none of (行政诉讼，均未发生).
    """
    if not lead:
        return tokens
    types = {token.type for token in tokens}
    if not colon:
        if "NONE" not in types or not types <= _LACKING:
            return tokens
        parts = [evolve(token) for token in lead if token.type in PARTS or token.type == "AND"]
        only = {token.type for token in lead} <= _LACKING | PARTS | {"ABOUT", "REQUEST", "AND"}
        return [*parts, *tokens] if only and parts and parts[-1].type in PARTS else tokens
    nouns = [evolve(token) for token in lead if token.type in _LEADING]
    plain = types <= _PLAIN and not types.isdisjoint((COUNT, "NONE"))
    return [*nouns, *tokens] if plain and len(nouns) == 1 else tokens


def _refer_back(tokens: list[Token]) -> None:
    """8件中, 8件申请中: what follows are parts of a figure that has been told, or that the clause tells."""
    for at, token in enumerate(tokens):
        too = token.type == OTHER_TEXT and token.text in terminals("narrative")["OF_THOSE_TOO"]
        if token.type == "OF_THOSE" or too:
            counted = at - 1 if at and tokens[at - 1].type == COUNT else at - 2
            noun = counted == at - 1 or tokens[at - 1].type in ("REQUEST", "APPLICATION")
            refers = counted >= 0 and noun and tokens[counted].type == COUNT
            if _is_of_some(tokens[max(at - _FAR, 0) : at]):
                # 19件征地类申请中
                token.type = SOME_OF_THOSE
                continue
            if not refers and token.type == "OF_THOSE" and at and tokens[at - 1].type == "REQUEST":
                # 受理的申请中
                tokens[at - 1].type, token.type = ALL_REQUESTS, "INCLUDING"
                for told in tokens[: at - 1]:
                    told.type = "FILLER" if _tells(told.type) else told.type
                continue
            token.type = "INCLUDING" if refers else OTHER_TEXT if too else "FILLER"
            if refers and not any(_tells(before.type) for before in tokens[:counted]):
                named = tokens[at - 1].type == "REQUEST"
                for told in tokens[counted + 1 : at]:
                    told.type = "FILLER"
                tokens[counted].type = ALL_REQUESTS if named else ALL_THOSE


def _is_of_some(tokens: list[Token]) -> bool:
    """Whether a figure, words that are not known and a noun end a stretch: requests of one kind."""
    types = [token.type for token in tokens]
    if types[-1:] not in (["REQUEST"], ["APPLICATION"]) or COUNT not in types:
        return False
    return OTHER_TEXT in types[types.index(COUNT) :]


def _tell_of_others(tokens: list[Token]) -> None:
    """18份申请已答复17份: the figure before the noun is that of all, which has been told."""
    counts = [at for at, token in enumerate(tokens) if token.type == COUNT]
    for first, second in pairwise(counts):
        noun, *behind = tokens[first + 1 : second] or [_NO_TOKEN]
        verbs = [token.type for token in behind if token.type != "FILLER"]
        if noun.type in ("REQUEST", "APPLICATION") and len(verbs) == 1 and _tells(verbs[0]):
            tokens[first].type = ALL_REQUESTS if noun.type == "REQUEST" else ALL_THOSE
            noun.type = "FILLER"


def _say_every_way(tokens: list[Token]) -> None:
    """未收到书面、网络等任何形式的申请: the ways are named to say that there is none in any."""
    ways = {token.type for token in tokens}
    every = "REQUEST" if {"WRITTEN", "PART", "APPLICATION"} <= ways else "EVERY_WAY"
    end = next((at for at, token in enumerate(tokens) if token.type == every), 0)
    start = next((at for at, token in enumerate(tokens[:end]) if token.type == "NONE"), end)
    if start == end:
        # 通过网络、信函等方式
        while start and tokens[start - 1].type in ("PART", "WRITTEN", "AND"):
            start -= 1
    for token in tokens[start:end]:
        if token.type in ("PART", "WRITTEN", "AND"):
            token.type = "FILLER"


def _name_requests(tokens: list[Token]) -> None:
    """政府信息公开的申请: two words make one noun."""
    types = {token.type for token in tokens}
    for at, token in enumerate(tokens):
        behind = [other for other in tokens[at + 1 : at + 3] if other.text not in terminals("narrative")["OF"]]
        if not behind:
            continue
        if token.type == "ABOUT" and behind[0].type == "APPLICATION" and tokens[at + 1].type != "ABOUT":
            token.type, behind[0].type = "FILLER", "REQUEST"
        elif _says_the_same_as(token, behind[0], types):
            token.type = "FILLER"


def _says_the_same_as(token: Token, behind: Token, types: set[str]) -> bool:
    """有效申请 are those that are counted, and without 申请结转 nothing is carried."""
    if token.type in ("REQUEST", "APPLICATION"):
        return behind.type == "CARRIED" and "NONE" in types
    if token.type == "ISSUED":
        # 制定的现行有效规范性文件
        return behind.type == "IN_FORCE"
    return token.type == "IN_FORCE" and behind.type in ("REQUEST", "APPLICATION")


def _name_persons(tokens: list[Token]) -> None:
    """高校师生, 企业职工: who is of a body is not the body."""
    for token, behind in pairwise(tokens):
        if token.type in _BODIES and behind.text in terminals("narrative")["SIGN_OF_NATURAL_PERSON"]:
            token.type = "FILLER"


def _name_askers(tokens: list[Token]) -> None:
    """个人申请9件、单位申请3件: other bodies than this one, which have asked it."""
    for at, (token, behind) in enumerate(pairwise(tokens)):
        counted = [other.type for other in tokens[at + 2 : at + 3]] == [COUNT]
        asked = behind.type in ("REQUEST", "APPLICATION") and counted
        if token.type == "OTHER_BODY" and asked and token.text in terminals("narrative")["ASKING_BODY"]:
            token.type = "ORGANIZATIONS"


def _name_deciders(tokens: list[Token]) -> None:
    """法院判决维持: who decided says no more; 无复议机关纠错: nothing was before them."""
    types = {token.type for token in tokens}
    acts = any(token.text in terminals("narrative")["ACTING_AS"] for token in tokens)
    for token in tokens:
        if token.type in _DECIDERS:
            if acts:
                token.type = "JUDGING"
            elif types & OUTCOMES:
                token.type = "FILLER"
            elif "NONE" in types and not types & PARTS:
                token.type = _DECIDERS[token.type]
            else:
                token.type = "OTHER_BODY" if token.type == "COURT" else OTHER_TEXT


def _list_what_lacks(tokens: list[Token]) -> None:
    """没有收费、投诉举报、复议诉讼: what else there is none of says nothing of disputes."""
    if not any(token.type == "NONE" for token in tokens) or not any(token.type in PARTS for token in tokens):
        return
    for at in range(len(tokens) - 1, 0, -1):
        token, before, behind = tokens[at], tokens[at - 1], tokens[at + 1 : at + 2]
        listed = "AND" in (before.type, *(other.type for other in behind))
        short = token.type == OTHER_TEXT and len(token.text) <= _SHORT
        if listed and (token.type == "OTHER_THING" or short):
            token.type = "FILLER"
            for other in behind:
                other.type = "FILLER" if other.type == "AND" else other.type
            if before.type == "OTHER_THING":
                before.type = "FILLER"
        elif token.type in PARTS and before.type in PARTS:
            tokens.insert(at, Token("AND", "", token.start, token.start))


def _join_transfers(tokens: list[Token]) -> None:
    """收到上级转办和群众提交的申请5件: all of them, wherever they came from."""
    for at, token in enumerate(tokens[:-2]):
        if token.type == "TRANSFERRED" and tokens[at + 1].type == "AND" and tokens[at + 2].type == "FILLER":
            token.type = tokens[at + 1].type = "FILLER"


def _decide_on_matters(tokens: list[Token]) -> None:
    """办理行政许可事项12件: so many were decided on; 12项 are matters that an office has."""
    words, verb = terminals("narrative"), False
    for at, token in enumerate(tokens):
        verb = verb or token.type in ("HANDLED", "ANSWERED", "DECIDED")
        if verb and token.type == "OTHER_THING" and token.text.endswith(words["TAIL"]):
            kinds = (words_of_kind().get(token.text.removesuffix(tail)) for tail in words["TAIL"])
            kind = next((kind for kind in kinds if kind in ACTIONS), None)
            count = next((other.quantity for other in tokens[at : at + _FAR] if other.type == COUNT), None)
            if kind and count and count.unit in words["CASE_UNIT"]:
                token.type = kind


def _say_decided(tokens: list[Token]) -> None:
    """作出申请答复12件: the verb says no more than the noun."""
    types = {token.type for token in tokens}
    for token in tokens:
        if token.type == "DECIDED" and "ANSWERED" in types and types & {"REQUEST", "APPLICATION"}:
            token.type = "FILLER"


def _tells(type: str) -> bool:
    return type in ("RECEIVED", "ACCEPTED", "HANDLED", "ANSWERED") or type.startswith("REQUESTS_")


def _name_measures(tokens: list[Token]) -> None:
    """查封扣押等行政强制 names some of them, and 查封决定书 is on one."""
    for at, token in enumerate(tokens):
        if token.type == "MEASURE":
            behind = {other.type for other in tokens[at + 1 : at + 5]}
            decided = "DECISION" in behind and behind.isdisjoint(ACTIONS)
            token.type = "PROACTIVE_COMPULSION" if decided else "FILLER" if behind & ACTIONS else OTHER_TEXT


def _tell_what_it_is_now(tokens: list[Token]) -> None:
    """由2021年的9件降至4件: what it was last year is no figure of this one."""
    types = [token.type for token in tokens]
    if {"FROM", "LAST_YEAR", "CHANGE"} <= {*types} and types.index("FROM") < types.index("LAST_YEAR"):
        start, end = types.index("FROM"), types.index("CHANGE")
        if COUNT in types[start:end] and COUNT in types[end:]:
            for token in tokens[start : end + 1]:
                token.type, token.quantity = "FILLER", None


def _count_nothing(tokens: list[Token]) -> None:
    """3个工作日, 5项制度: the unit begins a word that is not known."""
    loose = terminals("narrative")["LOOSE_UNIT"]
    for token, behind in pairwise(tokens):
        if behind.type == OTHER_TEXT and token.quantity and token.quantity.unit in loose:
            token.type = OTHER_TEXT


def _come_before_figures(tokens: list[Token]) -> None:
    """公开 and the like are words of the tables where a figure or a document follows."""
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else _NO_TOKEN
        if token.type == "ABOUT":
            answer = token.text in terminals("narrative")["DISCLOSED_TOO"] and behind.type in _FIGURES
            token.type = "REQUESTS_RESULTS_GRANTED" if answer else "ABOUT"
        elif token.type in (OTHER_TEXT, "BARE_OTHER") and (kind := words_before_figures().get(token.text)):
            token.type = _kind_before(kind, behind, tokens, at)


def _kind_before(kind: str, behind: Token, tokens: list[Token], at: int) -> str:
    """What a word is that is one of the tables' only before a figure, a document or another result."""
    disclosed = kind == "DISCLOSED"
    if disclosed and behind.type == "AND":
        both = tokens[at + 2 : at + 3]
        if both and both[0].type == "REQUESTS_RESULTS_PARTIALLY_GRANTED":
            return "REQUESTS_RESULTS_GRANTED"
    document = behind.type in DOCUMENTS and kind != "BARE_OTHER"
    figure = (behind.type in _FIGURES and kind != "RELEASED") or (disclosed and behind.type == "QUANTITY")
    # 4件公开、1件部分公开
    of_figure = disclosed and at > 0 and tokens[at - 1].type == COUNT and behind.type in ("", "AND")
    return kind if document or figure or of_figure else OTHER_TEXT


# Each rule, and the words without which it has nothing to say.
_RULES: Final = (
    (_refer_back, frozenset({"OF_THOSE", OTHER_TEXT})),
    (_say_every_way, frozenset({"PART", "WRITTEN"})),
    (_name_requests, frozenset({"ABOUT", "REQUEST", "APPLICATION", "IN_FORCE"})),
    (_name_persons, _BODIES),
    (_name_askers, frozenset({"OTHER_BODY"})),
    (_name_deciders, frozenset(_DECIDERS)),
    (_list_what_lacks, frozenset({"NONE"})),
    (_join_transfers, frozenset({"TRANSFERRED"})),
    (_say_decided, frozenset({"DECIDED"})),
    (_decide_on_matters, frozenset({"OTHER_THING"})),
    (_name_measures, frozenset({"MEASURE"})),
    (_tell_what_it_is_now, frozenset({"FROM"})),
    (_tell_of_others, frozenset({COUNT})),
    (_count_nothing, frozenset({COUNT})),
    (_come_before_figures, frozenset({OTHER_TEXT, "BARE_OTHER", "ABOUT"})),
)


def _settled(tokens: list[Token]) -> list[Token]:
    """The tokens of a clause, with what those beside them make of them."""
    types = {token.type for token in tokens}
    for settle, called_for_by in _RULES:
        if not types.isdisjoint(called_for_by):
            settle(tokens)
    return tokens
