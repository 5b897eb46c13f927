"""What the use cases need from the outside, as protocols that adapters and test fakes fulfil."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from aftercare.core.activity import Activity, Symptom
    from aftercare.core.alert_journal import Entry
    from aftercare.core.checks import SelfCheck
    from aftercare.core.courses import Courses
    from aftercare.core.evidence import EvidenceRow
    from aftercare.core.guide import Guide
    from aftercare.core.help import HelpContent
    from aftercare.core.late_watch import LateWatch
    from aftercare.core.observation import Observation
    from aftercare.core.products import Products
    from aftercare.core.protocol import CareProtocol
    from aftercare.core.question import Question, SearchWords
    from aftercare.core.red_flags import AdviceContent
    from aftercare.core.session import ClinicOverride, Session
    from aftercare.core.steps import CareSteps


class Catalogue(Protocol):
    """The clinical content. Raises ContentFault where a file is wrong."""

    def protocol_ids(self) -> Sequence[str]: ...

    def protocol(self, protocol_id: str, version: int | None = None) -> CareProtocol:
        """The protocol of an id, in a version if that is still shipped, else the newest. Raises InvalidInput."""
        ...

    def activities(self) -> tuple[Activity, ...]: ...

    def symptoms(self) -> Mapping[str, Symptom]: ...

    def source_titles(self) -> Mapping[str, str]: ...

    def help(self) -> HelpContent:
        """What to do when something feels wrong."""
        ...

    def advice(self) -> AdviceContent:
        """What a check-in asks for."""
        ...

    def checks(self) -> SelfCheck:
        """What to tell the clinic before a session."""
        ...

    def steps(self) -> CareSteps:
        """What to do around a session."""
        ...

    def products(self) -> Products:
        """What may have been given in a session."""
        ...

    def courses(self) -> Courses:
        """What articles say of courses, as hints."""
        ...

    def guides(self) -> Mapping[str, Guide]:
        """Every guide by its id; read when it is first asked for."""
        ...

    def late_watch(self) -> LateWatch:
        """What to look for weeks and months after a session."""
        ...

    def emergency_numbers(self) -> Mapping[str, str]:
        """The number that brings an ambulance, by ISO 3166 code of the country."""
        ...

    def evidence(self) -> tuple[EvidenceRow, ...]:
        """The sources outside the articles; read when it is first asked for."""
        ...

    def questions(self) -> tuple[Question, ...]:
        """The everyday questions, in the order of the list; read when they are first asked for."""
        ...

    def search_words(self, language: str) -> SearchWords:
        """What people type in a language ("en", "ru"); the English words where it has none of its own."""
        ...


class SessionRepository(Protocol):
    """The patient's sessions. Saving keeps every stored field that this version does not know."""

    def all(self) -> tuple[Session, ...]: ...

    def get(self, session_id: str) -> Session | None: ...

    def save(self, session: Session) -> None: ...


class OverrideRepository(Protocol):
    """What clinics said."""

    def all(self) -> tuple[ClinicOverride, ...]: ...

    def save(self, override: ClinicOverride) -> None: ...

    def remove(self, override_id: str) -> None: ...


class ObservationRepository(Protocol):
    """The patient's check-ins. Saving keeps every stored field and code that this version does not know."""

    def all(self) -> tuple[Observation, ...]:
        """All of them, by the moment they speak of."""
        ...

    def get(self, observation_id: str) -> Observation | None: ...

    def save(self, observation: Observation) -> None: ...

    def remove(self, observation_id: str) -> Callable[[], None]:
        """Delete one; the answer puts it back exactly as it was stored."""
        ...


class AlertJournal(Protocol):
    """What became of each alert. A change of several entries is all or nothing."""

    def entries(self) -> Mapping[str, Entry]:
        """All entries by alert key."""
        ...

    def record(self, entries: Iterable[Entry]) -> None:
        """Store entries, each over the one of its key."""
        ...


class LockedJournal(AlertJournal, Protocol):
    """A journal with the lock that window and pump share."""

    def exclusive(self) -> AbstractContextManager[object]: ...


class SettingsRepository(Protocol):
    """Small choices of the patient, by name."""

    def get(self, name: str, default: str = "") -> str: ...

    def put(self, name: str, value: str) -> None: ...
