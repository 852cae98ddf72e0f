"""The ground: people, their consents, searches and conversations, and the three queues."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Integer64, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _searches_and_conversations()
    _inbox()
    _plan()
    _outbox()


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", Integer64, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consented", Moment),
        sa.Column("consent_version", sa.String()),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("paused_until", Moment),
        sa.Column("heard", Moment),
        sa.Column("touched", Moment, nullable=False),
        sa.Column("floor", Integer64),
        sa.Column("opened", Integer64, nullable=False),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    _index("ix_person_unconsented", "person", ["touched"], "consented IS NULL")
    op.create_table(
        "consent",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("person", Integer64, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_person", "consent", ["person"])


def _searches_and_conversations() -> None:
    op.create_table(
        "search",
        sa.Column("person", Integer64, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", Integer64, nullable=False),
        sa.Column("closed", Moment),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_search_person"),
        sa.PrimaryKeyConstraint("person", name="pk_search"),
    )
    _index("ix_search_closed", "search", ["closed"], "closed IS NOT NULL")
    op.create_table(
        "conversation",
        sa.Column("person", Integer64, autoincrement=False, nullable=False),
        sa.Column("id", Integer64, autoincrement=False, nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("touched", Moment, nullable=False),
        sa.Column("number", Integer64, nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_conversation_person"),
        sa.PrimaryKeyConstraint("person", "id", name="pk_conversation"),
    )
    op.create_index("ix_conversation_touched", "conversation", ["touched"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("update_id", Integer64),
        sa.Column("chat", Integer64),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("tries", Integer64, nullable=False),
        sa.Column("wait_until", Moment),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ended", Moment),
        sa.Column("release", Integer64, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    _index("ix_inbox_ready", "inbox", ["id"], "state = 'ready'")
    _index("ix_inbox_chat", "inbox", ["chat", "id"], "chat IS NOT NULL")
    _index("ix_inbox_waiting", "inbox", ["wait_until"], "state = 'waiting'")
    _index("ix_inbox_parked", "inbox", ["id"], "state = 'parked'")
    _index("ix_inbox_ended", "inbox", ["state", "ended"], "ended IS NOT NULL")
    op.create_table(
        "lease",
        sa.Column("chat", Integer64, autoincrement=False, nullable=False),
        sa.Column("until", sa.Float(53), nullable=False),
        sa.Column("token", Integer64, nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_lease"),
    )


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("chat", Integer64, nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("klass", sa.String(), nullable=False),
        sa.Column("due", Moment, nullable=False),
        sa.Column("not_after", Moment, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
    )
    op.create_index("uq_plan_key", "plan", ["chat", "subject", "kind", "occurrence"], unique=True)
    _index("ix_plan_due", "plan", ["due", "id"], "state = 'open'")
    _index("ix_plan_taken", "plan", ["due"], "state = 'taken'")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("chat", Integer64, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("inbox", Integer64),
        sa.Column("tries", Integer64, nullable=False),
        sa.Column("free_at", sa.Float(53), nullable=False),
        sa.Column("created", sa.Float(53), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("message_id", Integer64),
        sa.Column("ended", Moment),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    _index("ix_outbox_hint", "outbox", ["id"], "kind = 'hint'")
    _index("ix_outbox_ready", "outbox", ["id"], "state = 'ready'")
    _index("ix_outbox_ready_chat", "outbox", ["chat", "id"], "state = 'ready'")
    _index("ix_outbox_parked", "outbox", ["id"], "state = 'parked'")
    _index("ix_outbox_ended_chat", "outbox", ["chat"], "ended IS NOT NULL")
    _index("ix_outbox_ended", "outbox", ["state", "ended"], "ended IS NOT NULL")


def _index(name: str, table: str, columns: list[str], only: str) -> None:
    where: dict[str, Any] = {"sqlite_where": sa.text(only), "postgresql_where": sa.text(only)}
    op.create_index(name, table, columns, **where)
