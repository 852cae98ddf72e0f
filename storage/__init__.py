"""What the bot keeps: state, inbox, plan and outbox, on SQLite or PostgreSQL. The one door to it."""
