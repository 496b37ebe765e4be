## The wallet
wallet-suspended = ⛔ आपका वॉलेट <b>रोका गया</b> है: इससे न भुगतान हो सकता है, न निकासी। रिफ़ंड और रास्ते का पैसा फिर भी आता रहेगा, और सारा पैसा आपका ही है। कृपया हमसे पूछिए: /help
wallet-history =
    <b>वॉलेट, पन्ना { $page }</b>
    { $rows }
wallet-history-empty = अभी तक कोई लेन-देन नहीं हुआ।
wallet-history-credit = { $day } · + { $amount } · { $source } → { $balance }
wallet-history-debit = { $day } · − { $amount } · { $source } → { $balance }
wallet-note = <i>   { $note }</i>
source-adjustment = सुधार
withdrawal-drafted = अभी माँगी नहीं
withdrawal-asked = जाँच में
withdrawal-approved = मंज़ूर
withdrawal-sent = भेज दी गई
withdrawal-failed = नहीं हो सकी
withdrawal-refused = नामंज़ूर
button-topup = ➕ पैसे जोड़ें
button-promo = 🎁 प्रोमो कोड
button-withdraw = 🏦 निकासी
button-history = 📜 लेन-देन
button-statement = 🧾 स्टेटमेंट
button-newer = ◀ नए
button-older = पुराने ▶
ask-statement = कब से कब तक का स्टेटमेंट चाहिए?
statement-lately = पिछले 90 दिन
statement-here = आपके वॉलेट का स्टेटमेंट।

## Topping up
ask-topup =
    <b>वॉलेट में पैसे जोड़िए</b>
    कितने? बटन दबाइए, या { $least } से { $most } तक की रकम लिखिए।
topup-by-link =
    <b>आपके वॉलेट के लिए { $amount }</b>
    कृपया { $until } तक बटन से भुगतान कीजिए ({ $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    })। रसीद यहीं अपने आप आ जाएगी।
topup-link-later =
    <b>आपके वॉलेट के लिए { $amount }</b>
    भुगतान सेवा अभी जवाब नहीं दे रही। कुछ नहीं कटा; कृपया एक मिनट में फिर कोशिश कीजिए।
topup-qr = दूसरे फ़ोन के कैमरे से इसे स्कैन कीजिए: आपके वॉलेट के लिए <b>{ $amount }</b>, { $until } तक। भुगतान का पेज खुलेगा, जहाँ UPI, कार्ड या नेटबैंकिंग से चुका सकते हैं। रसीद यहीं अपने आप आ जाएगी।
topup-receipt =
    ✅ <b>{ $amount } आपके वॉलेट में आ गए</b>
    शेष: { $balance }
    रसीद: <code>{ $reference }</code>
topup-over = { $amount } के भुगतान का समय बीत गया। कुछ नहीं कटा; अगर अभी-अभी भुगतान किया है, तो पैसा फिर भी वॉलेट में आ जाएगा।
topup-dropped = { $amount } जोड़ना छोड़ दिया। कुछ नहीं कटा; अगर अभी-अभी भुगतान किया है, तो पैसा फिर भी वॉलेट में आ जाएगा।
topup-not-begun = ठीक है, पैसे नहीं जोड़े। कुछ नहीं कटा।
button-drop-topup = रहने दें
problem-topup-first = कृपया ऊपर के बटन से भुगतान कीजिए, या रहने दीजिए।
problem-topup-gateway-away = भुगतान सेवा अभी जवाब नहीं दे रही। कृपया एक मिनट में फिर कोशिश कीजिए; कुछ खोया नहीं है।
problem-topup-over = भुगतान का समय बीत गया। कुछ नहीं कटा।
problem-topup-amount = एक बार में ₹{ $least } से ₹{ $most } तक, पूरे रुपयों में लिखिए।
problem-topup-month = पहचान की पुष्टि होने तक महीने में ₹{ $most } ही जोड़े जा सकते हैं (हमारी सीमा, प्रीपेड वॉलेट के लिए रिज़र्व बैंक के नियमों के अनुसार)। इस महीने ₹{ $left } और जोड़ सकते हैं।
problem-wallet-full = वॉलेट में ज़्यादा से ज़्यादा ₹{ $most } रह सकते हैं (हमारी सीमा, प्रीपेड वॉलेट के लिए रिज़र्व बैंक के नियमों के अनुसार)।
problem-wallet-closed = आपका वॉलेट रोका गया है, इसलिए अभी उसमें पैसे मत डालिए। जो पैसा रास्ते में है, वह फिर भी आएगा।
problem-amount-unreadable = यह रकम समझ नहीं आई। जैसे लिखिए: <i>1500</i>

## Promo codes
ask-promo = कृपया प्रोमो कोड लिखिए।
promo-used =
    🎁 <b>{ $code } से { $amount }</b>
    शेष: { $balance }। इससे टिकट ले सकते हैं; इसे निकाला नहीं जा सकता।
promo-left = ठीक है, कोई कोड नहीं।
problem-promo-unreadable = यह प्रोमो कोड नहीं लगता: उसमें A से Z तक के अक्षर और अंक होते हैं, कुल 4 से 20।
problem-promo-unknown = कोड { $code } मुझे नहीं मिला। कृपया वर्तनी देख लीजिए।
problem-promo-not-yet = कोड { $code } अभी शुरू नहीं हुआ है।
problem-promo-over = कोड { $code } का समय बीत चुका है।
problem-promo-used-up = कोड { $code } जितने लोगों के लिए था, उतने लोग ले चुके हैं।
problem-promo-had = { $code } का पैसा आपको मिल चुका है।
problem-promo-too-many = कई ग़लत कोड हो गए। कृपया { $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    } बाद फिर कोशिश कीजिए।
problem-promo-there-already = कोड { $code } पहले से है।
problem-promo-not-possible = कोड की रकम शून्य से ज़्यादा और ₹{ $most } तक हो, कम से कम एक व्यक्ति के लिए, और उसके दिन बीत न चुके हों।

## Withdrawing
ask-withdraw =
    <b>वॉलेट से निकासी</b>
    कितने? { $available } निकाले जा सकते हैं। बटन दबाइए, या रकम लिखिए।
ask-withdraw-promo =
    <b>वॉलेट से निकासी</b>
    कितने? { $available } निकाले जा सकते हैं; प्रोमो के { $promo } से सिर्फ़ टिकट लिए जा सकते हैं। बटन दबाइए, या रकम लिखिए।
button-all = पूरे { $amount }
ask-payee =
    <b>{ $amount } कहाँ भेजें?</b>
    UPI आईडी लिखिए, जैसे <i>asha@okaxis</i>, या खाता संख्या और IFSC, जैसे <i>123456789012 HDFC0001234</i>। खाता आपका अपना होना चाहिए।
ask-withdraw-agree =
    <b>कृपया जाँच लीजिए</b>
    { $name } के लिए { $amount }, { $to } पर
    रकम अभी वॉलेट से निकल जाएगी, और हमारी जाँच के बाद दो कार्य-दिवस में बैंक पहुँचेगी। न पहुँच सकी, तो वॉलेट में लौट आएगी।
button-withdraw-yes = हाँ, { $amount } निकालें
button-withdraw-keep = नहीं, रहने दें
withdraw-asked =
    ✅ <b>{ $amount } { $to } को जा रहे हैं</b>
    शेष: { $balance }। भेजते ही यहाँ बता देंगे।
withdraw-kept = कुछ नहीं निकाला गया।
problem-withdraw-amount = कृपया ₹1 से ₹{ $available } तक की रकम चुनिए।
problem-withdraw-nothing = निकालने लायक कुछ नहीं है। प्रोमो के पैसे से सिर्फ़ टिकट लिए जा सकते हैं।
problem-withdraw-by-button = कृपया बटन दबाकर बताइए कि निकालना है या नहीं। तब तक कुछ नहीं होगा।
problem-payee-unreadable = यह समझ नहीं आया। UPI आईडी जैसे <i>asha@okaxis</i>, या खाता संख्या और IFSC लिखिए।
problem-payee-no-ifsc = कृपया शाखा का IFSC भी लिखिए: ग्यारह अक्षर, जैसे <i>HDFC0001234</i>।
problem-payee-no-account = कृपया खाता संख्या भी लिखिए: 9 से 18 अंक।
problem-payout-unknown = ऐसी कोई निकासी नहीं है।
problem-payout-own = अपनी निकासी पर कोई ख़ुद फ़ैसला नहीं करता: कृपया किसी साथी से कहिए।
problem-payout-second-person = ₹10,000 से ऊपर दूसरे व्यक्ति की मंज़ूरी भी चाहिए।
problem-payout-not-now = यह निकासी { $status } है, इसलिए यह नहीं हो सकता।

## Told without being asked
told-withdrawal-sent = ✅ { $amount } { $to } को भेज दिए गए। बैंक की संख्या: { $reference }
told-withdrawal-failed = { $amount } { $to } तक नहीं पहुँच सके ({ $reason })। पूरे पैसे फिर आपके वॉलेट में हैं।
told-withdrawal-refused = { $to } पर { $amount } की निकासी नामंज़ूर हुई ({ $reason })। पूरे पैसे फिर आपके वॉलेट में हैं।
told-wallet-given = हमारे डेस्क ने आपके वॉलेट में { $amount } डाले: { $reason }
told-wallet-taken = हमारे डेस्क ने आपके वॉलेट से { $amount } लिए: { $reason }
told-wallet-suspended = ⛔ आपका वॉलेट रोका गया है: इससे भुगतान नहीं हो सकता। पैसा आपका ही है। कृपया हमसे पूछिए: /help
told-wallet-reopened = ✅ आपका वॉलेट फिर चालू है।
