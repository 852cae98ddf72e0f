"""Templates of one language: what they may do, how they are compiled, and what is said when one fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import tzinfo
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment as Sandbox

from prompts.errors import BrokenPromptError, MissingValueError, PromptError
from prompts.filters import PLAIN_FILTERS, ZONE, UnfitValueError, filters, printable
from prompts.source import Language, path_of


def environment(language: Language, phrase: Callable[[str], str], escape: bool) -> Sandbox:
    """What templates of one language run in. It has no loader: no file can reach for another."""
    made = Sandbox(
        autoescape=escape,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain = {name: made.filters[name] for name in PLAIN_FILTERS}
    made.filters = {**plain, **filters(language, phrase)}
    return made


def compiled(env: Sandbox, language: Language, key: str, source: str) -> Template:
    """A template whose errors name lines of its file. Raises BrokenPromptError."""
    try:
        code = env.compile(source, name=key, filename=path_of(language, key))
    except TemplateSyntaxError as error:
        raise BrokenPromptError(language, key, error.message or "syntax", error.lineno) from error
    return env.template_class.from_code(env, code, env.make_globals(None))


def run(
    template: Template, language: Language, key: str, values: Mapping[str, object], zone: tzinfo | None
) -> str:
    """The trimmed text of a template with these values. Raises PromptError."""
    try:
        return template.render({**values, ZONE: zone}).strip()
    except PromptError:
        raise
    except Exception as error:
        # The chain is cut on purpose: what Python says of a wrong value may quote it.
        raise _explained(error, language, key) from None


def _explained(error: Exception, language: Language, key: str) -> PromptError:
    said = str(error) if isinstance(error, UndefinedError | UnfitValueError) else type(error).__name__
    missing = re.fullmatch(r"'(\w+)' is undefined", said)
    if missing:
        return MissingValueError(language, key, missing[1])
    return BrokenPromptError(language, key, said, _line(error.__traceback__, path_of(language, key)))


def _line(trace: TracebackType | None, path: str) -> int | None:
    """Where in the template it happened: Jinja rewrites the traceback to lines of the file."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def values_used(language: Language, key: str, template: str) -> frozenset[str]:
    """The names of the values that a template reads. Raises BrokenPromptError."""
    try:
        return frozenset(
            meta.find_undeclared_variables(environment(language, str, escape=True).parse(template))
        )
    except TemplateSyntaxError as error:
        raise BrokenPromptError(language, key, error.message or "syntax", error.lineno) from error
