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
ask-party-queue = ⏳ { $number } { $travel_class } में अभी कोई बर्थ खाली नहीं: फ़िलहाल { $place } मिलेगा।
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
review-waiting = ⏳ { $free ->
        [0] { $number } में अभी कोई बर्थ खाली नहीं: आप { $standing } पर होंगे, और किसी के रद्द करने पर आगे बढ़ेंगे।
       *[other] { $number } में केवल { $free } बर्थ खाली हैं: बाकी लोग RAC या प्रतीक्षा सूची में होंगे, और किसी के रद्द करने पर आगे बढ़ेंगे।
    } चार्ट बनने पर जिन्हें जगह नहीं मिली, उनका पैसा अपने-आप लौट आता है।
fare-base = मूल किराया { $amount }
fare-reservation = आरक्षण शुल्क { $amount }
fare-superfast = सुपरफ़ास्ट शुल्क { $amount }
fare-tatkal = तत्काल { $amount }
fare-dynamic = डायनामिक किराया { $amount }
fare-gst = जीएसटी { $amount }
fare-rounding = पूर्णांकन { $amount }
fare-convenience = सुविधा शुल्क, जीएसटी सहित { $amount }
button-pay-link = { $amount } दें: UPI, कार्ड या बैंक
button-pay-wallet = वॉलेट से दें ({ $balance })
pay-link-later =
    <b>आपकी बर्थ { $until } तक रुकी हैं: { $seats }</b>
    भुगतान का पेज अभी जवाब नहीं दे रहा। कोई पैसा नहीं कटा है; एक मिनट में “भुगतान कर दिया” दबाकर लिंक ले लीजिए।
button-open-link = { $amount } अभी दें
button-check = भुगतान कर दिया
button-drop = बर्थ छोड़ दें
hold-over = भुगतान का समय पूरा हो गया, इसलिए बर्थ लौटा दी गईं। अगर आपने अभी-अभी भुगतान किया है, तो खाली होने पर बर्थ मिलेंगी, नहीं तो पूरा पैसा आपके वॉलेट में आएगा।
hold-dropped = बर्थ लौटा दी गईं। कोई पैसा नहीं कटा; अगर आपने अभी-अभी भुगतान किया है, तो पूरा पैसा आपके वॉलेट में आएगा।
booked =
    ✅ <b>बुकिंग हो गई, भुगतान मिला: { $amount }</b>
    { $pnrs }
    { $count ->
        [one] टिकट अगले संदेश में आ रहा है।
       *[other] दोनों टिकट अगले संदेशों में आ रहे हैं।
    }
booked-pnr = PNR <code>{ $pnr }</code> · { $seats }
button-return = ↩ वापसी बुक करें

## Trips, tickets, wallet
still-held = आपकी पहले वाली बर्थ अभी रुकी हुई हैं: उनका भुगतान कीजिए, या उन्हें छोड़ दीजिए।
button-show-trip = देखें और भुगतान करें
trips = <b>आपकी यात्राएँ ({ $count })</b>: टिकट देखने के लिए दबाइए।
no-trips = अभी कोई यात्रा नहीं है। कहाँ चलें?
button-trip = { $day } · { $trip } · { $number }
button-trip-unpaid = ⏳ { $day } · { $trip } · भुगतान बाकी
button-trip-over = ✖ { $day } · { $trip } · { $number }
button-pnr = 📍 हम कहाँ हैं
button-coach = 💺 हमारी बर्थ
coach = { $number } में आपकी बर्थ: <b>{ $seats }</b>
button-leave = ✖ रद्द करें
button-show-ticket = 🎫 टिकट दिखाएँ
ask-pnr = कौन-सा PNR? आदेश के पीछे उसके दस अंक लिखिए: <i>/pnr 2412345678</i>
pnr =
    <b>PNR { $pnr }</b> · { $number } { $name }
    { $origin } → { $destination } · { $day }, { $departure }

    { $lines }
pnr-line = { $name }: <b>{ $standing }</b>
trip-over = ये बर्थ (PNR { $pnr }) बिना भुगतान के लौट गईं, इसलिए टिकट नहीं बना। देर से आया पैसा आपके वॉलेट में है।
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
told-confirmed = 🎉 { $name } को बर्थ मिल गई: <b>{ $seat }</b>, { $train }, PNR { $pnr }।
told-rac = { $name } अब RAC में हैं, { $train }, PNR { $pnr }: अभी साझी सीट, और बर्थ की अगली बारी।
told-chart = { $train } का चार्ट बन गया, और आपके टिकट पर किसी को बर्थ नहीं मिली (PNR { $pnr })। टिकट अपने-आप रद्द हो गया; { $amount } आपके वॉलेट में हैं।
told-train-cancelled = रेलवे ने { $train } रद्द कर दी है (PNR { $pnr })। आपका पूरा किराया, { $amount }, आपके वॉलेट में है; केवल सुविधा शुल्क वापस नहीं होता।
told-late = { $train } 3 घंटे से ज़्यादा लेट है (PNR { $pnr })। आपने टिकट लौटाया, और { $amount } आपके वॉलेट में हैं।
told-hold-over = { $train } के भुगतान का समय पूरा हो गया, इसलिए बर्थ लौटा दी गईं। अगर आपने अभी-अभी भुगतान किया है, तो खाली होने पर बर्थ मिलेंगी, नहीं तो पूरा पैसा आपके वॉलेट में आएगा।
told-money-to-wallet = { $train } के { $amount } देर से, दो बार या अलग रकम में पहुँचे, इसलिए उनसे बर्थ नहीं मिल सकी। पूरा पैसा आपके वॉलेट में है, जब चाहें काम में लीजिए।

## Cancelling
ask-leaving =
    <b>{ $trip }</b>
    <b>कौन नहीं जा रहा?</b> अभी कुछ रद्द नहीं हुआ: पहले वापसी की रकम दिखेगी।
button-everybody = सब
button-those = { $count ->
        [one] केवल यह एक
       *[other] केवल ये { $count }
    }
ask-agree =
    <b>{ $trip }</b>

    { $lines }

    <b>{ $refund } तुरंत आपके वॉलेट में लौट आएँगे।</b>
    सुविधा शुल्क वापस नहीं होता।
refund-line =
    <b>{ $name }</b>: दिए { $fare }, कटेंगे { $deduction }, लौटेंगे { $refund }
    <i>{ $why }</i>
refund-rule-train-cancelled = रेलवे ने ट्रेन रद्द की: कुछ नहीं कटता।
refund-rule-late = ट्रेन 3 घंटे से ज़्यादा लेट है: कुछ नहीं कटता।
refund-rule-tatkal = पक्का तत्काल टिकट वापस नहीं होता।
refund-rule-assured = इस ट्रेन के नियम से किराए का { $percent }% कटता है।
refund-rule-flat = समय रहते: केवल श्रेणी का तय शुल्क कटता है।
refund-rule-part = प्रस्थान के इतने पास किराए का { $percent }% कटता है, कम से कम तय शुल्क।
refund-rule-too-late = प्रस्थान से 8 घंटे से कम पहले पक्के टिकट का कुछ वापस नहीं होता।
refund-rule-clerkage = पक्की बर्थ न होने पर केवल लिपिकीय शुल्क कटता है।
refund-rule-clerkage-too-late = प्रस्थान से 30 मिनट से कम पहले कुछ वापस नहीं होता।
refund-rule-chart = किसी को बर्थ नहीं मिली: केवल लिपिकीय शुल्क कटता है।
refund-rule-partly-confirmed = आपमें से किसी के पास बर्थ नहीं है, इसलिए केवल लिपिकीय शुल्क कटता है।
button-cancel-yes = हाँ, रद्द करें: { $refund } वॉलेट में
button-keep = नहीं, टिकट रहने दें
ticket-kept = कुछ रद्द नहीं हुआ। आपका टिकट वैसा ही है।
