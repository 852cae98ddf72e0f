"""What is forgotten, and when (DOMAIN 5.4). Consents stay, as proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from bot.dialogue.desk import closed
from bot.mentorship.search import Search
from storage.searches import FORGETTABLE
from storage.states import State, erase, load_states, save_states
from storage.tables import DONE, OPEN, PARKED, ConversationRow, InboxRow, OutboxRow, PersonRow, PlanRow, SearchRow
from storage.unit_of_work import UnitOfWork

UPDATE_IDS = timedelta(hours=48)
SENT = timedelta(hours=24)
PLANNED = timedelta(days=30)
TEXTS = timedelta(days=30)
CONVERSATIONS = timedelta(days=30)
CANDIDATES = timedelta(days=90)
WITHOUT_CONSENT = timedelta(hours=24)


def retain(work: UnitOfWork, now: datetime, limit: int = 500) -> int:
    """Forget what is over its time, up to `limit` rows of each sort; how many. To be repeated until it is 0."""
    return _queues(work, now, limit) + _people(work, now, limit)
