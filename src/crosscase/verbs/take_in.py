"""Taking in a bundle: everything that files brought, as one act.

What exists already by its key is used and never doubled: a case by its code, a participant by the identifier, a
source by its text, a code by its path. What is given about it and differs takes the place of what was there; what is
empty says nothing. What names something that does not exist is refused, each thing alone, and the rest is taken.

Refused while reading is not refused here: `Bundle.refusals` says what never became part of the bundle.
"""

from __future__ import annotations

from crosscase.model.bundle import Bundle
from crosscase.store.act import Act
from crosscase.verbs.registry import Verb
from crosscase.verbs.take_answers import take_answers
from crosscase.verbs.take_attributes import take_attributes
from crosscase.verbs.take_codes import take_codes, take_codings, take_marks
from crosscase.verbs.take_documents import take_documents, take_values
from crosscase.verbs.take_people import (
    take_cases,
    take_frame,
    take_members,
    take_participants,
    take_recruitment,
    take_roles,
)
from crosscase.verbs.take_writing import take_analyses, take_memos, take_sets, take_themes
from crosscase.verbs.taken import TakenIn
from crosscase.verbs.taking import Taking

_STEPS = (
    take_members,
    take_cases,
    take_roles,
    take_participants,
    take_frame,
    take_recruitment,
    take_answers,
    take_documents,
    take_values,
    take_attributes,
    take_codes,
    take_codings,
    take_marks,
    take_analyses,
    take_themes,
    take_memos,
    take_sets,
)
"""In this order, because later ones name what earlier ones bring."""


def take_in(act: Act, bundle: Bundle) -> TakenIn:
    """Take in everything that a bundle holds; how much was added, changed, there already or refused."""
    taking = Taking(act, bundle)
    for step in _STEPS:
        step(taking)
    return taking.result()


VERBS = (Verb("import.bundle", take_in),)
