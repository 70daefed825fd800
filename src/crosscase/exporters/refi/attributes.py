"""Values of QDA-XML as attributes and references, each written as the schema wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crosscase.exporters.refi.left import Left
from crosscase.model.refi import Guid, MediaElement, Selection, TextElement, TranscriptElement
from crosscase.model.refi_schema import word_of
from crosscase.model.refi_values import GUID, clean, colour_of, guid_of, made_guid, moment_of

_SPECIAL: Final = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_ATTRIBUTE: Final = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
}  # fmt: skip
WORDS: Final = _ATTRIBUTE | {'"': '"', "\t": "\t", "\n": "\n"}


class Attributes:
    """Writes values; what is left is noted in `left`."""

    def __init__(self, left: Left, *, upper: bool = False) -> None:
        self.left = left
        self._upper = upper
        self._made = 0
        self._right: dict[tuple[str, str], str] = {}
        self._names: dict[tuple[str, Guid], str] = {}

    def guid(self, guid: Guid) -> str:
        """A GUID as it is written."""
        if not GUID.fullmatch(guid):
            guid = guid_of(guid) or made_guid("id", guid)
        return guid.upper() if self._upper else guid

    def own(self, guid: Guid) -> str:
        """The GUID of an element; made where it has none."""
        if not guid:
            self._made += 1
            guid = made_guid("own", str(self._made))
        return f' guid="{self.guid(guid)}"'

    def named(self, name: str, guid: Guid) -> str:
        """An attribute that names something; none where it names nothing."""
        if not guid:
            return ""
        found = self._names.get((name, guid))
        if found is None:
            # Members, codes and sources are named again and again.
            found = self._names[name, guid] = f' {name}="{self.guid(guid)}"'
        return found

    def refs(self, name: str, guids: Iterable[Guid]) -> str:
        """Elements that name something."""
        return "".join(f'<{name} targetGUID="{self.guid(guid)}"/>\n' for guid in guids if guid)

    def stamps(self, one: TextElement | TranscriptElement | MediaElement | Selection) -> str:
        """What selections and sources have in common."""
        return (
            f"{self.own(one.guid)}{self.attribute('name', one.name)}"
            f"{self.named('creatingUser', one.creating_user)}{self.moment('creationDateTime', one.created)}"
            f"{self.named('modifyingUser', one.modifying_user)}{self.moment('modifiedDateTime', one.modified)}"
        )

    def attribute(self, name: str, text: str | None) -> str:
        """An attribute of words; none where there are none."""
        if text is None:
            return ""
        if text and clean(text) is not text:
            self.left.changed("characters that XML has not", f"{name} “{text[:60]}”", "� stands for them.")
        return f' {name}="{escaped(text, _ATTRIBUTE)}"'

    def moment(self, name: str, written: str) -> str:
        """A time; left out where it is none."""
        if not written:
            return ""
        found = self._right.get((name, written))
        if found is None:
            right = moment_of(written)
            found = self._right[name, written] = f' {name}="{right}"' if right else ""
        if not found:
            self.left.out("times that are none", name, f"{written[:80]!r} is no date with a time.")
        return found

    def colour(self, colour: str, place: str) -> str:
        """A colour; left out likewise."""
        if not colour:
            return ""
        right = colour_of(colour)
        if right is None:
            self.left.out("colours that are none", place, f"{colour[:80]!r} is no colour.")
        return f' color="{right}"' if right else ""

    def word(self, name: str, type: str, written: str, place: str) -> str:
        """One of the words that the standard has for an attribute."""
        right = word_of(type, written) if written else ""
        if right is None:
            self.left.out("words that are not of the standard", place, f"{written[:80]!r} is no {name}.")
        return f' {name}="{right}"' if right else ""

    def description(self, words: str | None) -> str:
        """The element of a description; none where there is none."""
        if words is None:
            return ""
        if words and clean(words) is not words:
            self.left.changed("characters that XML has not", f"“{words[:60]}”", "� stands for them.")
        return f"<Description>{escaped(words, WORDS)}</Description>\n"


def escaped(text: str, table: dict[str, str] = WORDS) -> str:
    """Words as XML, by default those of an element; � for characters that XML has not."""
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda found: table.get(found[0], "\N{REPLACEMENT CHARACTER}"), text)


def number(name: str, value: int | None) -> str:
    """An attribute that is a number."""
    return "" if value is None else f' {name}="{value}"'


def box_of(box: Iterable[int | None]) -> str:
    """The attributes of an area."""
    return "".join(
        number(name, each) for name, each in zip(("firstX", "firstY", "secondX", "secondY"), box, strict=True)
    )
