"""Dates in many tongues and spellings, on Monday 23 November 2026."""

from datetime import date

import pytest

from domain.dates import read_date

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("aaj|aj|आज|இன்று|ఈరోజు|ಇಂದು|ഇന്ന്|আজ|આજે|ਅੱਜ|آج|2day", "2026-11-23"),
        ("kal|KAL|कल|उद्या|நாளை|రేపు|ನಾಳೆ|നാളെ|আগামীকাল|આવતીકાલે|ਕੱਲ੍ਹ|کل|udya|naalai|tmrw|2moro", "2026-11-24"),
        ("parso|parson|parsu|परसों|परसो|परवा|ఎల్లుండి|ನಾಡಿದ್ದು|മറ്റന്നാൾ|পরশু", "2026-11-25"),
        ("budhvar|budhwaar|Budhwar ko|बुधवार|wed|wendesday|wednsday|బుధవారం", "2026-11-25"),
        ("shukrawar|shukravaar|sukravar|शुक्रवार|frieday|வெள்ளிக்கிழமை|શુક્રવાર", "2026-11-27"),
        ("itwar|etwar|raviwar|रविवार|इतवार|ಭಾನುವಾರ|sunday", "2026-11-29"),
        ("mangal ko|mangalwar|मंगलवार|tues", "2026-11-24"),
        ("28 navambar|२८ नवंबर|28 नवम्बर|28novmber|28-nov-2026|nov 28th|28th of novemeber", "2026-11-28"),
        ("5 disambar|5 decmber|५ दिसम्बर|dec 5|5/12|05.12.26|5-12-2026|2026/12/05|05122026", "2026-12-05"),
        ("10 janvari|10 जनवरी|janury 10|10 jan 2027", "2027-01-10"),
        ("teen din baad|3 din mein|in 3 days|after three days|तीन दिन बाद|3 days from now", "2026-11-26"),
        ("in a fortnight|in two weeks|do hafte baad|दो हफ्ते बाद", "2026-12-07"),
        ("in a month|ek mahine baad", "2026-12-23"),
        ("next month 5th|5th of next month|agle mahine ki 5 tarikh ko|अगले महीने 5 तारीख", "2026-12-05"),
        ("on 5|the 5th|5 tareekh|5 ko|date 5|fifth", "2026-12-05"),
    ],
)
def test_a_day_in_many_words(texts: str, expected: str) -> None:
    for text in texts.split("|"):
        assert (text, str(read_date(text, MONDAY))) == (text, expected)


@pytest.mark.parametrize("text", ["mumbai", "marwar", "satna", "sundargarh", "mangalore", "decathlon", "third ac"])
def test_words_that_only_look_like_a_day(text: str) -> None:
    assert read_date(text, MONDAY) is None
