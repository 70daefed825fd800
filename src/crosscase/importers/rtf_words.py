"""The words of RTF: code pages, signs, and which groups hold no text or text of another kind.

From Microsoft's Rich Text Format specification 1.9.1; only what decides about words is here.
"""

from __future__ import annotations

import re
from typing import Final

CHARSETS: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
PAGES: Final = {0: "cp1252", 936: "gb18030", 10000: "mac_roman", 65001: "utf-8", 1361: "johab"}
HALVES: Final = re.compile("[\ud800-\udfff]")
HEADS: Final = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

SIGNS: Final = {
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "softline": "",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "nestcell": "\t",
    "nestrow": "\n",
}
SYMBOLS: Final = {"~": "\xa0", "_": "\u2011", "-": "\xad", "\\": "\\", "{": "{", "}": "}"}

DROPPED: Final = frozenset({
    "colortbl", "stylesheet", "info", "filetbl", "revtbl", "listtable", "fldinst", "objdata", "objclass", "nonshppict",
    "bkmkstart", "bkmkend", "xe", "tc", "tcn", "rxe", "txe", "private", "generator", "themedata", "datastore", "sp",
    "sn", "sv", "shprslt", "comment", "template", "falt", "panose", "atnid", "atndate", "atrfstart", "atrfend",
    "atnref", "pn",
})  # fmt: skip
KEPT_APART: Final = {
    "footnote": "note",
    "annotation": "comment",
    "atnauthor": "author",
    "shptxt": "box",
    "dptxbxtext": "box",
    "listtext": "number",
    "pntext": "number",
    **dict.fromkeys(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "head"),
    **dict.fromkeys(("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"), "number"),
}
TURNED: Final = frozenset({"b", "v", "deleted", "revised", "plain", "pard", "intbl", "trowd"})
OPEN: Final = frozenset({"shppict", "shpinst", "shpgrp", "do", "ud", "nesttableprops"})
"""Groups marked as ignorable whose words are words all the same."""
