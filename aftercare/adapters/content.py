"""The content folder as a Catalogue: each file is read when it is first asked for, and once."""
from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aftercare.adapters.list_files import Sources, read_activities, read_reasons, read_sources, read_symptoms
from aftercare.adapters.once import once
from aftercare.adapters.protocol_file import Known
from aftercare.adapters.protocol_shelf import ProtocolShelf
from aftercare.adapters.protocol_versions import present_files
from aftercare.adapters.toml_parse import parsed_once
from aftercare.core.activity import Activity, Symptom
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.protocol import CareProtocol

if TYPE_CHECKING:
    from aftercare.adapters.search_shelf import SearchShelf
    from aftercare.core.checks import SelfCheck
    from aftercare.core.courses import Courses
    from aftercare.core.evidence import EvidenceRow
    from aftercare.core.guide import Guide
    from aftercare.core.help import HelpContent
    from aftercare.core.late_watch import LateWatch
    from aftercare.core.products import Products
    from aftercare.core.question import Question, SearchWords
    from aftercare.core.red_flags import AdviceContent
    from aftercare.core.steps import CareSteps

CONTENT_DIR = Path(__file__).resolve().parent.parent.parent / "content"
GUIDES = "guides"


class FileCatalogue:
    """Clinical content of a folder. Raises ContentFault, with file, key and line, where a file is wrong."""

    def __init__(self, folder: Path = CONTENT_DIR) -> None:
        self.folder = folder
        self._protocols = ProtocolShelf(folder, lambda: self._known)

    def protocol_ids(self) -> tuple[str, ...]:
        return tuple(path.stem for path in present_files(self.folder))

    def protocol(self, protocol_id: str, version: int | None = None) -> CareProtocol:
        """The protocol of an id, in this version if it is shipped, else in the present one: see `core.plan_version`."""
        # Looked up in the list, so that an id can never name a path.
        if protocol_id not in self._protocols.read and protocol_id not in self.protocol_ids():
            raise InvalidInput(
                "protocol", f'protocol: "{protocol_id}" is not known. Use one of: {", ".join(self.protocol_ids())}.'
            )
        return self._protocols.version(protocol_id, version)

    @once
    def activities(self) -> tuple[Activity, ...]:
        return read_activities(self.folder)

    @once
    def symptoms(self) -> Mapping[str, Symptom]:
        return read_symptoms(self.folder)

    @once
    def reasons(self) -> Mapping[str, str]:
        """Why something is limited, by the id that a protocol names."""
        return read_reasons(self.folder)

    @once
    def source_titles(self) -> Mapping[str, str]:
        return self._sources.titles

    @once
    def help(self) -> HelpContent:
        """What to do when something feels wrong."""
        # Imported when help is asked for: the first screen does without it. So are the readers below.
        from aftercare.adapters.help_file import FILE, read_help

        return read_help(self.folder / FILE, self.protocol_ids(), self._sources.lengths)

    @once
    def advice(self) -> AdviceContent:
        """What a check-in asks for. Leans on the symptoms and on the signs of the help."""
        from aftercare.adapters.red_flags_file import FILE, RedFlagsReader

        reader = RedFlagsReader(self.help(), self.symptoms(), self.protocol_ids(), self._sources.lengths)
        return reader.read(self.folder / FILE)

    @once
    def checks(self) -> SelfCheck:
        """What to tell the clinic before a session."""
        from aftercare.adapters.checks_file import FILE, read_checks

        return read_checks(self.folder / FILE, self._sources.lengths)

    @once
    def steps(self) -> CareSteps:
        """What to do around a session."""
        from aftercare.adapters.steps_file import FILE, read_steps

        return read_steps(self.folder / FILE, self.protocol_ids(), self._techniques, self._sources.lengths)

    @once
    def products(self) -> Products:
        """What may have been given in a session."""
        from aftercare.adapters.products_file import FILE, read_products

        return read_products(self.folder / FILE, self.protocol_ids(), self._sources.lengths)

    @once
    def courses(self) -> Courses:
        """What articles say of courses. Leans on the products."""
        from aftercare.adapters.courses_file import FILE, read_courses

        known = [product.id for product in self.products().products]
        return read_courses(self.folder / FILE, self.protocol_ids(), known, self._sources.lengths)

    @once
    def guides(self) -> Mapping[str, Guide]:
        """Every guide by its id."""
        from aftercare.adapters.guide_file import KnownNames, read_guides

        known = KnownNames(
            protocols=frozenset(self.protocol_ids()),
            activities=self._activity_ids,
            symptoms=frozenset(self.symptoms()),
            guides=self._guide_ids,
            sources=self._sources.lengths,
            evidence=self.evidence(),
        )
        return read_guides(self.folder / GUIDES, known)

    @once
    def late_watch(self) -> LateWatch:
        """What to look for weeks and months later."""
        from aftercare.adapters.late_watch_file import FILE, read_late_watch

        return read_late_watch(self.folder / FILE, self._sources.lengths)

    @once
    def emergency_numbers(self) -> Mapping[str, str]:
        """The number that brings an ambulance, by ISO 3166 code of the country."""
        from aftercare.adapters.countries_file import FILE, read_countries

        return read_countries(self.folder / FILE)

    @once
    def evidence(self) -> tuple[EvidenceRow, ...]:
        """The sources outside the articles."""
        from aftercare.adapters.evidence_file import FILE, read_evidence

        return read_evidence(self.folder / FILE)

    @once
    def questions(self) -> tuple[Question, ...]:
        """The everyday questions, in the order of the list."""
        from aftercare.adapters.questions_file import FILE, read_questions

        return read_questions(self.folder / FILE, self._activity_ids, self._sources.lengths)

    def search_words(self, language: str) -> SearchWords:
        """What people type in a language; the English words where it has none of its own."""
        return self._search_shelf.words(language)

    def faults(self) -> list[ContentFault]:
        """Every fault of every file; an empty list means that the content is whole."""
        # Only a check looks for all of them.
        from aftercare.adapters.content_check import faults_of

        with parsed_once():
            return faults_of(self)

    @cached_property
    def _search_shelf(self) -> SearchShelf:
        from aftercare.adapters.search_shelf import SearchShelf

        return SearchShelf(self.folder, [question.id for question in self.questions()], self._guide_ids)

    @property
    def _guide_ids(self) -> frozenset[str]:
        return frozenset(path.stem for path in (self.folder / GUIDES).glob("*.toml"))

    @cached_property
    def _known(self) -> Known:
        return Known(
            activities=self._activity_ids, symptoms=frozenset(self.symptoms()), reasons=self.reasons(),
            sources=self._sources.lengths,
        )  # fmt: skip

    @property
    def _activity_ids(self) -> frozenset[str]:
        return frozenset(activity.id for activity in self.activities())

    @cached_property
    def _sources(self) -> Sources:
        return read_sources(self.folder)

    def _techniques(self, protocol_id: str) -> tuple[str, ...]:
        return tuple(choice.id for choice in self.protocol(protocol_id).techniques)
