"""Documents and pictures for the chat: a recipe's name and its values go in, a file comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.documents.document import Document, UnfitValuesError, UnknownRecipeError
from bot.documents.export import export
from bot.documents.goal_card import goal_card

__all__ = ["RECIPES", "Document", "UnfitValuesError", "UnknownRecipeError", "make"]

RECIPES: Mapping[str, Callable[[Mapping[str, object], str], Document]] = {
    "export": export,
    "goal_card": goal_card,
}
"""Names are released: they stand in outboxes that an older or a newer release has filled."""


def make(recipe: str, values: Mapping[str, object], language: str) -> Document:
    """The document that `recipe` makes of `values`, which are JSON with all text in the reader's `language`.

    Takes tens of milliseconds of CPU, so call it in a thread; any number of threads may.
    The same values make the same bytes. Raises `UnknownRecipeError`, and `UnfitValuesError` when a
    value that the recipe cannot do without is missing or of the wrong type.
    """
    if recipe not in RECIPES:
        raise UnknownRecipeError(recipe)
    return RECIPES[recipe](values, language)
