"""The ground: people, their searches and conversations, consents, and the three queues."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Integer64, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("person", Integer64, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_person"), "consent", ["person"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("update_id", Integer64, nullable=True),
        sa.Column("chat", Integer64, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("tries", Integer64, nullable=False),
        sa.Column("wait_until", sa.Float(precision=53), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ended", Moment, nullable=True),
        sa.Column("release", Integer64, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("update_id", name=op.f("uq_inbox_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbox_ended",
        "inbox",
        ["state", "ended"],
        unique=False,
        sqlite_where=sa.text("ended IS NOT NULL"),
        postgresql_where=sa.text("ended IS NOT NULL"),
    )
    op.create_index(
        "ix_inbox_ready",
        "inbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'ready'"),
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_index(
        "ix_inbox_ready_chat",
        "inbox",
        ["chat", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'ready'"),
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_table(
        "lease",
        sa.Column("chat", Integer64, autoincrement=False, nullable=False),
        sa.Column("until", sa.Float(precision=53), nullable=False),
        sa.Column("token", Integer64, nullable=False),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_lease")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", Integer64, nullable=False),
        sa.Column("chat", Integer64, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("inbox", Integer64, nullable=True),
        sa.Column("tries", Integer64, nullable=False),
        sa.Column("free_at", sa.Float(precision=53), nullable=False),
        sa.Column("created", sa.Float(precision=53), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("message_id", Integer64, nullable=True),
        sa.Column("ended", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_ended",
        "outbox",
        ["state", "ended"],
        unique=False,
        sqlite_where=sa.text("ended IS NOT NULL"),
        postgresql_where=sa.text("ended IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_ready",
        "outbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'ready'"),
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_index(
        "ix_outbox_ready_chat",
        "outbox",
        ["chat", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'ready'"),
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_table(
        "person",
        sa.Column("id", Integer64, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consented", Moment, nullable=True),
        sa.Column("consent_version", sa.String(), nullable=True),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("paused_until", Moment, nullable=True),
        sa.Column("heard", Moment, nullable=True),
        sa.Column("touched", Moment, nullable=False),
        sa.Column("floor", Integer64, nullable=True),
        sa.Column("opened", Integer64, nullable=False),
        sa.Column("heard_message", Integer64, nullable=True),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(
        "ix_person_unconsented",
        "person",
        ["touched"],
        unique=False,
        sqlite_where=sa.text("consented IS NULL"),
        postgresql_where=sa.text("consented IS NULL"),
    )
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_index("ix_plan_due", "plan", ["state", "due"], unique=False)
    op.create_index("uq_plan_key", "plan", ["chat", "subject", "kind", "occurrence"], unique=True)
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
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_conversation_person")),
        sa.PrimaryKeyConstraint("person", "id", name=op.f("pk_conversation")),
    )
    op.create_index(op.f("ix_conversation_touched"), "conversation", ["touched"], unique=False)
    op.create_table(
        "search",
        sa.Column("person", Integer64, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", Integer64, nullable=False),
        sa.Column("closed", Moment, nullable=True),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_search_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_search")),
    )
    op.create_index(
        "ix_search_closed",
        "search",
        ["closed"],
        unique=False,
        sqlite_where=sa.text("closed IS NOT NULL"),
        postgresql_where=sa.text("closed IS NOT NULL"),
    )
