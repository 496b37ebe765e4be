"""A ticket as a page to read: all that was said, by whom and when; for the desk with its notes."""

import re
from collections.abc import Sequence
from html import escape

from domain.railtime import INDIA
from domain.support import Response, ResponseKind, Ticket
from handlers.texts import Say

_TAG = re.compile(r"<(/?)(b|i|u|s|code|pre|blockquote)>|<[^>]*>")
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font-family:sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;line-height:1.5}}
article{{margin:1rem 0;white-space:pre-wrap}}small{{color:#666}}.note{{background:#fff6d6}}.event{{color:#666}}</style>
</head><body><h1>{title}</h1><p>{subject}</p>
{entries}
</body></html>
"""


def transcript(ticket: Ticket, thread: Sequence[Response], say: Say) -> bytes:
    """An HTML page in UTF-8, in the order of time."""
    entries = "\n".join(_entry(response, say) for response in sorted(thread, key=lambda each: each.timestamp))
    title = say.label("transcript-title", ref=ticket.ref)
    page = _PAGE.format(language=say.language, title=escape(title), subject=escape(ticket.subject), entries=entries)
    return page.encode()


def happened(response: Response, say: Say) -> str:
    """An event in words, as plain text."""
    return say.label(f"event-{response.message}", name=response.name)


def _entry(response: Response, say: Say) -> str:
    when = f"{say.day(response.timestamp.astimezone(INDIA).date())} {say.clock(response.timestamp)}"
    if response.kind is ResponseKind.EVENT:
        return f'<article class="event"><small>{when}</small> {escape(happened(response, say))}</article>'
    marks = [f"[{response.attachment.kind} {response.attachment.name}]"] if response.attachment else []
    body = _TAG.sub(lambda tag: tag[0] if tag[2] else "", response.message) + escape(" ".join(marks))
    kind = ' class="note"' if response.kind is ResponseKind.NOTE else ""
    return f"<article{kind}><small>{when}</small> <b>{escape(response.name)}</b>\n{body}</article>"
