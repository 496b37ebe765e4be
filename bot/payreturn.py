"""The short page that a payer sees after the pay page, in both languages: the ticket is in the chat."""

from html import escape

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Yatri</title><style>
:root{{color-scheme:light dark}}
body{{font:18px/1.5 system-ui,sans-serif;max-width:26rem;margin:18vh auto;padding:0 1.5rem;text-align:center}}
h1{{font-size:1.6rem;margin:.5rem 0}}p{{margin:.4rem 0;opacity:.85}}
a{{display:inline-block;margin-top:1.5rem;padding:.7rem 1.6rem;border-radius:.8rem;background:#2481cc;color:#fff;
text-decoration:none}}</style></head><body>
<h1>{title}</h1><p>{english}</p><p lang="hi">{hindi}</p><a href="{chat}">Back to the chat · चैट पर लौटें</a>
</body></html>"""


def returned_page(*, paid: bool, chat_url: str) -> str:
    """HTML; `chat_url` is where the chat with the bot is."""
    if paid:
        title, english, hindi = "Paid, thank you!", "Your ticket is in the chat.", "आपका टिकट चैट में है।"
    else:
        title = "Thank you!"
        english = "As soon as the payment is confirmed, your ticket comes in the chat."
        hindi = "भुगतान की पुष्टि होते ही आपका टिकट चैट में आ जाएगा।"
    return _PAGE.format(title=title, english=english, hindi=hindi, chat=escape(chat_url))
