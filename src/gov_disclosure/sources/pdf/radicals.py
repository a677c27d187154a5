"""Radicals in the place of characters: a font that has one picture for both lets a file name either."""

import unicodedata
from typing import Final

# Those that Unicode's compatibility forms do not know, each with the character that it looks like (Unicode's
# EquivalentUnifiedIdeograph).
_SUPPLEMENT: Final = dict(
    (pair[0], pair[1])
    for pair in (
        "⺀冫 ⺁厂 ⺃乚 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺠民 ⺡氵 ⺣灬 ⺤爫 "
        "⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺯糸 ⺰纟 ⺱网 ⺲罒 ⺳网 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺺肀 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 "
        "⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑长 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 "
        "⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⻲龟 "
    ).split()
)


def unified(radical: str) -> str:
    """The character that a radical looks like: ⼀ is 一, ⻓ is 长."""
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)
