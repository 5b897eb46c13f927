"""What may have been given in a session: what it is used for and what to tell the clinic about it."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.protocol import Source
from aftercare.core.review import Review


class ProductKind(StrEnum):
    """A product with a printed name, a cocktail by its purpose, or a group of ingredients."""

    BRAND = "brand"
    COCKTAIL = "cocktail"
    INGREDIENT = "ingredient"


@dataclass(frozen=True, slots=True)
class Product:
    """One product. `aliases`: other printed names. `used_for`: what it is used for, which is never a promise.

    `again`: what to look out for after a second or later session with it, on the days `again_days` after its end.
    `protocols`: the procedures in which it may be given, where the same id is one of the [[product]] choices.
    """

    id: str
    name: str
    kind: ProductKind
    used_for: str
    cautions: tuple[str, ...]
    protocols: tuple[str, ...]
    sources: tuple[Source, ...]
    aliases: tuple[str, ...] = ()
    contents: str = ""
    again: str = ""
    again_days: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Products:
    """All products, brands first. `note` is said once for all of them."""

    review: Review
    note: str
    products: tuple[Product, ...]

    def get(self, product_id: str) -> Product | None:
        """The product of an id; None where it is not known."""
        return next((product for product in self.products if product.id == product_id), None)
