## The profile
command-profile = मेरा खाता: नाम, फ़ोन, पसंद
button-profile = 👤 प्रोफ़ाइल
profile =
    <b>{ $name }</b>
    📱 { $phone } · ✉️ { $email }
    🌐 { $language } · 🔑 { $password }
    🪪 { $identity }

    पसंद की श्रेणी: { $usual_class }
    पसंद की बर्थ: { $usual_berth }
    सहेजे यात्री: { $travellers } · पसंदीदा यात्राएँ: { $favourites }
profile-none = इस चैट में अभी आपका Yatri खाता नहीं है। पहली बुकिंग के साथ बन जाता है। किसी और Telegram खाते में है? साइन इन कीजिए।
profile-changed = सहेज लिया। ✓
account-kept = सब पहले जैसा ही है। /profile
no-usual = कोई नहीं
password-is-set = पासवर्ड है
password-is-not-set = पासवर्ड नहीं है
identity-none = पहचान की जाँच नहीं हुई
identity-pending = { $document } · जाँच चल रही है
identity-verified = { $document } · जाँच पूरी ✓
identity-rejected = { $document } · स्वीकार नहीं हुआ
document-aadhaar = आधार
document-pan = पैन कार्ड
document-passport = पासपोर्ट
document-voter = वोटर आईडी
document-driving = ड्राइविंग लाइसेंस
button-name = ✏️ नाम
button-email = ✉️ ई-मेल
button-phone = 📱 फ़ोन
button-travellers = 👥 यात्री
button-favourites = ★ पसंदीदा
button-classes = 💺 पसंद की श्रेणी
button-berths = 🛏 पसंद की बर्थ
button-password = 🔑 पासवर्ड
button-verify = 🪪 पहचान
button-export = 📦 मेरा डेटा
button-leaving = 🚪 खाता बंद करें
button-signin = 🔑 साइन इन
button-to-profile = ‹ प्रोफ़ाइल
button-remove = ✖ { $what }
button-no-usual = कोई पसंद नहीं

## Travellers, class, berth, favourites
travellers =
    { $count ->
        [0] <b>अभी कोई यात्री सहेजा नहीं है।</b>
       *[other] <b>सहेजे यात्री</b>। हटाने के लिए नाम दबाइए।
    }
    जिनके लिए आप बुक करते हैं, वे अपने आप सहेज लिए जाते हैं।
ask-usual-class = <b>आप ज़्यादातर किस श्रेणी में जाते हैं?</b> ट्रेनों की सूची में उसका बटन पहले आएगा।
ask-usual-berth = <b>कौन-सी बर्थ पसंद है?</b> जिस यात्री के लिए आप कुछ न कहें, उसके लिए यही माँगी जाएगी।
favourites =
    { $count ->
        [0] <b>अभी कोई पसंदीदा यात्रा नहीं है।</b>
       *[other] <b>पसंदीदा यात्राएँ</b>। हटाने के लिए दबाइए।
    }
    किसी यात्रा के नीचे ☆ बटन से सहेजिए। वे पहले मेनू में मिलती हैं: /start
favourite-saved = ★ { $trip } अब आपकी पसंदीदा यात्राओं में है, पहले मेनू में।
button-like = ☆ यह यात्रा सहेजें

## Name, e-mail, phone, password
ask-new-name = आपको किस नाम से बुलाएँ? पहचान-पत्र जैसा पूरा नाम लिखिए। बुक हो चुके टिकटों के नाम नहीं बदलेंगे। पुराना रखना हो तो /cancel।
ask-new-email = नया ई-मेल पता लिखिए। पुराना रखना हो तो /cancel।
ask-new-phone = नीचे के बटन से नया नंबर साझा कीजिए। वह इसी Telegram खाते का नंबर होना चाहिए। पुराना रखना हो तो /cancel।
ask-password =
    <b>नया पासवर्ड लिखिए</b>, कम से कम 8 अक्षरों का: तीन-चार अनोखे शब्द अच्छे रहते हैं।
    आपका संदेश मैं तुरंत हटा दूँगा। इससे आप यह खाता किसी और Telegram खाते में खोल सकते हैं: /signin
password-set = पासवर्ड लग गया और आपका संदेश हटा दिया। ✓

## Signing in
ask-signin-who = खाता कौन-सा है? उसका फ़ोन नंबर या ई-मेल पता लिखिए।
ask-signin-password = और उसका पासवर्ड? आपका संदेश मैं तुरंत हटा दूँगा।
signed-in = आप साइन इन हो गए। ✓ अब आपका खाता इसी चैट में है।
not-signed-in = आप साइन इन नहीं हैं। जब चाहें: /signin
told-account-moved =
    🔑 <b>आपका Yatri खाता किसी और Telegram खाते में खोला गया।</b>
    आपके टिकट और वॉलेट अब वहाँ हैं। अगर यह आप नहीं थे, तो तुरंत /signin से उसे वापस लीजिए और नया /password लगाइए। बात न बने तो: /support

## Identity
ask-document = <b>कौन-सा दस्तावेज़ दिखाएँगे?</b> उसे केवल हमारा डेस्क देखता है, और वह एन्क्रिप्ट करके रखा जाता है।
ask-document-number =
    अपने { $document } का नंबर लिखिए, जैसे <code>{ $kind ->
        [aadhaar] 2345 6789 0124
        [pan] ABCPE1234F
        [passport] M1234567
        [voter] ABC1234567
       *[driving] MH12 2019 0012345
    }</code>। आपका संदेश मैं तुरंत हटा दूँगा।
ask-document-photo = अब { $document } की साफ़ फ़ोटो या स्कैन भेजिए। नाम और नंबर पढ़े जा सकें।
identity-waits = धन्यवाद। हमारा डेस्क इसे देखेगा, और आपको यहीं बताया जाएगा। ✓
told-identity-verified = 🪪 <b>आपकी पहचान की जाँच पूरी हुई।</b> अब आप महीने में 24 टिकट, और पहले दिन से, बुक कर सकते हैं।
told-identity-rejected =
    🪪 <b>आपका दस्तावेज़ स्वीकार नहीं हुआ।</b>
    { $reason }
    आप दूसरा दिखा सकते हैं: /verify

## Closing
leaving =
    <b>खाता बंद करना</b>
    • <b>विराम</b>: कुछ बुक नहीं होगा, और केवल आपके टिकट और पैसे की सूचनाएँ आएँगी। एक बटन से फिर खोल लीजिए।
    • <b>मिटाना</b>: नाम, फ़ोन, ई-मेल, यात्री और दस्तावेज़ हमेशा के लिए हट जाएँगे। टिकट और भुगतान बिना नाम के रखे जाते हैं, जैसा क़ानून कहता है।
button-rest = ⏸ विराम दें
button-wake = ▶ फिर खोलें
button-delete = 🗑 मेरा खाता मिटाएँ
account-rests = <b>आपका खाता विराम पर है।</b> टिकट मान्य हैं। बुक करने के लिए उसे फिर खोलिए।
account-awake = फिर स्वागत है! आपका खाता खुल गया। ✓
account-suspended = <b>आपका खाता हमारे डेस्क ने बंद किया है।</b> जो टिकट आपके पास हैं, वे मान्य हैं। अगर यह ग़लती है, तो हमें लिखिए: /support
export-here = 📦 आपके बारे में हम जो कुछ रखते हैं, एक फ़ाइल में। कृपया इसे आगे न भेजिए।
ask-delete =
    <b>खाता मिटा दें?</b>
    नाम, फ़ोन, ई-मेल, सहेजे यात्री, दस्तावेज़ और संदेश हटा दिए जाएँगे। यह लौटाया नहीं जा सकता।
    दो बार दबाइए, या <code>मिटाएँ</code> लिखिए।
ask-delete-really = <b>पक्का?</b> इसके बाद इसे कोई वापस नहीं ला सकता।
button-delete-yes = हाँ, मिटा दें
button-delete-really = 🗑 हमेशा के लिए मिटाएँ
button-keep-account = मेरा खाता रहने दें
account-deleted = आपका खाता मिटा दिया गया। हमारे साथ चलने का धन्यवाद; फिर आना हो तो /start।

## What can be put right
problem-password-short = यह बहुत छोटा है। कृपया कम से कम { $least } अक्षर लीजिए।
problem-password-long = यह बहुत लंबा है। कृपया ज़्यादा से ज़्यादा { $most } अक्षर लीजिए।
problem-password-weak = यह पासवर्ड सबको पता है या आसानी से बूझा जा सकता है। कृपया तीन-चार अनोखे शब्द लीजिए।
problem-sign-in-wrong = यह फ़ोन या ई-मेल और यह पासवर्ड आपस में मेल नहीं खाते। फिर कोशिश कीजिए, या /cancel।
problem-sign-in-too-often = बहुत बार कोशिश हो चुकी। कृपया एक घंटा रुकिए।
problem-signin-unclear = कृपया खाते का फ़ोन नंबर या ई-मेल पता लिखिए।
problem-chat-has-account = इस Telegram खाते में पहले से एक Yatri खाता है। यहाँ दूसरा खोलने के लिए पहले /profile में इसे मिटाइए।
problem-account-closed = आपका खाता हमारे डेस्क ने बंद किया है। कृपया हमें लिखिए: /support
problem-account-resting = आपका खाता विराम पर है। बुक करने के लिए उसे फिर खोलिए: /profile
problem-change-too-often = आज यह बहुत बार बदला गया। कृपया कल फिर कोशिश कीजिए।
problem-register-too-often = आज बहुत बार कोशिश हुई। कृपया कल फिर कोशिश कीजिए। अगर आपका खाता पहले से है, तो /signin से उसमें आ जाइए।
problem-bad-id-number = यह { $kind ->
        [aadhaar] आधार का नंबर नहीं है: उसमें 12 अंक होते हैं।
        [pan] पैन का नंबर नहीं है: पाँच अक्षर, चार अंक, एक अक्षर।
        [passport] भारतीय पासपोर्ट का नंबर नहीं है: एक अक्षर और सात अंक।
        [voter] वोटर आईडी का नंबर नहीं है: तीन अक्षर और सात अंक।
       *[driving] ड्राइविंग लाइसेंस का नंबर नहीं है: दो अक्षर और तेरह अंक।
    }
problem-number-lost = जो नंबर आपने पहले लिखा था, वह अब पढ़ा नहीं जा रहा। कृपया नंबर फिर लिखिए, और फिर दस्तावेज़ दोबारा भेजिए।
problem-verified-already = आपकी पहचान की जाँच पहले ही पूरी हो चुकी है।
problem-identity-too-often = आज आप तीन दस्तावेज़ दिखा चुके हैं। कृपया कल फिर कोशिश कीजिए, या /support से पूछिए।
problem-no-identity = कोई दस्तावेज़ नहीं दिखाया गया।
problem-decided-already = उस दस्तावेज़ पर फ़ैसला हो चुका है।
problem-document-by-button = कृपया बटन से बताइए कि कौन-सा दस्तावेज़ है।
problem-document-by-photo = कृपया दस्तावेज़ की फ़ोटो या फ़ाइल भेजिए।
problem-delete-trips-first = आपकी यात्राएँ बाक़ी हैं। पहले उन्हें पूरा या रद्द कीजिए: /trips
problem-delete-wallet-first = आपके वॉलेट में { $balance } हैं। पहले उन्हें निकाल लीजिए: /wallet
problem-delete-withdrawal-first = आपकी एक निकासी अभी रास्ते में है। उसके पहुँचने तक रुकिए: /wallet
problem-delete-money-first = { $kind ->
        [link] { $amount } चुकाने का आपका एक लिंक { $until } तक खुला है। वह भुगतान छोड़ दीजिए, या तब तक रुकिए: /wallet
        [refund] { $amount } आपके भुगतान के स्रोत में लौट रहे हैं, आम तौर पर { $until } तक। बैंक न ले, तो वे आपके वॉलेट में आएँगे, इसलिए उनके पहुँचने तक रुकिए: /trips
       *[withdrawal] { $amount } अभी-अभी आपको भेजे गए हैं। आपका बैंक { $until } तक उन्हें आपके वॉलेट में लौटा सकता है, इसलिए तब तक रुकिए: /wallet
    }
problem-delete-unclear = कुछ नहीं मिटाया गया। बटन दबाइए, मिटाएँ लिखिए, या /cancel।
problem-export-too-often = आज आप अपना डेटा कई बार माँग चुके हैं। कृपया कल फिर कोशिश कीजिए।
