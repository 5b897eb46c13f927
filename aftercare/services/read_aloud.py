"""Reading aloud: one text at a time, until its end, a second tap, or until the patient leaves."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.core.speaker_port import Speaker

Later = Callable[[Callable[[], None]], object]


class ReadAloud:
    """What is being read. `speaker` is made when reading is first offered, so the start pays nothing for it.

    `language()` is the language of the app. `changed()` is called when `speaking` has changed, `failed(reason)` when
    a text could not be read. Both are called through `later`, which leads from the speaker's thread to the caller's.
    """

    def __init__(
        self,
        speaker: Callable[[], Speaker],
        language: Callable[[], str],
        changed: Callable[[], object],
        failed: Callable[[str], object],
        later: Later,
    ) -> None:
        self._make, self._language = speaker, language
        self._changed, self._failed, self._later = changed, failed, later
        self._speaker: Speaker | None = None
        self._available: bool | None = None
        self._turn = 0
        self.speaking = ""

    @property
    def available(self) -> bool:
        """Whether the device can speak; found out when it is first asked."""
        if self._available is None:
            self._available = self._made().available()
        return self._available

    def toggle(self, text: str) -> None:
        """Read a text; the one that is being read is stopped instead. Another text takes its place."""
        again = text == self.speaking
        self.stop()
        if not text or again or not self.available:
            return
        self._turn += 1
        turn = self._turn
        self._become(text)

        def done(reason: str) -> None:
            self._later(lambda: self._ended(turn, reason))

        self._made().speak(text, self._language(), done)

    def stop(self) -> None:
        """Be silent. Costs nothing while nothing is read."""
        if self.speaking:
            self._turn += 1
            self._become("")
            self._made().stop()

    def _ended(self, turn: int, reason: str) -> None:
        # A text that was stopped ends later than the next one begins.
        if turn != self._turn:
            return
        self._become("")
        if reason:
            self._failed(reason)

    def _become(self, text: str) -> None:
        if text != self.speaking:
            self.speaking = text
            self._changed()

    def _made(self) -> Speaker:
        if self._speaker is None:
            self._speaker = self._make()
        return self._speaker
