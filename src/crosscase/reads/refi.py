"""A study as a REFI-QDA project: what goes out to NVivo, ATLAS.ti, MAXQDA, QualCoder and others.

What is asked is the study as it is; what came from another program and is still what it was goes back as it came
(`model.carried`). What has no place in the standard is listed, never passed over.

What a careful reader would get wrong: positions here are code points of the text as it stands in the project, with
line ends as one character. What writes the file counts them as the program wants that is to read it.
"""

from __future__ import annotations

import msgspec

from crosscase.model.bundle import Loss
from crosscase.model.refi import Project
from crosscase.reads.refi_cases import cases, variables
from crosscase.reads.refi_going import Going, Scope
from crosscase.reads.refi_left import count_left
from crosscase.reads.refi_people import codes, users
from crosscase.reads.refi_refs import referring
from crosscase.reads.refi_sources import lying, sources
from crosscase.reads.refi_writing import graphs, links, notes, prepare_notes, sets
from crosscase.store.store import Store


class Out(msgspec.Struct, frozen=True, kw_only=True):
    """A project that goes out.

    Attributes:
        files: what is to lie in its archive: path as the project names it → digest of the file in the vault.
        losses: what has no place in the standard.
    """

    project: Project
    files: dict[str, str]
    losses: tuple[Loss, ...]


def project_out(store: Store, scope: Scope | None = None) -> Out:
    """The study, or a part of it, as a project."""
    going = Going(store, scope or Scope())
    prepare_notes(going)
    values = variables(going)
    tree = codes(going)
    lies = lying(going)
    all_sources = sources(going, lies, values)
    all_cases = cases(going, values)
    written, about = notes(going)
    all_sets = sets(going)
    all_links = links(going, about)
    head = _head(going)
    drawn = graphs(going)
    count_left(going)
    project = msgspec.structs.replace(
        head,
        users=users(going),
        codes=tree,
        variables=values.elements,
        cases=all_cases,
        sources=all_sources,
        notes=written,
        links=all_links,
        sets=all_sets,
        graphs=drawn,
        note_refs=tuple(guid for guid in head.note_refs if guid in going.note_guids),
    )
    project = referring(going, project)
    return Out(project=project, files=going.files, losses=going.losses())


def _head(going: Going) -> Project:
    """The head of the project: as it came where one project came, else the study's own."""
    came = going.came("Project")
    if len(came) != 1:
        settings = going.settings
        return Project(name=settings.title, description=going.said(settings.aims) or None)
    head = came[0].element(Project)
    for guid in (head.creating_user, head.modifying_user):
        if guid:
            going.users.add(going.thing("User", guid))
    return head
