"""`yatri work`: a worker more, for the jobs and for sending news, without chat and web server."""

import asyncio
import gc
import sys

from bot.commands.speaking import WrongArgument, note


def work() -> None:
    """Share the work of bots that run: send news, make charts, end holds. Start as many as you like.

    It needs the settings of the bot, YATRI_BOT_TOKEN and the DynamoDB among them. Ctrl-C ends it.
    """
    from bot.app import build
    from bot.engine import storage_of
    from bot.logs import configure
    from bot.settings import read_settings
    from bot.working import work as work_until

    settings = read_settings()
    if settings.sandboxed:
        raise WrongArgument("YATRI_BOT_TOKEN: a worker needs the token of the bot that it works for")
    configure(settings.log_level, settings.log_format)
    settings.make_data_dir()

    def ready(username: str) -> None:
        gc.freeze()  # as in `yatri run`
        sys.stdout.write(f"Working for @{username}  (Ctrl-C ends it)\n")
        sys.stdout.flush()

    async def until_stopped() -> None:
        await work_until(yatri, asyncio.Event(), ready)

    with storage_of(settings, join=True) as storage:
        yatri = build(settings, storage, note)
        asyncio.run(until_stopped())
