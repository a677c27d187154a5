"""A page of HTML as a tree, and its tables as grids, for tests."""

from html.parser import HTMLParser

from attrs import define, field

VOID = {"meta", "col", "br", "link", "img", "input"}


@define
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(factory=list)

    def get(self, name):
        return self.attributes.get(name)

    def all(self, tag=None, **attributes):
        """The elements below it with a tag and with words in their attributes, in order."""
        for child in self.children:
            if isinstance(child, Element):
                wanted = {name.rstrip("_"): word for name, word in attributes.items()}
                if tag in (None, child.tag) and all(
                    word in (child.get(name) or "").split() for name, word in wanted.items()
                ):
                    yield child
                yield from child.all(tag, **attributes)

    @property
    def text(self):
        """All text in it, white space as one space."""
        return " ".join(self.text_as_is.split())

    @property
    def text_as_is(self):
        return "".join(child if isinstance(child, str) else child.text_as_is for child in self.children)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> ends a {self.open[-1].tag}"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def tree(html: str) -> Element:
    """The page's elements; each must be closed in its turn."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    (root,) = builder.open
    return root


def grid(table: Element) -> list[list[Element]]:
    """The cell at every place of a table; no place is taken twice, none is empty."""
    rows = list(table.all("tr"))
    places: dict[tuple[int, int], Element] = {}
    for row, tr in enumerate(rows):
        column = 0
        for cell in tr.children:
            if isinstance(cell, Element):
                while (row, column) in places:
                    column += 1
                for place in _taken(row, column, cell):
                    assert place not in places, f"{cell.text} overlaps {places[place].text}"
                    places[place] = cell
    width = sum(1 for _ in table.all("col"))
    assert set(places) == {(row, column) for row in range(len(rows)) for column in range(width)}
    return [[places[row, column] for column in range(width)] for row in range(len(rows))]


def _taken(row, column, cell):
    height, width = (int(cell.get(name) or 1) for name in ("rowspan", "colspan"))
    return [(row + down, column + right) for down in range(height) for right in range(width)]
