"""Putting on record what was made of the study and may have left it: reports, exports, audits, copies.

A record says which version the product was made from and whose words are in it, so that after a withdrawal somebody
knows which papers and files to look for. The same product made again of the same version is recorded once.

What a careful reader would get wrong: a record is of the file as it was written; nobody knows where it has gone since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from crosscase.model import Id, Participant, Product
from crosscase.model.conduct import ProductNature
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, label
from crosscase.verbs.registry import Verb

_NO_FILE = "A product needs the name of its file."
_PRODUCT = "product"


def record_product(
    act: Act,
    nature: ProductNature,
    file: str,
    *,
    form: str,
    version: str,
    participants: Iterable[Id] = (),
    note: str = "",
) -> Id:
    """Put a product on record; its id. One that is on record already is not recorded again.

    Args:
        nature: a report, an export, an audit, a copy.
        file: its name, without folders: they say more about a machine than about the study.
        form: its format (docx, csv, …).
        version: the version of the study that it was made from.
        participants: those whose words are in it.

    Raises:
        NotFoundError: there is no such participant.
    """
    choice(nature, ProductNature, "kind of product")
    people = tuple(sorted(set(participants)))
    all_there(act, Participant, people)
    fresh = Product(
        member=act.by, nature=nature, file=label(file, _NO_FILE), form=form, version=version, participants=people,
        note=note,
    )  # fmt: skip
    known = next((one for one in act.rows(Product, version=version) if _same(one, fresh)), None)
    return known.id if known else act.add(fresh).id


def _same(one: Product, fresh: Product) -> bool:
    """Whether a product is on record; who made it, and what was noted of it later, do not matter."""
    if fresh.note and one.note != fresh.note:
        return False
    return (one.nature, one.file, one.form, one.participants) == (
        fresh.nature, fresh.file, fresh.form, fresh.participants
    )  # fmt: skip


def note_product(act: Act, product: Id, note: str) -> None:
    """Write down where a product went, and to whom."""
    act.change(Product, product, note=note)


def forget_products(act: Act, products: Collection[Id]) -> int:
    """Take products off the record, because they never left or are no more; how many."""
    for product in products:
        act.get(Product, product)
    act.remove(Product, sorted(set(products)))
    return len(set(products))


VERBS = (
    Verb("product.record", record_product, "read"),
    Verb("product.note", note_product, "read"),
    Verb("product.forget", forget_products),
)
