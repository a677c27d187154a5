"""What Lark asks every token for, and these do not say by that name."""

from typing import ClassVar


class Placeless:
    """A token whose place is kept elsewhere."""

    __slots__ = ()

    start_pos: ClassVar[None] = None
    end_pos: ClassVar[None] = None
    line: ClassVar[None] = None
    column: ClassVar[None] = None
    end_line: ClassVar[None] = None
    end_column: ClassVar[None] = None
