## डेस्क पर स्पेशल ट्रेनें
desk-command-special = स्पेशल ट्रेन चलाएँ
desk-command-specials = आगे की स्पेशल ट्रेनें
desk-button-special = ➕ स्पेशल ट्रेन
desk-button-specials = 🎉 स्पेशल ट्रेनें
desk-button-as-copied = { $train } जैसे
desk-button-put-on = ✅ चला दें
desk-button-drop-special = ✖ { $train } हटाएँ
desk-ask-special = <b>स्पेशल ट्रेन</b> किसी दूसरी ट्रेन की तरह चलती है, पर अपने नंबर से और कुछ ही तारीख़ों पर। किस ट्रेन जैसी? उसका नंबर या नाम: <code>12309</code>
desk-ask-special-number = <b>{ $train }</b> जैसी। किस नंबर से? ख़ाली नंबर पर टैप करें, या दूसरा लिखें: पाँच अंक, पहला 0।
desk-ask-special-dates = पहले स्टेशन से किन तारीख़ों को चलेगी? टैप करें, या लिखें: <code>20 Dec to 5 Jan, 12 Jan</code>
desk-ask-special-tomorrow = कल
desk-ask-special-week = कल से एक हफ़्ते तक रोज़
desk-ask-special-weekends = चार हफ़्तों के शुक्रवार और रविवार
desk-ask-special-time = { $train } { $clock } पर चलती है। स्पेशल कब चलेगी? टैप करें, या समय या मिनटों का फ़र्क़ लिखें: <code>22:15</code>, <code>+45</code>, <code>-20</code>। सब स्टेशनों के समय उतने ही बदलेंगे।
desk-ask-special-coaches = { $train } में { $coaches } हैं। स्पेशल में कौन से कोच होंगे? टैप करें, या लिखें: <code>2 3A, 8 SL</code>
desk-special =
    🎉 <b>{ $train }</b> ({ $like } जैसी)
    { $origin } { $departure } → { $destination } { $arrival } · { $stops } स्टेशन
    { $runs ->
        [1] 1 फेरा
       *[other] { $runs } फेरे
    }: { $dates }
    { $coaches } · { $berths } बर्थ
desk-special-fares =
    💰 पूरे रास्ते का किराया: { $fares }
    क्या यह ठीक है?
desk-special-is-on = ✅ ट्रेन चल गई: कुछ ही सेकंड में सबको मिलेगी और बुक होगी। /specials में सूची है, /run बताता है कितनी बिकी।
desk-specials = <b>आगे की स्पेशल ट्रेनें</b>
desk-specials-none = आगे कोई स्पेशल ट्रेन नहीं है।
desk-ask-drop-special = <b>हटा दें?</b> फिर यह किसी को नहीं मिलेगी। यह तभी हो सकता है जब इसमें किसी की जगह न हो।
desk-special-gone = ✖ { $train } हटा दी गई।

problem-special-number = स्पेशल के नंबर में पाँच अंक होते हैं और पहला 0, जैसे 02309।
problem-special-number-taken = नंबर { $number } किसी और का है। कृपया दूसरा चुनें।
problem-special-unreserved = { $train } में आरक्षित कोच नहीं हैं: बुक करने को कुछ न होगा।
problem-special-time = कब चलेगी? समय लिखें, जैसे 22:15, या मिनट, जैसे +45 या -20।
problem-special-coaches = कृपया लिखें, किस श्रेणी के कितने कोच: 2 3A, 8 SL
problem-special-dates = ये तारीख़ें समझ नहीं आईं। ऐसे लिखें: 20 Dec to 5 Jan, 12 Jan
problem-special-dates-when = सब तारीख़ें आगे की हों: कल से, और आज से ज़्यादा से ज़्यादा 120 दिन तक।
problem-special-dates-many = एक स्पेशल की ज़्यादा से ज़्यादा { $most } तारीख़ें। बाक़ी के लिए दूसरी चलाएँ।
problem-special-stale = यह पहले पूछा गया था। /special से नए सिरे से शुरू करें, /specials में सब हैं।
problem-special-gone = आगे ऐसी कोई स्पेशल ट्रेन नहीं है। /specials में सब हैं।
problem-special-booked = { $train } में { $day } को किसी की जगह है। /run से उसके फेरे एक-एक करके रद्द करें: तब सबको पैसा वापस मिलेगा।
