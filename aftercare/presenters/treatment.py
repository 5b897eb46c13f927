"""About my treatment: what was used, what to look out for, how many sessions, how long it lasts, and who checked it."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.courses import Courses
from aftercare.core.products import Product, Products
from aftercare.core.protocol import CareProtocol, Source
from aftercare.core.review import Review
from aftercare.core.session import Session
from aftercare.presenters import review_words, step_words
from aftercare.presenters.aloud import said
from aftercare.presenters.more_sessions import when
from aftercare.presenters.today_words import session_title
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class TreatmentPart:
    """A heading, sentences, and points below `lead`. `note` stands quietly at the end. `action` changes the session."""

    icon: str
    title: str
    texts: tuple[str, ...]
    lead: str = ""
    points: tuple[str, ...] = ()
    note: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """The page. `warning` was reported after a repeated session, and is empty elsewhere. `session` is its id."""

    title: str
    heading: str
    lead: str
    warning_lead: str
    warning: str
    parts: tuple[TreatmentPart, ...]
    there: str
    reviews_title: str
    reviews: tuple[tuple[str, str], ...]
    origins: str
    session: str


def build_state(products: Products, courses: Courses, session: Session, snapshot: Snapshot) -> TreatmentState:
    """The page of one session, planned or done."""
    protocol = snapshot.protocols[session.id]
    product = products.get(session.product) if session.product else None
    repeated = product is not None and product.again and _repeated(session, snapshot)
    return TreatmentState(
        title=_("About my treatment"),
        heading=session_title(protocol, session),
        lead=when(session, snapshot),
        warning_lead=_("After a repeated session:") if repeated else "",
        warning=_(product.again) if product is not None and repeated else "",
        parts=(
            _product(product, products, protocol, session.start > snapshot.now, snapshot.example),
            _sessions(courses, session),
            _lasting(courses, session),
            _length(courses, session),
        ),
        there=step_words.course_title(session),
        reviews_title=_("Who has checked this?"),
        reviews=_reviews((_("Limits and what is normal"), protocol.review), (_("Products"), products.review),
                         (_("Courses"), courses.review)),
        origins=_("Where is this from?"),
        session=session.id,
    )  # fmt: skip


def sources(products: Products, courses: Courses, session: Session) -> list[Source]:
    """The lines behind the page."""
    product = products.get(session.product) if session.product else None
    hints = courses.hints_for(session.protocol, session.area, session.product)
    lasting = [each for each in courses.lasts if not each.protocols or session.protocol in each.protocols]
    lengths = [each for each in courses.lengths if each.protocol == session.protocol]
    found = list(product.sources) if product else []
    for lines in (*(each.sources for each in hints), *(each.sources for each in lasting)):
        found += lines
    return [*found, *(source for each in lengths for source in each.sources)]


def of_treatment(state: TreatmentState) -> str:
    """The page as it is read aloud."""
    parts = [said(part.title, *part.texts, part.lead, *part.points, part.note) for part in state.parts]
    reviews = [said(what, text) for what, text in state.reviews]
    return said(state.heading, state.lead, state.warning_lead, state.warning, *parts, state.reviews_title, *reviews)


def _repeated(session: Session, snapshot: Snapshot) -> bool:
    same = [each for each in snapshot.sessions if each.product == session.product and not each.cancelled]
    return sum(each.start <= session.start for each in same) > 1


def _product(
    product: Product | None, products: Products, protocol: CareProtocol, coming: bool, example: bool
) -> TreatmentPart:
    if product is None:
        text = _("You have not entered a product.") if protocol.products else _("Your clinic chooses what is used.")
        return TreatmentPart(
            icon="drop",
            title=_("What will be used") if coming else _("What was used"),
            texts=(text, _("Ask your clinic for the printed name and the batch number.")),
            action=_("Add it") if protocol.products and not example else "",
        )
    return TreatmentPart(
        icon="drop",
        title=_(product.name),
        texts=tuple(_(text) for text in (product.contents, product.used_for) if text),
        lead=_("Good to know") if product.cautions else "",
        points=tuple(_(caution) for caution in product.cautions),
        note=_(products.note),
    )


def _sessions(courses: Courses, session: Session) -> TreatmentPart:
    hints = courses.hints_for(session.protocol, session.area, session.product)
    points = tuple(_("{course}: {text}").format(course=_(hint.name), text=_(hint.text)) for hint in hints)
    return TreatmentPart(
        icon="calendar-dots",
        title=_("How many sessions?"),
        texts=() if points else (_("No article says how many. Ask your clinic."),),
        points=points,
        note=_(courses.note),
    )


def _lasting(courses: Courses, session: Session) -> TreatmentPart:
    own = [lasts for lasts in courses.lasts if session.protocol in lasts.protocols]
    for_all = [lasts for lasts in courses.lasts if not lasts.protocols]
    return TreatmentPart(
        icon="hourglass-medium",
        title=_("How long does it last?"),
        texts=tuple(_(lasts.text) for lasts in (*own, *for_all)),
    )


def _length(courses: Courses, session: Session) -> TreatmentPart:
    found = [length for length in courses.lengths if length.protocol == session.protocol]
    return TreatmentPart(
        icon="clock",
        title=_("How long is a session?"),
        texts=tuple(_(length.text) for length in found) or (_("No article says how long. Ask your clinic."),),
    )


def _reviews(*files: tuple[str, Review]) -> tuple[tuple[str, str], ...]:
    """The files that share one state are told together."""
    found: dict[str, list[str]] = {}
    for what, review in files:
        found.setdefault(review_words.version_note(review), []).append(what)
    return tuple((" · ".join(names), note) for note, names in found.items())
