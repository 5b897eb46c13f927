"""Looks for every fault of every content file, in an order in which none is only the echo of another."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from aftercare.adapters.facts_file import check_links
from aftercare.adapters.products_file import unmatched
from aftercare.adapters.protocol_versions import id_of, kept_files, version_faults, version_of
from aftercare.adapters.search_words_file import search_files
from aftercare.adapters.toml_reader import ContentFaults
from aftercare.core.errors import ContentFault

if TYPE_CHECKING:
    from aftercare.adapters.content import FileCatalogue
    from aftercare.core.protocol import CareProtocol


def faults_of(catalogue: FileCatalogue) -> list[ContentFault]:
    """An empty list means that the content is whole."""
    found: list[ContentFault] = []
    _each((catalogue.activities, catalogue.symptoms, catalogue.reasons, catalogue.source_titles), found)
    if found:
        return found  # without these no protocol can be read
    protocols = _protocols(catalogue, found)
    if _collect(catalogue.help, found):  # its signs are named there
        _collect(catalogue.advice, found)
    _collect(catalogue.checks, found)
    _collect(catalogue.steps, found)
    if _collect(catalogue.products, found):  # a course names them
        _collect(catalogue.courses, found)
        found.extend(unmatched(catalogue.products(), protocols))
    _each((catalogue.guides, catalogue.late_watch, catalogue.emergency_numbers), found)
    if _collect(catalogue.questions, found):  # the words name them
        for language in search_files(catalogue.folder):
            _collect(lambda language=language: catalogue.search_words(language), found)  # type: ignore[misc]
    if not found:  # a link to an item that cannot be read would only mislead
        _collect(lambda: check_links(catalogue.folder), found)
    return found


def _protocols(catalogue: FileCatalogue, found: list[ContentFault]) -> tuple[CareProtocol, ...]:
    """Those that can be read."""
    if not catalogue.protocol_ids():
        found.append(ContentFault("protocols", 0, "folder", "holds no protocol file"))
    read: list[CareProtocol] = []
    for protocol_id in catalogue.protocol_ids():
        _collect(lambda protocol_id=protocol_id: read.append(catalogue.protocol(protocol_id)), found)  # type: ignore[misc]
    if not found:
        found.extend(version_faults(catalogue.folder, read))
        for path in kept_files(catalogue.folder):
            if id_of(path) in catalogue.protocol_ids():
                _collect(lambda path=path: catalogue.protocol(id_of(path), version_of(path)), found)  # type: ignore[misc]
    return tuple(read)


def _each(loads: Iterable[Callable[[], object]], found: list[ContentFault]) -> None:
    for load in loads:
        _collect(load, found)


def _collect(load: Callable[[], object], found: list[ContentFault]) -> bool:
    """Whether it could be read; what is wrong is added."""
    try:
        load()
    except ContentFaults as many:
        found.extend(many.faults)
    except ContentFault as one:
        found.append(one)
    else:
        return True
    return False
