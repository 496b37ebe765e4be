"""The connection to DynamoDB: boto3's low-level client, one a process and safe for all its threads."""

from functools import cache
from typing import TYPE_CHECKING, Any, cast

import boto3
import botocore.session
from botocore.config import Config
from botocore.loaders import Loader, create_loader

from storage.answers import read_fast
from storage.faults import AWS_ERRORS, translated
from storage.settings import StorageSettings

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.client import DynamoDBClient

    Client = DynamoDBClient
else:
    Client = Any  # its types are known where the program is checked, not where it runs

CONNECT_SECONDS = 2
READ_SECONDS = 5
USER_AGENT = f"yatri Boto3/{boto3.__version__}"  # given whole: putting botocore's own together costs a fifth of a read


def connect(settings: StorageSettings) -> Client:
    """A client for these settings. It retries nothing by itself: storage/faults.py must know what was in doubt.

    Raises SettingError when no region can be found.
    """
    config = Config(
        max_pool_connections=settings.pool,
        tcp_keepalive=True,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": 1},
        user_agent=USER_AGENT,
        parameter_validation=False,  # mypy and DynamoDB itself check them: a third time is time lost at every call
    )
    try:
        client = _session().client(
            "dynamodb",
            endpoint_url=settings.endpoint,
            region_name=settings.region,
            aws_access_key_id=settings.access_key,
            aws_secret_access_key=settings.secret_key,
            config=config,
        )
    except AWS_ERRORS as error:
        raise translated(error) from error
    read_fast(client)
    return cast(Client, client)


def _session() -> boto3.session.Session:
    """As boto3 makes it, but for the files in which botocore describes AWS: they are read once a process."""
    session = botocore.session.get_session()
    session.register_component("data_loader", _loader(session.get_config_variable("data_path")))
    return boto3.session.Session(botocore_session=session)


@cache
def _loader(data_path: str | None) -> Loader:
    loader: Loader = create_loader(data_path)
    return loader
