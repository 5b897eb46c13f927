"""The ways between the places of the patient's data and the rest; the router asks this before it answers by itself."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screens.router import Router

BACKUP, RESTORE, ERASE, RESCUE, VERSIONS = "backup", "open-backup", "erase", "rescue", "versions"
DATA_PLACES = (BACKUP, RESTORE, ERASE, RESCUE, VERSIONS)


class DataWays:
    """Answers "backup", "open-backup", "use-backup" (path), "versions", "erase", "start-anew", news of slow work,
    and the way back.
    """

    def __init__(self, router: Router) -> None:
        self._router = router
        self.forget()

    def answer(self, intent: str, payload: dict[str, Any]) -> bool:
        """Carry out an intent; False when it is none of data."""
        way = getattr(self, "_to_" + intent.replace("-", "_"), None)
        if way is not None:
            way(payload)
            return True
        if intent == "retry":
            self._router.place("trouble").search_again()
            return False
        if intent in ("back", "close") and self._router.name in DATA_PLACES:
            self._back()
            return True
        return False

    def _to_backup(self, _payload: dict[str, Any]) -> None:
        self._open(BACKUP)

    def _to_open_backup(self, _payload: dict[str, Any]) -> None:
        self._open(RESTORE)

    def _to_use_backup(self, payload: dict[str, Any]) -> None:
        self._open(RESCUE, payload["path"])

    def _to_versions(self, _payload: dict[str, Any]) -> None:
        self._open(VERSIONS)

    def _to_erase(self, _payload: dict[str, Any]) -> None:
        self._open(ERASE)

    def _to_data_news(self, _payload: dict[str, Any]) -> None:
        self._router.follow()

    def _to_data_changed(self, _payload: dict[str, Any]) -> None:
        router = self._router
        router.drop_places(RESTORE, RESCUE, VERSIONS)
        place, name = router.place(router.name), router.name
        router.deeds.changed()
        router.follow()
        if router.name == name and router.place(name) is not place:
            # The language came in with the data, and every screen was made anew: what was done is said in it.
            router.place(name).view = place.view
            router.follow()

    def _to_all_erased(self, _payload: dict[str, Any]) -> None:
        self._router.drop_places(ERASE)
        self._router.go(ERASE)

    def _to_start_anew(self, _payload: dict[str, Any]) -> None:
        self._router.start_anew()

    def forget(self) -> None:
        """Nothing is remembered of where the patient was."""
        self._from = {**dict.fromkeys(DATA_PLACES, "more"), RESCUE: "today"}

    def _open(self, name: str, *begin: Any) -> None:
        router = self._router
        router.layers.close_all()
        # The example is not what is saved or deleted.
        router.patient.close_example()
        if router.name != name and router.name != "help" and name != RESCUE:
            self._from[name] = router.name if router.name in DATA_PLACES else "more"
        router.place(name).begin(*begin)
        router.go(name)

    def _back(self) -> None:
        router = self._router
        if router.name == ERASE and router.place(ERASE).view.erased is not None:
            router.start_anew()
        else:
            router.go(self._from[router.name])
