"""The sources of a guide as numbered documents: many lines of one article are one of them."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aftercare.core.evidence import EVIDENCE_FILE, Authority, EvidenceRow, row_at
from aftercare.core.guide import Guide
from aftercare.core.protocol import Source
from aftercare.presenters.article_state import SourceRow
from aftercare.presenters.today_words import sentence
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

KINDS = {
    Authority.HEALTH_SERVICE: marked("Health authority"),
    Authority.JOURNAL: marked("Medical journal"),
    Authority.CLINIC: marked("Clinic or maker"),
    Authority.OWN: marked("Put together for this app"),
}
# The titles in evidence.toml are those of others and stay in their language; these are our own, by their row.
OWN_TITLES = {
    "A": marked("Our summary: what can show, and when"),
    "C": marked("Our summary: how soon to act on a sign"),
    "D": marked("Our summary: how far clinics’ leaflets differ"),
    "E": marked("Our summary: what we say of blood thinners"),
    "H": marked("Our summary: what no source covers"),
}


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The documents of one guide in reading order: an article by its file name, or a row of the evidence.

    `lines` holds the cited lines of each article.
    """

    documents: tuple[str | EvidenceRow, ...]
    lines: Mapping[str, tuple[int, ...]]
    titles: Mapping[str, str]
    evidence: tuple[EvidenceRow, ...]

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of the documents that these lines are in, each once."""
        found = {self.documents.index(_document(source, self.evidence)) + 1 for source in sources}
        return tuple(sorted(found))

    def rows(self) -> tuple[SourceRow, ...]:
        """Every document as it is listed."""
        return tuple(
            self._row(number, document) for number, document in enumerate(self.documents, 1)
        )

    def _row(self, number: int, document: str | EvidenceRow) -> SourceRow:
        if isinstance(document, str):
            return self._article(number, document)
        title = _(OWN_TITLES[document.id]) if document.id in OWN_TITLES else document.title
        said = [_(KINDS[document.authority]), document.publisher, _("Read in a copy") if document.copied else ""]
        detail = " · ".join(part for part in said if part)
        spoken = _spoken(number, title, detail)
        if not document.address:
            return SourceRow(number, title, detail, spoken)
        return SourceRow(
            number,
            title,
            detail,
            spoken,
            address=document.address,
            needs=_("Needs internet"),
            open=_("Open in a browser"),
            copy=_("Copy the address"),
            copied=_("Copied"),
        )

    def _article(self, number: int, file: str) -> SourceRow:
        title = _(self.titles.get(file, file))
        lines = self.lines[file]
        listed = ", ".join(str(line) for line in lines)
        detail = ngettext("Source article, line {lines}", "Source article, lines {lines}", len(lines)).format(
            lines=listed
        )
        return SourceRow(number, title, detail, _spoken(number, title, detail))


def bibliography(guide: Guide, titles: Mapping[str, str], evidence: tuple[EvidenceRow, ...]) -> Bibliography:
    """The documents of a guide; `titles` are those of the articles."""
    documents = tuple(dict.fromkeys(_document(source, evidence) for source in guide.sources))
    lines: dict[str, list[int]] = {}
    for source in guide.sources:
        if isinstance(_document(source, evidence), str):
            lines.setdefault(source.file, []).append(source.line)
    cited = {file: tuple(sorted(set(found))) for file, found in lines.items()}
    return Bibliography(documents, cited, titles, evidence)


def said_numbers(numbers: tuple[int, ...]) -> str:
    """ "Source 2." or "Sources 1, 3.", for the ear."""
    if not numbers:
        return ""
    listed = ", ".join(str(number) for number in numbers)
    return ngettext("Source {numbers}.", "Sources {numbers}.", len(numbers)).format(numbers=listed)


def _document(source: Source, evidence: tuple[EvidenceRow, ...]) -> str | EvidenceRow:
    row = row_at(evidence, source.line) if source.file == EVIDENCE_FILE else None
    return row or source.file


def _spoken(number: int, title: str, detail: str) -> str:
    return sentence(_("Source {numbers}.").format(numbers=number), title, detail.replace(" · ", ", "))
