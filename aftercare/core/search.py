"""Search over short texts: forgiving about endings, order and slips of the finger, and always in the same order."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from aftercare.core.keyboard import other_layout
from aftercare.core.words_alike import EXACT, SLIP, apart, letters, normalised, slips_allowed

_MOST_WORDS = 12
_SCATTERED = 2
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: its id, its title, and other `phrases` under which people look for it."""

    id: str
    title: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found. `whole`: every word that was typed is in it, so that it may stand as the answer."""

    id: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Text:
    words: frozenset[str]
    said: tuple[str, ...]
    length: int
    other: int


class SearchIndex:
    """Entries made ready for searching; `stop_words` of the language carry no meaning ("can", "the").

    Made once for a language and asked with every key press.
    """

    def __init__(self, entries: Iterable[Entry], stop_words: Iterable[str] = ()) -> None:
        self._stop = frozenset(word for stop in stop_words for word in normalised(stop))
        self._entries: list[tuple[str, tuple[_Text, ...], frozenset[str]]] = []
        for entry in entries:
            texts = (self._text(entry.title, 0), *(self._text(phrase, 1) for phrase in entry.phrases))
            self._entries.append((entry.id, texts, frozenset(chain(*(text.words for text in texts)))))
        known = frozenset(
            word for _id, texts, _words in self._entries for text in texts for word in self._meaningful(text.said)
        )
        self._known = [(word, letters(word)) for word in sorted(known)]
        self._joined = sorted(frozenset(chain(*(words for _id, _texts, words in self._entries))) - known)
        self._steps: dict[tuple[str, bool], Mapping[str, int]] = {}

    def find(self, query: str, most: int = 8) -> tuple[Match, ...]:
        """The nearest entries first, `most` at most; an exact title before all. Never raises; nothing typed finds
        nothing.

        At least half of the words that any entry knows must be found. The last word may still be in the making. What
        says nothing as it stands is read as typed on the other layout of the keyboard.
        """
        found = self._find(query, most)
        if found:
            return found
        meant = self._find(other_layout(query), most)
        return meant if meant and meant[0].whole else ()

    def _find(self, query: str, most: int) -> tuple[Match, ...]:
        said = normalised(query)
        words = tuple(word for word in said if word not in self._stop)[:_MOST_WORDS]
        if not words:
            return self._exactly(said)[:most]
        steps = [self._near(word, typing=number == len(words) - 1) for number, word in enumerate(words)]
        pairs = [self._joined_like(a + b) for a, b in pairwise(words)]
        known = sum(bool(near) for near in steps)
        found = []
        for order, (entry_id, texts, own) in enumerate(self._entries):
            missing, cost = _fit(own, steps, pairs)
            hits = len(words) - missing
            if not hits or hits * 2 < known:
                continue
            # Words from here and there count, but less than the same words in one text.
            scattered = (missing, cost + _SCATTERED, _MOST_WORDS)
            rank = min(scattered, *(_rank(said, text, steps, pairs) for text in texts))
            found.append((rank, order, entry_id))
        found.sort()
        # Beside what was meant exactly, a slip of the finger is no match: "wine" is not "wind".
        worst = max(found[0][0][1], 0) + SLIP if found and not found[0][0][0] else None
        kept = [found_one for found_one in found if worst is None or found_one[0][1] < worst]
        return tuple(Match(entry_id, rank[0] == 0) for rank, _order, entry_id in kept[:most])

    def _exactly(self, said: tuple[str, ...]) -> tuple[Match, ...]:
        """Entries of which a text has these words and no others, titles first."""
        same = {
            entry_id: min(text.other for text in texts if text.said == said)
            for entry_id, texts, _own in self._entries
            if said and any(text.said == said for text in texts)
        }
        return tuple(Match(entry_id, True) for entry_id in sorted(same, key=lambda name: same[name]))

    def means_something(self, query: str) -> bool:
        """Whether more than stop words was typed: "can I" is only the beginning of a question."""
        return any(word not in self._stop for word in normalised(query))

    def _text(self, text: str, other: int) -> _Text:
        said = normalised(text)
        words = self._meaningful(said)
        return _Text(frozenset(words + tuple(a + b for a, b in pairwise(words))), said, len(words), other)

    def _meaningful(self, said: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in said if word not in self._stop) or said

    def _near(self, typed: str, *, typing: bool) -> Mapping[str, int]:
        """The steps to the known words that are like a typed one."""
        if (typed, typing) not in self._steps:
            if len(self._steps) >= _KEPT:
                self._steps.clear()
            self._steps[typed, typing] = self._compared(typed, typing)
        return self._steps[typed, typing]

    def _joined_like(self, typed: str) -> Mapping[str, int]:
        """Known words that two typed ones make together."""
        return {word: EXACT for word, _bits in self._known if word == typed}

    def _compared(self, typed: str, typing: bool) -> Mapping[str, int]:
        own, slips, begin = letters(typed), slips_allowed(typed), typed[:3]
        near = {word: EXACT for word in self._joined if word.startswith(typed) and (typing or word == typed)}
        for word, bits in self._known:
            # A letter of its own is a slip at least: most words are left out by this alone.
            if (own & ~bits).bit_count() > slips and not word.startswith(begin):
                continue
            step = apart(typed, word, typing=typing)
            if step is not None:
                near[word] = step
        return near


def _rank(
    said: tuple[str, ...], text: _Text, steps: Sequence[Mapping[str, int]], pairs: Sequence[Mapping[str, int]]
) -> tuple[int, int, int]:
    """How well a text fits: words not found, their steps, words beyond those asked for."""
    if text.said == said:
        return (0, text.other - 2, 0)
    missing, cost = _fit(text.words, steps, pairs)
    return (missing, cost + text.other, max(0, text.length - len(steps)))


def _fit(
    words: frozenset[str], steps: Sequence[Mapping[str, int]], pairs: Sequence[Mapping[str, int]]
) -> tuple[int, int]:
    best = [min((near[word] for word in near.keys() & words), default=None) for near in steps]
    for number, near in enumerate(pairs):
        if None in best[number : number + 2] and (joined := near.keys() & words):
            # "sun bed" and "sunbed" are the same.
            best[number], best[number + 1] = min(near[word] for word in joined), EXACT
    return best.count(None), sum(step for step in best if step is not None)
