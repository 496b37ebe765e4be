"""Wires everything together. The one file that imports all parts."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from telegram import Bot

from bot.calls import CALL_SECONDS, Calls
from bot.catalogue import CatalogueHolder, load_or_import_starter
from bot.clock import FollowedClock, SystemClock
from bot.commandmenu import publish_staff_menu
from bot.conversation import Conversation, Desk
from bot.deskjobs import desk_jobs
from bot.drawing import Drawing
from bot.gateways.choosing import open_gateway, takes_real_money
from bot.jobs import BookingJobs
from bot.lifecycle import Webhook, Yatri
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.paymentjobs import payment_jobs
from bot.payments import PaymentDoors
from bot.polling import Poller
from bot.relay import Carrier, Relay
from bot.scheduler import LEASES, Scheduler, Work, shared
from bot.settings import LOOPBACK, Settings
from bot.telegram_calls import LONGEST_WAIT
from bot.telegram_calls import connect as connect_telegram
from bot.telegram_send import Sender
from bot.traffic import TRAFFIC_SECONDS, Traffic
from bot.usecases import Ways, use_cases
from bot.vault import Vault, keys_of
from bot.web import Doors, build_web
from bot.webhook import TelegramHook
from bot.workers import BEAT, Workers
from domain.errors import YatriError
from domain.ids import ChatId
from domain.ports import PaymentGateway, Units
from domain.services.calling import Calling
from handlers.desk.calls import call_reply
from handlers.desk.carrying import Carrying
from handlers.desk.router import DeskRouter
from handlers.desk.turns import DeskTurns
from handlers.pushes import Pushes
from handlers.router import Router
from handlers.services import Services
from handlers.turns import Turns
from storage.catalogue import CatalogueStore
from storage.client import Client, connect
from storage.leases import Leases
from storage.pace import Pace
from storage.sessions import Sessions
from storage.settings import StorageSettings
from storage.snapshot import SnapshotFile
from storage.tables import create_tables
from storage.units import UnitsOfWork

NEWS_SECONDS = 0.5
TIMETABLE_SECONDS = 2.0
SUPPORT_SECONDS = 0.5
PROMO_SHARE = 0.75  # of all that is sent: the rest is always free for what is more urgent


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
    client: Client


@dataclass(frozen=True)
class Chat:
    """Telegram, and what is drawn for it."""

    bot: Bot
    drawing: Drawing
    traffic: Traffic

    def sender(self, patience: float = LONGEST_WAIT) -> Sender:
        """One that waits so many seconds for a flooded chat."""
        return Sender(self.bot, self.drawing, patience, self.traffic.note)

    def news_sender(self) -> Sender:
        """One for messages that have slots of their own."""
        return Sender(self.bot, self.drawing, PATIENCE)


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
    pace = Pace(core.client, storage, "telegram", settings.sends_a_second)
    chat = Chat(bot, _drawing(settings, core), Traffic(pace))
    desk = Desk(ChatId(settings.staff_group), DeskTurns(DeskRouter(core.services))) if settings.staff_group else None
    menu = partial(publish_staff_menu, bot)
    conversation = Conversation(core.turns, chat.sender(), core.clock, measures, desk, menu)
    workers = Workers(Leases(core.client, storage))
    outbox = _outbox(settings, storage, core, chat, pace, workers, measures)
    jobs = _jobs(core, outbox, measures, chat, desk) | {LEASES: (BEAT, workers.beat)}
    workers.share(shared(jobs))
    hook = None
    if settings.webhook_url:
        hook = TelegramHook(settings.webhook_path, settings.webhook_header, bot, conversation.take)
    return Yatri(
        bot=bot,
        web=build_web(_doors(settings, core, measures, hook, lambda: chat_url or f"https://t.me/{bot.username}")),
        scheduler=Scheduler(jobs, workers.has_job),
        poller=None if hook else Poller(bot, conversation.take, settings.workers),
        webhook=_webhook(settings),
        threads=settings.workers + 8,
        finish=outbox.finish,
        close=partial(_close, core, workers),
        staff_group=settings.staff_group,
        staff=core.services.staffing.roles,
    )


def _drawing(settings: Settings, core: Core) -> Drawing:
    return Drawing(
        core.units,
        core.holder.current,
        sample=not takes_real_money(settings),
        now=core.clock.now,
        figures=lambda day: core.services.day_figures.of(day, core.clock.now()).figures,
        documents=core.services.identifying.file_of,
    )


def _outbox(
    settings: Settings,
    storage: StorageSettings,
    core: Core,
    chat: Chat,
    pace: Pace,
    workers: Workers,
    measures: Measures,
) -> Outbox:
    return Outbox(
        core.units,
        Pushes(core.services, core.sessions, core.clock).word,
        chat.news_sender(),
        core.clock,
        measures,
        shards=workers.shards,
        pace=pace,
        promos=Pace(core.client, storage, "promos", settings.sends_a_second * PROMO_SHARE),
        at_once=settings.sends_at_once,
        lease=timedelta(seconds=settings.claim_seconds),
    )


def _doors(
    settings: Settings, core: Core, measures: Measures, hook: TelegramHook | None, chat_url: Callable[[], str]
) -> Doors:
    payments = PaymentDoors(core.gateway, core.services.paying, core.services.refunding, core.clock)
    return Doors(
        gateway_event=payments.event,
        came_back=payments.came_back,
        ready=lambda: _check_ready(core),
        chat_url=chat_url,
        measures=measures,
        gateway=settings.gateway,
        telegram=hook,
    )


def _core(settings: Settings, storage: StorageSettings, *, make_tables: bool) -> Core:
    client = connect(storage)
    if make_tables:
        create_tables(client, storage)
    clock = FollowedClock(settings.clock_url).start() if settings.clock_url else SystemClock()
    units, store = UnitsOfWork(client, storage), CatalogueStore(client, storage)
    holder = CatalogueHolder(store, SnapshotFile(settings.data_dir))
    gateway = open_gateway(settings, clock.now)
    secrets = settings.secret_keys.get_secret_value() if settings.secret_keys else None
    vault = Vault(keys_of(secrets, settings.data_dir, local=settings.local_store))
    ways = Ways(
        f"{settings.public_url.rstrip('/')}/pay/return" if settings.public_url else None,
        timedelta(minutes=settings.hold_minutes),
        settings.first_admins,
        settings.supplier,
        sample=not takes_real_money(settings),
    )
    services = use_cases(holder.current, units, gateway, vault, ways)
    sessions = Sessions(client, storage, clock)
    turns = Turns(sessions, Router(services), settings.updates_a_minute)
    return Core(clock, units, gateway, store, holder, services, sessions, turns, client)


def _jobs(
    core: Core, outbox: Outbox, measures: Measures, chat: Chat, desk: Desk | None
) -> dict[str, tuple[float, Work]]:
    async def refresh() -> None:
        await asyncio.to_thread(core.holder.refresh)
        await asyncio.to_thread(core.holder.finish_abandoned, datetime.now(UTC))

    jobs = {
        "news": (NEWS_SECONDS, outbox.push_due),
        "traffic": (TRAFFIC_SECONDS, chat.traffic.report),
        **BookingJobs(core.services, core.clock, measures).all(),
        **payment_jobs(core.services, core.clock),
        **desk_jobs(core.services, core.clock, chat.sender()),
        "timetable": (TIMETABLE_SECONDS, refresh),
    }
    if desk:
        carrier = Carrier(chat.bot, chat.sender(PATIENCE), desk.chat_id, chat.traffic.note)
        relay = Relay(core.services.relaying, Carrying(core.services).word, carrier, core.clock)
        jobs["support"] = (SUPPORT_SECONDS, relay.run)
        word = partial(call_reply, core.services)
        calls = Calls(Calling(core.units), word, chat.sender(), desk.chat_id, core.clock)
        jobs["calls"] = (CALL_SECONDS, calls.run)
    return jobs


def _close(core: Core, workers: Workers) -> None:
    core.clock.close()
    with suppress(YatriError):
        workers.leave()


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
