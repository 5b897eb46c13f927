"""When the app locks itself: told of every touch, of being hidden and shown again, and asked now and then."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from aftercare.core.data_errors import DataError
from aftercare.core.instants import Clock
from aftercare.core.lock_policy import AutoLock, Use, must_lock, read_auto_lock

if TYPE_CHECKING:
    from aftercare.services.app_lock import AppLock

# No choice locks sooner than this while the app is in front.
SHORTEST = timedelta(minutes=1)


class AutoLocker:
    """Locks in time, by `shut()`. Without a code, while it is locked, and while data is being written or read back
    (`is_busy()`), every call does nothing more than note the moment. `lock` None: no code can be set here.
    """

    def __init__(
        self,
        lock: AppLock | None,
        settings: Callable[[], Mapping[str, str]],
        clock: Clock,
        shut: Callable[[], None],
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self._lock, self._settings, self._clock = lock, settings, clock
        self._shut, self._is_busy = shut, is_busy
        self._use = Use(clock.now())

    def touched(self) -> bool:
        """Somebody touched, typed or scrolled. Quick enough for every event. True when it came too late, and locked."""
        now = self._clock.now()
        # A laptop that slept is woken by a touch, before anybody looked.
        late = not timedelta() <= now - self._use.touched < SHORTEST
        locked = late and self.look()
        self._use = replace(self._use, touched=now)
        return locked

    def hidden(self, sent_away: bool = False) -> bool:
        """Another app is in front now; `sent_away`: the camera or a dialog that we opened ourselves, which alone does
        not lock. Told twice, the first time counts. True when that locked the app.
        """
        if self._use.hidden_since is None:
            self._use = replace(self._use, hidden_since=self._clock.now(), sent_away=sent_away)
        return self.look()

    def shown(self) -> bool:
        """The app is in front again. True when whoever comes back came too late, and finds it locked."""
        locked = self.look()
        self._use = Use(self._clock.now())
        return locked

    def look(self) -> bool:
        """Lock if it is time; to be called every few seconds. True when it locked just now."""
        if self._lock is None or self._is_busy():
            return False
        try:
            if not self._lock.is_set or self._lock.is_locked:
                return False
            choice = read_auto_lock(self._settings())
        except DataError:
            # What cannot be read must not leave the app open.
            choice = AutoLock()
        if not must_lock(choice, self._use, self._clock.now()):
            return False
        self._shut()
        return True
