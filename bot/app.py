"""Wires everything together. The one file that imports all parts."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.catalogue import CatalogueHolder, load_or_import_starter
from bot.clock import FollowedClock, SystemClock
from bot.conversation import Conversation
from bot.drawing import Drawing
from bot.gateways.razorpay import RazorpayGateway
from bot.lifecycle import Webhook, Yatri
from bot.logs import logger
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.payments import PaymentDoors
from bot.polling import Poller
from bot.scheduler import Scheduler, Work
from bot.settings import LOOPBACK, Settings
from bot.telegram_calls import connect as connect_telegram
from bot.telegram_send import Sender
from bot.web import Doors, build_web
from bot.webhook import TelegramHook
from domain.ports import PaymentGateway, Units
from domain.services.accounts import AccountService
from domain.services.booking import BookingService
from domain.services.calendar import Calendar
from domain.services.cancelling import CancellingService
from domain.services.changing import ChangingService
from domain.services.charting import Charting
from domain.services.connecting import Connecting
from domain.services.expiring import ExpiringService
from domain.services.giving_back import GivingBack
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.queueing import Queueing
from domain.services.searching import Searching
from domain.services.wallets import WalletService
from handlers.pushes import Pushes
from handlers.router import Router
from handlers.services import Services
from handlers.turns import Turns
from storage.catalogue import CatalogueStore
from storage.client import connect
from storage.sessions import Sessions
from storage.settings import StorageSettings
from storage.snapshot import SnapshotFile
from storage.tables import create_tables
from storage.units import UnitsOfWork

NEWS_SECONDS = 0.5
EXPIRY_SECONDS = 1.0
PROMOTION_SECONDS = 5.0  # only for runs whose promotion was cut short
CHART_SECONDS = 15.0
GIVING_BACK_SECONDS = 10.0
TIMETABLE_SECONDS = 2.0


_log = logger(__name__)


@dataclass(frozen=True)
class Core:
    """What does not know Telegram: the domain's services over the store and the gateway."""

    clock: SystemClock | FollowedClock
    units: Units
    gateway: PaymentGateway
    store: CatalogueStore
    holder: CatalogueHolder
    services: Services
    sessions: Sessions
    turns: Turns


def build(settings: Settings, storage: StorageSettings, tell: Callable[[str], None], chat_url: str = "") -> Yatri:
    """Everything wired, with tables made (in an embedded engine) and the timetable loaded. Blocking.

    `tell` is given a line on what takes long. `chat_url`: where a payer finds the chat; by default on t.me.
    Raises SettingError for settings that do not work and Busy for a store that does not answer.
    """
    core = _core(settings, storage, make_tables=settings.embedded or _is_local(storage.endpoint))
    load_or_import_starter(core.holder, core.store, datetime.now(UTC), tell)
    measures = Measures()
    measures.trains.set_function(lambda: core.holder.trains)
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    bot = connect_telegram(token, settings.telegram_api, local=_is_local(settings.telegram_api))
    sample = not (settings.razorpay_key_id or "").startswith("rzp_live_")
    drawing = Drawing(core.units, core.holder.current, sample=sample)
    sender = Sender(bot, drawing)
    conversation = Conversation(core.turns, sender, core.clock, measures)
    word = Pushes(core.services, core.sessions, core.clock).word
    outbox = Outbox(core.units, word, Sender(bot, drawing, PATIENCE), core.clock, measures)
    payments = PaymentDoors(core.gateway, core.services.paying, core.clock)
    hook = None
    if settings.webhook_url:
        hook = TelegramHook(settings.webhook_path, settings.webhook_header, bot, conversation.take)
    doors = Doors(
        gateway_event=payments.event,
        came_back=payments.came_back,
        ready=lambda: _check_ready(core),
        chat_url=lambda: chat_url or f"https://t.me/{bot.username}",
        measures=measures,
        telegram=hook,
    )
    return Yatri(
        bot=bot,
        web=build_web(doors),
        scheduler=Scheduler(_jobs(core, outbox, measures)),
        poller=None if hook else Poller(bot, conversation.take, settings.workers),
        webhook=_webhook(settings),
        threads=settings.workers + 8,
        finish=outbox.finish,
        close=core.clock.close,
    )


def _core(settings: Settings, storage: StorageSettings, *, make_tables: bool) -> Core:
    client = connect(storage)
    if make_tables:
        create_tables(client, storage)
    clock = FollowedClock(settings.clock_url).start() if settings.clock_url else SystemClock()
    units, store = UnitsOfWork(client, storage), CatalogueStore(client, storage)
    holder = CatalogueHolder(store, SnapshotFile(settings.data_dir))
    gateway = RazorpayGateway(
        key_id=settings.razorpay_key_id or "",
        key_secret=settings.razorpay_key_secret.get_secret_value() if settings.razorpay_key_secret else "",
        webhook_secret=settings.razorpay_webhook_secret.get_secret_value() if settings.razorpay_webhook_secret else "",
        base_url=settings.razorpay_url,
    )
    services = _services(settings, units, holder, gateway)
    sessions = Sessions(client, storage, clock)
    turns = Turns(sessions, Router(services))
    return Core(clock, units, gateway, store, holder, services, sessions, turns)


def _services(settings: Settings, units: Units, holder: CatalogueHolder, gateway: PaymentGateway) -> Services:
    callback = f"{settings.public_url.rstrip('/')}/pay/return" if settings.public_url else None
    hold = timedelta(minutes=settings.hold_minutes)
    paying = PayingService(units, gateway, callback, hold)
    searching = Searching(holder.current, units)
    promoting = Promoting(units)
    cancelling = CancellingService(holder.current, units, promoting)
    expiring = ExpiringService(units, paying, promoting)
    return Services(
        catalogue=holder.current,
        accounts=AccountService(units),
        searching=searching,
        calendar=Calendar(holder.current, searching),
        connecting=Connecting(holder.current, searching),
        booking=BookingService(holder.current, units, promoting, hold),
        paying=paying,
        expiring=expiring,
        wallets=WalletService(units),
        promoting=promoting,
        queueing=Queueing(units),
        cancelling=cancelling,
        changing=ChangingService(holder.current, units),
        charting=Charting(units, promoting, cancelling),
        giving_back=GivingBack(units, cancelling, expiring),
    )


def _jobs(core: Core, outbox: Outbox, measures: Measures) -> dict[str, tuple[float, Work]]:
    async def expire() -> None:
        sweep = await asyncio.to_thread(core.services.expiring.run, core.clock.now())
        measures.expired.inc(sweep.ended)
        for trouble in sweep.troubles:
            _log.warning(trouble)

    async def promote() -> None:
        await asyncio.to_thread(core.services.promoting.run, core.clock.now())

    async def chart() -> None:
        done = await asyncio.to_thread(core.services.charting.run, core.clock.now())
        if done.charts:
            _log.info("charts made", charts=done.charts, dropped=done.dropped)

    async def give_back() -> None:
        done = await asyncio.to_thread(core.services.giving_back.run, core.clock.now())
        if done.tickets or done.holds:
            _log.info("cancelled trains given back", tickets=done.tickets, holds=done.holds)
        for trouble in done.troubles:
            _log.warning(trouble)

    async def refresh() -> None:
        await asyncio.to_thread(core.holder.refresh)
        await asyncio.to_thread(core.holder.finish_abandoned, datetime.now(UTC))

    return {
        "news": (NEWS_SECONDS, outbox.push_due),
        "expiry": (EXPIRY_SECONDS, expire),
        "promotion": (PROMOTION_SECONDS, promote),
        "charts": (CHART_SECONDS, chart),
        "cancelled trains": (GIVING_BACK_SECONDS, give_back),
        "timetable": (TIMETABLE_SECONDS, refresh),
    }


def _check_ready(core: Core) -> None:
    """A turn needs the timetable and the store."""
    core.holder.current()
    core.store.current()


def _webhook(settings: Settings) -> Webhook | None:
    if not settings.webhook_url:
        return None
    url = settings.webhook_url.rstrip("/") + settings.webhook_path
    return Webhook(url, settings.webhook_header, min(100, settings.workers))


def _is_local(url: str | None) -> bool:
    return url is not None and urlsplit(url).hostname in LOOPBACK
