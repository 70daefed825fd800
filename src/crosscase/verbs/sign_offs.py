"""Standing behind a theme: sign-offs, and saying that a change was more than wording.

A sign-off is a member's own word; nobody gives it for another. It remembers the entries that had made the theme what
it was (`seen`), so that every copy finds out by itself whether it still holds; see `reads.sign_offs`.

What a careful reader would get wrong: a sign-off is never withdrawn by a change of the theme. It lapses, which is
worked out when it is read, and holds again where the change turns out not to have been one.
"""

from __future__ import annotations

from crosscase.errors import RefusedError
from crosscase.model import Id, Member, SignOff, Theme, WordingChange, derived_id
from crosscase.reads.sign_offs import authors, signed_entries
from crosscase.store.act import Act
from crosscase.verbs.registry import Verb


class NotAnAuthorError(RefusedError):
    """Somebody signs who is no author."""

    code = "not-an-author"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is no author here: people who may code or edit sign themes off. Write a memo on the theme instead."
        )


class NotASignatoryError(RefusedError):
    """Somebody contests a change of a theme that they have not signed."""

    code = "not-a-signatory"

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Only who has signed {label!r} off can contest a change of its wording. Sign it, or write a memo."
        )


class ContestedAlreadyError(RefusedError):
    """A change of wording that is contested already."""

    code = "contested-already"

    def __init__(self) -> None:
        super().__init__("This change is contested already, and the sign-offs before it have lapsed.")


def sign_off_id(theme: Id, member: Id) -> Id:
    """The id of a member's sign-off of a theme."""
    return derived_id("sign_off", theme, member)


def sign_theme(act: Act, theme: Id, *, agrees: bool = True, note: str = "") -> Id:
    """Say that you stand behind a theme as it reads now, or that you do not.

    Raises:
        NotAnAuthorError: machines and readers do not sign.
    """
    act.get(Theme, theme)
    member = act.get(Member, act.by)
    if member.id not in {one.id for one in authors(act.store)}:
        raise NotAnAuthorError(member.name)
    seen = signed_entries(act.store, theme)
    made = SignOff(id=sign_off_id(theme, member.id), theme=theme, member=member.id, agrees=agrees, seen=seen, note=note)
    act.ensure_all([made])
    return made.id


def contest_wording(act: Act, wording: Id, *, reason: str = "") -> None:
    """Say that a change marked *wording only* changed more than that; sign-offs given before it lapse.

    Raises:
        NotASignatoryError: who contests has not signed the theme.
        ContestedAlreadyError: somebody has contested it.
    """
    known = act.get(WordingChange, wording)
    if known.contested:
        raise ContestedAlreadyError
    if not act.rows(SignOff, theme=known.theme, member=act.by, agrees=True):
        raise NotASignatoryError(act.get(Theme, known.theme).label)
    act.change(WordingChange, wording, contested=act.by, reason=reason)


VERBS = (
    Verb("theme.sign_off", sign_theme, "code"),
    Verb("wording.contest", contest_wording, "code"),
)
