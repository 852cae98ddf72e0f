"""Webhook delivery as Telegram does it: one update in flight a queue, retried until the bot says 2xx."""

import asyncio
from collections import deque

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.simulator.updates import Update
from bot.simulator.webhooks import SECRET_HEADER
from bot.simulator.world import World

SECONDS_TO_ANSWER = 60.0
LONGEST_DELAY = 60.0


class Delivery:
    """Posts what arrives to the webhook while one is set; the world tells it when that changes."""

    def __init__(self, world: World, session: ClientSession) -> None:
        self._world = world
        self._session = session
        self._queues: dict[int, deque[Update]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(1)
        world.on_webhook = self.restart
        world.updates.on_arrival = self._push
        self.restart()

    def restart(self) -> None:
        """The webhook was set, changed or deleted: begins anew with what is still pending."""
        self.stop()
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)
        for update in self._world.updates:
            self._push(update)

    def stop(self) -> None:
        """Ends all deliveries; what is in flight stays pending."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._queues.clear()

    def _push(self, update: Update) -> None:
        if not self._world.webhook.url:
            return
        self._queues.setdefault(update.queue, deque()).append(update)
        if update.queue not in self._tasks:
            self._tasks[update.queue] = asyncio.create_task(self._drain(update.queue))

    async def _drain(self, queue_id: int) -> None:
        queue = self._queues[queue_id]
        while queue:
            await self._deliver(queue[0])
            update = queue.popleft()
            self._world.updates.confirm(update)
            self._world.hub.changed()
        del self._queues[queue_id], self._tasks[queue_id]

    async def _deliver(self, update: Update) -> None:
        delay = self._world.webhook_delay
        while (trouble := await self._post(update)) is not None:
            self._world.webhook.error = (self._world.clock.unix(), trouble)
            self._world.hub.changed()
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY)

    async def _post(self, update: Update) -> str | None:
        """What went wrong with one attempt, in words; None when the bot said 2xx."""
        hook = self._world.webhook
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        limit = ClientTimeout(total=SECONDS_TO_ANSWER)
        try:
            async with (
                self._slots,
                self._session.post(hook.url, json=update.body, headers=headers, timeout=limit) as answer,
            ):
                if 200 <= answer.status < 300:
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"
