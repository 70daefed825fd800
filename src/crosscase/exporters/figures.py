"""Figures as files: SVG, PNG and HTML from a Vega-Lite specification.

`vl-convert` draws them without a browser and without the network; an HTML page carries the programs that it needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.exporters.tables import write_whole

SUFFIXES = (".svg", ".png", ".html")

_SHARPNESS = 2.0


class FigureFileError(CrosscaseError):
    """A figure cannot be written so."""

    code = "figure-file"

    def __init__(self, path: Path) -> None:
        super().__init__(f"A figure cannot be written to {path.name!r}. End its name in one of {', '.join(SUFFIXES)}.")


def write_figure(specification: dict[str, Any], path: Path) -> None:
    """Draw a figure into a file, as its ending says.

    Raises:
        FigureFileError: its ending is none of `SUFFIXES`.
    """
    import vl_convert

    match path.suffix.lower():
        case ".svg":
            data = vl_convert.vegalite_to_svg(specification).encode()
        case ".png":
            data = vl_convert.vegalite_to_png(specification, scale=_SHARPNESS)
        case ".html":
            data = vl_convert.vegalite_to_html(specification, bundle=True).encode()
        case _:
            raise FigureFileError(path)
    write_whole(path, data)
