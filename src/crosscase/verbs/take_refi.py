"""Taking in a REFI-QDA project: what another program's study holds, as one act.

What the study has a kind for becomes that kind; everything else of an element is carried beside it (`model.carried`)
and leaves again when the study is exported. The order of the steps is that in which later ones name what earlier ones
brought.

What a careful reader would get wrong: nothing is deleted because a newer file does not have it any more, and nothing
that was removed here comes back, unless either is asked (`verbs.refi_gone`). What somebody did here since stands,
unless the newer file says otherwise of that very thing than the older did.
"""

from __future__ import annotations

import msgspec

from crosscase.model.refi import Project
from crosscase.store.act import Act
from crosscase.verbs.refi_gone import follow, gone, vanished
from crosscase.verbs.registry import Verb
from crosscase.verbs.take_refi_cases import take_cases, take_values
from crosscase.verbs.take_refi_people import take_codes, take_users, take_variables
from crosscase.verbs.take_refi_places import take_places
from crosscase.verbs.take_refi_sources import take_sources
from crosscase.verbs.take_refi_writing import take_graphs, take_links, take_notes, take_sets
from crosscase.verbs.taking_refi import Files, NoFiles, Refi, RefiOptions, RefiTaken

PROJECT = "project"
"""In place of a GUID, which a project has none of; further ones have their names."""


def take_refi(act: Act, project: Project, files: Files | None = None, options: RefiOptions | None = None) -> RefiTaken:
    """Take in a project or codebook.

    Args:
        project: as it was read.
        files: what lies in its archive.
        options: choices of whoever takes it in.

    Raises:
        UnknownCountingError: a way of counting was chosen that there is not.
    """
    taking = Refi(act, project, files or NoFiles(), options or RefiOptions())
    take_users(taking)
    take_codes(taking)
    take_cases(taking)
    take_variables(taking)
    planned = take_sources(taking)
    take_values(taking)
    placing = take_places(taking, planned)
    take_notes(taking, placing)
    take_links(taking)
    take_sets(taking)
    take_graphs(taking)
    _carry_project(taking)
    _look_for_removed(taking)
    taking.put(taking.carried, name="element")
    return taking.result()


def _look_for_removed(taking: Refi) -> None:
    """List what the study has of the project and the file has no more; remove it where that is asked."""
    before = list(taking.before.values())
    heads = [one for one in before if one.element == "Project"]
    if not heads or heads[0].guid != (taking.project.name or PROJECT):
        return
    there = {(one.element, one.guid) for one in taking.carried} | set(taking.things)
    there |= {("Coding", guid) for guid in taking.codings} | {("Mark", guid) for guid in taking.marks}
    found = vanished(taking.act, before, there)
    taking.vanished = [gone(kind, rows) for kind, rows in found.items()]
    if found and taking.options.follow_removals:
        taking.went, taking.stays = follow(taking.act, found)


def _carry_project(taking: Refi) -> None:
    """The head of the project: its name, origin, dates, description and the notes on it."""
    project = taking.project
    head = msgspec.structs.replace(
        project, users=(), codes=(), variables=(), cases=(), sources=(), notes=(), links=(), sets=(), graphs=()
    )
    if head != Project():
        taking.carry(head, "Project", project.name or PROJECT)


VERBS = (Verb("import.refi", take_refi),)
