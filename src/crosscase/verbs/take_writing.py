"""Taking in memos, sets, analyses, and themes with the codes that they were developed from.

A theme belongs to the analysis it names, else to the only one there is, else to one made for it. A memo that its
author has written already, on the same thing, is not written again.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.model import Analysis, Id, Lineage, Member, Memo, Set, Theme
from crosscase.model.bundle import MemoRecord, ThemeRecord
from crosscase.model.people import MethodFamily
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.memos import new_memo
from crosscase.verbs.sets import add_set, put_into_set
from crosscase.verbs.take_places import Lost, Lying
from crosscase.verbs.taking import Taking, folded, named, no_such, parents_first
from crosscase.verbs.themes import add_theme, develop_theme

_IMPORTED = "Imported themes"

_KEYED: dict[str, tuple[str, Callable[[Taking], dict[str, Id]]]] = {
    "case": ("case", lambda taking: taking.cases),
    "role": ("role", lambda taking: taking.roles),
    "participant": ("participant", lambda taking: taking.participants),
    "interview": ("interview", lambda taking: taking.interviews),
    "document": ("source", lambda taking: {folded(key): source for key, source in taking.documents.items()}),
    "source": ("source", lambda taking: {folded(key): source for key, source in taking.documents.items()}),
    "code": ("code", lambda taking: taking.codes),
    "analysis": ("analysis", lambda taking: taking.analyses),
    "theme": ("theme", lambda taking: taking.themes),
    "member": ("member", lambda taking: taking.members),
}
"""What a memo may be about: the kind in the study, and its keys."""


def take_analyses(taking: Taking) -> None:
    """The analyses; what is there by its name gets its question and its method family only where it has none."""
    known = named(taking.act.rows(Analysis), lambda analysis: analysis.name)
    taking.analyses = {name: analysis.id for name, analysis in known.items()}
    for record in taking.bundle.analyses:
        key = folded(record.name)
        if not key:
            taking.refuse("analyses", "", "An analysis has no name.")
        elif key in known:
            fields = {} if known[key].question else {"question": record.question}
            taking.update(Analysis, {known[key].id: (known[key], fields)})
        elif key not in taking.analyses:
            taking.analyses[key] = _analysis(taking, record.name, question=record.question, family=record.family)


def _analysis(taking: Taking, name: str, *, question: str = "", family: MethodFamily = "mixed") -> Id:
    taking.count("analysis", added=1)
    return add_analysis(taking.act, name, question=question, family=family)


def take_themes(taking: Taking) -> None:
    """The themes with their lineage; lineage that is there stays as it is."""
    by_analysis: dict[str, dict[str, ThemeRecord]] = {}
    for record in taking.bundle.themes:
        records = by_analysis.setdefault(folded(record.analysis), {})
        key = folded(record.label)
        if key and key not in records:
            records[key] = record
        else:
            taking.refuse("themes", record.label, "It stands there twice." if key else "A theme has no label.")
    for name, records in by_analysis.items():
        analysis = taking.analyses.get(name) if name else _only(taking)
        if analysis is None:
            for record in records.values():
                taking.refuse("themes", record.label, no_such("analysis", record.analysis))
        else:
            _take_themes(taking, analysis, records)


def _only(taking: Taking) -> Id:
    """The analysis of themes that name none."""
    listed = dict.fromkeys(folded(record.name) for record in taking.bundle.analyses if folded(record.name))
    for names in (list(listed), list(taking.analyses)):
        if len(names) == 1:
            return taking.analyses[names[0]]
    key = folded(_IMPORTED)
    if key not in taking.analyses:
        taking.analyses[key] = _analysis(taking, _IMPORTED)
        taking.note(f"The themes name no analysis; they are in one called {_IMPORTED!r}.")
    return taking.analyses[key]


def _take_themes(taking: Taking, analysis: Id, records: dict[str, ThemeRecord]) -> None:
    known = named(taking.act.rows(Theme, analysis=analysis), lambda theme: theme.label)
    themes = {key: theme.id for key, theme in known.items()}
    ordered, circular = parents_first({key: folded(record.parent) for key, record in records.items()})
    refused = set(circular)
    for key in circular:
        taking.refuse("themes", records[key].label, "It lies under itself.")
    for key in ordered:
        record = records[key]
        above = folded(record.parent)
        if above and (above in refused or above not in themes):
            refused.add(key)
            taking.refuse("themes", record.label, no_such("theme", record.parent))
            continue
        if key in known:
            taking.update(Theme, {known[key].id: (known[key], {"content": record.content})})
        else:
            parent = themes[above] if above else None
            themes[key] = add_theme(taking.act, analysis, record.label, parent=parent, content=record.content)
            taking.count("theme", added=1)
        _develop(taking, themes[key], record)
    taking.themes |= themes


def _develop(taking: Taking, theme: Id, record: ThemeRecord) -> None:
    there = {lineage.origin for lineage in taking.act.rows(Lineage, theme=theme)}
    origins: list[Id] = []
    for name in record.codes:
        code = taking.codes.get(folded(name))
        if code is None:
            taking.refuse("themes", record.label, no_such("code", name))
        else:
            origins.append(code)
    added = develop_theme(taking.act, theme, [origin for origin in origins if origin not in there])
    taking.count("lineage", added=added, there=len(set(origins) & there))


def take_memos(taking: Taking) -> None:
    """The memos; one about something that does not exist, or on a place that is not clear, is refused."""
    rows = taking.act.rows(Memo)
    written = {(one.member, one.title, one.text, one.about, one.source, one.first, one.last) for one in rows}
    for record in taking.bundle.memos:
        member = taking.members.get(folded(record.member)) if record.member else taking.act.by
        kind, about = _about(taking, record)
        reason = no_such("member", record.member) if member is None else ""
        if (record.about_kind or record.about) and about is None:
            reason = reason or no_such(record.about_kind or "thing", record.about)
        lying = taking.places.of(record) if record.document or record.quote else None
        if isinstance(lying, Lost):
            reason = reason or lying.reason or "Its document was refused."
        elif member is not None and not reason:
            source, first, last = (lying.source, lying.first, lying.last) if lying else (None, "", "")
            said = (member, " ".join(record.title.split()), record.text, about, source, first, last)
            if said in written:
                taking.count("memo", there=1)
                continue
            written.add(said)
            reason = _write(taking, record, member, (kind, about), lying)
        if reason:
            taking.refuse("memos", record.place or record.title or record.text[:40], reason)


def _about(taking: Taking, record: MemoRecord) -> tuple[str, Id | None]:
    kind, keys = _KEYED.get(record.about_kind, ("", lambda _: {}))
    about = keys(taking).get(folded(record.about))
    return (kind, about) if about else ("", None)


def _write(
    taking: Taking, record: MemoRecord, member: Id, about: tuple[str, Id | None], lying: Lying | None
) -> str:  # fmt: skip
    """Write a memo that is not there; why it could not be, or nothing."""
    if record.nature == "reflexive" and member != taking.act.by:
        name = taking.act.get(Member, member).name
        return f"A reflexive memo is its author's alone; only {name} can bring it in."
    try:
        memo = new_memo(taking.act, record.text, title=record.title, nature=record.nature, member=member)
    except CrosscaseError as refused:
        return refused.message
    if lying:
        # By the addresses of characters, since the text may have been corrected after it first came.
        memo = msgspec.structs.replace(memo, source=lying.source, first=lying.first, last=lying.last)
    taking.act.add(msgspec.structs.replace(memo, about_kind=about[0], about=about[1]))
    taking.count("memo", added=1)
    return ""


def take_sets(taking: Taking) -> None:
    """The sets, with what is in them; what does not exist is refused alone."""
    known = {(one.of, folded(one.name)): one.id for one in taking.act.rows(Set)} if taking.bundle.sets else {}
    keys: dict[str, Callable[[str], list[Id]]] = {
        "source": taking.places.sources,
        "participant": lambda name: [thing for thing in [taking.participants.get(folded(name))] if thing],
        "code": lambda name: [thing for thing in [taking.codes.get(folded(name))] if thing],
    }
    for record in taking.bundle.sets:
        if not folded(record.name):
            taking.refuse("sets", "", "A set has no name.")
            continue
        things: list[Id] = []
        for name in record.things:
            found = keys[record.of](name) if name else []
            if len(found) == 1:
                things += found
            else:
                taking.refuse("sets", record.name, no_such(record.of, name))
        there = known.get((record.of, folded(record.name)))
        if there is None:
            known[record.of, folded(record.name)] = add_set(
                taking.act, record.of, record.name, things, description=record.description
            )
            taking.count("set", added=1)
        else:
            changed = put_into_set(taking.act, there, things)
            taking.count("set", changed=bool(changed), there=not changed)
