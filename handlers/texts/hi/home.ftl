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

    /book टिकट बुक करें · /trips मेरी यात्राएँ · /wallet वॉलेट · /inbox इनबॉक्स
    /profile प्रोफ़ाइल · /alerts सूचनाएँ · /language भाषा · /cancel रद्द करें
    /support: यहीं चैट में हमारे लोग जवाब देते हैं
menu-book = 🎫 टिकट बुक करें
menu-trips = 🧾 मेरी यात्राएँ
menu-wallet = 👛 वॉलेट
menu-language = 🌐 भाषा / Language
menu-help = ❓ मदद
command-start = शुरू करें
command-book = टिकट बुक करें
command-train = किसी ट्रेन का रूट और समय
command-trips = मेरी यात्राएँ और टिकट
command-pnr = बुकिंग की स्थिति
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
