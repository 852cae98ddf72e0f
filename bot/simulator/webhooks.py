"""setWebhook, deleteWebhook and getWebhookInfo; `delivery` does what they say."""

import re
from urllib.parse import urlsplit

from bot.simulator import refusals
from bot.simulator.records import Json, Webhook
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header


def set_webhook(world: World, params: Json) -> bool:
    """setWebhook: ends a waiting getUpdates; an empty address deletes the webhook."""
    url = str(params.get("url") or "")
    if not url:
        return delete_webhook(world, params)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = str(params.get("secret_token") or "")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if isinstance(allowed := params.get("allowed_updates"), list):
        world.updates.allowed = allowed
    if params.get("drop_pending_updates") is True:
        world.updates.clear()
    world.updates.end_poll(refusals.poll_ended_by_webhook())
    world.webhook = Webhook(url, secret, max(1, min(int(params.get("max_connections", 40)), 100)))
    world.on_webhook()
    return True


def delete_webhook(world: World, params: Json) -> bool:
    """deleteWebhook: back to getUpdates; what was not delivered waits there unless it is to be dropped."""
    if params.get("drop_pending_updates") is True:
        world.updates.clear()
    world.webhook = Webhook()
    world.on_webhook()
    return True


def get_webhook_info(world: World, _params: Json) -> Json:
    """getWebhookInfo: the address ("" for none), what waits, and the last error."""
    hook = world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    if hook.error is not None:
        info["last_error_date"], info["last_error_message"] = hook.error
    return info
