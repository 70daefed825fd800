"""Whether a text can be set in the typefaces that come with Typst.

Libertinus Serif, New Computer Modern and DejaVu Sans Mono have Latin, Greek, Cyrillic and Hebrew letters with their
marks, punctuation and common symbols. A report with other scripts in it (quotations in Chinese or Arabic) is set with
the machine's typefaces besides; its bytes then depend on which those are.
"""

from __future__ import annotations

from typing import Final

_HELD: Final = (
    (0x0000, 0x052F), (0x0590, 0x05FF), (0x1C80, 0x1C8F), (0x1D00, 0x1DBF), (0x1E00, 0x1FFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x20D0, 0x20F0), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x22FF),
    (0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xFB00, 0xFB06), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD),
)  # fmt: skip


OTHER_LETTERS: Final = (
    "Some letters in this report are in none of the typefaces that come with the program. They are set in typefaces of "
    "the machine it was written on, and are empty boxes where it has none. Reports in other formats have no such limit."
)


def needs_more(text: str) -> bool:
    """Whether a letter stands in the text that none of the typefaces has."""
    return not text.isascii() and any(
        all(not low <= ord(letter) <= high for low, high in _HELD) for letter in set(text)
    )
