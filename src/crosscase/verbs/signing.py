"""Saying which key is whose: `signing_key.declare` and `signing_key.revoke`, each member for themselves.

Signing itself is no act: a signature lies beside the entry that it is over (`store.signatures`).
"""

from __future__ import annotations

import re

from crosscase.errors import BadValueError
from crosscase.model import Id, Member, SigningKey, derived_id
from crosscase.store.act import Act
from crosscase.verbs.members import NotYoursError
from crosscase.verbs.registry import Verb

_PUBLIC = re.compile(r"[0-9a-f]{64}")


def declare_key(act: Act, public: str, *, note: str = "") -> Id:
    """Say that a key is one's own: its public half, 32 bytes in hexadecimal digits."""
    if not _PUBLIC.fullmatch(public):
        raise BadValueError("A public key is 64 hexadecimal digits.")
    thing = derived_id("signing key", public)
    known = act.rows(SigningKey, id=[thing])
    if known and known[0].member != act.by:
        raise NotYoursError(act.get(Member, known[0].member).name, "declare this key")
    act.ensure_all([SigningKey(id=thing, member=act.by, public=public, note=note)])
    return thing


def revoke_key(act: Act, key: Id) -> None:
    """Say that one no longer signs with a key; what was signed before stays signed."""
    known = act.get(SigningKey, key)
    if known.member != act.by:
        raise NotYoursError(act.get(Member, known.member).name, "revoke this key")
    act.change(SigningKey, key, revoked=True)


VERBS = (
    Verb("signing_key.declare", declare_key, "read"),
    Verb("signing_key.revoke", revoke_key, "read"),
)
