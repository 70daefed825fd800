"""What a project that goes out names: nothing that is not in it.

A link to what was removed here, or to what the standard has no element for, is left out; a vertex stays on its graph
and stands for nothing; a case keeps those of its codes and selections that are there.

What a careful reader would get wrong: a link may be to a link. Leaving one out can leave out another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosscase.model.refi import Guid, MediaElement, Project, Selection, TextElement
from crosscase.reads.refi_going import Going


def referring(going: Going, project: Project) -> Project:
    """The project without what names nothing."""
    there = set(going.emitted)
    there |= {one.guid for one in project.users} | {one.guid for one in project.cases}
    there |= {one.guid for one in project.variables} | {one.guid for one in project.sets}
    there.update(_within(project))
    links = list(project.links)
    while True:
        known = there | {one.guid for one in links}
        kept = [one for one in links if _leads(one.origin, known) and _leads(one.target, known)]
        if len(kept) == len(links):
            break
        links = kept
    going.lost("links", "[link|links] to what has no place in the standard.", len(project.links) - len(links))
    there |= {one.guid for one in links}
    return msgspec.structs.replace(
        project,
        links=tuple(links),
        cases=tuple(
            msgspec.structs.replace(one, codes=_kept(one.codes, there), selections=_kept(one.selections, there))
            if one.codes or one.selections
            else one
            for one in project.cases
        ),
        graphs=tuple(
            msgspec.structs.replace(
                one,
                vertices=tuple(
                    each if _leads(each.represents, there) else msgspec.structs.replace(each, represents="")
                    for each in one.vertices
                ),
                edges=tuple(
                    each if _leads(each.represents, there) else msgspec.structs.replace(each, represents="")
                    for each in one.edges
                ),
            )
            for one in project.graphs
        ),
    )


def _leads(guid: Guid, there: set[Guid]) -> bool:
    return not guid or guid in there


def _kept(guids: tuple[Guid, ...], there: set[Guid]) -> tuple[Guid, ...]:
    return tuple(guid for guid in guids if guid in there)


def _within(project: Project) -> Iterator[Guid]:
    """GUIDs within what is carried whole: on graphs, in notes, in areas of PDFs."""
    for graph in project.graphs:
        yield graph.guid
        yield from (one.guid for one in graph.vertices)
        yield from (one.guid for one in graph.edges)
    for note in project.notes:
        yield from _in_text(note)
    for source in project.sources:
        if isinstance(source, MediaElement):
            for selection in source.selections:
                if selection.representation is not None:
                    yield from _in_text(selection.representation)


def _in_text(text: TextElement) -> Iterator[Guid]:
    yield text.guid
    yield from (one.guid for one in text.codings)
    yield from _of(text.selections)


def _of(selections: Iterable[Selection]) -> Iterator[Guid]:
    for one in selections:
        yield one.guid
        yield from (each.guid for each in one.codings)
        if one.representation is not None:
            yield from _in_text(one.representation)
