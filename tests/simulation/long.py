"""The long run of the model-based test: `python -m tests.simulation.long --steps 100000 --seed 1`.

A seed replays all of it, on any machine. After a breach the steps that led to it are printed, with the seed of the one
railway on which it happened: `--steps 1 --seed THAT` plays only that one.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from uuid import uuid4

from storage.client import connect
from storage.embedded import EmbeddedEngine
from storage.settings import StorageSettings
from tests.simulation.world import OPERATIONS, World

A_WORLD = 120  # steps on one railway, then another one begins
TOLD = 60  # steps printed after a breach


def main() -> None:
    """Prints progress each thousand steps; exits with 1 on the first breach."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--steps", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = arguments.parse_args()
    print(f"seed {asked.seed}, {asked.steps} steps", flush=True)
    begun, done = time.monotonic(), 0
    seeds = random.Random(asked.seed)
    seed = asked.seed
    with EmbeddedEngine(ephemeral=True) as engine:
        while done < asked.steps:
            before = done
            done += played(engine.settings(f"w{uuid4().hex[:8]}"), seed)
            if done // 1000 > before // 1000:
                print(f"{done} steps, {time.monotonic() - begun:.0f} s", flush=True)
            seed = seeds.randrange(10**9)
    print(f"{done} steps held, seed {asked.seed}, {time.monotonic() - begun:.0f} s: {dict(REACHED)}")


REACHED: Counter[str] = Counter()


def played(settings: StorageSettings, seed: int) -> int:
    """Plays one railway to its end; the number of steps."""
    dice = random.Random(seed)
    pick: Callable[[int], int] = dice.randrange
    world = World(connect(settings), settings, pick, seed)
    names, weights = list(OPERATIONS), list(OPERATIONS.values())
    steps = 0
    try:
        while steps < A_WORLD and not world.over:
            steps += 1
            world.step(dice.choices(names, weights)[0], pick)
        world.step("all_is_swept", lambda n: n - 1)
    except BaseException:
        print(f"\nbreach on the railway of seed {seed}, step {steps}; the last steps:", file=sys.stderr)
        print("\n".join(world.log[-TOLD:]), file=sys.stderr)
        raise
    finally:
        world.close()
        REACHED.update(world.reached)
    return steps


if __name__ == "__main__":
    main()
