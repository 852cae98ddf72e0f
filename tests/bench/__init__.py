"""Speed and memory of the bot beside a stateless echo, on one machine in one run: `python -m tests.bench`."""
