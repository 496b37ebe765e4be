"""A passenger's way at the chat page: from /start to the menu, and from a sentence to berths and the open pay page."""

from playwright.sync_api import Page

from tests.e2e.chatpage import ChatPage


def register(chat: ChatPage, name: str, email: str) -> None:
    """From /start to the home menu."""
    chat.part("start").click()
    chat.sees("Which language shall we speak?")
    chat.newest("English").click()
    chat.sees("full name")
    chat.say(name)
    chat.sees("phone number")
    chat.page.get_by_test_id("reply-button").click()
    chat.page.get_by_role("button", name="Share", exact=True).click()
    chat.sees("e-mail")
    chat.say(email)
    chat.sees(f"Hello {name}!")


def hold(chat: ChatPage, sentence: str, train: str, people: str) -> None:
    """From a sentence to berths that are held; `train` is on the button of a train and class."""
    chat.say(sentence)
    chat.sees("Choose train and class")
    chat.newest(train).click()
    chat.sees("Who travels?")
    chat.say(people)
    chat.newest("Done").click()
    hold_reviewed(chat)


def hold_reviewed(chat: ChatPage) -> None:
    """From the review to berths that are held, to be paid by a link."""
    chat.newest("Pay ₹").click()
    chat.sees("Your berths are held until")


def pay_page(chat: ChatPage) -> Page:
    """The page to pay on, opened from the chat."""
    with chat.context.expect_page() as opened:
        chat.newest(" now").click()
    return opened.value


def is_booked(chat: ChatPage) -> None:
    """The money has come, and the ticket with it."""
    chat.sees("Booked and paid")
    chat.sees("The same as PDF")
