"""/verify: a document is shown, and waits for the desk to look at it."""

from collections.abc import Sequence

from domain.errors import Problem
from domain.identity import IdKind
from domain.users import KycStatus
from handlers.account.details import kept, opening
from handlers.account.person import person
from handlers.account.profile import panel
from handlers.dialogue import PROBLEM, Answer, Dialogue, Outcome, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.talk import Talk

SHOWN_AS = ("photo", "document")


class Document(Step):
    """Which kind of document."""

    slot = "document"

    def ask(self, talk: Talk) -> Reply:
        buttons = [talk.button(talk.say.label(f"document-{each.value}"), self.slot, each.value) for each in IdKind]
        rows = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
        return Reply(text=talk.say.text("ask-document"), buttons=rows)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        said = incoming.text.strip().casefold()
        names = {each: {each.value, talk.say.label(f"document-{each.value}").casefold()} for each in IdKind}
        found = next((each for each, words in names.items() if said in words), None)
        if found is None:
            raise Problem("document-by-button")
        return {self.slot: found.value}


class Number(Step):
    """Its number, which the draft keeps sealed until the document comes."""

    slot, needs = "number", ("document",)

    def ask(self, talk: Talk) -> Reply:
        kind = talk.draft["document"]
        return Reply(text=talk.say.text("ask-document-number", document=talk.say.label(f"document-{kind}"), kind=kind))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        return {self.slot: talk.services.identifying.prepare(IdKind(talk.draft["document"]), incoming.text)}


class Photo(Step):
    """A picture or file of it. With it the document waits for the desk."""

    slot, needs, takes_files = "shown", ("document", "number"), True

    def ask(self, talk: Talk) -> Reply:
        kind = talk.draft["document"]
        return Reply(text=talk.say.text("ask-document-photo", document=talk.say.label(f"document-{kind}")))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        file = incoming.attachment
        if file is None or file.kind not in SHOWN_AS or incoming.what == "edited":
            raise Problem("document-by-photo")
        kind, number = IdKind(talk.draft["document"]), talk.draft["number"]
        try:
            talk.services.identifying.ask(person(talk).user_id, kind, number, file.file_id, talk.now)
        except Problem as problem:
            if problem.key != "number-lost":
                raise
            return {"number": None, PROBLEM: problem}
        talk.forget_user()
        return {self.slot: "yes"}


def open_verify(talk: Talk, value: str) -> Outcome:
    """Problem `verified-already`."""
    if person(talk).kyc_status is KycStatus.VERIFIED:
        raise Problem("verified-already")
    return opening(VERIFY, talk)


def finish(talk: Talk) -> Sequence[Reply]:
    """That it waits."""
    return (panel(talk, person(talk), talk.say.text("identity-waits")).but(edit=False),)


VERIFY = Dialogue("verify", (Document(), Number(), Photo()), finish=finish, leave=kept)
