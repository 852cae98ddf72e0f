"""What a person's words mean: read locally, by exact words and careful phrases; no model, no guess."""

from bot.understanding.choice import typed_choice
from bot.understanding.normalise import normalise, visible
from bot.understanding.read import read

__all__ = ["normalise", "read", "typed_choice", "visible"]
