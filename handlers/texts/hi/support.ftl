# सहायता: यात्री की ओर।

menu-support = 🙋 सहायता
command-support = हमारे लोगों को लिखें
ask-which-ticket = जो पहले लिखा था उसी पर बात करें, या कुछ नया है?
button-ticket = 💬 #{ $ref } { $subject }
button-new-ticket = ✚ कुछ नया
ask-category = यह किस बारे में है?
category-booking = 🎫 बुकिंग
category-payment = 💳 भुगतान
category-refund = ↩️ रिफ़ंड
category-tdr = 📄 TDR: चार्ट के बाद रिफ़ंड
category-journey = 🚆 सफ़र के दौरान
category-account = 👤 मेरा खाता
category-other = 💬 कुछ और
ask-about-trip = यह किस यात्रा के बारे में है?
button-no-trip = इनमें से कोई नहीं
ask-what-happened = कृपया अपने शब्दों में बताइए कि क्या हुआ। फ़ोटो, दस्तावेज़ या वॉइस संदेश भी भेज सकते हैं।
support-talking =
    🙋 आप <b>#{ $ref }</b> के बारे में सहायता से बात कर रहे हैं: { $subject }
    अब आप जो भी भेजेंगे वह हमारे लोगों तक जाएगा, और जवाब यहीं आएगा; पहला जवाब आम तौर पर 15 मिनट में।
button-solved = ✓ हल हो गया
button-leave-support = ‹ Yatri पर वापस
support-left = #{ $ref } खुला है; जवाब यहीं आएँगे। फिर लिखने के लिए किसी जवाब पर रिप्लाई कीजिए या नीचे दबाइए।
support-solved = धन्यवाद! #{ $ref } बंद कर दिया।
support-not-opened = सहायता को कुछ नहीं भेजा गया।
support-reopened = #{ $ref } फिर से खुल गया है, और आपका संदेश हमारे लोगों को मिल गया।
support-passed-on = सहायता तक पहुँचा दिया, #{ $ref }।
support-write-again = #{ $ref } बंद है। अब लिखिए तो फिर खुल जाएगा। जैसा है वैसा रखने के लिए /cancel।
button-write-support = 💬 सहायता को लिखें
button-answer-support = ↩ जवाब दें
support-transcript = #{ $ref } में जो भी बात हुई।
button-transcript = 📄 पूरी बातचीत फ़ाइल में
ask-comment = { $stars } धन्यवाद! क्या कुछ और कहना चाहेंगे?
button-no-comment = नहीं, बस इतना ही
support-thanks = धन्यवाद, इससे हमें मदद मिलती है।

## Told by the desk
support-closed = ✅ सहायता ने <b>#{ $ref }</b> बंद किया: { $subject }। कैसा रहा? अगर अब भी कुछ ठीक नहीं है, तो बस लिखिए।
support-closed-by-you = ✅ <b>#{ $ref }</b> बंद है। हमारी मदद कैसी रही?
support-closed-silent = तीन दिन से कोई जवाब नहीं आया, इसलिए <b>#{ $ref }</b> बंद कर दिया: { $subject }। ज़रूरत हो तो बस लिखिए।
support-closes-soon = <b>#{ $ref }</b> में हम आपके जवाब का इंतज़ार कर रहे हैं: { $subject }। जवाब न आने पर यह कल बंद हो जाएगा।
support-answered-closes-soon = <b>#{ $ref }</b> का जवाब हमने दे दिया है: { $subject }। अगर सब ठीक है, तो कुछ न करें; यह कल बंद हो जाएगा। कुछ रह गया हो तो बस लिखिए।
support-closed-answered = हमारे जवाब के बाद एक हफ़्ते से कोई बात नहीं हुई, इसलिए <b>#{ $ref }</b> बंद कर दिया: { $subject }। ज़रूरत हो तो बस लिखिए।
support-merged = <b>#{ $ref }</b> आपके एक और सवाल जैसा ही है: दोनों का जवाब वहीं देंगे।
said-by-staff = 💬 <b>{ $name } · Yatri सहायता</b>
said-file =
    { $kind ->
        [photo] फ़ोटो
        [document] दस्तावेज़
        [voice] वॉइस संदेश
        [video] वीडियो
        [video_note] वीडियो संदेश
        [audio] ऑडियो
        [animation] ऐनिमेशन
        [sticker] स्टिकर
        [poll] पोल
        [dice] पासा
        [story] स्टोरी
        [game] गेम
        [invoice] इनवॉइस
        [venue] जगह
        [paid_media] सशुल्क मीडिया
        [checklist] चेकलिस्ट
       *[other] फ़ाइल
    }
said-edited = <i>(बदला गया)</i>
transcript-title = Yatri सहायता #{ $ref }
event-reopened = फिर से खुला
event-pending = यात्री के जवाब का इंतज़ार ({ $name })
event-closed = बंद
event-assigned = { $name } को सौंपा गया
event-merged = #{ $name } इसमें मिला दिया गया
event-topic-lost = टॉपिक मिटा दिया गया था, नया बनाया
event-not-delivered = एक संदेश नहीं पहुँच सका

problem-support-register-first = सहायता को लिखने के लिए हमें जानना होगा कि आप कौन हैं: /start में बस एक मिनट लगता है।
problem-support-which-first = यह रख लिया। बस इतना और:
problem-support-category-first = यह रख लिया। बस इतना और:
problem-support-trip-first = यह रख लिया। बस इतना और:
problem-too-many-tickets = आपके { $most } सवाल पहले से खुले हैं। कृपया उन्हीं में लिखिए: /support
problem-no-such-ticket = यह टिकट मुझे नहीं मिला।
problem-rate-when-closed = सितारे तब, जब टिकट बंद हो जाए।
