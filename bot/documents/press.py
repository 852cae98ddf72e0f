"""The one door to typst: a template and its data go in, a picture or a PDF comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "templates"

_PIXELS_PER_INCH = 144
"""Two pixels a point: a template's page of 540 by 675 points is a picture of 1080 by 1350 pixels."""

_TURN = Lock()
"""A compiler serves one thread at a time and answers a second one with an error."""


class PressError(Exception):
    """A template does not compile. Names the places in the templates, and never the data."""


def press(template: str, data: Mapping[str, object], form: Literal["png", "pdf"]) -> bytes:
    """The one page that `template` makes of `data`, which it finds as JSON in `sys.inputs.data`.

    Data is never read as markup. Only the fonts inside typst are used and the date of creation is fixed,
    so the same data makes the same bytes on every machine. Raises `PressError`.
    """
    with _TURN:
        try:
            page = _compiler().compile(
                str(TEMPLATES / template),
                format=form,
                ppi=_PIXELS_PER_INCH,
                sys_inputs={"data": json.dumps(data)},
                timestamp=0,
            )
        except BaseException as error:
            if not isinstance(error, Exception) and not _is_panic(error):
                raise
            _compiler.cache_clear()
            raise PressError(f"{template}: {_places(error)}") from None
    if not isinstance(page, bytes):
        raise PressError(f"{template}: makes more than one page")
    return page


@cache
def _compiler() -> Compiler:
    """Made with the first document and kept: typst costs memory and 90 ms, its fonts most of that."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)


def _is_panic(error: BaseException) -> bool:
    """Whether this is a crash inside typst, which stands outside `Exception` and would end a worker."""
    return type(error).__module__ == "pyo3_runtime"


def _places(error: BaseException) -> str:
    places = re.findall(r"[\w/]+\.typ:\d+:\d+", str(getattr(error, "diagnostic", "")))
    return f"{type(error).__name__} {' '.join(places)}".strip()
