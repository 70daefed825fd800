"""What a methods section needs: who coded, what was held and read, with which software, and the version of it all."""

from __future__ import annotations

from collections import Counter

from crosscase import __version__
from crosscase.frames import Snapshot
from crosscase.model import Instrument, Interview
from crosscase.model.table import Column, Table
from crosscase.reports.document import Heading, Part, TableBlock
from crosscase.reports.options import Options
from crosscase.reports.wording import counted, spread
from crosscase.study import Study

_COLUMNS = (Column("fact", "Fact"), Column("value", "Value"))


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    made_of = study.standpoint()
    facts = [
        ("Coders", _coders(snapshot)),
        *_interviews(study, snapshot),
        *_sources(snapshot),
        ("Reading", _reading(snapshot)),
        ("Codes", _codes(snapshot)),
        ("Codings", _codings(snapshot)),
        ("Themes", _themes(snapshot)),
        ("Software", f"crosscase {__version__}"),
        ("Consent", _consent(study, options)),
        ("Journal", f"{counted(made_of.entries, 'entry', 'entries')}, version {made_of.version}"),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    notes = (
        "Words: as they stand in the texts; hyphens part them. Participants’ words leave out interviewers, quotations "
        "and notes.",
        "The version names the whole history of the study: equal versions are equal studies.",
    )
    table = Table(title="Facts for the methods section", columns=_COLUMNS, rows=rows, notes=notes)
    return Part((Heading("Methods facts"), TableBlock(table=table)))


def _consent(study: Study, options: Options) -> str:
    people = study.consents(on=options.on).everybody()
    if not people:
        return ""
    asked = [one for one in people if one.answers["verbatim"] != "not asked" or one.ended]
    refusing = sum(one.answers["verbatim"] == "no" for one in asked)
    ended = sum(one.ended and one.answers["verbatim"] != "no" for one in asked)
    text = f"to verbatim quotation recorded for {len(asked)} of {counted(len(people), 'participant')}"
    told = [
        f"{refusing} not to be quoted" if refusing else "",
        f"the consent of {ended} has ended" if ended else "",
    ]
    return "; ".join(filter(None, (text, *told)))


def _coders(snapshot: Snapshot) -> str:
    who = sorted({int(member) for member in snapshot.codings.member if member >= 0})
    machines = sum(bool(snapshot.members.machine[member]) for member in who)
    text = f"{counted(len(who) - machines, 'person', 'people')} coded, of {counted(len(snapshot.members), 'member')}"
    return text + (f"; besides {counted(machines, 'declared machine')}" if machines else "")


def _interviews(study: Study, snapshot: Snapshot) -> list[tuple[str, str]]:
    interviews = study.rows(Interview)
    if not interviews:
        return []
    minutes = [interview.minutes for interview in interviews if interview.minutes]
    attended = Counter(snapshot.interviews.attended[0].tolist())
    joint = sum(count > 1 for count in attended.values())
    people = len(set(snapshot.interviews.attended[1].tolist()))
    dates = sorted(interview.date for interview in interviews if interview.date[:4].isdigit())
    modes = Counter(interview.mode for interview in interviews if interview.mode)
    guides = [f"{guide.name}, version {guide.version}" for guide in study.rows(Instrument)]
    unknown = len(interviews) - len(minutes)
    return [
        (
            "Interviews",
            f"{len(interviews)} with {counted(people, 'participant')}"
            + (f"; {joint} of them joint" if joint else ""),
        ),
        (
            "Minutes",
            (spread(minutes) + (f"; not known for {unknown}" if unknown else "")) if minutes else "not recorded",
        ),
        ("Held", f"{dates[0]} to {dates[-1]}" if dates else ""),
        ("Place or mode", ", ".join(f"{mode} {count}" for mode, count in sorted(modes.items()))),
        ("Guides", "; ".join(sorted(guides))),
    ]  # fmt: skip


def _sources(snapshot: Snapshot) -> list[tuple[str, str]]:
    sources = snapshot.sources
    if not len(sources):
        return []
    natures = Counter(nature for nature, length in zip(sources.natures, sources.length, strict=True) if length)
    without = int((sources.length == 0).sum())
    every = sum(len(snapshot.starts.of(source)) for source in sources.ids)
    spoken = int(snapshot.spoken.spoken[snapshot.units.participant >= 0].sum())
    text = ", ".join(counted(count, nature) for nature, count in sorted(natures.items()))
    return [
        ("Sources", text + (f"; {without} without text" if without else "")),
        ("Words", f"{every:,}, of which {spoken:,} are participants’"),
    ]


def _reading(snapshot: Snapshot) -> str:
    finished = snapshot.reads.finished.sum(axis=1)
    done, twice = int((finished > 0).sum()), int((finished > 1).sum())
    return f"{done} of {counted(len(snapshot.sources), 'source')} read to the end, {twice} by two or more members"


def _codes(snapshot: Snapshot) -> str:
    categories = int(snapshot.codes.category.sum())
    return counted(len(snapshot.codes), "code") + (f", {categories} taken up as categories" if categories else "")


def _codings(snapshot: Snapshot) -> str:
    unreviewed = int(snapshot.codings.unreviewed.sum())
    counts = Counter(snapshot.raw["coding"]["origin"].to_list())
    origins = ", ".join(f"{origin} {count:,}" for origin, count in sorted(counts.items()))
    text = counted(len(snapshot.codings), "coding") + (f" ({origins})" if origins else "")
    return f"{text}; {unreviewed:,} by rule and not reviewed"


def _themes(snapshot: Snapshot) -> str:
    if not len(snapshot.themes):
        return ""
    top = int((snapshot.themes.parent < 0).sum())
    below = len(snapshot.themes) - top
    against = int(snapshot.themes.evidence[2].sum())
    placed = len(snapshot.themes.evidence[0])
    return (
        counted(top, "theme") + (f" with {counted(below, 'subtheme')}" if below else "")
        + f"; {counted(placed, 'coding')} placed as evidence, {against} of them against"
    )  # fmt: skip
