"""Tuntun: leads a mentee from a learning goal to a mentor, and a pair through formal mentoring."""

__version__ = "0.1.0"
