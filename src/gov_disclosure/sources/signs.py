"""Signs of tables in a text as a whole: every finder asks for its own in every text, and most have none."""


def has_one(text: str, *signs: str) -> bool:
    """Whether one of some signs stands in a text; its first character alone is looked for much faster."""
    for sign in signs:
        if sign[0] in text and sign in text:
            return True
    return False
