"""Deliveries: what of a ticket is still to be carried to the passenger's chat or into the ticket's topic."""

from enum import StrEnum

from pydantic import Field

from domain.model import Value


class DeliveryKind(StrEnum):
    """What is to be done at the far end."""

    TOPIC = "topic"  # make the forum topic, unless there is one
    CARD = "card"  # show the card as it is now: posted and pinned, or changed
    STATE = "state"  # the topic's name, open or closed
    SHOW = "show"  # a response, to the side that did not write it
    EDIT = "edit"  # a response was changed by who wrote it
    TELL = "tell"  # words of ours to the passenger
    ALERT = "alert"  # words of ours in the topic
    HISTORY = "history"  # what was said before this topic was made
    FORGET = "forget"  # the topic with all that was said in it, of a passenger who deleted their account


class Delivery(Value):
    """One thing to do, in the order of `number`. `key` names our wording; `args` fill it."""

    number: int
    kind: DeliveryKind
    response: int | None = None
    key: str = ""
    args: dict[str, str] = Field(default_factory=dict)


class Delivered(Value):
    """What came of one: ids of the messages or of the topic that were made (or, of one to be forgotten, could not be
    deleted). `lost`: it is given up, because the passenger is `gone` (they blocked the bot or left) or else."""

    message_id: int | None = None
    topic_id: int | None = None
    lost: bool = False
    gone: bool = False
