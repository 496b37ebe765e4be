"""Contacts: how much of a phone number or an e-mail address is shown."""

_HIDDEN = "•"


def masked_phone(phone: str) -> str:
    """A number in E.164, in groups: +91 98•••• 0001. The first two digits after the country and the last four stay."""
    if not phone.startswith("+") or len(phone) < 11:
        return _HIDDEN * len(phone)
    country, number = phone[:-10], phone[-10:]
    return f"{country} {number[:2]}{_HIDDEN * 4} {number[-4:]}"


def masked_email(email: str) -> str:
    """a•••@example.com: the first letter and the host stay."""
    name, at, host = email.rpartition("@")
    return f"{name[:1]}{_HIDDEN * 3}{at}{host}" if at else _HIDDEN * 3
