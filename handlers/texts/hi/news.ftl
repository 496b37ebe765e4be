## Reminders of what a booking has coming
told-hold-ending =
    ⏳ { $train } का <b>भुगतान करने के लिए { $minutes ->
        [one] 1 मिनट बचा है
       *[other] { $minutes } मिनट बचे हैं
    }</b>: { $seats }। आपकी बर्थ { $until } तक रखी हैं, फिर लौटा दी जाएँगी।
told-leaves-eve =
    🧳 { $train } <b>{ $when }</b> { $station } से चलेगी।
    आपकी जगह: <b>{ $seats }</b> · PNR { $pnr }। कृपया फ़ोटो वाला मूल पहचान-पत्र साथ रखें।
told-leaves-hours =
    🚆 { $train } <b>{ $when }</b> { $station } से चलेगी।
    आपकी जगह: <b>{ $seats }</b> · PNR { $pnr }
told-leaves-hour =
    🔔 <b>{ $to_go ->
        [60] एक घंटा
       *[other] { $to_go } मिनट
    } बाक़ी:</b> { $train } { $when } <b>{ $station }</b> से चलेगी।
    आपकी जगह: <b>{ $seats }</b> · PNR { $pnr }
leaves-today = आज { $clock } बजे
leaves-tomorrow = कल, { $day }, { $clock } बजे
leaves-tonight = आज रात { $clock } बजे, { $day } लगने के बाद
leaves-on = { $day } को { $clock } बजे
leaves-why = कारण: { $reason }
leaves-waiting = आप अभी प्रतीक्षा सूची में हैं: घर से निकलने से पहले चार्ट ज़रूर देख लें।
told-chart-made =
    📋 { $train } का चार्ट बन गया है। आपकी जगह: <b>{ $seats }</b> · PNR { $pnr }
    गाड़ी { $when } { $station } से चलेगी।
told-rescheduled =
    🕑 <b>{ $train } का समय बदल गया है:</b> अब { $when } { $station } से चलेगी, { $was_at } नहीं (PNR { $pnr })।
    आपका टिकट मान्य है। नया समय ठीक न लगे तो /trips में जाकर रद्द कर सकते हैं।
told-rescheduled-sooner =
    ⏰ <b>{ $train } पहले बताए समय से जल्दी चलेगी:</b> { $when } { $station } से, अब { $was_at } नहीं (PNR { $pnr })।
    समय पर पहुँच जाइए। न पहुँच सकें तो /trips में जाकर टिकट रद्द कर सकते हैं।

## Alerts: what a passenger asked to be told of
told-opening = ⏰ <b>{ $what } { $clock } बजे खुलेगी:</b> { $number } { $name }, { $travel_class }, { $trip }, { $day }. यात्रियों के नाम अभी भर लें और खुलते ही भुगतान करें।
told-opening-day = 📅 { $day } की <b>बुकिंग { $clock } बजे खुलेगी</b>: { $trip }।
told-berth-free =
    🎉 <b>{ $free ->
        [one] एक बर्थ ख़ाली है
       *[other] { $free } बर्थ ख़ाली हैं
    }</b>: { $number } { $name }, { $travel_class }, { $trip }, { $day }. जो पहले बुक करे, उसी की।
button-book-now = 🎫 अभी बुक करें
opening-general = बुकिंग
opening-quota = { $quota } बुकिंग
alert-berth = ख़ाली बर्थ
alert-any-train = कोई भी ट्रेन
alert-line = <b>{ $train }</b> · { $trip } · { $day }: { $what }
alert-made-berth =
    🔔 बर्थ ख़ाली होते ही बताएँगे:
    { $what }
    { $day }, { $clock } तक।
alert-made-opening =
    ⏰ खुलने से ज़रा पहले, { $day } को { $clock } बजे बताएँगे:
    { $what }
alerts =
    🔔 <b>आप { $count ->
        [one] एक बात
       *[other] { $count } बातें
    } जानना चाहते हैं</b>
    { $lines }

    हटाने के लिए टैप करें।
no-alerts = आपने अभी कोई अलर्ट नहीं लगाया। जहाँ गाड़ी भरी हो या बुकिंग न खुली हो, वहाँ इसका बटन मिलेगा।
alert-removed = हटा दिया।
calendar-opening =
    फ़ाइल खोलकर इसे अपने कैलेंडर में जोड़ लें, खुलने से 15 और 5 मिनट पहले याद दिलाया जाएगा:
    { $what }
button-alerts = 🔔 मेरे अलर्ट
button-bell = 🔔 मुझे बताएँ जब …
button-watch = 🔔 { $number } · { $travel_class } · { $standing } → बर्थ ख़ाली हो
button-remind = ⏰ { $number } · { $travel_class } · { $what } { $day }, { $clock }
button-remind-day = ⏰ याद दिलाएँ: { $of } की बुकिंग { $day }, { $clock } से
ask-bell =
    { $trip }
    <b>क्या बताएँ?</b> जब बर्थ ख़ाली हो, या तत्काल या बुकिंग खुलने से ज़रा पहले।
no-bells =
    { $trip }
    इन गाड़ियों में इंतज़ार की ज़रूरत नहीं: बर्थ ख़ाली हैं।
problem-alert-too-far = वह दिन एक साल से भी आगे है; तब कौन सी गाड़ी चलेगी, यह अभी किसी समय-सारणी में नहीं है।
problem-open-already = वह खुल चुकी है: आप अभी बुक कर सकते हैं।
problem-too-many-alerts = आपके { $most } अलर्ट पहले से हैं। पहले कोई एक हटाइए: /alerts
problem-watch-free-now = बर्थ अभी ख़ाली हैं: { $free }. आप तुरंत बुक कर सकते हैं।
problem-watch-too-late = उस गाड़ी की बुकिंग बंद हो चुकी है, अब कोई बर्थ ख़ाली नहीं हो सकती।

## Inbox
menu-inbox = { $unread ->
        [0] 📬 इनबॉक्स
       *[other] 📬 इनबॉक्स ({ $unread })
    }
inbox =
    📬 <b>इनबॉक्स</b>{ $unread ->
        [0] {""}
       *[other] {" "}· { $unread } अनपढ़े
    }{ $pages ->
        [one] {""}
       *[other] {" "}· पन्ना { $page } / { $pages }
    }

    { $rows }
inbox-empty = 📬 इनबॉक्स ख़ाली है। आपकी यात्राओं के बारे में जो कुछ होगा, यहाँ बताया जाएगा और 90 दिन रहेगा।
inbox-unread = 🔵 <b>{ $place }.</b> { $day }, { $clock } · <b>{ $words }</b>
inbox-read = { $place }. { $day }, { $clock } · { $words }
inbox-over = यह बात अब बीत चुकी है।
inbox-all-read = { $count ->
        [0] कुछ भी अनपढ़ा नहीं था।
        [one] एक संदेश पढ़ा हुआ माना गया।
       *[other] { $count } संदेश पढ़े हुए माने गए।
    }
button-read-all = ✓ सब पढ़ लिए
button-notifications = 🔔 सूचनाएँ
problem-no-such-news = वह संदेश अब नहीं है। जो हैं: /inbox

## What is pushed, and when
notifications =
    ⚙ <b>हम आपको क्या भेजते हैं</b>
    भुगतान, आपके टिकट, गाड़ी छूटने का समय और रद्द गाड़ियाँ हमेशा तुरंत बताई जाती हैं। बाक़ी सब /inbox में तो रहता ही है।

    { $quiet }
quiet-on = 🌙 शांत समय: <b>{ $hours }</b>. जो रुक सकता है, वह इसके बाद आएगा।
quiet-off = 🌙 कोई शांत समय नहीं।
push-booking = प्रतीक्षा सूची और चार्ट
push-alert = अलर्ट और रेलवे की ख़बरें
push-promo = ऑफ़र
button-push-on = ✅ { $what }: चालू
button-push-off = ◻ { $what }: बंद
button-quiet = 🌙 शांत समय
button-quiet-off = शांत समय नहीं चाहिए
ask-quiet = कब से कब तक ऐसा कुछ न भेजें जो रुक सकता है? टैप करें या लिखें: <i>रात 10 से सुबह 6</i>
quiet-kept = आपका शांत समय पहले जैसा ही है।
problem-quiet-unclear = कब से कब तक? जैसे <i>22:00-07:00</i>, <i>रात 10 से सुबह 6</i>, या <i>बंद</i>।

command-inbox = आपको क्या बताया गया
command-alerts = आप क्या जानना चाहते हैं
command-notifications = सूचनाएँ, शांत समय
