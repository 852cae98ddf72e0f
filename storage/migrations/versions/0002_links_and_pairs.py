"""Links from one person to another, the pairs that come of them, and when a consent was taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Integer64, Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consent", sa.Column("withdrawn", Moment))
    _invites()
    _pairs()


def _invites() -> None:
    op.create_table(
        "invite",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("inviter", Integer64, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made", Moment, nullable=False),
        sa.Column("until", Moment, nullable=False),
        sa.Column("words_until", Moment),
        sa.Column("opener", Integer64),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_invite"),
    )
    op.create_index("ix_invite_inviter", "invite", ["inviter"])
    op.create_index("ix_invite_until", "invite", ["until"])
    _index("ix_invite_opener", "invite", ["opener"], "opener IS NOT NULL")
    _index("ix_invite_worded", "invite", ["words_until"], "words_until IS NOT NULL")


def _pairs() -> None:
    op.create_table(
        "pair",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mentee", Integer64),
        sa.Column("mentor", Integer64),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("version", Integer64, nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("ended", Moment),
        sa.Column("release", Integer64, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pair"),
    )
    _index("ix_pair_mentee", "pair", ["mentee"], "mentee IS NOT NULL")
    _index("ix_pair_mentor", "pair", ["mentor"], "mentor IS NOT NULL")


def _index(name: str, table: str, columns: list[str], only: str) -> None:
    where: dict[str, Any] = {"sqlite_where": sa.text(only), "postgresql_where": sa.text(only)}
    op.create_index(name, table, columns, **where)
