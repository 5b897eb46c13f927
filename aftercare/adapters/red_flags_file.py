"""red_flags.toml to AdviceContent. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

import string
from collections.abc import Collection, Mapping
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.activity import Symptom
from aftercare.core.advice_conditions import CONDITIONS
from aftercare.core.help import HelpContent, Sign, Urgency
from aftercare.core.observation import SYMPTOMS, SignCode
from aftercare.core.protocol import Source
from aftercare.core.red_flags import AdviceContent, Call, RedFlagRule, Said, SymptomRule, Tier

FILE = "red_flags.toml"
_FITS = {
    Urgency.EMERGENCY: (Tier.EMERGENCY, Call.EMERGENCY),
    Urgency.SAME_HOUR: (Tier.SAME_DAY, Call.CLINIC_THEN_EMERGENCY),
    Urgency.SAME_DAY: (Tier.SAME_DAY, Call.CLINIC),
    Urgency.CLINIC: (Tier.CLINIC, Call.CLINIC),
}
_PAIRS = {*_FITS.values(), (Tier.WATCH, Call.CLINIC), (Tier.EXPECTED, Call.NONE)}


class RedFlagsReader:
    """Reads one file; `help` and `symptoms` own the words that are not repeated here."""

    def __init__(
        self, help: HelpContent, symptoms: Mapping[str, Symptom], protocols: Collection[str], sources: Mapping[str, int]
    ) -> None:
        self._help = {sign.text: (tier.urgency, sign) for tier in help.tiers for sign in tier.signs}
        self._steps = help.steps
        self._symptoms, self._protocols, self._sources = symptoms, protocols, sources

    def read(self, path: Path) -> AdviceContent:
        """The content of a file. Raises ContentFaults."""
        document = Document(path)
        document.only_headers({"needle_free", "sign", "condition", "symptom", "say"})
        root = document.root()
        needle_free = root.texts("needle_free", required=True)
        for protocol in needle_free:
            if protocol not in self._protocols:
                root.fault("needle_free", f'"{protocol}" is not a protocol')
        content = AdviceContent(
            signs=_all(document, "sign", [self._sign(table) for table in document.tables("sign")], list(SignCode)),
            conditions=_all(
                document, "condition", [self._condition(t) for t in document.tables("condition")], list(CONDITIONS)
            ),
            symptoms=self._symptom_rules(document),
            said=self._said(document),
            needle_free=frozenset(needle_free),
        )
        document.done()
        return content

    def _sign(self, table: Table) -> RedFlagRule:
        table.only(set("id tier call name means help sources".split()))
        tier, call = _asks(table)
        shown = self._help.get(table.text("help", ""))
        if table.has("help") == table.has("sources"):
            table.fault("help", "give either help, the text of a sign in help.toml, or sources")
        elif table.has("help") and shown is None:
            table.fault("help", "must be the text of a sign in help.toml")
        elif shown and _FITS[shown[0]] != (tier, call):
            table.fault("tier", f'does not fit "{shown[0]}", its tier in help.toml')
        sign = shown[1] if shown else Sign("", "", "", ())
        sources = tuple(dict.fromkeys(evidence.source for evidence in sign.evidence))
        return RedFlagRule(
            id=table.one_of("id", list(SignCode)),
            tier=tier,
            call=call,
            sources=sources if table.has("help") else self._lines(table),
            name=table.text("name"),
            means=table.text("means"),
            skin=sign.skin,
            note=sign.note,
        )

    def _condition(self, table: Table) -> RedFlagRule:
        table.only({"id", "tier", "call", "text", "sources"})
        tier, call = _asks(table)
        text = table.text("text")
        accepted = {"temperature"} if table.data.get("id") == "fever" else {"symptom", "time"}
        if not _places(text) <= accepted:
            table.fault("text", f"may hold {' and '.join(sorted(accepted))} in braces and no others")
        return RedFlagRule(table.one_of("id", list(CONDITIONS)), tier, call, self._lines(table), text=text)

    def _symptom_rules(self, document: Document) -> dict[str, SymptomRule]:
        rules = {symptom.id: SymptomRule(symptom.id, symptom.name) for symptom in self._symptoms.values()}
        for table in document.tables("symptom"):
            table.only({"id", "name", "like", "fades", "usual_is_no_limit", "skin", "sources"})
            symptom = table.one_of("id", list(SYMPTOMS))
            self._lines(table)
            if table.has("name") == (symptom in self._symptoms):
                table.fault("name", "give it if symptoms.toml has none, and only then")
            rules[symptom] = SymptomRule(
                id=symptom,
                name=self._symptoms[symptom].name if symptom in self._symptoms else table.text("name", ""),
                skin=table.text("skin", ""),
                like=table.one_of("like", list(SYMPTOMS)) if table.has("like") else "",
                fades=table.flag("fades"),
                usual_is_no_limit=table.flag("usual_is_no_limit"),
            )
        missing = [symptom for symptom in SYMPTOMS if symptom not in rules]
        if missing:
            document.fault(1, "symptom", f"has no name for {', '.join(missing)}")
        return rules

    def _said(self, document: Document) -> dict[tuple[Tier, Call], Said]:
        said: dict[tuple[Tier, Call], Said] = {}
        for table in document.tables("say"):
            table.only({"tier", "call", "now", "changes"})
            asks = _asks(table)
            now = table.texts("now", required=True)
            # What to do while help is coming stands in help.toml.
            steps = self._steps if asks[0] is Tier.EMERGENCY else ()
            said[asks] = Said((*now, *steps), table.texts("changes", required=True))
        for tier, call in sorted(_PAIRS - set(said)):
            document.fault(1, "say", f"is missing for {tier} with call {call}")
        return said

    def _lines(self, table: Table) -> tuple[Source, ...]:
        return cited(table, self._sources)


def _asks(table: Table) -> tuple[Tier, Call]:
    asks = Tier(table.one_of("tier", list(Tier))), Call(table.one_of("call", list(Call)))
    if asks not in _PAIRS:
        table.fault("call", f'"{asks[1]}" does not go with {asks[0]}')
    return asks


def _all(document: Document, header: str, rules: list[RedFlagRule], ids: list[str]) -> dict[str, RedFlagRule]:
    found: dict[str, RedFlagRule] = {}
    for number, rule in enumerate(rules):
        if rule.id in found:
            document.fault(document.line(header, number, "id"), "id", f'"{rule.id}" is there twice; keep one')
        found[rule.id] = rule
    missing = [each for each in ids if each not in found]
    if missing:
        document.fault(1, header, f"is missing for {', '.join(missing)}")
    return found


def _places(text: str) -> set[str]:
    try:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}
