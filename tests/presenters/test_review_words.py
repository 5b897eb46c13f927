"""Content that no clinician has signed says so; signed content names who signed which version."""
from __future__ import annotations

from datetime import date

from aftercare.adapters.content import FileCatalogue
from aftercare.core.review import NOBODY, Review
from aftercare.presenters import review_words

UNSIGNED = Review(3, date(2026, 11, 22), NOBODY)
SIGNED = Review(4, date(2027, 2, 1), "Dr A. Example")


def test_unsigned_content_says_that_nobody_has_reviewed_it() -> None:
    assert review_words.compiled_note(UNSIGNED).endswith("No clinician has reviewed it.")
    assert review_words.version_note(UNSIGNED) == (
        "Version 3 of 22 November 2026. No clinician has reviewed this yet."
    )


def test_signed_content_names_who_signed_it() -> None:
    assert review_words.compiled_note(SIGNED).endswith("Reviewed by Dr A. Example.")
    assert review_words.version_note(SIGNED) == "Version 4 of 1 February 2027. Reviewed by Dr A. Example."


def test_nothing_that_is_shipped_claims_a_review() -> None:
    catalogue = FileCatalogue()
    reviews = [catalogue.protocol(each).review for each in catalogue.protocol_ids()]
    reviews += [catalogue.checks().review, catalogue.steps().review]
    reviews += [catalogue.products().review, catalogue.courses().review]

    assert [review.reviewed for review in reviews] == [False] * len(reviews)
