"""What both grammars ask of their tokens."""

from typing import ClassVar


class PositionlessToken:
    """A token whose place is kept elsewhere: Lark reads these attributes; ours are on the piece."""

    __slots__ = ()

    start_pos: ClassVar[None] = None
    end_pos: ClassVar[None] = None
    line: ClassVar[None] = None
    column: ClassVar[None] = None
    end_line: ClassVar[None] = None
    end_column: ClassVar[None] = None
