"""The content folder as a Catalogue: each file is read when it is first asked for, and once."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from aftercare.adapters.medicine_words import names_medicine
from aftercare.adapters.protocol_file import Known, read_protocol
from aftercare.adapters.toml_reader import ContentFaults, Document, Table, parsed_once
from aftercare.core.activity import Activity, Symptom
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.protocol import CareProtocol

if TYPE_CHECKING:
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

T = TypeVar("T")

CONTENT_DIR = Path(__file__).resolve().parent.parent.parent / "content"


class FileCatalogue:
    """Clinical content of a folder. Raises ContentFault, with file, key and line, where a file is wrong."""

    def __init__(self, folder: Path = CONTENT_DIR) -> None:
        self._folder = folder
        self._protocols: dict[str, CareProtocol] = {}
        self._search_words: dict[str, SearchWords] = {}

    def protocol_ids(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in (self._folder / "protocols").glob("*.toml")))

    def protocol(self, protocol_id: str, version: int | None = None) -> CareProtocol:
        """The protocol of an id. Only one version of each is shipped so far, so `version` finds that one."""
        if protocol_id not in self._protocols:
            # Looked up in the list, so that an id can never name a path.
            if protocol_id not in self.protocol_ids():
                raise InvalidInput(
                    "protocol", f'protocol: "{protocol_id}" is not known. Use one of: {", ".join(self.protocol_ids())}.'
                )
            path = self._folder / "protocols" / f"{protocol_id}.toml"
            self._protocols[protocol_id] = read_protocol(path, self._known)
        return self._protocols[protocol_id]

    def activities(self) -> tuple[Activity, ...]:
        return self._activities

    def symptoms(self) -> Mapping[str, Symptom]:
        return self._symptoms

    def source_titles(self) -> Mapping[str, str]:
        return self._source_titles

    def help(self) -> HelpContent:
        """What to do when something feels wrong."""
        return self._help

    def advice(self) -> AdviceContent:
        """What a check-in asks for. Leans on the symptoms and on the signs of the help."""
        return self._advice

    def checks(self) -> SelfCheck:
        """What to tell the clinic before a session."""
        return self._checks

    def steps(self) -> CareSteps:
        """What to do around a session."""
        return self._steps

    def products(self) -> Products:
        """What may have been given in a session."""
        return self._products

    def courses(self) -> Courses:
        """What articles say of courses. Leans on the products."""
        return self._courses

    def guides(self) -> Mapping[str, Guide]:
        """Every guide by its id."""
        return self._guides

    def late_watch(self) -> LateWatch:
        """What to look for weeks and months later."""
        return self._late_watch

    def emergency_numbers(self) -> Mapping[str, str]:
        """The number that brings an ambulance, by ISO 3166 code of the country."""
        return self._emergency_numbers

    def evidence(self) -> tuple[EvidenceRow, ...]:
        """The sources outside the articles."""
        return self._evidence

    def questions(self) -> tuple[Question, ...]:
        """The everyday questions, in the order of the list."""
        return self._questions

    def search_words(self, language: str) -> SearchWords:
        """What people type in a language; the English words where it has none of its own."""
        known = self._search_languages()
        code = language if language in known else "en"
        if code not in self._search_words:
            from aftercare.adapters.search_words_file import read_search_words
            from aftercare.core.question import SearchWords

            names = [question.id for question in self._questions]
            guides = [path.stem for path in (self._folder / "guides").glob("*.toml")]
            self._search_words[code] = (
                read_search_words(known[code], names, guides) if code in known else SearchWords()
            )
        return self._search_words[code]

    def _search_languages(self) -> dict[str, Path]:
        found = (self._folder.parent / "locale").glob("*/search.toml")
        return {path.parent.name: path for path in sorted(found)}

    def faults(self) -> list[ContentFault]:
        """Every fault of every file; an empty list means that the content is whole."""
        with parsed_once():
            return self._faults()

    def _faults(self) -> list[ContentFault]:
        found: list[ContentFault] = []
        shared = (self.activities, self.symptoms, lambda: self._reasons, self.source_titles)
        for load in shared:
            _collect(load, found)
        if found:
            return found  # without these no protocol can be read
        if not self.protocol_ids():
            found.append(ContentFault("protocols", 0, "folder", "holds no protocol file"))
        for protocol_id in self.protocol_ids():
            _collect(lambda protocol_id=protocol_id: self.protocol(protocol_id), found)  # type: ignore[misc]
        help_faults = len(found)
        _collect(self.help, found)
        if len(found) == help_faults:  # its signs are named there
            _collect(self.advice, found)
        _collect(self.checks, found)
        _collect(self.steps, found)
        products_faults = len(found)
        _collect(self.products, found)
        if len(found) == products_faults:  # a course names them
            _collect(self.courses, found)
            found.extend(self._unmatched_products())
        _collect(self.guides, found)
        _collect(self.late_watch, found)
        _collect(self.emergency_numbers, found)
        question_faults = len(found)
        _collect(self.questions, found)
        if len(found) == question_faults:  # the words name them
            for language in self._search_languages():
                _collect(lambda language=language: self.search_words(language), found)  # type: ignore[misc]
        if not found:  # a link to an item that cannot be read would only mislead
            _collect(self._fact_links, found)
        return found

    def _fact_links(self) -> object:
        # Only a check reads them: the app shows nothing of which statement went where.
        from aftercare.adapters.facts_file import check_links

        return check_links(self._folder)

    @cached_property
    def _known(self) -> Known:
        return Known(
            activities=frozenset(activity.id for activity in self._activities),
            symptoms=frozenset(self._symptoms),
            reasons=self._reasons,
            sources=self._source_lengths,
        )

    @cached_property
    def _activities(self) -> tuple[Activity, ...]:
        return self._read("activities.toml", "activity", _activity, "id")

    @cached_property
    def _symptoms(self) -> dict[str, Symptom]:
        return {symptom.id: symptom for symptom in self._read("symptoms.toml", "symptom", _symptom, "id")}

    @cached_property
    def _source_titles(self) -> dict[str, str]:
        return {file: title for file, title, _lines in self._sources}

    @cached_property
    def _source_lengths(self) -> dict[str, int]:
        return {file: lines for file, _title, lines in self._sources}

    @cached_property
    def _sources(self) -> tuple[tuple[str, str, int], ...]:
        return self._read("sources.toml", "source", _source, "file")

    @cached_property
    def _help(self) -> HelpContent:
        # Imported when help is asked for: the first screen does without it.
        from aftercare.adapters.help_file import FILE, read_help

        return read_help(self._folder / FILE, self.protocol_ids(), self._source_lengths)

    @cached_property
    def _advice(self) -> AdviceContent:
        from aftercare.adapters.red_flags_file import FILE, RedFlagsReader

        reader = RedFlagsReader(self._help, self._symptoms, self.protocol_ids(), self._source_lengths)
        return reader.read(self._folder / FILE)

    @cached_property
    def _guides(self) -> Mapping[str, Guide]:
        from aftercare.adapters.guide_file import FOLDER, KnownNames, read_guides

        folder = self._folder / FOLDER
        known = KnownNames(
            protocols=frozenset(self.protocol_ids()),
            activities=frozenset(activity.id for activity in self._activities),
            symptoms=frozenset(self._symptoms),
            guides=frozenset(path.stem for path in folder.glob("*.toml")),
            sources=self._source_lengths,
            evidence=self._evidence,
        )
        return read_guides(folder, known)

    @cached_property
    def _late_watch(self) -> LateWatch:
        from aftercare.adapters.late_watch_file import FILE, read_late_watch

        return read_late_watch(self._folder / FILE, self._source_lengths)

    @cached_property
    def _emergency_numbers(self) -> Mapping[str, str]:
        from aftercare.adapters.countries_file import FILE, read_countries

        return read_countries(self._folder / FILE)

    @cached_property
    def _evidence(self) -> tuple[EvidenceRow, ...]:
        from aftercare.adapters.evidence_file import FILE, read_evidence

        return read_evidence(self._folder / FILE)

    @cached_property
    def _checks(self) -> SelfCheck:
        from aftercare.adapters.checks_file import FILE, read_checks

        return read_checks(self._folder / FILE, self._source_lengths)

    @cached_property
    def _steps(self) -> CareSteps:
        from aftercare.adapters.steps_file import FILE, read_steps

        return read_steps(self._folder / FILE, self.protocol_ids(), self._techniques, self._source_lengths)

    def _unmatched_products(self) -> list[ContentFault]:
        from aftercare.adapters.products_file import unmatched

        return list(unmatched(self._products, tuple(self._protocols.values())))

    def _techniques(self, protocol_id: str) -> tuple[str, ...]:
        return tuple(choice.id for choice in self.protocol(protocol_id).techniques)

    @cached_property
    def _products(self) -> Products:
        from aftercare.adapters.products_file import FILE, read_products

        return read_products(self._folder / FILE, self.protocol_ids(), self._source_lengths)

    @cached_property
    def _courses(self) -> Courses:
        from aftercare.adapters.courses_file import FILE, read_courses

        known = [product.id for product in self._products.products]
        return read_courses(self._folder / FILE, self.protocol_ids(), known, self._source_lengths)

    @cached_property
    def _questions(self) -> tuple[Question, ...]:
        from aftercare.adapters.questions_file import FILE, read_questions

        known = frozenset(activity.id for activity in self._activities)
        return read_questions(self._folder / FILE, known, self._source_lengths)

    @cached_property
    def _reasons(self) -> dict[str, str]:
        document = Document(self._folder / "reasons.toml")
        document.only_headers({"reason"})
        data = document.data.get("reason")
        if not isinstance(data, dict):
            document.fault(document.line("", 0, "reason"), "reason", "must be one [reason] table")
            data = {}
        table = Table(document, data, "reason", 0)
        reasons = {key: table.text(key) for key in table.data}
        document.done()
        return reasons

    def _read(self, name: str, header: str, build: Callable[[Table], T], unique: str) -> tuple[T, ...]:
        document = Document(self._folder / name)
        document.only_headers({header})
        tables = document.tables(header)
        built = tuple(build(table) for table in tables)
        named = [table for table in tables if isinstance(table.data.get(unique), str)]
        ids = [table.data[unique] for table in named]
        for number, table in enumerate(named):
            if ids[number] in ids[:number]:
                table.fault(unique, f'"{ids[number]}" is there twice; keep one')
        document.done()
        return built


def _collect(load: Callable[[], object], found: list[ContentFault]) -> None:
    try:
        load()
    except ContentFaults as many:
        found.extend(many.faults)
    except ContentFault as one:
        found.append(one)


def _activity(table: Table) -> Activity:
    table.only(
        set("id name icon verb medicine while_limited while_asking fine not_fine restart question".split())
    )
    if not table.data.get("medicine") and names_medicine(str(table.data.get("name"))):
        table.fault("name", "is a medicine; add medicine = true, so that it is never shown as forbidden")
    return Activity(
        id=table.text("id"),
        name=table.text("name"),
        icon=table.text("icon"),
        verb=table.one_of("verb", ["is", "are"]) if table.has("verb") else "is",
        medicine=table.flag("medicine"),
        while_limited=table.text("while_limited", ""),
        while_asking=table.text("while_asking", ""),
        fine=table.text("fine", ""),
        not_fine=table.text("not_fine", ""),
        restart=table.texts("restart"),
        question=table.text("question"),
    )


def _source(table: Table) -> tuple[str, str, int]:
    table.only({"file", "title", "lines"})
    return table.text("file"), table.text("title"), table.whole("lines", 1, 1_000_000)


def _symptom(table: Table) -> Symptom:
    table.only({"id", "name", "icon", "usual", "fading", "over"})
    return Symptom(*(table.text(key) for key in ("id", "name", "icon", "usual", "fading", "over")))
