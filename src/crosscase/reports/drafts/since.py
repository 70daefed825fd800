"""What became of what a draft shows since somebody looked it over.

Quotations are held against the study as it was then: other words, or none. Claims are told as the ledger tells them,
with the acts behind a difference.

What a careful reader would get wrong: a reference that was put in after the draft was looked over is told of from then
on too, if what it shows was there already.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscase.analyses.drafts import in_words
from crosscase.errors import CrosscaseError
from crosscase.model import Id
from crosscase.reports.claims_since import claims_since
from crosscase.reports.drafts.resolving import Resolver
from crosscase.study import Study

if TYPE_CHECKING:
    from crosscase.reports.drafts.reading import Shown


def changed_since(
    study: Study, entry: Id, shown: Sequence[Shown], *, members: tuple[Id, ...] = ()
) -> dict[tuple[str, str], str]:
    """For each reference (by kind and name) what is different since an entry, in a sentence."""
    found: dict[tuple[str, str], str] = {}
    quotes = {one.name: one for one in shown if one.kind == "quote"}
    if quotes:
        try:
            then = study.at(entry)
        except CrosscaseError:  # it came from a copy that this one does not know whole
            return found
        with then:
            resolver = Resolver(then, members=members)
            for name, now in quotes.items():
                was = resolver.quote(name)
                told = _quoted(was.printed, now.printed, gone=was.status != "not found" and now.status == "not found")
                if was.status != "not found" and told:
                    found["quote", name] = told
    claims = {one.thing: one.name for one in shown if one.kind == "claim" and one.thing}
    if claims:
        for since in claims_since(study, entry=entry, claims=list(claims), members=members):
            before = since.before.status if since.before else "not written"
            if since.what and since.before is not None:
                acts = "; ".join(f"{act.by} {act.what}" for act in since.acts[:3])
                changed = f"It was {before} and is {since.after.status}. " if before != since.after.status else ""
                told = f"{changed}{'; '.join(since.what)}."
                found["claim", claims[since.claim]] = f"{told[:1].upper()}{told[1:]}" + (f" ({acts})" if acts else "")
    return found


def _quoted(was: str, now: str, *, gone: bool) -> str:
    if gone:
        return "It was taken away."
    if was == now or not was:
        return ""
    if not now:
        return "Its words are gone."
    return f"Its words were changed: {in_words(was, now)}."
