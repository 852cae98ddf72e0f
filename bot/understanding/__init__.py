"""What a person's words mean: read locally, by exact words and careful phrases; no model, no guess."""

from bot.understanding.choice import typed_choice
from bot.understanding.normalise import normalise, visible
from bot.understanding.read import read
from bot.understanding.when import When, read_when

__all__ = ["When", "normalise", "read", "read_when", "typed_choice", "visible"]
