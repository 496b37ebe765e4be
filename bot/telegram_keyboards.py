"""Buttons and reply keyboards in Telegram's shapes."""

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from handlers.reply import Button, Keyboard, Reply

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def inline(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons under a message, or None."""
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in reply.buttons])


def markup(reply: Reply) -> Markup | None:
    """What goes with a new message: Telegram takes one keyboard a message, and buttons come first."""
    if reply.buttons or reply.keyboard is None:
        return inline(reply)
    if reply.keyboard is Keyboard.REMOVE:
        return ReplyKeyboardRemove()
    key = KeyboardButton(
        reply.keyboard_text,
        request_contact=reply.keyboard is Keyboard.CONTACT or None,
        request_location=reply.keyboard is Keyboard.LOCATION or None,
    )
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    copied = CopyTextButton(button.copies) if button.copies else None
    return InlineKeyboardButton(button.text, callback_data=button.data, url=button.url, copy_text=copied)
