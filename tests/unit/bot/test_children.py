"""The programs that Yatri starts are told none of its secrets."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.environment import for_children

SECRETS = {
    "YATRI_BOT_TOKEN": "bot-secret",
    "YATRI_RAZORPAY_KEY_SECRET": "gateway-secret",
    "AWS_SECRET_ACCESS_KEY": "aws-secret",
    "SOMEBODY_ELSES_TOKEN": "other-secret",
}
# Prints what each of our descendants was given as its environment.
PARENT = """
import json, sys
from pathlib import Path
from bot.processes import SandboxProcess, SandboxSecrets
from storage.embedded import EmbeddedEngine

def children(pid):
    return [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat") if parent(stat) == pid]

def parent(stat):
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0

def told(pid):
    return Path(f"/proc/{pid}/environ").read_text()

import os
here = Path(sys.argv[1])
with EmbeddedEngine(here / "engine") as engine, SandboxProcess(here / "sandbox", 0, SandboxSecrets(), None) as sandbox:
    sandbox.ready()
    print(json.dumps([told(pid) for pid in [engine.pid, *children(os.getpid())]]))
"""


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to see environments")
def test_engine_supervisor_and_sandbox_are_told_no_secrets(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path)]
    ended = subprocess.run(command, env={**os.environ, **SECRETS}, capture_output=True, text=True, check=True)
    environments = json.loads(ended.stdout)
    assert len(environments) == 3
    for told in environments:
        assert "PATH=" in told
        for secret in SECRETS.values():
            assert secret not in told


def test_what_is_needed_to_run_is_passed_on() -> None:
    needed = {"PATH": "/bin", "HOME": "/home/asha", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TMPDIR": "/var/tmp"}
    assert for_children(needed | SECRETS) == needed
