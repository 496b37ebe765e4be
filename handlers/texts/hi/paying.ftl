## How to pay
button-pay-part = { $part } वॉलेट से, { $rest } लिंक से
button-pay-qr = 📱 भुगतान का क्यूआर कोड
button-pay-ways = भुगतान जारी रखें: सब तरीके
pay-panel =
    <b>आपकी बर्थ { $until } तक रुकी हैं: { $seats }</b>
    ⏳ { $minutes ->
        [one] 1 मिनट बाकी है
       *[other] { $minutes } मिनट बाकी हैं
    }: नीचे के बटन से { $amount } का भुगतान कीजिए। पैसा पहुँचते ही टिकट यहीं अपने-आप आ जाएगा।
pay-panel-part = किराए के { $part } आपके वॉलेट से दिए जा चुके हैं। बर्थ न ली गईं, तो ये तुरंत वॉलेट में लौट आएँगे।

## Told about payments
told-payment-failed =
    <b>{ $amount } का भुगतान नहीं हो पाया।</b> कोई पैसा नहीं कटा; अगर बैंक फिर भी कटा हुआ दिखाए, तो वह लौट आएगा या इसी बुकिंग में लग जाएगा।
    { $train } में आपकी बर्थ { $until } तक आपकी हैं: उसी या किसी और तरीके से फिर भुगतान कीजिए।
told-topup-failed =
    <b>वॉलेट के लिए { $amount } का भुगतान नहीं हो पाया।</b> कोई पैसा नहीं कटा। { $until } तक उसी लिंक से फिर कोशिश कर सकते हैं।
told-part-back = { $train } के लिए वॉलेट से दिए गए { $amount } फिर आपके वॉलेट में हैं, क्योंकि बर्थ नहीं ली गईं।
told-refund-processed = ✅ PNR { $pnr } के { $amount } { $method ->
        [upi] आपके UPI खाते
        [card] आपके कार्ड
        [netbanking] आपके बैंक खाते
        [wallet] उस वॉलेट ऐप
       *[other] भुगतान के स्रोत
    } में लौट गए हैं। बैंक को दिखाने में एक-दो दिन लग सकते हैं।
told-refund-failed = PNR { $pnr } के { $amount } { $method ->
        [upi] आपके UPI खाते
        [card] आपके कार्ड
        [netbanking] आपके बैंक खाते
        [wallet] उस वॉलेट ऐप
       *[other] भुगतान के स्रोत
    } में नहीं भेजे जा सके। इसलिए वे अब आपके यात्री वॉलेट में हैं: जब चाहें काम में लीजिए या निकाल लीजिए।
told-refund-returned = PNR { $pnr } के { $amount } हमारे पास लौट आए, हालाँकि हमने बताया था कि वे पहुँच गए: बैंक ने उन्हें { $method ->
        [upi] आपके UPI खाते
        [card] आपके कार्ड
        [netbanking] आपके बैंक खाते
        [wallet] उस वॉलेट ऐप
       *[other] भुगतान के स्रोत
    } में नहीं लिया। इसलिए वे अब आपके यात्री वॉलेट में हैं: जब चाहें काम में लीजिए या निकाल लीजिए।

## Refunds
refund-account-upi = आपके UPI खाते
refund-account-card = आपके कार्ड
refund-account-netbanking = आपके बैंक खाते
refund-account-wallet = उस वॉलेट ऐप
refund-account-other = भुगतान के स्रोत
refund-in-wallet = { $amount } आपके वॉलेट में लौट आए।
refund-on-way = { $amount } { $day } से { $account } के रास्ते में हैं: बैंक 5 से 7 कामकाजी दिन लेते हैं।
refund-there = { $amount } { $day } को { $account } में लौट गए।
refund-came-to-wallet = { $amount } { $account } में नहीं भेजे जा सके: { $day } से वे आपके वॉलेट में हैं।
trip-cancelled =
    टिकट { $pnr } रद्द है।
    { $refunds }
ask-agree-source = या { $source } { $account } में लौटेंगे, जिसमें 5 से 7 कामकाजी दिन लगते हैं{ $parts ->
        [1] ।
       *[other] { "," } और { $rest } वॉलेट में।
    }
button-cancel-source = हाँ, रद्द करें: { $source } { $account } में{ $parts ->
        [1] { "" }
       *[other] { "," } { $rest } वॉलेट में
    }
cancelled-whole = <b>टिकट रद्द हो गया।</b>
cancelled-partly = <b>हो गया।</b> { $count } यात्री टिकट पर बने हुए हैं।
cancelled-to-wallet = { $refund } अब आपके वॉलेट में हैं: कुल { $balance }।
cancelled-to-source = { $refund } { $account } के रास्ते में हैं। बैंक 5 से 7 कामकाजी दिन लेते हैं; पहुँचते ही हम बता देंगे।
