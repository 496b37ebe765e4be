"""Messages of the bot: sent, edited, deleted, copied, with pictures and files, in topics."""

from __future__ import annotations

import io

from PIL import Image

from tests.unit.sandbox.clients import ASHA, NEHA, SUPPORT, Stage

BUTTONS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


def png(width: int, height: int) -> bytes:
    saved = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(saved, "PNG")
    return saved.getvalue()


def test_formatted_text_comes_with_entities_in_utf16(stage: Stage) -> None:
    text = "😀 <b>Delhi &amp; <i>Agra</i></b>, see https://a.example/x."
    sent = stage.bot("sendMessage", chat_id=ASHA, text=text, parse_mode="HTML")
    assert sent["text"] == "😀 Delhi & Agra, see https://a.example/x."
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 12},
        {"type": "italic", "offset": 11, "length": 4},
        {"type": "url", "offset": 21, "length": 19},
    ]


def test_an_edit_changes_the_message_once(stage: Stage) -> None:
    sent = stage.bot("sendMessage", chat_id=ASHA, text="one", reply_markup=BUTTONS)
    same = {"chat_id": ASHA, "message_id": sent["message_id"], "text": "one", "reply_markup": BUTTONS}
    assert stage.bot.refusal("editMessageText", **same) == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
    edited = stage.bot("editMessageText", chat_id=ASHA, message_id=sent["message_id"], text="two")
    assert edited["text"] == "two"
    assert "reply_markup" not in edited
    assert stage.asha.sees()[-1]["text"] == "two"


def test_what_has_no_text_gets_no_text(stage: Stage) -> None:
    photo = stage.bot("sendPhoto", chat_id=ASHA, files={"photo": ("a.png", png(50, 40))}, caption="a")
    text = stage.bot("sendMessage", chat_id=ASHA, text="plain")
    at_photo = {"chat_id": ASHA, "message_id": photo["message_id"]}
    at_text = {"chat_id": ASHA, "message_id": text["message_id"]}
    no_text = "Bad Request: there is no text in the message to edit"
    no_caption = "Bad Request: there is no caption in the message to edit"
    assert stage.bot.refusal("editMessageText", **at_photo, text="x") == no_text
    assert stage.bot.refusal("editMessageCaption", **at_text, caption="x") == no_caption
    assert stage.bot("editMessageCaption", **at_photo, caption="b")["caption"] == "b"


def test_a_photo_has_its_real_size_and_can_be_sent_again(stage: Stage) -> None:
    content = png(800, 600)
    sent = stage.bot("sendPhoto", chat_id=ASHA, files={"photo": ("a.png", content)})
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(320, 240), (800, 600)]
    again = stage.bot("sendPhoto", chat_id=ASHA, photo=sent["photo"][-1]["file_id"])
    assert again["photo"][-1]["file_unique_id"] == sent["photo"][-1]["file_unique_id"]
    seen = stage.http.get(f"/page/file/{sent['photo'][-1]['file_id']}")
    assert seen.content == content
    assert seen.headers["content-type"] == "image/png"


def test_what_is_no_photo_is_refused(stage: Stage) -> None:
    def refusal(content: bytes) -> str:
        return stage.bot.refusal("sendPhoto", chat_id=ASHA, files={"photo": ("a.png", content)})

    assert refusal(b"this is no picture") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert refusal(png(2100, 100)) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert refusal(b"") == "Bad Request: file must be non-empty"
    assert "too big for a photo" in refusal(bytes(10 * 1024 * 1024 + 1))


def test_a_document_is_downloaded_through_get_file(stage: Stage) -> None:
    sent = stage.bot("sendDocument", chat_id=ASHA, files={"document": ("ticket.pdf", b"%PDF-1.7 x")}, caption="Ticket")
    assert sent["document"]["file_name"] == "ticket.pdf"
    assert sent["document"]["mime_type"] == "application/pdf"
    file = stage.bot("getFile", file_id=sent["document"]["file_id"])
    base = f"/file/bot{stage.sandbox.token}"
    assert stage.http.get(f"{base}/{file['file_path']}").content == b"%PDF-1.7 x"
    assert stage.http.get(f"{base}/documents/none.pdf").status_code == 404


def test_a_file_too_large_to_download_is_not_handed_out(stage: Stage) -> None:
    large = {"document": ("large.bin", bytes(20 * 1024 * 1024 + 1))}
    sent = stage.bot("sendDocument", chat_id=ASHA, files=large)
    assert stage.bot.refusal("getFile", file_id=sent["document"]["file_id"]) == "Bad Request: file is too big"


def test_media_can_be_exchanged_and_sent_as_an_album(stage: Stage) -> None:
    files = {"one": ("1.png", png(60, 60)), "two": ("2.png", png(70, 70))}
    album = [{"type": "photo", "media": "attach://one", "caption": "c"}, {"type": "photo", "media": "attach://two"}]
    sent = stage.bot("sendMediaGroup", chat_id=str(ASHA), media=album, files=files)
    assert len({message["media_group_id"] for message in sent}) == 1
    new = {"type": "photo", "media": sent[1]["photo"][-1]["file_id"]}
    changed = stage.bot("editMessageMedia", chat_id=ASHA, message_id=sent[0]["message_id"], media=new)
    assert changed["photo"][-1]["width"] == 70
    assert "caption" not in changed


def test_deleting_ends_after_48_hours_of_the_sandbox_clock(stage: Stage) -> None:
    young = stage.bot("sendMessage", chat_id=ASHA, text="young")["message_id"]
    old = stage.bot("sendMessage", chat_id=ASHA, text="old")["message_id"]
    assert stage.bot("deleteMessage", chat_id=ASHA, message_id=young)
    stage.asha.post("/clock", advance=48 * 3600 + 60)
    words = "Bad Request: message can't be deleted for everyone"
    assert stage.bot.refusal("deleteMessage", chat_id=ASHA, message_id=old) == words
    fresh = [stage.bot("sendMessage", chat_id=ASHA, text="x")["message_id"] for _ in range(2)]
    assert stage.bot("deleteMessages", chat_id=ASHA, message_ids=[*fresh, 99999])
    assert [message.get("text") for message in stage.asha.sees()] == ["/start", "old"]


def test_copies_and_forwards(stage: Stage) -> None:
    said = stage.asha.says("hello /help")
    source = {"chat_id": ASHA, "from_chat_id": ASHA, "message_id": said["message_id"]}
    assert "forward_origin" not in stage.asha.sees()[-1]
    stage.bot("copyMessage", **source)
    assert stage.asha.sees()[-1]["text"] == "hello /help"
    assert stage.bot("forwardMessage", **source)["forward_origin"]["sender_user"]["id"] == ASHA
    secret = stage.bot("sendMessage", chat_id=ASHA, text="secret", protect_content=True)
    source["message_id"] = secret["message_id"]
    assert stage.bot.refusal("forwardMessage", **source) == "Bad Request: message can't be forwarded"


def test_a_blocked_bot_is_told(stage: Stage) -> None:
    stage.asha.post(f"/page/users/{ASHA}/block", blocked=True)
    left = stage.bot.take()[0]["my_chat_member"]
    assert (left["old_chat_member"]["status"], left["new_chat_member"]["status"]) == ("member", "kicked")
    answer = stage.bot.answer("sendMessage", chat_id=ASHA, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    stage.asha.post(f"/page/users/{ASHA}/block", blocked=False)
    assert stage.bot("sendMessage", chat_id=ASHA, text="welcome back")


def test_a_topic_from_first_to_last(stage: Stage) -> None:
    topic = stage.bot("createForumTopic", chat_id=SUPPORT, name="Asha: refund", icon_color=9367192)
    here = {"chat_id": SUPPORT, "message_thread_id": topic["message_thread_id"]}
    asked = stage.bot("sendMessage", **here, text="Where is my refund?")
    assert asked["is_topic_message"]
    assert asked["reply_to_message"]["forum_topic_created"]["name"] == "Asha: refund"
    desk = stage.person(NEHA, SUPPORT)
    reply = stage.bot("sendMessage", chat_id=SUPPORT, text="!", reply_parameters={"message_id": asked["message_id"]})
    assert reply["message_thread_id"] == topic["message_thread_id"]
    desk.says("On its way", topic_id=topic["message_thread_id"])
    heard = stage.bot.take()[-1]["message"]
    assert (heard["text"], heard["message_thread_id"]) == ("On its way", topic["message_thread_id"])
    assert heard["chat"]["is_forum"]
    assert stage.bot("closeForumTopic", **here)
    assert stage.bot.refusal("sendMessage", **here, text="x") == "Bad Request: TOPIC_CLOSED"
    assert stage.bot.refusal("closeForumTopic", **here) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert stage.bot("reopenForumTopic", **here)
    assert stage.bot("editForumTopic", **here, name="Asha: done")
    shown = desk.get("/page/state")["chats"][-1]["topics"]
    assert shown == [{"id": topic["message_thread_id"], "name": "Asha: done", "closed": False, "icon_color": 9367192}]
    assert stage.bot("deleteForumTopic", **here)
    assert stage.bot.refusal("sendMessage", **here, text="x") == "Bad Request: message thread not found"
    assert desk.sees() == []


def test_commands_are_resolved_by_scope_and_language(stage: Stage) -> None:
    def commands(word: str) -> list[dict[str, str]]:
        return [{"command": "book", "description": word}]

    stage.bot("setMyCommands", commands=commands("default"))
    stage.bot("setMyCommands", commands=commands("hindi"), language_code="hi")
    stage.bot("setMyCommands", commands=commands("asha"), scope={"type": "chat", "chat_id": ASHA})
    stage.bot("setMyCommands", commands=commands("staff"), scope={"type": "all_chat_administrators"})

    def seen(chat_id: int, user_id: int) -> str:
        found = stage.asha.get(f"/page/commands?chat_id={chat_id}&user_id={user_id}")["commands"]
        return str(found[0]["description"])

    assert [seen(ASHA, ASHA), seen(ASHA + 1, ASHA + 1), seen(ASHA + 2, ASHA + 2)] == ["asha", "hindi", "default"]
    assert seen(SUPPORT, NEHA) == "staff"
    stage.bot("deleteMyCommands", language_code="hi")
    assert seen(ASHA + 1, ASHA + 1) == "default"
    stage.bot("setChatMenuButton", chat_id=ASHA, menu_button={"type": "commands"})
    assert stage.bot("getChatMenuButton", chat_id=ASHA) == {"type": "commands"}
    stage.bot("setMyDescription", description="Trains", language_code="hi")
    assert stage.bot("getMyDescription", language_code="hi") == {"description": "Trains"}
    assert stage.bot("getMyDescription") == {"description": ""}


def test_pins_and_reactions(stage: Stage) -> None:
    said = stage.asha.says("thanks")
    here = {"chat_id": ASHA, "message_id": said["message_id"]}
    stage.bot("setMessageReaction", **here, reaction=[{"type": "emoji", "emoji": "❤"}])
    assert stage.asha.sees()[-1]["reactions"][0]["emoji"] == "❤"
    stage.bot("pinChatMessage", **here)
    assert stage.bot("getChat", chat_id=ASHA)["pinned_message"]["text"] == "thanks"
    assert stage.asha.sees()[-1]["pinned_message"]["text"] == "thanks"
    stage.bot("unpinChatMessage", **here)
    assert "pinned_message" not in stage.bot("getChat", chat_id=ASHA)


def test_members_of_the_support_group(stage: Stage) -> None:
    admins = stage.bot("getChatAdministrators", chat_id=SUPPORT)
    assert [admin["status"] for admin in admins] == ["creator", "administrator"]
    assert stage.bot("getChatMember", chat_id=SUPPORT, user_id=NEHA)["status"] == "creator"
    assert stage.bot("getChatMember", chat_id=SUPPORT, user_id=ASHA)["status"] == "left"
