"""`yatri keys`: keys under which identity documents are sealed: make one, and seal everything anew with it."""

import typer

from bot.commands.speaking import AsJson, tell_help, tell_json, tell_table
from bot.commands.store import open_store

app = typer.Typer(help="Keys of what is stored sealed: make one, change to it.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)


@app.command()
def new(as_json: AsJson = False) -> None:
    """Print a new key. Put it in front of the others in YATRI_SECRET_KEYS, with a comma between, and start anew."""
    from bot.vault import new_key

    key = new_key()
    if as_json:
        tell_json({"key": key})
    else:
        typer.echo(key)


@app.command()
def rotate(as_json: AsJson = False) -> None:
    """Seal everything anew with the first key of YATRI_SECRET_KEYS; the others are not needed after that, but for what
    is half said in chats, up to a week. Safe to repeat, and while the bot runs."""
    from datetime import UTC, datetime

    from bot.vault import Vault, keys_of
    from domain.services.identifying import Identifying

    with open_store() as store:
        settings = store.settings
        secrets = settings.secret_keys.get_secret_value() if settings.secret_keys else None
        vault = Vault(keys_of(secrets, settings.data_dir, local=settings.local_store))
        renewed = Identifying(store.units, vault).renew(datetime.now(UTC))
    if as_json:
        tell_json({"renewed": renewed})
    else:
        tell_table(f"{renewed} sealed with the newest key.", [], [])
