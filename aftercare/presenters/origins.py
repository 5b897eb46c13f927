"""Where an advice or a chart comes from: the articles and other texts behind it, in plain form."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aftercare.core.advice import Advice, AdviceContent
from aftercare.core.evidence import EVIDENCE_FILE, Authority, EvidenceRow, row_at
from aftercare.core.observation import Observation, Severity
from aftercare.core.protocol import Source
from aftercare.presenters.check_in_usual import course
from aftercare.presenters.today_words import sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

AUTHORITIES = {
    Authority.HEALTH_SERVICE: marked("Health service or authority"),
    Authority.JOURNAL: marked("Medical journal"),
    Authority.CLINIC: marked("Clinic or training text"),
    Authority.OWN: marked("Put together for this app"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """One text. `detail` says who speaks and where in it; `address` (web) may be empty."""

    title: str
    detail: str
    address: str
    spoken: str


@dataclass(frozen=True, slots=True)
class OriginPaper:
    """The whole sheet. `empty` stands where no text speaks."""

    title: str
    lead: str
    origins: tuple[Origin, ...]
    empty: str
    caution: str


def of_result(
    observation: Observation,
    advice: Advice,
    content: AdviceContent,
    snapshot: Snapshot,
    evidence: tuple[EvidenceRow, ...],
) -> OriginPaper:
    """The texts behind a result: of the rules that speak, then of what is usual for what was told."""
    found: list[Source] = []
    for key in advice.keys:
        rule, _dot, about = key.partition(".")
        known = content.signs.get(rule) or content.conditions.get(rule)
        found += known.sources if known else ()
        found += _usual(about, content, snapshot, observation)
    told = [r.symptom for r in observation.symptoms if r.known_severity not in (None, Severity.NONE)]
    for symptom in told:
        found += _usual(symptom, content, snapshot, observation)
    return paper(found, snapshot.source_titles, evidence)


def of_chart(
    symptom: str, content: AdviceContent, snapshot: Snapshot, evidence: tuple[EvidenceRow, ...]
) -> OriginPaper:
    """The texts behind the usual time of a symptom after the last session."""
    of = course(snapshot, content, snapshot.now)
    effect = of.effect(symptom)
    return paper(effect.sources if effect else (), snapshot.source_titles, evidence)


def paper(
    sources: Iterable[Source], titles: Mapping[str, str], evidence: tuple[EvidenceRow, ...]
) -> OriginPaper:
    """The sheet for these sources, each text once, in the order in which they speak."""
    lines: dict[str, list[int]] = {}
    rows: dict[str, EvidenceRow] = {}
    for source in sources:
        row = row_at(evidence, source.line) if source.file == EVIDENCE_FILE else None
        if row is not None:
            rows.setdefault(row.id, row)
        elif source.file != EVIDENCE_FILE:
            lines.setdefault(source.file, []).append(source.line)
    origins = (
        *(_article(titles.get(file, file), sorted(set(found))) for file, found in lines.items()),
        *(_row(row) for row in rows.values()),
    )
    return OriginPaper(
        title=_("Where is this from?"),
        lead=_("These texts stand behind it.") if origins else "",
        origins=origins,
        empty="" if origins else _("No text gives a time here. Your clinic decides."),
        caution=_("Compiled from published texts. No clinician has reviewed it."),
    )


def _usual(symptom: str, content: AdviceContent, snapshot: Snapshot, observation: Observation) -> tuple[Source, ...]:
    effect = course(snapshot, content, observation.at, observation.session_id).effect(symptom)
    return effect.sources if effect else ()


def _article(title: str, lines: list[int]) -> Origin:
    where = ngettext("Article, line {lines}", "Article, lines {lines}", len(lines))
    detail = where.format(lines=", ".join(map(str, lines)))
    return Origin(_(title), detail, "", sentence(_(title), detail))


def _row(row: EvidenceRow) -> Origin:
    who = _(AUTHORITIES[row.authority])
    detail = _("{who}: {publisher}").format(who=who, publisher=row.publisher) if row.publisher else who
    if row.copied:
        copied = _("A copy was read.")
        detail = f"{detail}. {copied}"
    # Papers keep the names under which they were published; no catalogue has them.
    return Origin(_(row.title), detail, row.address, sentence(_(row.title), detail))
