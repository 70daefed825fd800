"""What a study knows by itself of what reporting guidelines ask: a sentence each, or nothing.

What a careful reader would get wrong: nothing is guessed from what is absent. That no field note was taken in does not
mean that none was written, so the answer is missing and not “none”.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from crosscase import __version__
from crosscase.model import (
    Analysis,
    Attendance,
    Case,
    Claim,
    Comparison,
    Discussion,
    GivenBack,
    Instrument,
    Interview,
    NegativeCase,
    Participant,
    Quotation,
    Recruitment,
    Settings,
    SignOff,
    Source,
    Theme,
)
from crosscase.reports.wording import counted, spread
from crosscase.study import Study


def _interviewers(study: Study) -> str:
    held = Counter(name for one in study.rows(Interview) for name in one.interviewers)
    return "; ".join(f"{name} ({counted(count, 'interview')})" for name, count in sorted(held.items()))


def _orientation(study: Study) -> str:
    return "; ".join(sorted(f"{one.name}: {one.family}" for one in study.rows(Analysis)))


def _size(study: Study) -> str:
    people = [one for one in study.rows(Participant) if not one.merged_into]
    if not people:
        return ""
    met = {one.participant for one in study.rows(Attendance)}
    interviews = len(study.rows(Interview))
    return f"{counted(len(people), 'participant')}, {len(met)} of them met in {counted(interviews, 'interview')}."


def _declined(study: Study) -> str:
    lines = study.rows(Recruitment)
    totals = Counter[str]()
    reasons = Counter[str]()
    for line in lines:
        totals[line.step] += line.count
        if line.step in {"declined", "withdrew"} and line.reason:
            reasons[line.reason] += line.count
    if not totals:
        return ""
    told = ", ".join(f"{count} {step}" for step, count in totals.items())
    why = "; ".join(f"{reason} ({count})" for reason, count in reasons.most_common())
    return f"{told}.{f' Reasons: {why}.' if why else ''}"


def _setting(study: Study) -> str:
    modes = Counter(one.mode for one in study.rows(Interview) if one.mode)
    return ", ".join(f"{mode}: {count}" for mode, count in sorted(modes.items()))


def _others(study: Study) -> str:
    found = [one for one in study.rows(Interview) if one.others]
    return "; ".join(f"{one.name}: {one.others}" for one in sorted(found, key=lambda one: one.name))


def _sample(study: Study) -> str:
    snapshot = study.snapshot()
    roles = Counter(snapshot.participants.role.tolist())
    told = [f"{snapshot.roles.labels[role]} {count}" for role, count in sorted(roles.items()) if role >= 0]
    if not told:
        return ""
    return f"{counted(len(snapshot.cases), 'case')}; {', '.join(told)} (see the table of the sample)."


def _guide(study: Study) -> str:
    guides = [f"{one.name}, version {one.version}" for one in study.rows(Instrument)]
    return "; ".join(sorted(guides))


def _repeats(study: Study) -> str:
    met = Counter(one.participant for one in study.rows(Attendance))
    again = sum(count > 1 for count in met.values())
    return f"{again} of {counted(len(met), 'participant')} were met more than once." if met else ""


def _of_nature(nature: str, told: str) -> Callable[[Study], str]:
    def fact(study: Study) -> str:
        found = sum(one.nature == nature for one in study.rows(Source))
        return told.format(found) if found else ""

    return fact


def _duration(study: Study) -> str:
    minutes = [one.minutes for one in study.rows(Interview) if one.minutes]
    return f"{spread(minutes)} minutes, known for {counted(len(minutes), 'interview')}." if minutes else ""


def _given(natures: tuple[str, ...]) -> Callable[[Study], str]:
    def fact(study: Study) -> str:
        found = [one for one in study.rows(GivenBack) if one.nature in natures]
        if not found:
            return ""
        people = len({one.participant for one in found})
        said, changed = sum(bool(one.said) for one in found), sum(bool(one.changed) for one in found)
        return f"Given to {counted(people, 'participant')}; {said} answered, and for {changed} something was changed."

    return fact


def _coders(study: Study) -> str:
    snapshot = study.snapshot()
    who = sorted({int(member) for member in snapshot.codings.member if member >= 0})
    names = ", ".join(snapshot.members.labels[member] for member in who)
    twice = int((snapshot.reads.finished.sum(axis=1) > 1).sum())
    return f"{len(who)}: {names}. {counted(twice, 'source')} read by two or more." if who else ""


def _tree(study: Study) -> str:
    codes = study.snapshot().codes
    if not len(codes):
        return ""
    deep = int(codes.depth.max()) + 1
    return f"{counted(len(codes), 'code')} on {counted(deep, 'level')}, {int(codes.category.sum())} of them categories."


def _derivation(study: Study) -> str:
    themes = study.snapshot().themes
    if not len(themes):
        return ""
    fed = {step.theme for step in themes.lineage if step.how != "dropped"}
    with_reason = sum(bool(step.reason) for step in themes.lineage)
    steps = counted(len(themes.lineage), "step")
    return f"{len(fed)} of {counted(len(themes), 'theme')} have their lineage: {steps}, {with_reason} with a reason."


def _quotations(study: Study) -> str:
    kept = len(study.rows(Quotation))
    placed = len(study.snapshot().themes.evidence[0])
    parts = [
        f"{counted(placed, 'passage')} placed under themes" if placed else "",
        f"{counted(kept, 'quotation')} kept for print" if kept else "",
    ]
    return f"{', '.join(filter(None, parts))}; each is printed with the identifier of who speaks." if any(parts) else ""


def _consistent(study: Study) -> str:
    if not study.rows(Claim):
        return ""
    from crosscase.reports.claims_since import standings

    states = Counter(one.status for one in standings(study)[1])
    return f"{counted(states.total(), 'claim')}: {', '.join(f'{n} {state}' for state, n in states.items())}."


def _labels(*, below: bool) -> Callable[[Study], str]:
    def fact(study: Study) -> str:
        themes = [one for one in study.rows(Theme) if bool(one.parent) is below]
        themes.sort(key=lambda one: (one.analysis, one.position, one.label))
        labels = "; ".join(one.label for one in themes)
        if not below:
            return labels
        differ = len(study.rows(NegativeCase))
        return "; ".join(filter(None, (labels, f"{counted(differ, 'negative case')} looked into" if differ else "")))

    return fact


def _purpose(study: Study) -> str:
    settings: Settings = study.settings()
    return " ".join(filter(None, (settings.aims, *settings.questions)))


def _context(study: Study) -> str:
    snapshot = study.snapshot()
    if not len(snapshot.cases):
        return ""
    groups = [one.name for one in snapshot.variables if one.subject == "case"]
    known = f", described by {', '.join(groups)}" if groups else ""
    names = sum(bool(one.name) for one in study.rows(Case))
    return f"{counted(len(snapshot.cases), 'case')}{known} (see the table of the cases)." if names or groups else ""


def _ethics(study: Study) -> str:
    asked = [one for one in study.consents().everybody() if one.answers["verbatim"] != "not asked"]
    told = f"Consent to verbatim quotation is recorded for {counted(len(asked), 'participant')}." if asked else ""
    return " ".join(filter(None, (study.settings().ethics, told)))


def _trustworthiness(study: Study) -> str:
    parts = [
        _some(len(study.rows(NegativeCase)), "negative case", "looked into"),
        _some(len(study.rows(Comparison)), "comparison", "made"),
        _some(len(study.rows(Discussion)), "discussion", "held, with positions written before they were shown"),
        _some(len(study.rows(SignOff)), "sign-off", "of themes"),
    ]
    told = "; ".join(filter(None, parts))
    return f"{told}; every act is in the journal, {counted(len(study.log()), 'entry', 'entries')}." if told else ""


def _some(count: int, word: str, rest: str) -> str:
    return f"{counted(count, word)} {rest}" if count else ""


FACTS: Final[Mapping[str, Callable[[Study], str]]] = {
    "interviewers": _interviewers,
    "orientation": _orientation,
    "size": _size,
    "declined": _declined,
    "setting": _setting,
    "others": _others,
    "sample": _sample,
    "guide": _guide,
    "repeats": _repeats,
    "recording": _of_nature("recording", "{} recordings are in the study."),
    "field notes": _of_nature("field note", "{} field notes are in the study."),
    "duration": _duration,
    "returned": _given(("transcript",)),
    "coders": _coders,
    "tree": _tree,
    "derivation": _derivation,
    "software": lambda _: f"crosscase {__version__}",
    "checking": _given(("summary", "findings")),
    "quotations": _quotations,
    "consistent": _consistent,
    "major": _labels(below=False),
    "minor": _labels(below=True),
    "purpose": _purpose,
    "context": _context,
    "ethics": _ethics,
    "trustworthiness": _trustworthiness,
}
"""What can be computed, by the keys of the topics."""
