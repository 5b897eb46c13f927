"""Reads what the schedulers wrote by the rules of each system, written for the tests alone."""
from __future__ import annotations

_SIMPLE = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'", "s": " "}


def exec_start(unit: str) -> list[str]:
    """The command of a service, as systemd would run it."""
    [line] = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    return [word.replace("%%", "%").replace("$$", "$") for word in _words(line.removeprefix("ExecStart="))]


def _words(text: str) -> list[str]:
    """Words in double quotes with C escapes, as systemd.service(5) describes them."""
    words: list[str] = []
    rest = text.strip()
    while rest:
        if rest[0] != '"':
            raise ValueError(f"not quoted: {rest}")
        word, index = bytearray(), 1
        while rest[index] != '"':
            sign = rest[index]
            if sign != "\\":
                word += sign.encode()
                index += 1
            elif rest[index + 1] == "x":
                word.append(int(rest[index + 2 : index + 4], 16))
                index += 4
            else:
                word += _SIMPLE[rest[index + 1]].encode()
                index += 2
        words.append(word.decode())
        rest = rest[index + 1 :].lstrip()
    return words


def exec_key(entry: str) -> list[str]:
    """The words of a desktop entry's Exec key: the text value first, then the quoting inside it."""
    [line] = [line for line in entry.splitlines() if line.startswith("Exec=")]
    value = _unescaped(line.removeprefix("Exec="), {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"})
    words, index = [], 0
    while index < len(value):
        if value[index] == " ":
            index += 1
            continue
        if value[index] != '"':
            raise ValueError(f"not quoted: {value[index:]}")
        end = index + 1
        while value[end] != '"':
            end += 2 if value[end] == "\\" else 1
        inner = _unescaped(value[index + 1 : end], {sign: sign for sign in '"`$\\'})
        words.append(inner.replace("%%", "%"))
        index = end + 1
    return words


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    found, index = "", 0
    while index < len(text):
        if text[index] == "\\":
            found += escapes[text[index + 1]]
            index += 2
        else:
            found += text[index]
            index += 1
    return found
