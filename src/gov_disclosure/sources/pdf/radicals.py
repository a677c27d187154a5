"""Radicals in the place of characters: a font that has one picture for both lets a file name either."""

import unicodedata
from typing import Final

# Those that Unicode's compatibility forms do not know, and below the character that each looks like (its
# EquivalentUnifiedIdeograph).
_RADICALS: Final = (
    "⺀⺁⺃⺅⺆⺇⺈⺉⺊⺌⺍⺎⺐⺒⺓⺖⺘⺙⺛⺝⺠⺡⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺯⺰⺱⺲⺳⺶⺷"
    "⺸⺹⺺⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤"
    "⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻲"
)
_CHARACTERS: Final = (
    "冫厂乚亻冂几刀刂卜小小兀尢巳幺忄扌攵旡月民氵灬爫爫丬牛犭王疋目示礻糸纟网罒网羊羊"
    "羊老肀肉艹艹艹虎衤西西见角角讠贝足车辶辶辶阝钅长镸长门阝雨青韦页风飞食飠饣马骨鬼"
    "鱼鸟卤麦黄黾齐齿竜龙龟"
)
_SUPPLEMENT: Final = dict(zip(_RADICALS, _CHARACTERS, strict=True))


def unified(radical: str) -> str:
    """The character that a radical looks like: ⼀ is 一, ⻓ is 长."""
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)
