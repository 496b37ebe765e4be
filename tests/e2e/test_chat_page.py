"""The sandbox's chat page in a real browser: what a passenger does on it, and what a bot makes of that."""

from __future__ import annotations

from playwright.sync_api import expect

from bot.sandbox.running import RunningSandbox
from tests.e2e.chatpage import ASHA, IN_A_BROWSER, NEHA, RAVI, SUPPORT, Bot, ChatPage

pytestmark = IN_A_BROWSER


def test_a_newcomer_reads_what_the_bot_can_do_and_presses_start(page: ChatPage, bot: Bot) -> None:
    bot.call("setMyDescription", description="Trains across India, booked in a chat.")
    bot.call("setMyDescription", description="चैट में ट्रेन बुक करें।", language_code="hi")
    page.open(RAVI)
    expect(page.part("greeting")).to_contain_text("चैट में ट्रेन बुक करें।")
    page.open(ASHA)
    expect(page.part("greeting")).to_contain_text("Trains across India")
    page.part("start").click()
    heard = bot.hears("message")
    assert heard["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    bot.call("sendChatAction", chat_id=ASHA, action="typing")
    expect(page.part("head-state")).to_have_text("typing…")
    bot.say(ASHA, "Namaste, Asha! 🙏 नमस्ते")
    page.sees("Namaste, Asha! 🙏 नमस्ते")
    expect(page.part("head-state")).to_have_text("bot")
    expect(page.part("greeting")).to_be_hidden()
    expect(page.part(f"chat-item-{ASHA}")).to_contain_text("Namaste, Asha!")


def test_formatting_is_shown_and_nothing_in_a_message_is_ever_run(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    sent = bot.say(
        ASHA,
        "<b>bold <i>both</i></b> <code>x</code> <tg-spoiler>PNR</tg-spoiler> <a href='https://example.org/a'>link</a> "
        "/book a@example.org &lt;img src=x onerror=alert(1)&gt;\n<pre><code class='language-py'>1+1</code></pre>\n"
        "<blockquote expandable>one\ntwo\nthree\nfour\nfive</blockquote>",
    )
    bubble = page.message(sent)
    expect(bubble.locator("strong em")).to_have_text("both")
    expect(bubble).to_contain_text("<img src=x onerror=alert(1)>")
    expect(bubble.locator("img")).to_have_count(0)
    link = bubble.get_by_role("link", name="link", exact=True)
    expect(link).to_have_attribute("href", "https://example.org/a")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    bubble.get_by_role("button", name="Hidden text").click()
    expect(bubble.locator(".spoiler")).not_to_have_class("spoiler hidden")
    bubble.get_by_role("button", name="Show more").click()
    expect(bubble.get_by_role("button", name="Show less")).to_be_visible()
    bubble.get_by_role("button", name="/book").click()
    assert bot.hears("message")["text"] == "/book"


def test_an_inline_button_waits_for_its_answer_and_the_edited_message_keeps_the_focus(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    sent = bot.say(ASHA, "Which class?", [[{"text": "Sleeper", "callback_data": "c=SL"}]])
    page.button("Sleeper").click()
    expect(page.button("Sleeper")).to_have_attribute("aria-busy", "true")
    query = bot.hears("callback_query")
    assert (query["data"], query["from"]["id"], query["message"]["message_id"]) == ("c=SL", ASHA, sent["message_id"])
    bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Sleeper it is")
    expect(page.part("toast")).to_have_text("Sleeper it is")
    expect(page.button("Sleeper")).to_have_attribute("aria-busy", "false")
    keyboard = {"inline_keyboard": [[{"text": "Pay", "callback_data": "pay"}]]}
    place = {"chat_id": ASHA, "message_id": sent["message_id"]}
    bot.call("editMessageText", **place, text="₹755 to pay", reply_markup=keyboard)
    expect(page.message(sent)).to_contain_text("edited")
    expect(page.button("Pay")).to_be_focused()
    page.page.keyboard.press("Enter")
    query = bot.hears("callback_query")
    bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Too late", show_alert=True)
    expect(page.part("alert")).to_contain_text("Too late")
    page.part("alert-ok").click()
    expect(page.part("alert")).to_have_count(0)
    bot.call("deleteMessage", **place)
    expect(page.message(sent)).to_have_count(0)


def test_links_open_beside_the_page_and_copy_buttons_copy(page: ChatPage, bot: Bot, sandbox: RunningSandbox) -> None:
    page.start(bot)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pay = {"text": "Pay ₹755", "url": f"{sandbox.url}/healthz"}
    back = {"text": "Back to Yatri", "url": f"https://t.me/{bot.call('getMe')['username']}?start=paid_7"}
    bot.say(ASHA, "Ready", [[pay, back], [{"text": "Copy PNR", "copy_text": {"text": "2345678901"}}]])
    expect(page.button("Pay ₹755")).to_have_attribute("rel", "noopener noreferrer")
    with page.context.expect_page() as opened:
        page.button("Pay ₹755").click()
    assert opened.value.evaluate("window.opener") is None
    page.button("Copy PNR").click()
    expect(page.part("toast")).to_contain_text("Copied")
    assert page.page.evaluate("navigator.clipboard.readText()") == "2345678901"
    page.button("Back to Yatri").click()
    assert bot.hears("message")["text"] == "/start paid_7"


def test_the_reply_keyboard_shares_phone_and_place_after_a_question(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    rows = [[{"text": "Share my number", "request_contact": True}], [{"text": "Near me", "request_location": True}]]
    markup = {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
    bot.say(ASHA, "Your number?", reply_markup={**markup, "input_field_placeholder": "Or type it"})
    expect(page.part("composer")).to_have_attribute("placeholder", "Or type it")
    page.answer("Share my number").click()
    page.part("share-contact-ok").click()
    shared = bot.hears("message")["contact"]
    assert (shared["phone_number"], shared["user_id"]) == ("+919876500001", ASHA)
    expect(page.part("reply-keyboard")).to_be_hidden()
    page.part("keyboard-toggle").click()
    page.answer("Near me").click()
    page.page.get_by_label("Patna").check()
    page.part("location-ok").click()
    assert bot.hears("message")["location"] == {"latitude": 25.6033, "longitude": 85.1376}
    page.sees("Patna")
    bot.say(ASHA, "Thanks", reply_markup={"remove_keyboard": True})
    expect(page.part("keyboard-toggle")).to_be_hidden()


def test_pictures_and_files_go_both_ways(page: ChatPage, bot: Bot, picture: bytes) -> None:
    page.start(bot)
    sent = bot.upload("sendPhoto", "photo", ("t.png", picture, "image/png"), chat_id=ASHA, caption="Your ticket")
    page.message(sent).get_by_role("button", name="Open the photo").click()
    expect(page.part("viewer")).to_contain_text("Your ticket")
    page.page.keyboard.press("Escape")
    file = ("PNR 234.pdf", b"%PDF-1.7 ticket", "application/pdf")
    sent = bot.upload("sendDocument", "document", file, chat_id=ASHA)
    expect(page.message(sent)).to_contain_text("15 B")
    with page.page.expect_download() as download:
        page.message(sent).get_by_test_id("download").click()
    assert download.value.suggested_filename == "PNR 234.pdf"
    assert download.value.path().read_bytes() == b"%PDF-1.7 ticket"
    page.part("input-photo").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": picture})
    page.part("caption").fill("My id card")
    page.part("upload-ok").click()
    heard = bot.hears("message")
    assert (heard["caption"], heard["photo"][-1]["width"]) == ("My id card", 64)
    page.part("input-document").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"hello"})
    page.part("upload-ok").click()
    assert bot.hears("message")["document"]["file_name"] == "a.txt"


def test_the_other_things_one_can_send_reach_the_bot(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    page.part("attach").click()
    page.part("attach-sticker").click()
    page.page.get_by_role("button", name="Send 🎫").click()
    assert bot.hears("message")["sticker"]["emoji"] == "🎫"
    page.part("attach").click()
    page.part("attach-voice").click()
    assert bot.hears("message")["voice"]["duration"] == 4
    page.part("attach").click()
    page.part("attach-contact").click()
    page.part("contact-ok").click()
    assert "user_id" not in bot.hears("message")["contact"]


def test_one_answers_a_message_and_corrects_ones_own(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    sent = bot.say(ASHA, "From which station?")
    page.message(sent).hover()
    page.message(sent).get_by_role("button", name="Message actions").click()
    page.part("action-reply").click()
    page.say("Kanpr")
    heard = bot.hears("message")
    assert heard["reply_to_message"]["message_id"] == sent["message_id"]
    expect(page.message(heard)).to_contain_text("Kanpr")
    page.part("composer").press("ArrowUp")
    expect(page.part("composer")).to_have_value("Kanpr")
    page.say("Kanpur")
    edited = bot.hears("edited_message")
    assert (edited["message_id"], edited["text"]) == (heard["message_id"], "Kanpur")
    expect(page.message(edited)).to_contain_text("edited")
    page.say("line one\nline two")
    assert bot.hears("message")["text"] == "line one\nline two"


def test_commands_are_offered_in_the_passengers_language(page: ChatPage, bot: Bot) -> None:
    words = [("book", "Book a train", "टिकट बुक करें"), ("trips", "Your tickets", "आपके टिकट")]
    bot.call("setMyCommands", commands=[{"command": name, "description": text} for name, text, _ in words])
    hindi = [{"command": name, "description": text} for name, _, text in words]
    bot.call("setMyCommands", commands=hindi, language_code="hi")
    page.start(bot, RAVI)
    page.part("menu").click()
    expect(page.part("command-book")).to_contain_text("टिकट बुक करें")
    page.part("command-trips").click()
    assert bot.hears("message")["text"] == "/trips"
    page.part("composer").fill("/b")
    expect(page.part("commands").get_by_role("option")).to_have_count(1)
    page.part("composer").press("Enter")
    assert bot.hears("message")["text"] == "/book"
    expect(page.part("composer")).to_have_value("")


def test_a_blocked_bot_can_say_nothing_until_it_is_unblocked(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    bot.say(ASHA, "Hello")
    page.part("chat-more").click()
    page.part("block-bot").click()
    page.part("block-ok").click()
    assert bot.hears("my_chat_member")["new_chat_member"]["status"] == "kicked"
    refused = bot.refusable("sendMessage", chat_id=ASHA, text="Are you there?")
    assert refused["description"] == "Forbidden: bot was blocked by the user"
    page.part("unblock").click()
    assert bot.hears("my_chat_member")["new_chat_member"]["status"] == "member"
    bot.say(ASHA, "Welcome back")
    page.sees("Welcome back")
    expect(page.part("composer")).to_be_visible()


def test_every_passenger_has_a_phone_of_their_own(page: ChatPage, bot: Bot) -> None:
    page.start(bot)
    page.part("new-passenger").click()
    page.part("passenger-first-name").fill("Kabir")
    page.part("passenger-language").select_option("hi")
    page.part("passenger-add").click()
    page.part("start").click()
    heard = bot.hears("message")["from"]
    assert (heard["first_name"], heard["language_code"]) == ("Kabir", "hi")
    expect(page.part("phone-of")).to_have_text("Kabir’s phone")
    bot.say(ASHA, "For Asha only")
    expect(page.part(f"chat-item-{ASHA}").locator(".badge")).to_have_text("1")
    expect(page.part("messages")).not_to_contain_text("For Asha only")
    page.part(f"chat-item-{ASHA}").click()
    page.sees("For Asha only")
    expect(page.part(f"chat-item-{ASHA}").locator(".badge")).to_have_count(0)
    page.page.go_back()
    expect(page.part("phone-of")).to_have_text("Kabir’s phone")


def test_support_answers_in_its_topics(page: ChatPage, bot: Bot) -> None:
    page.open(SUPPORT)
    topic = bot.call("createForumTopic", chat_id=SUPPORT, name="Asha: refund")["message_thread_id"]
    bot.say(SUPPORT, "Where is my money?", message_thread_id=topic)
    page.part(f"topic-item-{topic}").click()
    expect(page.part("head-title")).to_have_text("Asha: refund")
    page.say("On its way")
    heard = bot.hears("message")
    assert (heard["from"]["id"], heard["message_thread_id"]) == (NEHA, topic)
    page.part("tab-1").click()
    expect(page.part("messages")).not_to_contain_text("On its way")
    bot.call("closeForumTopic", chat_id=SUPPORT, message_thread_id=topic)
    page.open(SUPPORT, topic)
    page.sees("Topic was closed")
