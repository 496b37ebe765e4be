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
problem-phone-taken = यह फ़ोन नंबर पहले से किसी और खाते में है। वह आपका ही है? /signin से उसे यहाँ खोलिए।
problem-email-taken = यह ई-मेल पता पहले से किसी और खाते में है। कृपया दूसरा लिखिए। वह आपका ही है? /signin से उसे यहाँ खोलिए।
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
button-every-class = ✖ सभी ट्रेनें और श्रेणियाँ
problem-no-such-train = “{ $text }” नाम की ट्रेन नहीं मिली। नंबर लिखकर देखिए, जैसे <i>12951</i>।
problem-cancelled-already = वह पहले ही रद्द हो चुका है। और कुछ नहीं कटेगा।
problem-train-has-left = वह ट्रेन जा चुकी है, इसलिए यहाँ रद्द नहीं हो सकती।
problem-refund-changed = वापसी की रकम अब बदल गई है। कृपया पहले फिर से देख लीजिए।
problem-leaving-by-button = कृपया टैप करके बताइए कौन नहीं जा रहा।
problem-agree-by-button = कृपया टैप करके बताइए रद्द करना है या नहीं। तब तक कुछ रद्द नहीं होता।
problem-no-such-pnr = “{ $pnr }” PNR की कोई बुकिंग नहीं मिली। PNR में दस अंक होते हैं।
problem-return-later = पहले यह यात्रा: वापसी{ $day ->
        [none] {""}
       *[other] {" "}{ $day } की
    } इसके ठीक बाद, एक टैप में।
problem-nothing-to-return = कहाँ से वापसी? बताइए कहाँ से कहाँ, जैसे <i>पटना से दिल्ली</i>।
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
problem-bad-age = { $age } उम्र के लिए टिकट नहीं बन सकता। 0 (एक साल से कम) से 125 तक लिखिए।
problem-pay-by-button = कृपया बटन से चुनिए कि कैसे भुगतान करेंगे।
problem-held-first = पहले इन बर्थ का भुगतान कीजिए, या यात्रा बदलने के लिए इन्हें छोड़ दीजिए।
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
