# टिकटों के जवाब के अलावा स्टाफ़ जो कर सकता है: ग्रुप में और अपनी निजी चैट में।

desk-menu = <b>डेस्क</b> · नमस्ते { $name }! क्या करना है?
desk-button-find = 🔎 खोजें
desk-button-approvals = ✋ मंज़ूरियाँ
desk-button-payouts = 🏦 निकासी
desk-button-run = 🚆 कोई ट्रेन
desk-button-codes = 🎁 प्रोमो कोड
desk-button-broadcasts = 📣 सबको संदेश
desk-button-identities = 🪪 पहचान
desk-button-today = 📊 आज
desk-button-audit = 📜 काम का लेखा
desk-leave = ✕ रहने दें
desk-left = रहने दिया: कुछ नहीं हुआ।
desk-answer-by-reply =
    <i>शब्दों में जवाब देने के लिए कृपया इसी संदेश पर रिप्लाई करें: यहाँ लिखे बाकी शब्द { $where ->
        [topic] यात्री तक जाते हैं
       *[general] जवाब नहीं माने जाते
    }।</i>

desk-ask-find = किसे या क्या खोजना है? नाम या उसकी शुरुआत (<code>आशा वर</code>), फ़ोन नंबर, ई-मेल, PNR, भुगतान आईडी, टिकट नंबर या टेलीग्राम आईडी।
desk-person = 👤 <b>{ $name }</b> · { $state }
desk-state-open = चालू
desk-state-resting = खुद बंद किया हुआ
desk-contact = 📱 { $phone } · ✉️ { $email }
desk-kyc = 🪪 { $kyc } { $proof }
desk-kyc-none = कोई दस्तावेज़ नहीं दिखाया
desk-kyc-waiting = डेस्क की जाँच बाकी
desk-kyc-verified = जाँची हुई
desk-kyc-rejected = अस्वीकृत
desk-wallet-suspended = ⛔ वॉलेट रोका हुआ है।
desk-of = 👤 { $name }
desk-traveller = • { $initials } ({ $age }) · { $place }
desk-paid = 💳 { $amount } · { $method } · { $status } · <code>{ $reference }</code>
desk-came-back = ↩️ { $amount } · { $where }
desk-button-user = 👤 यात्री
desk-button-refund = ↩️ रिफ़ंड
desk-button-adjust = ± वॉलेट
desk-button-suspend = ⛔ यात्री को रोकें
desk-button-reopenuser = ✅ यात्री को फिर खोलें
desk-button-freeze = ⛔ वॉलेट रोकें
desk-button-thaw = ✅ वॉलेट फिर खोलें
desk-button-identity = 🪪 दस्तावेज़

desk-ask-amount = <b>{ $name } का वॉलेट</b>: कितना? बटन दबाएँ, या रकम और कारण लिखें: <code>+250 ट्रेन छूटने पर टैक्सी</code>, या <code>-100 दो बार मिला</code>
desk-ask-why =
    { $what }
    <b>क्यों?</b> कारण लिखते ही यह हो जाएगा; यात्री इसे पढ़ेंगे।
desk-giving = { $amount }, { $name } के वॉलेट में
desk-taking = { $amount }, { $name } के वॉलेट से
desk-refunding = PNR { $pnr } के { $amount } वापस, { $where }
desk-to-wallet = वॉलेट में
desk-to-source = वहीं जहाँ से भुगतान हुआ
desk-owed =
    <b>PNR { $pnr }</b>: { $paid } दिए गए, अब तक { $back } लौटाए, { $left } बाकी।
    बटन दबाएँ, या रकम और कारण लिखें: <code>250 ख़राब AC के लिए खेद</code> (वॉलेट में)
desk-all-to-wallet = { $amount } → वॉलेट
desk-all-to-source = { $amount } → { $method }
desk-done = ✅ { $what }। कारण: { $reason }
desk-waits-for-second =
    ✋ <b>{ $what }</b>
    { $name } ने माँगा: { $reason }
    इसके लिए किसी दूसरे की हाँ चाहिए, कल { $until } तक।
desk-button-confirm = ✅ पक्का करें
desk-button-decline = ✕ मना करें
desk-nothing-waits = दूसरी हाँ का इंतज़ार किसी को नहीं।
desk-confirmed = ✅ { $what }: { $asked } ने माँगा, { $name } ने पक्का किया।
desk-declined = ✕ { $what }: { $asked } ने माँगा, { $name } ने मना किया।

desk-no-payouts = कोई निकासी बाकी नहीं।
desk-payout =
    🏦 <b>{ $amount }</b> → <code>{ $to }</code>
    माँगा { $when } · { $status } · { $needed } में से { $yes } की हाँ
desk-button-yes = ✅ मंज़ूर
desk-button-no = ✕ नामंज़ूर
desk-button-sent = ➤ भेज दिया
desk-button-failed = ↩️ नहीं जा सका
desk-ask-refuse = { $amount } की निकासी क्यों नामंज़ूर? यात्री इसे पढ़ेंगे, और पैसा फिर वॉलेट में होगा।
desk-ask-utr = { $amount } भेज दिए गए: बैंक का नंबर (UTR) क्या है?
desk-ask-failed = { $amount } क्यों नहीं जा सके? यात्री इसे पढ़ेंगे, और पैसा फिर वॉलेट में होगा।

desk-ask-suspend = <b>{ $name }</b> का खाता क्यों रोकना है? कारण लिखते ही हो जाएगा। कारण डेस्क के पास ही रहता है।
desk-ask-reopenuser = <b>{ $name }</b> का खाता फिर क्यों खोलना है?
desk-ask-freeze = <b>{ $name }</b> का वॉलेट क्यों रोकना है? कारण लिखते ही हो जाएगा।
desk-ask-thaw = <b>{ $name }</b> का वॉलेट फिर क्यों खोलना है?
desk-did-suspend = ⛔ { $name } का खाता रोक दिया: { $reason }
desk-did-reopenuser = ✅ { $name } का खाता फिर चालू है: { $reason }
desk-did-freeze = ⛔ { $name } का वॉलेट रोक दिया: { $reason }
desk-did-thaw = ✅ { $name } का वॉलेट फिर चालू है: { $reason }

desk-ask-run = कौन सी ट्रेन, और पहले स्टेशन से किस तारीख़ को? <code>12309 25 Dec</code>
desk-run = 🚆 <b>{ $run }</b>
desk-run-class = { $travel_class }: { $berths } में से { $sold } बिकीं · RAC { $rac } · प्रतीक्षा { $waiting }
desk-run-is-cancelled = ⛔ रद्द: { $reason }
desk-run-is-late = 🕑 { $late } देर से चलेगी।
desk-button-run-late = 🕑 देरी
desk-button-run-coach = ➕ कोच
desk-button-run-cancel = ⛔ रद्द
desk-ask-cancel-run = <b>{ $run } रद्द करें?</b> सबको पूरा किराया वापस मिलेगा, और इसे लौटाया नहीं जा सकता। कारण लिखते ही हो जाएगा; यात्री इसे पढ़ेंगे।
desk-run-cancelled = ⛔ { $run } रद्द: { $reason }। पैसा अपने आप लौटेगा।
desk-ask-late = { $run } कितनी देर से चलेगी? बटन दबाएँ, या मिनट और कारण लिखें, बीच में | : <code>90|पटना में कोहरा</code>. देरी हट गई हो तो 0: <code>0|अब समय पर चलेगी</code>
desk-delaying = { $run } समय-सारणी से { $late } बाद चलेगी; सब यात्रियों को बताया जाएगा।
desk-delaying-none = { $run } अब समय पर ही चलेगी; जिन यात्रियों को देरी बताई गई थी, उन सबको बताया जाएगा।
desk-run-on-time = 🕑 { $run } अब समय पर ही चलेगी। बदले गए टिकट: { $told }।
desk-button-on-time = ✅ अब समय पर
desk-run-late = 🕑 { $run } { $late } देर से चलेगी। बदले गए टिकट: { $told }। अब जो बुक करेंगे उन्हें भी बताया जाएगा।
desk-ask-coach = { $run } में एक और कोच: किस श्रेणी का?
desk-coach-added = ➕ { $run }: कोच <b>{ $coach }</b>, { $size } बर्थ। RAC और प्रतीक्षा से आगे बढ़े: { $moved }।

desk-codes = <b>प्रोमो कोड</b>
desk-code = <code>{ $code }</code> { $amount } · { $limit } में से { $uses } बार लगा · { $last } तक
desk-button-new-code = ➕ नया कोड
desk-button-end-code = ✕ { $code } ख़त्म करें
desk-ask-code = कोड, हर एक को रुपये, कितने लोग, आख़िरी दिन: <code>HOLI50 50 1000 { $day }</code>
desk-code-made = 🎁 बन गया:
desk-code-ended = ✕ { $code } ख़त्म; { $uses } बार लगा।

desk-broadcasts = <b>सबको संदेश</b>: पिछले संदेश, और वे कहाँ तक पहुँचे
desk-button-cast = ➕ नया संदेश
desk-ask-cast = <b>{ $language }</b> में संदेश:
desk-button-no-hindi = हिंदी के बिना
desk-ask-whom = किन्हें? बटन दबाएँ, या लिखें <code>12309 25 Dec</code> (जिनका उसमें टिकट है), या कोई शहर (जहाँ वे हाल में आए-गए)।
desk-button-everybody = सबको
desk-cast-reach = 📣 किन्हें: { $to }। { $reached } को भेजा जाएगा; { $inbox } और इसे केवल इनबॉक्स में पाएँगे, { $gone } ने बॉट को ब्लॉक किया है।
desk-button-start = ➤ शुरू करें
desk-cast-progress =
    📣 { $text }
    <b>{ $status }</b> · { $listed } सूची में · { $sent } भेजे · { $left } बाकी · { $inbox } केवल इनबॉक्स · { $gone } तक नहीं पहुँचा
desk-cast-running = जारी है
desk-cast-listed = सब सूची में हैं
desk-cast-stopped = रोक दिया
desk-button-again = ↻ फिर देखें
desk-button-stop = ■ रोकें

desk-no-identities = कोई दस्तावेज़ बाकी नहीं।
desk-identity =
    🪪 <b>{ $name }</b> · { $kind } · <code>{ $number }</code>
    { $when } को दिखाया · बाकी: { $waiting }। क्या यह उन्हीं का है, और पढ़ा जाता है? आपने देखा, यह दर्ज है।
desk-button-verify = ✅ उन्हीं का है
desk-button-reject = ✕ अस्वीकार
desk-ask-reject = <b>{ $name }</b> का दस्तावेज़ क्यों नहीं माना गया? वे इसे पढ़ेंगे।
desk-identity-verified = ✅ { $name } की पहचान जाँच ली गई।
desk-identity-rejected = ✕ { $name } का दस्तावेज़ अस्वीकृत; उन्हें कारण बताया गया।

desk-figures =
    📊 <b>{ $day }</b>
    🎫 { $sold } टिकट बिके, जिनमें { $waiting } प्रतीक्षा में
    ➕ { $money_in } आए, जिनमें { $topped_up } वॉलेट में
    ➖ { $money_out } बैंकों और कार्डों को गए
    ↩️ { $refunds } टिकट रद्द हुए, { $refunded } लौटे
    💬 { $opened } सहायता टिकट खुले, { $closed } बंद; पहला जवाब { $answer } में, हल { $solved } में (माध्यिका)

desk-audit = 📜 <b>काम का लेखा</b>: { $about }
desk-audit-line = { $when } · { $who } · <b>{ $act }</b> · <code>{ $whom }</code> · { $told }
desk-audit-empty = यहाँ कुछ नहीं।

desk-command-desk = डेस्क का मेनू
desk-command-find = यात्री, बुकिंग या भुगतान खोजें
desk-command-approvals = किसे दूसरी हाँ चाहिए
desk-command-payouts = बाकी निकासियाँ
desk-command-run = किसी तारीख़ की ट्रेन
desk-command-codes = प्रोमो कोड
desk-command-broadcasts = सबको संदेश
desk-command-identities = बाकी दस्तावेज़
desk-command-today = आज का हाल
desk-command-audit = काम का लेखा

told-desk-refund = ↩️ हमारे डेस्क ने PNR { $pnr } के { $amount } लौटाए: { $reason }। पैसा आपके वॉलेट में है।
told-desk-refund-source = ↩️ हमारा डेस्क PNR { $pnr } के { $amount } लौटा रहा है: { $reason }। पैसा वहीं जाएगा जहाँ से आपने दिया था।
told-account-suspended = ⛔ आपका खाता रोक दिया गया है। आपके टिकट मान्य हैं और पैसा आपका ही है। कृपया हमें लिखें: /support
told-account-reopened = ✅ आपका खाता फिर से चालू है। स्वागत है!

problem-ask-by-tap = टॉपिक में पूरा कमांड एक ही पंक्ति में लिखें, या बटन दबाएँ।
problem-find-how = साथ में लिखें किसे खोजना है: /find आशा वर, /find +91 98765 43210, ई-मेल, PNR, भुगतान आईडी या टिकट नंबर।
problem-found-nothing = { $text } के लिए कुछ नहीं मिला।
problem-adjust-how = लिखें /adjust किसका +250 कारण, या यात्री को खोजकर बटन दबाएँ।
problem-refund-how = लिखें /refund PNR रकम कारण, या बुकिंग खोजकर बटन दबाएँ।
problem-reason-needed = कृपया कारण बताएँ: यह काम के लेखे में लिखा जाता है।
problem-adjust-amount = यह रकम नहीं हो सकती: शून्य से ज़्यादा, ₹2,00,000 तक, दशमलव के बाद दो अंक तक।
problem-refund-too-much = ऐसे ज़्यादा से ज़्यादा ₹{ $left } लौटाए जा सकते हैं।
problem-refund-still-good = PNR { $pnr } का टिकट अभी मान्य है, इसलिए अभी लौटाने को कुछ नहीं है। यात्री को जाना न हो तो वे पहले इसे रद्द करें (/trips में); नियम जो काटेंगे वह फिर यहाँ से लौटाया जा सकता है। यात्रा करेंगे पर कुछ गड़बड़ हुई हो, तो ± वॉलेट से दीजिए।
problem-refund-not-paid = इस बुकिंग के लिए कुछ नहीं दिया गया।
problem-own-account = अपने खाते पर कोई खुद फ़ैसला नहीं करता: किसी साथी से कहें।
problem-approval-gone = इस पर फ़ैसला हो चुका है।
problem-approval-over = 24 घंटे से ज़्यादा हो गए: फिर से माँगें।
problem-approval-own = इसके लिए कोई दूसरा चाहिए: माँगा आपने ही है।
problem-approval-higher = ₹1,000 से ऊपर सुपरवाइज़र को पक्का करना होता है।
problem-suspended-already = यह पहले से रोका हुआ है।
problem-not-suspended = यह रोका हुआ नहीं है।
problem-account-deleted = यह खाता इसके यात्री ने मिटा दिया है।
problem-run-how = ट्रेन और तारीख़ लिखें: /run 12309 25 Dec
problem-run-cancelled-already = यह ट्रेन पहले से रद्द है।
problem-run-has-left = यह ट्रेन जा चुकी है।
problem-delay-minutes = देरी मिनटों में लिखें, 5 से 2,880 तक; समय पर चलेगी तो 0।
problem-delay-known = यात्रियों को { $minutes } मिनट पहले ही बताए जा चुके हैं।
problem-delay-none = यात्रियों की जानकारी में ट्रेन समय पर ही है: वापस लेने को कोई देरी नहीं है।
problem-delay-past = उस हिसाब से तो ट्रेन जा चुकी होती।
problem-no-such-class = इस ट्रेन में यह श्रेणी नहीं है।
problem-train-too-long = इस ट्रेन में ऐसे जितने कोच हो सकते हैं, लगे हैं।
problem-code-how = कोड, रुपये, लोग और आख़िरी दिन लिखें: HOLI50 50 1000 31 Dec
problem-cast-stale = यह संदेश छोड़ दिया गया या शुरू हो चुका है: /broadcasts में सब हैं।
problem-only-in-private = दस्तावेज़ केवल आपकी मेरे साथ निजी चैट में दिखते हैं: वहाँ /identities लिखें।
problem-day-unreadable = कौन सा दिन? लिखें /today, /today yesterday या /today 2026-12-25।
problem-audit-how = लिखें /audit, /audit yesterday, /audit @रोस्टर का नाम, या /audit के साथ PNR, फ़ोन या आईडी।
