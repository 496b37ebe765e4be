"""Users and wallets that the desk suspends, documents that it decides about, and the log in which all of it stands."""

from domain.identity import IdKind
from domain.ids import UserId
from domain.notifications import is_pressing
from domain.staff import Role
from domain.users import KycStatus
from handlers.reply import Button, PictureKind
from tests.contract.samples import a_user
from tests.dialogues.accounts import at_home, latest_news, user_of
from tests.dialogues.desk import Group
from tests.dialogues.desk import open_ticket as open_support
from tests.dialogues.staffer import Staffer, a_staffer
from tests.dialogues.test_cancelling import booked
from tests.dialogues.test_money import booking_of
from tests.dialogues.transcript import Passenger, World
from tests.dialogues.wallets import given

PAN = "ABCPE1234F"


def tapped(who: Staffer, data: str) -> Staffer:
    """A button, forged or found."""
    return who.taps_button(Button(text="", data=data))


def test_a_suspended_user_books_nothing_until_the_desk_opens_the_account(world: World) -> None:
    asha, vikram = at_home(world), a_staffer(world, Role.SUPERVISOR, "Vikram")
    vikram.says(f"/find {user_of(asha).phone}").taps("Suspend user").sees("Why").says("no").sees("reason")
    assert user_of(asha).is_active
    vikram.says("bought for a tout").sees("⛔", "bought for a tout")
    assert any("suspended" in told for told in asha.is_told())
    asha.says("/book").sees("Support").sees_not("Where do you start?")
    assert not user_of(asha).is_active
    vikram.taps("Passenger").sees("desk: bought for a tout").taps("Reopen user").says("it was somebody else")
    assert any("open again" in told for told in asha.is_told())
    assert user_of(asha).is_active
    asha.says("/book").sees("Where do you start?")
    assert vikram.acts() == ["user-reopened", "user-suspended"]
    (row,) = [row for row in vikram.logged() if row.action == "user-suspended"]
    assert row.details == {"before": "open", "after": "desk", "reason": "bought for a tout"}


def test_a_suspended_wallet_pays_nothing(world: World) -> None:
    asha, vikram = given(at_home(world), "500"), a_staffer(world, Role.SUPERVISOR, "Vikram", private=True)
    vikram.says(f"/find {user_of(asha).email}").taps("Suspend wallet").says("a stolen card")
    asha.says("/wallet").sees("suspended")
    assert is_pressing(latest_news(asha))
    vikram.taps("Passenger").sees("The wallet is suspended").taps("Reopen wallet").says("the bank says it is hers")
    asha.says("/wallet").sees_not("suspended")
    assert vikram.acts() == ["wallet-reopened", "wallet-suspended"]


def test_whatever_one_is_given_is_found(world: World) -> None:
    asha, anjali = booked(world), a_staffer(world, Role.AGENT)
    user, booking = user_of(asha), booking_of(asha)
    for words in (user.phone, user.phone[3:], user.email.upper(), str(user.chat_id), user.user_id):
        anjali.says(f"/find {words}").sees("Asha Verma", booking.pnr)
    for words in (str(booking.pnr), str(booking.booking_id), str(booking.payment_id)):
        anjali.says(f"/find {words}").sees(booking.pnr, "upi")
    for words in ("+91 99999 00000", "nobody@example.com", "9999999999", "x" * 300, "<b>", UserId("0" * 36)):
        anjali.says(f"/find {words}").sees("nothing")
    anjali.says("/find").sees("Whom or what?")


def test_a_ticket_leads_to_its_passenger(world: World) -> None:
    group = Group(world)
    asha = at_home(world)
    topic = open_support(asha, group)
    anjali = a_staffer(world, Role.AGENT)
    anjali.thread = topic.topic_id
    anjali.says("/find").sees("Asha Verma", "My refund has not come")
    with world.units() as work:
        (ticket,) = work.tickets.of_user(user_of(asha).user_id)
    anjali.says(f"/find #{ticket.ref.lower()}").sees("Asha Verma")


def test_in_a_topic_only_a_reply_answers_the_desk(world: World) -> None:
    group = Group(world)
    asha = at_home(world)
    topic = open_support(asha, group)
    anjali = a_staffer(world, Role.AGENT)
    anjali.thread = topic.topic_id
    anjali.says("/find").taps("± Wallet").taps("+₹100").sees("reply to this message")
    prompt = anjali.asked
    anjali.remarks("Hello Asha, one moment")
    group.relayed()
    assert "Hello Asha, one moment" in group.reads(asha)[-1].reply.text
    assert user_of(asha).wallet_balance == 0
    anjali.says("no").sees("reason", "reply to this message")  # and what is said to that is no word to Asha either
    assert anjali.asked != prompt
    anjali.says(".").sees("reason")
    anjali.says("sorry for the wait", answers=prompt, update_id=77_000_001).sees("✅")
    anjali.says("sorry for the wait", answers=prompt, update_id=77_000_001).sees_not("✅")  # it came twice
    group.relayed()
    assert user_of(asha).wallet_balance == 100
    assert "Hello Asha, one moment" in group.reads(asha)[-1].reply.text


def shown_document(asha: Passenger) -> Passenger:
    """A PAN card that waits for the desk."""
    identifying, now, user = asha.world.services.identifying, asha.world.clock.now(), user_of(asha)
    prepared = identifying.prepare(IdKind.PAN, PAN)
    identifying.ask(user.user_id, IdKind.PAN, prepared, "FILE-OF-THE-PAN", now)
    return asha


def test_a_document_is_seen_in_private_only_and_decided(world: World) -> None:
    asha = shown_document(at_home(world))
    user, group = user_of(asha), a_staffer(world, Role.AGENT)
    anjali = a_staffer(world, Role.AGENT, private=True)
    tapped(group, f"d.identity={user.user_id}").sees("private chat")
    group.says(f"/find {user.phone}").sees("XXXXXX234F").sees_not(PAN)
    tapped(anjali, f"d.identity={user.user_id}").sees("Asha Verma", "XXXXXX234F").sees_not(PAN, "FILE-OF")
    (reply,) = anjali.screen.values()
    assert reply.picture is not None
    assert reply.picture.kind is PictureKind.IDENTITY
    assert reply.protect
    assert world.services.identifying.file_of(user.user_id) == "FILE-OF-THE-PAN"
    anjali.taps("It is theirs").sees("verified")
    assert user_of(asha).kyc_status is KycStatus.VERIFIED
    tapped(anjali, f"d.identity={user.user_id}|no").says("too late").sees("decided")
    assert {"identity-verified", "identity-looked-at"} <= {row.action for row in anjali.logged()}
    assert asha.is_told()


def test_a_document_is_rejected_with_a_reason(world: World) -> None:
    asha = shown_document(at_home(world))
    anjali = a_staffer(world, Role.AGENT, private=True)
    with world.units() as work:
        assert user_of(asha).user_id in work.identities.waiting(1000)
    anjali.says("/identities").sees("waiting")
    tapped(anjali, f"d.identity={user_of(asha).user_id}").taps("Reject").says("the photo is blurred").sees("rejected")
    assert user_of(asha).kyc_status is KycStatus.REJECTED
    assert any("the photo is blurred" in told for told in asha.is_told())
    with world.units() as work:
        assert user_of(asha).user_id not in work.identities.waiting(1000)


def test_the_log_is_read_by_day_actor_and_target(world: World) -> None:
    asha, vikram = at_home(world), a_staffer(world, Role.SUPERVISOR, f"Vikram{world.clock.now():%f}")
    phone = user_of(asha).phone
    for n in range(12):
        vikram.says(f"/adjust {phone} +{n + 1} a test of pages")
    vikram.says(f"/audit @{vikram.name}").sees("wallet-adjusted", "after 78", "▶").sees_not("after 1,")
    vikram.taps("▶").sees("◀", "after 1,").taps("◀").sees("after 78")
    vikram.says(f"/audit {phone}").sees("wallet-adjusted")
    vikram.says("/audit").sees("Admin log")
    vikram.says("/audit 2029-01-01").sees("Nothing here")
    vikram.says("/audit @nobody of ours").sees("/audit")


def test_a_refused_act_is_in_the_log(world: World) -> None:
    asha, anjali = at_home(world), a_staffer(world, Role.AGENT)
    tapped(anjali, f"d.suspend={user_of(asha).user_id}").sees("role")
    anjali.says("/audit").sees("role")
    assert [(row.action, row.target_id) for row in anjali.logged()] == [("refused", "audit"), ("refused", "suspend")]


def test_the_desk_speaks_hindi(world: World) -> None:
    asha, vikram = at_home(world), a_staffer(world, Role.SUPERVISOR, "Vikram")
    vikram.says("/desk", language="hi").sees("निकासी", "काम का लेखा")
    vikram.says(f"/find {user_of(asha).phone}", language="hi").sees("चालू", "वॉलेट रोकें")
    vikram.says("/run 12310 someday", language="hi").sees("ट्रेन और तारीख़ लिखें")


def test_a_passenger_in_their_own_chat_gets_nothing_of_the_desk(world: World) -> None:
    asha, ravi = at_home(world), at_home(world, name="Ravi Rao")
    ravi.says(f"/find {user_of(asha).phone}").sees("for our staff", "Book a train").sees_not("Asha")
    for data in ("d.who=", "d.adjust=", "d.suspend=", "d.identity="):
        ravi.taps_old(Button(text="", data=f"{data}{user_of(asha).user_id}")).sees("Only staff").sees_not("Asha")
    ravi.taps_old(Button(text="", data="d.assign")).sees_not("Only staff")
    with world.units() as work:
        assert len([row for row in work.logs.by_actor(f"STAFF#{ravi.chat_id}") if row.action == "refused"]) == 5


def test_a_passenger_who_writes_a_command_of_the_desk_is_led_to_what_they_meant(world: World) -> None:
    asha, ravi = at_home(world), at_home(world, "Ravi Rao", "हिन्दी")
    asha.says("/refund 1234567890").sees("My trips", "Cancel", "Support")
    asha.taps("My trips").sees_not("for our staff")
    asha.says("/run 12952 tomorrow").sees("looking for a train").taps("12952").sees("Mumbai")
    asha.says("/book").says("/today").sees("travelling today", "My trips", "Where do you start?")
    asha.says("New Delhi").sees("Where do you want to go?")
    ravi.says("/desk").sees("हमारे स्टाफ़ के लिए", "टिकट बुक करें", "मदद")
    ravi.says("/close").sees("हमारे स्टाफ़ के लिए", "सहायता")
    with world.units() as work:
        refused = [row.target_id for row in work.logs.by_actor(f"STAFF#{asha.chat_id}") if row.action == "refused"]
    assert refused == ["today", "run", "refund"]


def test_a_user_is_found_by_how_their_names_begin(world: World) -> None:
    zubeida, anjali = at_home(world, "Zubeida Okonjo-Patil"), a_staffer(world, Role.AGENT)
    phone = user_of(zubeida).phone
    for words in ("zubeida", "ZUB", "pat", "oko zub", "patil zubeida o"):
        anjali.says(f"/find {words}").sees("Zubeida Okonjo-Patil", "± Wallet")
    for words in ("zubeida x", "ubeida", "zub 9"):
        anjali.says(f"/find {words}").sees("nothing").sees_not("Okonjo")
    anjali.says("/find z").sees("two letters").says("/find z o").sees("two letters")
    (row, *_) = [row for row in anjali.logged() if row.action == "name-searched"]
    assert (row.target_id, row.details) == ("names", {"words": "ubeida", "found": 0, "more": False})
    others = [at_home(world, f"ज़ुबैदा {last}") for last in ("राव", "रॉय", "सिंह")]
    anjali.taps_button(Button(text="", data="d.find")).says("जुबैदा र").sees("ज़ुबैदा राव", "ज़ुबैदा रॉय", "Who is meant")
    anjali.sees(f"••{user_of(others[0]).phone[-2:]}").sees_not("सिंह", phone, "More")
    anjali.taps("रॉय").sees("ज़ुबैदा रॉय", "± Wallet")
    anjali.says("/find zubaida rao").sees("ज़ुबैदा राव", "± Wallet")
    anjali.says("/find zub").sees("ज़ुबैदा सिंह", "Zubeida Okonjo-Patil").sees_not("There are more")
    with world.units() as work:
        for last in "ABCDEFGHIJ":
            work.users.add(a_user(full_name=f"Zubeida {last * 2}"))
        work.commit()
    anjali.says("/find zub").sees("Zubeida AA", "There are more: write /find")
    stranger = at_home(world, "Mallory Iyer").says("/find zubeida").sees("for our staff").sees_not("Okonjo")
    assert stranger.replies


def test_who_is_staff_and_passenger_keeps_booking(world: World) -> None:
    vikram = a_staffer(world, Role.SUPERVISOR, "Vikram", private=True)
    him = Passenger(world, vikram.who, "Vikram Rao").says("/start").taps("English").registers()
    him.says("/book").sees("Where do you start?")
    vikram.says("/desk").sees("Withdrawals").taps("Promo codes").sees("New code")
    him.says("New Delhi").sees("Where do you want to go?")
    vikram.taps("New code").sees("how many users")
    him.says("/book").sees("Where do you start?")
    him.says("New Delhi").sees("Where do you want to go?")
