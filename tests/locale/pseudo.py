"""A language that wraps every word it is asked for in ⟦ ⟧, so that a text which bypasses gettext stands out."""
from __future__ import annotations

import re
from gettext import NullTranslations

_PLACE = re.compile(r"(\{[^{}]*\})")
_WRAPPED = re.compile(r"⟦[^⟦⟧]*⟧")


class Pseudo(NullTranslations):
    """What stands between placeholders is wrapped; what fills them has to be wrapped by itself.

    `asked` are the messages that were looked up, by the keys of the catalogues.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return wrapped(message)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add(f"{context}\x04{message}")
        return wrapped(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return wrapped(msgid1 if n == 1 else msgid2)


def wrapped(text: str) -> str:
    """ "⟦Until ⟧{time}"."""
    parts = _PLACE.split(text)
    return "".join(
        f"⟦{part}⟧" if any(letter.isalpha() for letter in part) and not _PLACE.fullmatch(part) else part
        for part in parts
    )


def unwrapped(text: str) -> str:
    """What is left of a text without its wrapped parts."""
    before = None
    while before != text:
        before, text = text, _WRAPPED.sub(" ", text)
    return text
