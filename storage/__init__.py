"""What the bot keeps: state, inbox, plan and outbox, on SQLite or PostgreSQL. The only importer of sqlalchemy."""
