"""The app lock: set a code, change it, take it away, open with it or with the recovery code.

However the app ends in between, the data opens afterwards with the old code or with the new one. The key file comes
before the first sealed file and goes after the last one; its phase tells an interrupted change, which the next unlock
finishes. Calls that take a code are slow: never call them on the thread that draws.
"""
from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.core.lock_code import check_code, tidy_code
from aftercare.core.recovery_code import RANDOM_BYTES, read_recovery_code, recovery_groups
from aftercare.core.sealer_port import Locked
from aftercare.core.vault_port import LockPorts, Phase, Vault, Way, WrongSecret
from aftercare.services.app_lock_key import HeldKey
from aftercare.services.app_lock_state import LockDraft, LockState, Status, WrongCode
from aftercare.services.app_lock_tries import TryCount
from aftercare.services.live_sealer import LiveSealer
from aftercare.words import gettext as _


class AppLock:
    """The lock of one data folder."""

    def __init__(self, ports: LockPorts) -> None:
        self._keys, self._parts = ports.keys, ports.parts
        self._exclusive, self._chance = ports.exclusive, ports.chance
        self._tries = TryCount(ports.tries, ports.readings, ports.exclusive)
        self._held = HeldKey(ports.keys)
        # The window locks while a worker may be unlocking.
        self._turn = RLock()

    @property
    def sealer(self) -> LiveSealer:
        """What all data goes through; it follows the lock by itself."""
        return self._held.sealer

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call this after each lock and unlock, on whatever thread that happens; to drop what was read, for one."""
        self._held.listeners.append(listener)

    @property
    def is_set(self) -> bool:
        """Whether there is a code; quick. Raises KeyDamaged or KeyTooNew."""
        return self._keys.phase() is not None

    @property
    def is_locked(self) -> bool:
        """Whether the data waits for the code; quick. Raises KeyDamaged or KeyTooNew."""
        # Twice, since a worker may finish setting the code, or taking it away, between the questions.
        return self._seems_locked() and self._seems_locked()

    def state(self) -> LockState:
        """What a screen needs to know now; quick. Raises KeyDamaged or KeyTooNew."""
        phase = self._keys.phase()
        if phase is None or (self._held.vault is None and not self.is_locked):
            return LockState(Status.OFF)
        tries = self._tries.seen()
        return LockState(
            Status.LOCKED if self.is_locked else Status.OPEN,
            self._tries.left_to_wait(), tries.wrong, tries.left,
            unfinished=phase is not Phase.SEALED, recovered=self._held.recovered,
        )  # fmt: skip

    def draft(self, code: str) -> LockDraft:
        """A code that is good enough, and the recovery code to show with it. Nothing is set yet.

        Raises InvalidInput with the sentence to show.
        """
        return LockDraft(check_code(code), recovery_groups(self._chance(RANDOM_BYTES)))

    def turn_on(self, draft: LockDraft) -> None:
        """Set the code and seal all data. Raises DataError: then it is set, and `finish` or the next unlock goes on.

        Raises UnsavedData when nothing was set at all.
        """
        with self._turn, self._exclusive():
            if self._keys.phase() is not None:
                raise InvalidInput("code", _("Code: one is set already; change it instead."))
            # The key file is there a moment before its key is in use; whoever asks meanwhile finds nothing locked.
            with self.sealer.changing():
                self._held.take(self._keys.create(draft.secrets), Phase.SEALING)
        self.finish()

    def unlock(self, code: str) -> None:
        """Open the data. Raises WrongCode, MustWait, KeyDamaged or KeyTooNew.

        A change that was interrupted is finished first, as far as the disk lets it.
        """
        with self._turn:
            self._held.take(*self._checked(code))
        self._finish_quietly()

    def recover(self, text: str) -> None:
        """Open the data with the recovery code, without any wait; then `change` asks for no code.

        Raises InvalidInput for a typing error and for a code that is not the one, KeyDamaged or KeyTooNew.
        """
        code = read_recovery_code(text)
        with self._turn:
            try:
                opened = self._keys.open(Way.RECOVERY, code)
            except WrongSecret:
                raise InvalidInput("recovery_code", _("Recovery code: this is not the one of this data.")) from None
            self._tries.forget()
            self._held.recovered = True
            self._held.take(*opened)
        self._finish_quietly()

    def change(self, draft: LockDraft, current: str = "") -> None:
        """From now on the code and the recovery code of the draft open the data, and the old ones do not.

        `current` is the code until now; after `recover` none is asked. Raises what `unlock` does, and UnsavedData:
        then the old ones hold.
        """
        with self._turn:
            if self._held.vault is None or not self._held.recovered:
                self._held.take(*self._checked(current))
            with self._exclusive():
                if self._held.vault is not None:
                    self._keys.rewrap(self._held.vault, draft.secrets)
            self._held.recovered = False

    def turn_off(self, current: str) -> None:
        """Bring all data back into plain files and forget the key.

        Raises what `unlock` does, and DataError: then the code is still asked, and the next unlock goes on.
        """
        with self._turn:
            self._held.take(*self._checked(current))
            with self._exclusive():
                if self._held.vault is not None:
                    self._keys.mark(self._held.vault, Phase.UNSEALING)
                    self._held.take(self._held.vault, Phase.UNSEALING)
        self.finish()

    def lock(self) -> None:
        """Forget the key now; without a code it does nothing."""
        with self._turn:
            if self._held.vault is None:
                return
            self._held.drop()
        self._held.tell()

    def finish(self) -> None:
        """Go on with sealing or unsealing where it was interrupted. Raises DataError; it may be called again."""
        with self._turn:
            vault, phase = self._held.vault, self._held.phase
            if vault is None or phase in (None, Phase.SEALED):
                return
            with self._exclusive():
                if not self._keys.holds(vault):
                    # Another window has taken the code away: what this key sealed now, nobody could ever open.
                    raise Locked
                sealing = phase is Phase.SEALING
                sealer = vault.lenient(hides=sealing)
                for part in self._parts:
                    part.reseal(sealer)
                if sealing:
                    self._keys.mark(vault, Phase.SEALED)
                    self._held.take(vault, Phase.SEALED)
                    return
                with self.sealer.changing():
                    self._keys.forget()
                    self._tries.forget()
                    self._held.drop()
        self._held.tell()

    def _seems_locked(self) -> bool:
        return self.is_set and not self.sealer.is_changing and self._held.vault is None

    def _finish_quietly(self) -> None:
        try:
            self.finish()
        except DataError:
            # The data opens all the same; `unfinished` says so, and the next unlock tries again.
            return

    def _checked(self, code: str) -> tuple[Vault, Phase]:
        """The vault that a code opens. The try is on the disk before the code is tried."""
        tries = self._tries.begin()
        try:
            opened = self._keys.open(Way.CODE, tidy_code(code))
        except WrongSecret:
            raise WrongCode(tries.left, tries.wait, tries.wrong) from None
        self._tries.forget()
        return opened
