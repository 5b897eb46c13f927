"""products.toml to Products. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, at_least_one, named, read_review
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.errors import ContentFault
from aftercare.core.products import Product, ProductKind, Products
from aftercare.core.protocol import CareProtocol

FILE = "products.toml"
# Late signs are watched for no longer.
MOST_DAYS = 90


def read_products(path: Path, protocols: Collection[str], lengths: Mapping[str, int]) -> Products:
    """The products of a file. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "note", "product"})
    root = document.root()
    review, note = read_review(root), root.text("note")
    tables = at_least_one(document, "product")
    products = Products(review, note, tuple(_product(table, protocols, lengths) for table in tables))
    document.done()
    return products


def _product(table: Table, protocols: Collection[str], lengths: Mapping[str, int]) -> Product:
    table.only(set("id name aliases kind contents used_for cautions protocols sources again again_days".split()))
    return Product(
        id=table.text("id"),
        name=table.text("name"),
        kind=ProductKind(table.one_of("kind", list(ProductKind))),
        used_for=table.text("used_for"),
        cautions=table.texts("cautions"),
        protocols=named(table, "protocols", protocols, required=True),
        sources=cited(table, lengths),
        aliases=table.texts("aliases"),
        contents=table.text("contents", ""),
        again=table.text("again", ""),
        again_days=_again_days(table),
    )


def _again_days(table: Table) -> tuple[int, int]:
    if table.has("again") != table.has("again_days"):
        table.fault("again", "goes together with again_days; give both or neither")
    found = table.pair("again_days", 0, MOST_DAYS) if table.has("again_days") else (0.0, 0.0)
    return int(found[0]), int(found[1])


def unmatched(products: Products, protocols: Collection[CareProtocol]) -> Iterator[ContentFault]:
    """A fault for each choice of a protocol without a product here, and for each product that is missing there."""
    for protocol in protocols:
        choices = {choice.id for choice in protocol.products}
        mine = [product for product in products.products if protocol.id in product.protocols]
        here = {product.id for product in mine if product.kind is not ProductKind.INGREDIENT}
        for missing in sorted(choices - here):
            message = f'"{missing}" is a product of {protocol.id}; give it a [[product]] that names this protocol'
            yield ContentFault(FILE, 1, "product", message)
        for missing in sorted(here - choices):
            message = f'"{missing}" is missing; {FILE} gives it to this protocol'
            yield ContentFault(f"{protocol.id}.toml", 1, "product", message)
