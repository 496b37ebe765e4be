"""Words around a place's name that do not tell which place it is, and words that are no place in this country."""

# That a place is a station, or how one goes there.
_UNTELLING = """
    jn jct junction jnc station stn stations rly railway railways railwy rail train halt platform code stop
    from to at the frm via near please pls plz se ko tak mein mai wala wali is my in of for and
    जंक्शन जं जक्शन स्टेशन रेलवे रेल्वे स्थानक से को तक में का की के जाना
    jankshan jankshana steshan steshana stetion relave relve relavee nilayam nilaiyam rayil rel reyil sthanak sandippu
    inrundhu varai ninnu
"""
UNTELLING = frozenset(_UNTELLING.split())
# Left out only where with them nothing is found: Udaipur City is a station's name, Hyderabad City is not.
SELDOM_TELLING = frozenset(
    {"city", "main", "nct", "ncr", "town", "central", "terminal", "terminus", "shahar", "shehar"}
)
SAME = {
    "rd": "road", "cantonment": "cantt", "cant": "cantt", "cntt": "cantt", "cantonement": "cantt", "ctrl": "central",
    "cntrl": "central", "cen": "central", "centrl": "central", "term": "terminus", "trm": "terminus", "tml": "terminal",
    "termnal": "terminal", "ngr": "nagar", "st": "saint", "s": "south", "n": "north", "छावनी": "cantt", "कैंट": "cantt",
    "सेंट्रल": "central", "सेन्ट्रल": "central", "टर्मिनस": "terminus", "टर्मिनल": "terminal", "रोड": "road", "सिटी": "city",
    "नई": "nai", "नयी": "nai", "न्यू": "new", "उत्तर": "north", "दक्षिण": "south",
}  # fmt: skip

# What people say to a bot, and famous places abroad: near enough to some halt's name to be taken for it.
_TALK = """
    new old big city
    hi hello hey hola help thanks thank you thankyou thx bye goodbye good morning night evening afternoon day yes no
    ok okay yeah yep nope nah haan han nahi nahin ji start stop cancel back menu language english hindi settings home
    book booking booked ticket tickets tkt train trains seat seats berth berths fare price cost refund refunds pay paid
    payment payments wallet money rupees balance pnr status live running late delay platform number name age gender male
    female child children adult adults kid kids passenger passengers person people one two three four five six seven
    eight nine ten sleeper class first second third ac tier general tatkal premium quota ladies senior citizen lower
    upper middle side window coach chair car today tomorrow yesterday monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december week weekend month
    year morning noon time date now later soon what when where who why how which are is am was be do does did can could
    will would should have has had a an the i me my we us our it this that these those there here any some many much
    more most very really lot lots so and or not but if then else want need like please sorry wait test testing tested
    null none undefined nan true false error lorem ipsum dolor sit amet foo baz qux asdf qwerty zxcv asdfgh qwertyuiop
    asdfghjkl abc abcd xyz password email phone mobile otp login logout admin support agent human operator call chat bot
    robot yatri irctc indian railways india weather news cricket pizza coffee tea food meal veg movie song music joke
    love happy birthday congratulations nice great awesome cool bad wow lol haha hmm huh what's whats up namaste
    namaskar namaskaram vanakkam dhanyavad dhanyavaad shukriya madad sahayata udavi utavi nanri nandri kripya sahayam
    kaise kaisa kya kab kahan kaun kyun aap tum main hum mujhe mera tera accha acha theek thik hai ho hain hoon chahiye
    karo karna batao bolo kal aaj parso subah shaam raat bhai sir madam
    नमस्ते नमस्कार धन्यवाद शुक्रिया मदद सहायता हैलो हाय आप कैसे हैं है क्या कब कहां टिकट ट्रेन कल आज परसों बुक हां नहीं ठीक
    உதவி நன்றி வணக்கம் టికెట్ సహాయం నమస్కారం ధన్యవాదాలు ಸಹಾಯ ನಮಸ್ಕಾರ ಧನ್ಯವಾದ സഹായം നന്ദി നമസ്കാരം সাহায্য ধন্যবাদ নমস্কার
    મદદ આભાર નમસ્તે ਮਦਦ ਧੰਨਵਾਦ ସାହାଯ୍ୟ ଧନ୍ୟବାଦ شکریہ مدد سلام ٹکٹ
    पेरिस लंदन दुबई न्यूयॉर्क टोक्यो काठमांडू लाहौर कराची ढाका अमेरिका नेपाल
    london paris york san francisco tokyo dubai berlin madrid moscow boston chicago texas sydney melbourne toronto
    singapore beijing shanghai bangkok hong kong kathmandu karachi lahore dhaka colombo islamabad washington angeles los
    las vegas miami seattle houston dallas rome milan venice vienna prague lisbon dublin zurich geneva amsterdam
    barcelona brussels istanbul cairo nairobi lagos johannesburg doha riyadh jeddah kuwait muscat tehran baghdad
    seoul osaka jakarta manila hanoi perth auckland california florida mexico brazil canada america usa uk england
    france germany italy spain china japan russia europe africa australia nepal pakistan bangladesh
    manchester liverpool करो مرحبا kuch bhi bonjour
"""
_NO_PLACE = frozenset(_TALK.split())


def is_no_place(words: list[str]) -> bool:
    """Whether every word is one that people say without meaning a place here."""
    return all(word in _NO_PLACE or word in UNTELLING for word in words)
