"""A REFI-QDA file into a study, for the command line and the server alike: tried out, or taken in as one act.

What a careful reader would get wrong: an archive that another crosscase wrote is not taken in as its project says,
but by the study's own part beside that, as long as the two say the same.
"""

from __future__ import annotations

from collections.abc import Callable

from crosscase.importers.refi import Read
from crosscase.importers.refi.own import own_part
from crosscase.study import Done, Study
from crosscase.verbs.take_part import take_part
from crosscase.verbs.take_refi import take_refi
from crosscase.verbs.taking_refi import RefiOptions, RefiTaken


def take_project(study: Study, read: Read, options: RefiOptions, *, trial: bool) -> Done[RefiTaken]:
    """Take in a project or codebook that was read.

    Args:
        trial: nothing is kept, and the answer names no entry.
    """
    run: Callable[..., Done[RefiTaken] | RefiTaken] = study.try_out if trial else study.do
    with read.archive.held() as archive, study.staying():
        part = own_part(read)
        found = run(take_refi, read.project, archive, options) if part is None else run(take_part, part, archive)
    return found if isinstance(found, Done) else Done("", "import.refi" if part is None else "import.part", {}, found)
