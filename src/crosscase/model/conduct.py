"""What conducting a study with people asks for: consents, products that left the study, keys, and work that is due."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

Agreed = Literal["yes", "no", "not asked"]
ProductNature = Literal["report", "export", "audit", "copy"]
TaskNature = Literal["rewrite", "look again", "support", "tell", "other"]


class Consent(Row, frozen=True, kw_only=True):
    """What a participant agreed to; one for each participant.

    Attributes:
        verbatim, paraphrase: their words may be quoted, or told in other words.
        archive: the transcript may be deposited or shown outside the team.
        machine: a machine may be given their words.
        recontact: they may be asked again.
        until: an ISO date; after it none of this holds any more. Empty: no end.
    """

    participant: Annotated[Id, Is(refers="participant", goes_with=True)]
    verbatim: Agreed = "not asked"
    paraphrase: Agreed = "not asked"
    archive: Agreed = "not asked"
    machine: Agreed = "not asked"
    recontact: Agreed = "not asked"
    until: str = ""
    note: Prose = ""


class Product(Row, frozen=True, kw_only=True):
    """Something that was made of the study and may have left it: a report, an export.

    Attributes:
        file: its name; form: its format (docx, csv, …).
        version: the version of the study that it was made from.
        participants: ids of those whose words are in it.
    """

    member: Annotated[Id | None, Is(refers="member")] = None
    nature: ProductNature = "export"
    file: str = ""
    form: Open = ""
    version: Open = ""
    participants: Annotated[tuple[str, ...], Is(open=True)] = ()
    note: str = ""


class Task(Row, frozen=True, kw_only=True):
    """Work that is due: after a withdrawal a memo to be rewritten, a summary to be looked at again.

    Attributes:
        about: the thing to work on; `about_kind` says which kind that is.
        done: the member who did it.
    """

    nature: TaskNature = "other"
    about_kind: Open = ""
    about: Annotated[Id | None, Is(refers="*")] = None
    note: Prose = ""
    done: Annotated[Id | None, Is(refers="member")] = None


class SigningKey(Row, frozen=True, kw_only=True):
    """The public half of a key with which a member signs entries.

    Attributes:
        public: an Ed25519 key, 32 bytes in hexadecimal digits; the id is derived from it.
        revoked: the member no longer signs with it; what was signed before stays signed.
    """

    member: Annotated[Id, Is(refers="member", goes_with=True)]
    public: Open
    revoked: bool = False
    note: str = ""
