"""Telegram's refusals, in Telegram's own words.

The words are those of the Bot API server and of TDLib behind it; a bot that matches on a description
meets here what it will meet there.
"""

from typing import Any


class RefusalError(Exception):
    """An answer with `ok: false`: HTTP status, description and, where Telegram gives them, parameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def payload(self) -> dict[str, Any]:
        """The JSON body Telegram sends with it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str) -> RefusalError:
    """400 with Telegram's prefix."""
    return RefusalError(400, f"Bad Request: {words}")


def forbidden(words: str) -> RefusalError:
    """403 with Telegram's prefix."""
    return RefusalError(403, f"Forbidden: {words}")


def conflict(words: str) -> RefusalError:
    """409 with Telegram's prefix."""
    return RefusalError(409, f"Conflict: {words}")


def too_many(retry_after: int) -> RefusalError:
    """429 that says how many seconds to wait, in words and in parameters."""
    return RefusalError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def unknown_method() -> RefusalError:
    """404 for a method there is not (or that the simulator does not have)."""
    return RefusalError(404, "Not Found: method not found")


def unknown_path() -> RefusalError:
    """404 for anything that is no method of a bot, a token without its colon included."""
    return RefusalError(404, "Not Found")


def wrong_token() -> RefusalError:
    """401 for a token that is well formed and nobody's."""
    return RefusalError(401, "Unauthorized")


def webhook_is_set() -> RefusalError:
    """409 for getUpdates beside a webhook."""
    return conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )


def other_poll() -> RefusalError:
    """409 for a getUpdates that another one ended."""
    return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")


def poll_ended_by_webhook() -> RefusalError:
    """409 for a getUpdates that setWebhook ended."""
    return conflict("terminated by setWebhook request")


def not_modified() -> RefusalError:
    """400 for an edit that changes nothing."""
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same as a "
        "current content and reply markup of the message"
    )


def stale_query() -> RefusalError:
    """400 for a press that is too old, or none at all."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
