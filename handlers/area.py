"""An area: a part of the bot with commands and taps of its own that work everywhere, and its dialogues."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handlers.dialogue import Dialogue, Outcome
from handlers.reply import Reply
from handlers.talk import Talk

# Each is given what follows the command (`/pnr 1234567890`) or the tap's name (`g.trip=<id>`): "" if nothing does.
Aside = Callable[[Talk, str], tuple[Reply, ...]]  # said in between: the open question is asked again after it
Opens = Callable[[Talk, str], Outcome]  # opens a dialogue


@dataclass(frozen=True, slots=True)
class Area:
    """Names are those of commands and of `g.` taps; two areas never share one."""

    asides: Mapping[str, Aside] = field(default_factory=dict)
    below: Mapping[str, Aside] = field(default_factory=dict)  # asides by buttons of the question, which stays in sight
    opens: Mapping[str, Opens] = field(default_factory=dict)
    dialogues: tuple[Dialogue, ...] = ()
