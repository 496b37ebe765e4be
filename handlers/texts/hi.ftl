# हिन्दी के सारे शब्द। जो भरा जाता है, उसे handlers/texts Telegram HTML के लिए सुरक्षित कर देता है।

## Home, help and commands
home =
    <b>Yatri में आपका स्वागत है</b> 🚆
    ट्रेन टिकट इसी चैट में: बताइए कहाँ जाना है, बर्थ चुनिए, भुगतान कीजिए और चलिए।

    लिखकर देखिए: <i>दिल्ली से मुंबई कल</i>
home-known =
    <b>नमस्ते { $name }!</b> 🚆
    कहाँ जाना चाहेंगे? सीधे लिख दीजिए, जैसे <i>दिल्ली से मुंबई कल</i>।
help =
    <b>Yatri कैसे काम करता है</b>
    • यात्रा लिखिए: <i>पटना से दिल्ली कल 2 स्लीपर</i>, या बुक करें दबाइए।
    • हर सवाल के साथ बटन हैं; लिखकर भी जवाब दे सकते हैं।
    • मन बदल गया? बस कहिए: <i>नहीं, कानपुर से</i>, या वापस जाइए।
    • भुगतान तक बर्थ आपके लिए रुकी रहती हैं। कोई बर्थ दो बार नहीं बिकती, पैसा कभी नहीं खोता।

    /book टिकट बुक करें · /trips मेरी यात्राएँ · /wallet वॉलेट
    /language भाषा · /cancel रद्द करें
menu-book = 🎫 टिकट बुक करें
menu-trips = 🧾 मेरी यात्राएँ
menu-wallet = 👛 वॉलेट
menu-language = 🌐 भाषा / Language
menu-help = ❓ मदद
command-start = शुरू करें
command-book = टिकट बुक करें
command-trips = मेरी यात्राएँ और टिकट
command-wallet = मेरा वॉलेट
command-language = हिन्दी या अंग्रेज़ी
command-help = Yatri कैसे काम करता है
command-cancel = जो चल रहा है उसे रोकें
bot-description =
    पूरे भारत के ट्रेन टिकट, इसी चैट में: ट्रेन और खाली बर्थ खोजिए, लिंक या वॉलेट से भुगतान कीजिए, और एक मिनट में टिकट पाइए।
bot-short-description = पूरे भारत के ट्रेन टिकट, इसी चैट में।
not-understood = इसमें मुझे कोई यात्रा नहीं मिली। बताइए कहाँ से कहाँ जाना है, जैसे <i>पटना से दिल्ली</i>, या चुनिए:
nothing-to-cancel = रद्द करने को कुछ नहीं है। जब चाहें /book कीजिए।
cancelled = रोक दिया। यह यात्रा बुक नहीं हुई और इसके लिए कोई पैसा नहीं कटा।
ask-language = हम किस भाषा में बात करें? · Which language shall we speak?
language-set = अब हम हिन्दी में बात करेंगे।

## Small words
today = आज
tomorrow = कल
duration = { $hours } घं { $minutes } मि
button-back = ‹ वापस
button-earlier = ‹ पहले के दिन
button-later = आगे के दिन ›
button-earlier-trains = ‹ पहले की ट्रेनें
button-later-trains = और ट्रेनें ›

## Registering
ask-name = आपसे मिलकर अच्छा लगा! आपका पूरा नाम क्या है, जैसा पहचान पत्र पर है?
ask-name-to-book = बस एक बार, ताकि टिकट आपके नाम हो: आपका पूरा नाम क्या है, जैसा पहचान पत्र पर है?
button-later-register = पहले देख लूँ
ask-phone = धन्यवाद, { $name }। कृपया नीचे के बटन से अपना फ़ोन नंबर साझा कीजिए, ताकि ट्रेन के बारे में आपको बता सकें।
button-contact = 📱 मेरा फ़ोन नंबर साझा करें
ask-email = और आपका ई-मेल पता?

## Where and when
ask-origin = <b>यात्रा कहाँ से शुरू होगी?</b> शहर या स्टेशन लिखिए, या अपनी लोकेशन भेजिए।
ask-destination =
    { $trip }
    <b>कहाँ जाना है?</b>
ask-which-station = इनमें से कौन-सा?
ask-date =
    { $trip }
    <b>कब?</b> दिन चुनिए, या लिखिए, जैसे <i>25 दिसंबर</i>।

## Trains
ask-train =
    <b>{ $trip }</b> · { $count ->
        [one] { $count } ट्रेन
       *[other] { $count } ट्रेनें
    }

    { $trains }

    ट्रेन और श्रेणी चुनिए; किराया एक यात्री का है।
train-card =
    <b>{ $number }</b> { $name }
    { $departure } { $origin } → { $arrival } { $destination } · { $duration }
button-class = { $number } · { $travel_class } · { $fare } · { $free } खाली
button-class-full = { $number } · { $travel_class } · भरी हुई
no-trains =
    <b>{ $trip }</b>
    उस दिन कोई सीधी ट्रेन बुक नहीं हो सकती। इन दिनों ट्रेन है:
no-trains-ever =
    <b>{ $trip }</b>
    वहाँ कोई सीधी ट्रेन नहीं है जिसमें बर्थ बुक हो सके। कृपया वापस जाकर दूसरा स्टेशन आज़माइए।
journey =
    <b>{ $number } { $name }</b>
    { $origin } ({ $origin_code }) → { $destination } ({ $destination_code })
    { $day }, { $departure } → { $arrival }
    { $travel_class }
class-1A = प्रथम एसी (1A)
class-2A = एसी 2 टियर (2A)
class-3A = एसी 3 टियर (3A)
class-3E = एसी 3 इकॉनमी (3E)
class-EC = एग्ज़ीक्यूटिव चेयर कार (EC)
class-EV = विस्टाडोम (EV)
class-CC = एसी चेयर कार (CC)
class-SL = स्लीपर (SL)
class-2S = सेकंड सिटिंग (2S)

## Passengers
ask-party =
    { $trip }
    <b>कौन यात्रा करेगा?</b> नाम, उम्र और महिला, पुरुष या ट्रांसजेंडर (F/M/T) लिखिए, हर व्यक्ति एक पंक्ति में; चाहें तो बर्थ भी:
    <i>आशा 34 महिला लोअर</i>
ask-party-more =
    { $trip }
    <b>कौन यात्रा करेगा?</b>
    { $people }

    एक और नाम लिखिए, या हो गया दबाइए।
ask-party-count = { $named ->
        [0] कृपया सभी { $count } यात्रियों के नाम लिखिए।
       *[other] { $count } में से { $named } के नाम आ गए; बाकी के भी लिखिए।
    }
ask-age = “{ $person }” की उम्र क्या है? उम्र लिखिए, या पूरी पंक्ति फिर से: <i>आशा 34 महिला लोअर</i>
person-line = { $number }. { $person }
button-party-done = ✅ हो गया, { $count } यात्री
gender-M = पुरुष
gender-F = महिला
gender-T = ट्रांसजेंडर
berth-LB = लोअर बर्थ
berth-MB = मिडिल बर्थ
berth-UB = अपर बर्थ
berth-SL = साइड लोअर
berth-SU = साइड अपर
berth-WS = खिड़की की सीट
berth-MS = बीच की सीट
berth-AS = गलियारे की सीट

## Review and payment
review =
    <b>कृपया जाँच लीजिए</b>

    { $trip }

    { $people }

    { $fare }
    <b>कुल { $total }</b>
fare-base = मूल किराया { $amount }
fare-reservation = आरक्षण शुल्क { $amount }
fare-superfast = सुपरफ़ास्ट शुल्क { $amount }
fare-gst = जीएसटी { $amount }
fare-rounding = पूर्णांकन { $amount }
fare-convenience = सुविधा शुल्क, जीएसटी सहित { $amount }
button-pay-link = { $amount } दें: UPI, कार्ड या बैंक
button-pay-wallet = वॉलेट से दें ({ $balance })
pay-by-link =
    <b>आपकी बर्थ { $until } तक रुकी हैं: { $seats }</b>
    नीचे के बटन से { $amount } का भुगतान कीजिए। पैसा पहुँचते ही टिकट यहीं अपने-आप आ जाएगा।
pay-link-later =
    <b>आपकी बर्थ { $until } तक रुकी हैं: { $seats }</b>
    भुगतान का पेज अभी जवाब नहीं दे रहा। कोई पैसा नहीं कटा है; एक मिनट में “भुगतान कर दिया” दबाकर लिंक ले लीजिए।
pay-link-later-trip =
    <b>आपकी बर्थ { $until } तक रुकी हैं: { $seats }</b>
    भुगतान का पेज अभी जवाब नहीं दे रहा। कोई पैसा नहीं कटा है; एक मिनट में यह यात्रा फिर खोलिए।
button-open-link = { $amount } अभी दें
button-check = भुगतान कर दिया
button-drop = बर्थ छोड़ दें
hold-over = भुगतान का समय पूरा हो गया, इसलिए बर्थ लौटा दी गईं। अगर आपने अभी-अभी भुगतान किया है, तो खाली होने पर बर्थ मिलेंगी, नहीं तो पूरा पैसा आपके वॉलेट में आएगा।
hold-dropped = बर्थ लौटा दी गईं। कोई पैसा नहीं कटा; अगर आपने अभी-अभी भुगतान किया है, तो पूरा पैसा आपके वॉलेट में आएगा।
booked =
    ✅ <b>बुकिंग हो गई, भुगतान मिला: { $amount }</b>
    PNR <code>{ $pnr }</code> · { $seats }
    टिकट अगले संदेश में आ रहा है।

## Trips, tickets, wallet
still-held = आपकी पहले वाली बर्थ अभी रुकी हुई हैं: उनका भुगतान कीजिए, या उन्हें छोड़ दीजिए।
button-show-trip = देखें और भुगतान करें
trips = <b>आपकी यात्राएँ ({ $count })</b>: टिकट देखने के लिए दबाइए।
no-trips = अभी कोई यात्रा नहीं है। कहाँ चलें?
button-trip = { $day } · { $trip } · { $number }
button-trip-unpaid = ⏳ { $day } · { $trip } · भुगतान बाकी
trip-over = बुकिंग { $pnr } अब मान्य नहीं है।
ticket =
    <b>PNR { $pnr }</b>
    { $number } { $name }
    { $day }, { $departure }
    { $seats }
ticket-pdf = यही टिकट PDF में, छापने या रखने के लिए। कृपया मूल फ़ोटो पहचान पत्र साथ रखिए।
button-copy-pnr = PNR { $pnr } कॉपी करें
wallet =
    <b>वॉलेट: { $balance }</b>
    इससे टिकट का भुगतान होता है। देर से या दो बार आया पैसा यहीं आपके लिए रहता है।
    { $rows }
wallet-credit = { $day } · + { $amount } · { $source }
wallet-debit = { $day } · − { $amount } · { $source }
source-booking = बुकिंग
source-refund = रिफ़ंड
source-topup = जमा
source-withdrawal = निकासी
source-promo = उपहार
register-first = आपका खाता अभी नहीं बना है; पहली ट्रेन बुक करते ही बन जाएगा।

## Told without being asked
told-ticket = आपका टिकट तैयार है।
told-hold-over = { $train } के भुगतान का समय पूरा हो गया, इसलिए बर्थ लौटा दी गईं। अगर आपने अभी-अभी भुगतान किया है, तो खाली होने पर बर्थ मिलेंगी, नहीं तो पूरा पैसा आपके वॉलेट में आएगा।
told-money-to-wallet = { $train } के { $amount } देर से, दो बार या अलग रकम में पहुँचे, इसलिए उनसे बर्थ नहीं मिल सकी। पूरा पैसा आपके वॉलेट में है, जब चाहें काम में लीजिए।

## Old buttons
stale-button = यह बटन पुराना है। अभी हम यहाँ हैं।
stale-other = यह बटन पिछली बातचीत का है। /book से नई शुरू कीजिए।

## What can be put right
problem-unreadable = माफ़ कीजिए, यहाँ मैं केवल लिखा हुआ और बटन समझता हूँ।
problem-too-long = यह बहुत लंबा है। कृपया एक-दो पंक्तियों में लिखिए।
problem-stale = यह इस बीच बदल गया। कृपया फिर से चुनिए।
problem-no-such-language = हम हिन्दी और अंग्रेज़ी बोलते हैं। कृपया एक चुनिए।
problem-bad-name = कृपया 2 से 60 अक्षरों का नाम लिखिए।
problem-bad-phone = यह फ़ोन नंबर जैसा नहीं लगता।
problem-bad-email = यह ई-मेल पते जैसा नहीं लगता। उदाहरण: asha@example.com
problem-phone-taken = यह फ़ोन नंबर पहले से किसी और खाते में है।
problem-email-taken = यह ई-मेल पता पहले से किसी और खाते में है। कृपया दूसरा लिखिए।
problem-phone-by-button = कृपया नीचे का बटन “📱 मेरा फ़ोन नंबर साझा करें” दबाइए: इससे पता चलता है कि नंबर आपका ही है।
problem-contact-not-own = यह किसी और का नंबर है। कृपया बटन से अपना नंबर साझा कीजिए।
problem-no-such-station = “{ $text }” नाम का स्टेशन मुझे नहीं मिला। शहर का नाम या टिकट वाला कोड लिखकर देखिए।
problem-same-station = यात्रा { $station } से ही शुरू हो रही है। कृपया दूसरा स्टेशन चुनिए।
problem-no-date = “{ $text }” से दिन समझ नहीं आया। <i>कल</i> या <i>25 दिसंबर</i> जैसा लिखिए।
problem-date-past = वह दिन बीत चुका है। कृपया आज या आगे का दिन चुनिए।
problem-date-too-far = बुकिंग { $days } दिन पहले खुलती है। कृपया पहले का दिन चुनिए।
problem-choose-unclear = कृपया ट्रेन और श्रेणी चुनिए, या लिखिए, जैसे <i>12951 3A</i>।
problem-train-not-that-day = ट्रेन { $train } उस दिन यह यात्रा नहीं करती। कृपया दूसरी चुनिए।
problem-train-closed = उस दिन के लिए { $train } की बुकिंग बंद हो चुकी है। कृपया दूसरी ट्रेन या दूसरा दिन चुनिए।
problem-train-without-class = ट्रेन { $train } में वह श्रेणी नहीं है। कृपया जो श्रेणी उसमें है, वह चुनिए।
no-such-class = उस दिन यहाँ किसी ट्रेन में { $travel_class } नहीं है; बाकी श्रेणियाँ ये हैं।
button-every-class = सभी श्रेणियाँ
problem-class-full = इस यात्रा के लिए { $travel_class } भर चुकी है। कृपया दूसरी श्रेणी या ट्रेन चुनिए।
problem-class-not-sold = { $travel_class } यहाँ अभी नहीं बिकती। कृपया दूसरी श्रेणी चुनिए।
problem-no-passengers = कृपया कम से कम एक यात्री का नाम लिखिए।
problem-too-many-passengers = एक टिकट पर अधिक से अधिक { $most } यात्री जा सकते हैं। बाकी के लिए दूसरा टिकट लीजिए।
problem-party-by-name = कृपया यात्रियों के नाम लिखिए, हर व्यक्ति एक पंक्ति में: <i>आशा 34 महिला</i>
problem-party-done = कृपया पहले कम से कम एक यात्री का नाम लिखिए।
problem-passenger-twice = { $name } सूची में पहले से हैं।
problem-passenger-unreadable = “{ $text }” समझ नहीं आया। नाम, उम्र और महिला, पुरुष या ट्रांसजेंडर लिखिए: <i>आशा 34 महिला लोअर</i>
problem-passenger-no-age = { $name } की उम्र क्या है? ऐसे लिखिए: <i>आशा 34 महिला</i>
problem-passenger-no-gender = कृपया महिला, पुरुष या ट्रांसजेंडर भी लिखिए: <i>{ $name } { $age } महिला</i>
problem-bad-age = { $age } उम्र के लिए टिकट नहीं बन सकता। 1 से 125 तक लिखिए।
problem-pay-by-button = कृपया बटन से चुनिए कि कैसे भुगतान करेंगे।
problem-held-first = आपकी बर्थ { $until } तक रुकी हैं। बटन से भुगतान कीजिए, या यात्रा बदलने के लिए इन्हें छोड़ दीजिए।
problem-gateway-away = भुगतान सेवा अभी जवाब नहीं दे रही। आपकी बर्थ { $until } तक रुकी हैं; एक मिनट बाद फिर कोशिश कीजिए।
problem-too-many-holds = आपकी { $most } बुकिंग का भुगतान बाकी है। पहले किसी एक का भुगतान कीजिए या उसे छोड़ दीजिए: /trips
problem-not-paid-yet = पैसा अभी नहीं पहुँचा। एक-दो मिनट लग सकते हैं; भुगतान कर दिया है तो और कुछ नहीं करना है।
problem-hold-over = भुगतान का समय पूरा हो गया था। कोई पैसा नहीं कटा।
problem-wallet-short = वॉलेट में इतना पैसा नहीं है। कुछ नहीं कटा।
problem-wallet-suspended = वॉलेट से अभी भुगतान नहीं हो सकता। कृपया लिंक से कीजिए; कुछ नहीं कटा।
problem-no-such-booking = यह बुकिंग मुझे आपकी बुकिंगों में नहीं मिली।
problem-register-first = कृपया पहले पंजीकरण कीजिए: /start
problem-callback-not-signed = वह पेज भुगतान सेवा से नहीं आया।
sorry-busy = यह अभी पूरा नहीं हो पाया। एक मिनट बाद फिर कोशिश कीजिए; पैसा कभी दो बार नहीं कटता।
sorry-failed = हमारी तरफ़ कुछ गड़बड़ हुई। कुछ खोया नहीं है; कृपया फिर कोशिश कीजिए।
