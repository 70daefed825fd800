"""How values are written in REFI-QDA, and the nearest right way to write one that is not.

Each function takes what a file or a study has and gives what the schema allows (XSD types of QDA-XML 1.0), or None
where nothing sensible can be made of it. Reader and writer use the same functions: what the one repairs and names in
its report, the other would repair before writing, so that a file is valid whatever it is made from.

What a careful reader would get wrong: a value that the schema allows is kept as it is written, also `+05` or `#ABC`;
only GUIDs are always lower case without braces, because they are compared.
"""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal, InvalidOperation
from typing import Final

GUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HEX32: Final = re.compile(r"[0-9a-f]{32}")
_RGB: Final = re.compile(r"#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})")
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_ZONE: Final = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DAY: Final = r"-?(?!0000)(?:[1-9][0-9]{3,8}|0[0-9]{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DATE: Final = re.compile(_DAY + _ZONE)
_TIME: Final = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_MOMENT: Final = re.compile(_DAY + "T" + _TIME + _ZONE)
_LOOSE: Final = re.compile(
    r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})"
    r"(?:[T\s]+(?P<H>[0-9]{1,2}):(?P<M>[0-9]{2})(?::(?P<S>[0-9]{2})(?P<f>\.[0-9]+)?)?)?"
    r"\s*(?P<z>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?",
)
_FUNCTION: Final = re.compile(r"rgba?\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*(?:,[^)]*)?\)")
_THREE: Final = re.compile(r"([0-9]{1,3})\s*[,;]\s*([0-9]{1,3})\s*[,;]\s*([0-9]{1,3})")
_ALPHA: Final = re.compile(r"#?([0-9a-fA-F]{8})")
_BARE: Final = re.compile(r"(?:0x|0X)?([0-9a-fA-F]{6})")
_NAMED: Final = {
    "aqua": "#00ffff", "black": "#000000", "blue": "#0000ff", "brown": "#a52a2a", "cyan": "#00ffff",
    "fuchsia": "#ff00ff", "gray": "#808080", "green": "#008000", "grey": "#808080", "lime": "#00ff00",
    "magenta": "#ff00ff", "maroon": "#800000", "navy": "#000080", "olive": "#808000", "orange": "#ffa500",
    "pink": "#ffc0cb", "purple": "#800080", "red": "#ff0000", "silver": "#c0c0c0", "teal": "#008080",
    "white": "#ffffff", "yellow": "#ffff00",
}  # fmt: skip
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_NUMBER: Final = 400


def guid_of(text: str) -> str | None:
    """A GUID in lower case and without braces; 32 digits without hyphens are one too."""
    text = text.strip().lower().removeprefix("urn:uuid:").strip("{}()")
    if GUID.fullmatch(text):
        return text
    return spaced(text) if _HEX32.fullmatch(text) else None


def spaced(digits: str) -> str:
    """32 hexadecimal digits with the hyphens of a GUID."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def made_guid(*parts: str) -> str:
    """A GUID that is the same wherever it is made from the same parts."""
    return spaced(hashlib.sha256("\x1f".join(("refi", *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32])


def clean(text: str) -> str:
    """The text with � for characters that XML cannot hold; the same object where there are none."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text) if _FORBIDDEN.search(text) else text


def colour_of(text: str) -> str | None:
    """`#rrggbb` or `#rgb`. Eight digits are taken with the opacity first, unless only the last two say opaque."""
    text = text.strip()
    if _RGB.fullmatch(text):
        return text
    if found := _FUNCTION.fullmatch(text) or _THREE.fullmatch(text):
        parts = [int(part) for part in found.groups()[:3]]
        return _hexadecimal(*parts) if max(parts) < 256 else None
    if found := _BARE.fullmatch(text):
        return f"#{found[1]}"
    if found := _ALPHA.fullmatch(text):
        digits = found[1].lower()
        return f"#{digits[:6]}" if digits.endswith("ff") and not digits.startswith("ff") else f"#{digits[2:]}"
    # A whole number is a Windows colour: blue is the highest byte.
    if text.isascii() and text.isdigit() and len(text) <= 8 and (value := int(text)) < 1 << 24:
        return _hexadecimal(value & 255, value >> 8 & 255, value >> 16)
    return _NAMED.get(text.casefold())


def _hexadecimal(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


def moment_of(text: str) -> str | None:
    """`xsd:dateTime`. A day alone begins at midnight; no time zone is invented."""
    text = text.strip()
    if _MOMENT.fullmatch(text) and _has_day(text):
        return text
    found = _LOOSE.fullmatch(text)
    if found is None:
        return None
    hour, minute, second = (int(found[part] or 0) for part in "HMS")
    zone = found["z"] or ""
    zone = "Z" if zone in {"UTC", "GMT"} else zone if ":" in zone or len(zone) < 5 else f"{zone[:3]}:{zone[3:]}"
    made = f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}T{hour:02}:{minute:02}:{second:02}"
    made += f"{found['f'] or ''}{zone}"
    return made if _MOMENT.fullmatch(made) and _has_day(made) else None


def date_of(text: str) -> str | None:
    """`xsd:date`; of a moment, its day."""
    text = text.strip()
    if _DATE.fullmatch(text) and _has_day(text):
        return text
    moment = moment_of(text)
    return moment.partition("T")[0] if moment else None


def boolean_of(text: str) -> str | None:
    """`true` or `false` (`1` and `0` are kept)."""
    text = text.strip()
    if text in {"true", "false", "1", "0"}:
        return text
    return {"yes": "true", "no": "false", "true": "true", "false": "false"}.get(text.casefold())


def integer_of(text: str) -> str | None:
    """`xsd:integer` of at most 18 digits; a decimal number that is whole."""
    text = text.strip()
    if _INTEGER.fullmatch(text):
        return text
    number = _number(text)
    if number is None or number != number.to_integral_value() or abs(number) >= 10**18:
        return None
    return str(int(number))


def whole_of(text: str) -> int | None:
    """A number as positions and coordinates have it: rounded where it is not whole."""
    if (integer := integer_of(text)) is not None:
        return int(integer)
    number = _number(text.strip())
    return round(number) if number is not None and abs(number) < 10**18 else None


def decimal_of(text: str) -> str | None:
    """`xsd:decimal`: no exponent, no infinity; a comma is a point."""
    text = text.strip()
    if _DECIMAL.fullmatch(text):
        return text
    number = _number(text)
    return f"{number:f}" if number is not None else None


def _number(text: str) -> Decimal | None:
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER else None


def _has_day(text: str) -> bool:
    year, month, day = (int(part) for part in re.match(r"-?(\d+)-(\d\d)-(\d\d)", text).groups())  # type: ignore[union-attr]
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= _DAYS[month - 1] + leap
