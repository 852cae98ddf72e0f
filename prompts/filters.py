"""What a template may do with a value: dates, numbers, lists and plurals of its language, through Babel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from prompts.source import Language

if TYPE_CHECKING:
    from babel import Locale

ZONE = "_zone"
"""The name under which a call's zone travels to the filters that need it."""

PLAIN_FILTERS = ("capitalize", "first", "last", "length", "list", "lower", "trim", "upper")
"""Jinja's own filters that templates may use: none of them can switch escaping off."""

_LOCALES: Mapping[Language, str] = {"id": "id", "en": "en_GB"}
_DAY = "EEEE, d MMMM y"
_BRIEF = "EEEE, d MMM"
"""As a label has room for it: with its weekday and without its year."""
_MOMENT: Mapping[Language, str] = {"id": "EEEE, d MMMM 'pukul' HH.mm", "en": "EEEE d MMMM 'at' HH:mm"}


class UnfitValueError(TypeError):
    """A filter was given what it cannot format. The words name types, never the value."""


def printable(value: object) -> object:
    """Jinja's `finalize`: only words and whole numbers are printed as they are, all else by a filter."""
    if isinstance(value, str | int | Undefined) and not isinstance(value, bool):
        return value
    raise UnfitValueError(f"prints {type(value).__name__} as it is")


def filters(language: Language, phrase: Callable[[str], str]) -> dict[str, Callable[..., Any]]:
    """The filters of one language, by name. `phrase` finds a short wording by its key."""

    @pass_context
    def day(context: Context, value: object) -> str:
        return _day(language, _local(value, context) if isinstance(value, datetime) else value)

    @pass_context
    def moment(context: Context, value: object) -> str:
        return _moment(language, _local(value, context))

    def brief(value: object) -> str:
        return _day(language, value, _BRIEF)

    def hour(value: object) -> str:
        return _hour(language, value)

    def number(value: object) -> str:
        return _number(language, value)

    def join_and(values: object) -> str:
        return _join_and(language, values)

    def plural(value: object, one: str, other: str) -> str:
        return one if _locale(language).plural_form(_counted(value)) == "one" else other

    own: dict[str, Callable[..., Any]] = {
        "day": day,
        "moment": moment,
        "brief": brief,
        "hour": hour,
        "number": number,
        "join_and": join_and,
        "phrase": phrase,
    }
    return own if language == "id" else {**own, "plural": plural}


@lru_cache
def _locale(language: Language) -> Locale:
    from babel import Locale

    return Locale.parse(_LOCALES[language])


def _local(value: object, context: Context) -> datetime:
    zone = context.get(ZONE)
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise _unfit("an aware datetime", value)
    if not isinstance(zone, tzinfo):
        raise UnfitValueError("needs the reader's zone, and the call gave none")
    return value.astimezone(zone)


@lru_cache(maxsize=512)
def _day(language: Language, value: object, pattern: str = _DAY) -> str:
    if not isinstance(value, date):
        raise _unfit("a date", value)
    from babel.dates import format_date

    return format_date(value, pattern, locale=_locale(language))


def _hour(language: Language, value: object) -> str:
    if not isinstance(value, time):
        raise _unfit("a time of day", value)
    return value.strftime("%H.%M" if language == "id" else "%H:%M")


def _moment(language: Language, value: datetime) -> str:
    from babel.dates import format_datetime

    return format_datetime(value, _MOMENT[language], tzinfo=value.tzinfo, locale=_locale(language))


def _number(language: Language, value: object) -> str:
    counted = _counted(value)
    if abs(counted) < 1000:
        return str(counted)
    from babel.numbers import format_decimal

    return format_decimal(counted, locale=_locale(language))


def _join_and(language: Language, values: object) -> str:
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise _unfit("a list", values)
    from babel.lists import format_list

    return format_list([str(value) for value in values], locale=_locale(language))


def _counted(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _unfit("a whole number", value)
    return value


def _unfit(wanted: str, value: object) -> UnfitValueError:
    if isinstance(value, Undefined):
        str(value)  # raises what Jinja says of a missing value
    return UnfitValueError(f"needs {wanted}, not {type(value).__name__}")
