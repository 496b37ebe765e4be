## Where and when
ask-origin = <b>यात्रा कहाँ से शुरू होगी?</b> शहर या स्टेशन लिखिए, या अपनी लोकेशन भेजिए।
ask-destination =
    { $trip }
    <b>कहाँ जाना है?</b>
ask-which-station = इनमें से कौन-सा?
any-station = { $city } का कोई भी स्टेशन
ask-which-day =
    { $trip }
    <b>कौन-सा दिन?</b>
ask-date =
    { $trip }
    <b>कब?</b> दिन चुनिए, या लिखिए, जैसे <i>25 दिसंबर</i>।

## Trains
ask-train =
    <b>{ $trip }</b> · { $count ->
        [one] { $count } ट्रेन
       *[other] { $count } ट्रेनें
    }

    { $trains }

    ट्रेन और श्रेणी चुनिए; किराया एक यात्री का है।
train-card =
    <b>{ $number }</b> { $name }
    { $departure } { $origin } → { $arrival } { $destination } · { $duration }
button-class = { $number } · { $travel_class } · { $fare } · { $standing }
standing-free = { $free } खाली
standing-rac = RAC { $place }
standing-waiting = WL { $place }
button-class-full = { $number } · { $travel_class } · { $standing }
no-trains =
    <b>{ $trip }</b>
    उस दिन कोई सीधी ट्रेन बुक नहीं हो सकती। इसके बदले यह हो सकता है:
no-trains-ever =
    <b>{ $trip }</b>
    वहाँ कोई सीधी ट्रेन नहीं है जिसमें बर्थ बुक हो सके। कृपया वापस जाकर दूसरा स्टेशन आज़माइए।
ask-which-train = कौन-सी ट्रेन?
ask-train-number = कौन-सी ट्रेन? नंबर या नाम लिखिए, जैसे <i>12951</i> या <i>मुंबई राजधानी</i>।
train-route =
    <b>{ $number } { $name }</b>
    { $origin } → { $destination } · { $stops } स्टेशन · { $km } किमी
    चलती है: { $days } · { $classes }
daily = रोज़
train-unreserved = केवल अनारक्षित
button-along = 🎫 { $origin } → { $destination }
button-partner = ⇄ उल्टी दिशा: { $number }
all-full = आपके साथियों के लिए उस दिन हर ट्रेन भरी है; इसके बदले यह हो सकता है:
filters-none-then = उस दिन { $wanted } के हिसाब से कोई ट्रेन नहीं है; ये दूसरे समय पर चलती हैं।
filters-none = उस दिन { $wanted } के हिसाब से कोई ट्रेन नहीं है; सभी ट्रेनें ये हैं।
filters =
    <b>{ $trip }</b>
    <b>कौन-सी ट्रेनें दिखाऊँ?</b> { $count } ट्रेनें मिलती हैं।
time-morning = सुबह
time-afternoon = दोपहर
time-evening = शाम
time-night = रात
free-yes = केवल खाली बर्थ
fastest-yes = सबसे तेज़ पहले
family-vande-bharat = वंदे भारत
family-rajdhani = राजधानी
family-shatabdi = शताब्दी
family-tejas = तेजस
family-duronto = दुरंतो
family-jan-shatabdi = जन शताब्दी
family-garib-rath = गरीब रथ
family-amrit-bharat = अमृत भारत
family-superfast = सुपरफास्ट
family-express = एक्सप्रेस
family-special = स्पेशल
family-passenger = पैसेंजर
family-local = लोकल
quota-TQ = तत्काल
quota-LD = महिला
quota-SS = वरिष्ठ, लोअर बर्थ
quota-HP = दिव्यांग
no-quota =
    <b>{ $trip }</b>
    उस दिन इस कोटे ({ $quota }) में कुछ बुक नहीं हो सकता।
button-general = सामान्य कोटा दिखाएँ
button-filter = 🔎 फ़िल्टर
button-week = 📅 7 दिन
button-changes = 🔁 एक बदलाव
button-show-trains = { $count } ट्रेनें दिखाएँ
button-list = ‹ दिन की ट्रेनें
button-wide = { $trip }: { $count } ट्रेनें
week =
    <b>{ $trip }</b>
    <b>सात दिन</b>, एक यात्री के सबसे कम किराए के साथ:

    { $days }
week-of-class =
    <b>{ $trip }</b>
    <b>{ $travel_class } में सात दिन</b>, एक यात्री के सबसे कम किराए के साथ:

    { $days }
week-day = <b>{ $day }</b> · { $trains } ट्रेनें · { $berths } तक खाली · { $fare } से
week-full = <b>{ $day }</b> · { $trains } ट्रेनें · सब भरी
week-no-train = <b>{ $day }</b> · कोई ट्रेन नहीं
full = भरी
changes =
    <b>{ $trip }</b>
    <b>एक बदलाव के साथ</b>: दो टिकट, एक साथ बुक, एक ही भुगतान। किराया एक यात्री का, दोनों ट्रेनों का।

    { $changes }
no-changes =
    <b>{ $trip }</b>
    उस दिन एक बदलाव वाली कोई यात्रा बुक नहीं हो सकती।
change-card =
    <b>{ $place }.</b> { $first }
    { $wait }
    { $second }
    कुल { $duration }
change-leg =
    <b>{ $number }</b> { $name }
    { $departure } { $origin } → { $arrival } { $destination }
change-wait = { $station } पर बदलें, { $wait } का इंतज़ार
button-change = { $place } · { $travel_class } · { $fare } · { $standing }
button-change-full = { $place } · { $travel_class } · { $standing }
journey =
    <b>{ $number } { $name }</b>
    { $origin } ({ $origin_code }) → { $destination } ({ $destination_code })
    { $day }, { $departure } → { $arrival }
    { $travel_class }
class-1A = प्रथम एसी (1A)
class-2A = एसी 2 टियर (2A)
class-3A = एसी 3 टियर (3A)
class-3E = एसी 3 इकॉनमी (3E)
class-EC = एग्ज़ीक्यूटिव चेयर कार (EC)
class-EV = विस्टाडोम (EV)
class-CC = एसी चेयर कार (CC)
class-SL = स्लीपर (SL)
class-2S = सेकंड सिटिंग (2S)
