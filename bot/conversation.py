"""One update from its arrival to the last reply: the turn runs in a thread, and is reported once all is sent."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update
from telegram.error import RetryAfter, TelegramError

from bot.logs import logger
from bot.measures import Measures
from bot.telegram import incoming
from bot.telegram_calls import ChatGone, seconds_of
from bot.telegram_send import Delivered, Sender
from domain.errors import YatriError
from domain.ids import ChatId
from domain.ports import Clock
from handlers.account.hiding import hides_unread
from handlers.incoming import Incoming
from handlers.reply import Reply, StaffMenu
from handlers.texts import say
from handlers.turns import Turn, TurnRunner

ShowMenu = Callable[[StaffMenu], Awaitable[None]]  # raises nothing of Telegram's: the act stands without it
_log = logger(__name__)
_TYPING_AFTER = 1.0  # seconds of silence
_ATTEMPTS = 3
_REMEMBERED = 10_000  # updates whose failures are counted


class TurnFailed(Exception):
    """The update is not done: do not acknowledge it, so that it comes again."""


@dataclass(frozen=True)
class Desk:
    """The staff group, and who runs what happens there."""

    chat_id: ChatId
    turns: TurnRunner


class Conversation:
    """Takes updates, from the poller or from the webhook."""

    def __init__(
        self,
        turns: TurnRunner,
        sender: Sender,
        clock: Clock,
        measures: Measures,
        desk: "Desk | None" = None,
        show_menu: ShowMenu | None = None,
    ) -> None:
        self._turns = turns
        self._desk = desk
        self._show_menu = show_menu
        self._sender = sender
        self._clock = clock
        self._measures = measures
        self._failures: OrderedDict[int, int] = OrderedDict()

    async def take(self, update: Update) -> None:
        """Returns when the turn is committed and its replies are out. Raises TurnFailed if it should come again.

        Replies that a flooded chat does not take within the sender's patience are given up: what was decided stands,
        they stay noted as unsent in the session, and the next turn asks anew.
        """
        said = incoming(update, self._clock.now(), self._desk.chat_id if self._desk else None)
        if said is None:
            return
        with self._measures.turn.time():
            try:
                await self._turn(said)
            except (YatriError, TelegramError, OSError) as error:
                await self._failed(said, error, expected=True)
            except Exception as error:
                await self._failed(said, error, expected=False)
            else:
                self._failures.pop(said.update_id, None)

    async def _turn(self, said: Incoming) -> None:
        turn = await self._run(said)
        for reply in turn.replies:
            if reply.menu and self._show_menu:
                await self._show_menu(reply.menu)
        try:
            sent = await self._sender.send(said.chat_id, turn.replies, said)
        except ChatGone:
            _log.info("the person has left the chat", chat_id=said.chat_id)
            sent = Delivered(None, ())
        except RetryAfter as asked:
            # Trying again would send the first replies twice, and keep the chat's other updates waiting.
            _log.warning("replies are given up: the chat is flooded", chat_id=said.chat_id, seconds=seconds_of(asked))
            self._measures.failures.inc()
            return
        over = await asyncio.to_thread(self._runner(said).sent, turn, sent.panel, sent.bills)
        if over:
            await self._sender.send(said.chat_id, [Reply(strips=over)])

    async def _run(self, said: Incoming) -> Turn:
        """The turn in its thread, with "typing" shown if it takes long."""
        running = asyncio.create_task(asyncio.to_thread(self._runner(said).run, said))
        done, _ = await asyncio.wait({running}, timeout=_TYPING_AFTER)
        if not done:
            await self._sender.typing(said.chat_id)
        return await running

    def _runner(self, said: Incoming) -> TurnRunner:
        return self._desk.turns if self._desk and said.in_group else self._turns

    async def _failed(self, said: Incoming, error: Exception, *, expected: bool) -> None:
        """Ask for the update again, or after the last attempt say sorry and let it go."""
        failures = self._failures.pop(said.update_id, 0) + 1
        tell = _log.warning if expected else _log.error
        tell("a turn failed", update_id=said.update_id, failures=failures, exc_info=None if expected else error)
        self._measures.failures.inc()
        if failures < _ATTEMPTS:
            self._failures[said.update_id] = failures
            while len(self._failures) > _REMEMBERED:
                self._failures.popitem(last=False)
            raise TurnFailed from error
        _log.error("an update is given up", update_id=said.update_id, error=f"{type(error).__name__}: {error}")
        # Where it was Telegram that failed, the turn is committed, and what it wanted deleted went first.
        unread = hides_unread(said) and not isinstance(error, TelegramError)
        try:
            await self._sender.send(said.chat_id, [_apology(said, unread=unread)], said)
        except (TelegramError, ChatGone):
            _log.warning("not even an apology could be sent", update_id=said.update_id)


def _apology(said: Incoming, *, unread: bool) -> Reply:
    words = say(said.language)
    if unread and said.message_id:
        return Reply(text=words.text("sorry-hidden"), deletes=(said.message_id,))
    return Reply(text=words.text("sorry-busy"))
