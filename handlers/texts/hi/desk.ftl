# डेस्क: जो स्टाफ़ अपने ग्रुप में पढ़ता है।

card =
    <b>#{ $ref }</b> · { $status } · { $category }
    { $subject }
card-person = 👤 { $name } · { $phone } · { $language }
card-wallet = 👛 { $balance }
card-trip = 🎫 <code>{ $pnr }</code> · { $number } · { $ends } · { $day } · { $status } · { $fare }
card-assigned = 🙋 { $name }
card-rating = { $stars } { $comment }
card-earlier = 📂 #{ $ref } { $status } · { $subject }
status-open = खुला
status-pending = यात्री के जवाब का इंतज़ार
status-closed = बंद
desk-button-assign = 🙋 मुझे सौंपें
desk-button-pending = ⏳ इंतज़ार में
desk-button-close = ✓ बंद करें
desk-button-reopen = ↺ फिर खोलें
desk-button-canned = 📋 तैयार जवाब
desk-button-category = 🏷 विषय
desk-button-transcript = 📄 पूरी बातचीत
desk-button-help = ❓ डेस्क की मदद
said-by-passenger = 👤 <b>{ $name }</b>
history-event = { $when } · <i>{ $what }</i>
history-said = { $when } <b>{ $name }</b>: { $words }
desk-history =
    #{ $ref } का टॉपिक मिटा दिया गया था; यह नया है। पहले की बातचीत:
    { $lines }
desk-history-merged =
    #{ $ref } इसमें मिला दिया गया। वहाँ की बातचीत:
    { $lines }
alarm-first-answer = ⏰ #{ $ref } को पहले जवाब का इंतज़ार करते 15 मिनट हो गए। ज़िम्मा: { $name }
alarm-solve = ⏰ #{ $ref } 24 घंटे से खुला है। ज़िम्मा: { $name }
alarm-not-delivered = ⚠️ #{ $ref } के यात्री तक संदेश नहीं पहुँच रहा: बॉट ब्लॉक है या वे जा चुके हैं।
alarm-refused = ⚠️ #{ $ref } का एक हिस्सा नहीं पहुँचाया जा सका: टेलीग्राम उसे नहीं लेता, या गड़बड़ी हमारी है। वह /transcript में है; अगर आपने लिखा था, तो कृपया किसी और तरह भेजें।
desk-assigned = अब यह आपका है।
desk-assigned-to = 🙋 #{ $ref } अब { $name } के ज़िम्मे है।
desk-pending = यात्री के जवाब का इंतज़ार।
desk-closed = बंद कर दिया।
desk-reopened = फिर से खुल गया।
desk-ask-category = यह किस बारे में है?
desk-category = विषय: { $category }
desk-merged = #{ $ref } की बात अब #{ $into } में चलेगी।
desk-help =
    <b>डेस्क कैसे काम करता है</b>
    • हर टिकट एक टॉपिक है। यहाँ जो लिखें वह यात्री तक जाता है, फ़ॉर्मैटिंग, फ़ोटो, दस्तावेज़ और वॉइस के साथ; किसी संदेश पर रिप्लाई करें तो उन्हें भी दिखता है किस पर। संदेश बदलें तो उनका भी बदल जाता है।
    • <code>// शब्द</code> नोट है: वह यहीं रहता है।
    • /assign ख़ुद को, /assign <i>नाम</i> साथी को · /pending (3 दिन की चुप्पी पर बंद; जिसका जवाब दे दिया, वह 7 दिन पर) · /close · /reopen
    • /category · /merge <i>टिकट</i> · /transcript
    • /canned तैयार जवाब दिखाता है; /keep <i>नाम शब्द</i> अपना जवाब रखता है, जिसमें {"{name}"}, {"{pnr}"} और {"{refund}"} भर दिए जाते हैं (सुपरवाइज़र)।
    • /desk में बाकी सब है, जितना आपकी भूमिका में हो: किसी को खोजना, पैसा, ट्रेनें, कोड, सबको संदेश, आँकड़े, काम का लेखा। यह मेरे साथ आपकी निजी चैट में भी चलता है।
    • /staff रोस्टर है (एडमिन)।
    • पहला जवाब 15 मिनट में, हल 24 घंटे में।
desk-guest = नमस्ते { $name }! आप यहाँ पढ़ सकते हैं; आप जो लिखेंगे वह यात्रियों तक नहीं जाता। एडमिन आपको रोस्टर में जोड़ सकते हैं।
desk-canned = कौन सा जवाब?
button-send = ➤ भेजें
desk-canned-sent = ➤ भेजा: { $words }
desk-canned-kept = रख लिया: { $name }
desk-canned-gone = हटा दिया: { $name }
canned-title-hello = 👋 नमस्ते, देख रहे हैं
canned-title-looking = 🔎 जाँच कर रहे हैं
canned-title-refund-time = ↩️ रिफ़ंड हो गया है
canned-title-need-photo = 📷 कृपया फ़ोटो भेजें
canned-title-solved = ✓ क्या हल हो गया?
canned-hello = नमस्ते {"{name}"}, लिखने के लिए धन्यवाद। हम देख रहे हैं और थोड़ी देर में बताते हैं।
canned-looking = {"{name}"}, हम बुकिंग {"{pnr}"} की रेलवे से जाँच कर रहे हैं। जैसे ही पता चलेगा, लिखेंगे।
canned-refund-time = {"{name}"}, बुकिंग {"{pnr}"} का रिफ़ंड {"{refund}"} आपके Yatri वॉलेट में है।
canned-need-photo = {"{name}"}, क्या आप उसकी एक फ़ोटो भेज सकते हैं?
canned-solved = {"{name}"}, क्या अब सब ठीक है? अगर हाँ, तो हम इसे बंद कर देंगे; कुछ रह गया हो तो बस लिखिए।
role-agent = एजेंट
role-supervisor = सुपरवाइज़र
role-admin = एडमिन
desk-staff =
    <b>रोस्टर</b>
    { $lines }

    /staff add <i>id role नाम</i> · /staff role <i>id role</i> · /staff remove <i>id</i>
    किसी के संदेश पर रिप्लाई करें तो id की ज़रूरत नहीं।
desk-staff-line = { $role } · { $name } · <code>{ $id }</code>
desk-appointed = { $name } अब { $role } हैं।
desk-dismissed = { $name } अब रोस्टर में नहीं हैं।

desk-command-assign = यह टिकट मुझे सौंपें
desk-command-pending = यात्री के जवाब का इंतज़ार
desk-command-close = टिकट बंद करें
desk-command-reopen = टिकट फिर खोलें
desk-command-category = यह किस बारे में है
desk-command-merge = दूसरे टिकट में मिलाएँ
desk-command-transcript = पूरी बातचीत फ़ाइल में
desk-command-canned = तैयार जवाब
desk-command-keep = तैयार जवाब रखें
desk-command-staff = रोस्टर
desk-command-help = डेस्क कैसे काम करता है

problem-not-staff = यह केवल स्टाफ़ कर सकता है। एडमिन आपको रोस्टर में जोड़ सकते हैं।
problem-not-your-role = आपकी भूमिका में यह शामिल नहीं; सुपरवाइज़र या एडमिन से कहिए।
problem-no-ticket-here = यह टॉपिक किसी टिकट का नहीं है।
problem-assign-how = “{ $name }” कौन हैं? सिर्फ़ /assign लिखें तो टिकट आपका है; या /assign के बाद किसी एक साथी का नाम (या आईडी), जैसा रोस्टर में है।
problem-ticket-is-closed = यह टिकट पहले से बंद है।
problem-no-such-category = यह विषय मुझे नहीं पता: /category में सब हैं।
problem-merge-how = इसी यात्री का दूसरा टिकट साथ लिखिए: /merge A1B2C3
problem-no-ticket-to-merge = इस यात्री का कोई और टिकट #{ $ref } नहीं है।
problem-no-such-canned = ऐसा कोई तैयार जवाब नहीं है: /canned में सब हैं।
problem-canned-how = लिखिए /keep नाम शब्द: नाम छोटे अंग्रेज़ी अक्षर, अंक और - में, और हमारे नामों से अलग।
problem-canned-field-unknown = {"{"}{ $field }{"}"} नहीं पता। ये हैं: {"{name}"}, {"{pnr}"} और {"{refund}"}।
problem-canned-field-missing = इस जवाब के लिए { $field } चाहिए, जो इस टिकट में नहीं है।
problem-staff-how = लिखिए /staff add id role नाम, /staff role id role या /staff remove id; भूमिकाएँ agent, supervisor और admin हैं।
problem-no-such-staff = वे रोस्टर में नहीं हैं।
problem-admin-by-settings = इस एडमिन का नाम सेटिंग में है, और वहीं बदला जा सकता है।
problem-no-such-act = /{ $name } मुझे नहीं पता: /help में सब कुछ है।
