"""Everyday words: what people say without naming a place, so that no name is guessed from them.

Written from knowledge of the languages. `_TALK` is never a place; the others are one only where it is called exactly
so (Pen, in Maharashtra): a misspelled name that happens to be such a word is not guessed. Words of Indian languages are
told by their sound, so that one list serves all their scripts.
"""

from domain.places.scripts import is_indian, to_latin
from domain.places.spelling import by_sound
from domain.words import plain

# Greetings, commands, and the words in which one talks about tickets, in English and in Hindi as it is typed.
_TALK = """
    hi hello hey hola help helpline thanks thank thankyou thx thnx tnx ty bye goodbye good morning night evening
    afternoon gm gn yes no ok okay okk k yeah yep yup nope nah sorry oops hmm huh haha lol yo sup wassup whats start
    stop cancel back menu language english hindi settings home book booking bookings booked ticket tickets tkt tkts
    train trains seat seats berth berths fare fares price prices cost refund refunds pay paid payment payments wallet
    money rupees rupee rs inr balance pnr status live running late delay delayed platform number name names age gender
    male female adult adults child children kid kids passenger passengers person persons people sleeper class tier
    general tatkal premium quota ladies senior citizen citizens lower upper middle side window coach chair confirm
    confirmed waiting waitlist rac today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri january february march april may june july august september october november
    december week weekend month year weekday noon midnight tonight time timing timings timetable schedule date dates
    now later soon daily zero one two three four five six seven eight nine ten eleven twelve hundred thousand first
    second third fourth half quarter past am pm a an the i im id ive me my mine myself we us our ours you u r ur bla
    blah omg wtf brb btw asap fyi rofl lmao imho tbh np ikr smh gtg ttyl nvm ipl abe oye actually arre arey your yours
    he him his she hers it its they them their this that these those there here what when where who whom whose why how
    which are is was were be been being do does did done dont can cant could will wont would should shall might must
    have has had any some many much more most very really lot lots and or not but if then else so such only just also
    too again want wanna need like please pls plz wait test testing tested try check show find get give take make go
    going come coming leave leaving reach travel travelling journey trip return visit null none nil undefined nan true
    false error lorem ipsum dolor sit amet foo bar baz qux asdf qwerty password email mail phone mobile otp login
    logout signup admin support agent human operator call chat bot robot yatri irctc india indian railway railways
    rail bharat weather news cricket upi debit credit card cash bank atm namaste namaskar namaskaram namasthe vanakkam
    dhanyavad dhanyavaad dhanyawad shukriya madad sahayata udavi nanri nandri sahayam salaam salam assalam walekum sat
    sri akal jai hind ram radhe jay jinendra swagat alvida kripya kripaya kaise kaisa kaisi kya kyu kyun kyon kab
    kahan kaha kidhar kaun kon kitna kitne kitni konsa kaunsa kiska kisko aap tum tu main mai hum mujhe mujhko muje
    hume humko mera mere meri tera tere teri hamara apna apni apne yeh ye woh wo vo uska iska unka sab kuch kuchh koi
    bhi aur ya lekin par magar agar phir fir abhi tabhi jab tab bahut bohot zyada thoda kam accha acha achha theek
    thik tik sahi galat bura hai hain h ho hu hoon hun tha thi hoga hogi honge chahiye chahie chaiye karo karna ke ka
    ki liye lie baje kar karke kare karein kijiye kiya karu karun karta karte batao bataiye bata bolo bol boliye bolna
    dikhao dikha dekho dekhna suno sunao ruko rukiye jao jaao jana jaana jane jaane jaunga jaungi jayenge aana aao
    aaja chalo chale chalega chaliye lagega lagta lena lelo dena dedo de le na naa nahi nahin nai mat haan han haanji
    ji jii bhai bhaiya bhaisahab sahab saheb didi yaar yar dost sir sirji madam maam mam beta baba kal aaj parso
    parson subah dopahar shaam sham raat din hafte hafta mahina mahine saal agle agla pichhle jaldi der somvar
    mangalvar budhvar guruvar shukravar shanivar ravivar itvar log logo aadmi bachche bacche bachcha baccha bache
    aurat mahila paisa paise paisey rupaye rupay khana paani pani chai samajh pata matlab naam umar tikat tikit gadi
    gaadi relgadi wapas vapas wapis radd sundar mast bakwas bekar pagal badhiya
"""

# How the same is said, by sound, in the languages whose scripts people type: Hindi and Marathi, Bengali and Assamese,
# Punjabi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Urdu.
_BY_SOUND = """
    नमस्ते नमस्कार प्रणाम धन्यवाद शुक्रिया मदद सहायता हैलो हेलो हाय बाय अलविदा कृपया माफ क्षमा स्वागत आप तुम तू मैं हम
    मुझे हमें मेरा मेरी मेरे आपका आपकी तुम्हारा कैसे कैसा कैसी कौन क्या क्यों कब कहां कहाँ कितना कितने कितनी किराया हैं है हूं
    हूँ था थी हो होगा हाल ठीक अच्छा अच्छी बहुत बुरा सही गलत हां हाँ जी नहीं नही मत और या लेकिन अगर फिर अभी कल आज
    परसों सुबह दोपहर शाम रात दिन हफ्ते महीने साल अगले पिछले सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार टिकट
    टिकिट ट्रेन गाड़ी रेलगाड़ी सीट बर्थ बुक बुकिंग आरक्षण रद्द रिफंड पेमेंट भुगतान पैसा पैसे रुपये रुपए वापस प्लेटफार्म
    प्लेटफॉर्म समय तारीख नाम उम्र भाषा बदलो बदलें चाहिए करो करें करना कर करूं कीजिए दो दीजिए बताओ बताइए दिखाओ देखो
    सुनो रुको जाओ जाना आना लगेगा पता समझ खाना पानी चाय लोग बच्चे बच्चा आदमी महिला पुरुष यात्री एक तीन चार पांच छह
    सात आठ नौ दस भाई साहब सर मैडम यार दोस्त राम सुप्रभात शुभ रात्रि सबसे सस्ती तेज लिए लिये वाला वाली वाले पहली हुआ
    हुई मौसम खबर फिल्म गाना प्यार कृपा सुंदर स्लीपर मोबाइल फोन नंबर पासवर्ड मराठी हिंदी हिन्दी अंग्रेजी आहे आहेत नाही
    होय काय कसे कसा कशी मला तुम्ही पाहिजे हवे उद्या उशीर मदत आभार बरं कधी कुठे किती নমস্কার ধন্যবাদ সাহায্য কেমন
    আছেন আছ আছো কি কী কেন কখন কোথায় কত আমি আমার আমাকে তুমি আপনি আপনার হ্যাঁ হাঁ না নেই আজ কাল আগামীকাল গতকাল
    পরশু সকাল বিকেল সন্ধ্যা রাত টিকিট টিকেট ট্রেন ভাড়া চাই লাগবে করুন দিন ভালো ভাল খারাপ শুভ বাতিল টাকা ফেরত
    সময় নাম ভাষা একটা দুটো জল চা খাবার ভাই দাদা দিদি আছে হবে করো ভালবাসি নমস্কাৰ সহায় কালি আজি ਸਤ ਸ੍ਰੀ ਅਕਾਲ
    ਧੰਨਵਾਦ ਮਦਦ ਕੀ ਹਾਲ ਹੈ ਹਾਂ ਨਹੀਂ ਟਿਕਟ ਕਿਵੇਂ ਕਿੱਥੇ ਕਦੋਂ ਕਿੰਨਾ ਭਾਸ਼ਾ ਸਵੇਰ ਚਾਹੀਦੀ ਚਾਹੀਦਾ ਮੈਨੂੰ ਤੁਸੀਂ ਅੱਜ ਕੱਲ੍ਹ ਭਲਕੇ આભાર મદદ કેમ
    છો છે શું ક્યાં ક્યારે કેટલા હા ના નથી ટિકિટ જોઈએ આવતીકાલે કાલે આજે સવારે સાંજે રાત્રે હું મને તમે સારું ભાઈ બહેન ନମସ୍କାର
    ଧନ୍ୟବାଦ ସାହାଯ୍ୟ କେମିତି ଅଛନ୍ତି କଣ କେଉଁଠି କେତେ ହଁ ନାହିଁ ଟିକେଟ ଆଜି କାଲି ଦରକାର ଭଲ வணக்கம் நன்றி உதவி எப்படி இருக்கிறீர்கள்
    இருக்கிறேன் இருக்கீங்க நலம் நன்றாக என்ன எங்கே எப்போது எவ்வளவு யார் ஏன் நான் நீ நீங்கள் எனக்கு ஆம் ஆமாம் இல்லை வேண்டும்
    வேண்டாம் டிக்கெட் பயணச்சீட்டு ரயில் இன்று நாளை நேற்று காலை மாலை இரவு மதியம் சரி தமிழ் மொழி பணம் நேரம் பெயர் ரத்து
    உணவு தண்ணீர் சாப்பாடு ஒன்று இரண்டு மூன்று தயவுசெய்து செய்து போக வா போ நல்ல மன்னிக்கவும் నమస్కారం నమస్తే ధన్యవాదాలు
    ధన్యవాదములు సహాయం ఎలా ఉన్నారు ఉన్నావు ఏమిటి ఏంటి ఎక్కడ ఎప్పుడు ఎంత ఎవరు నేను మీరు నాకు అవును కాదు లేదు కావాలి వద్దు టికెట్
    టిక్కెట్ రైలు ఈరోజు రేపు నిన్న ఉదయం సాయంత్రం రాత్రి సరే బాగుంది డబ్బు సమయం పేరు భాష రద్దు భోజనం నీళ్ళు అన్నయ్య ನಮಸ್ಕಾರ ನಮಸ್ತೆ
    ಧನ್ಯವಾದ ಧನ್ಯವಾದಗಳು ಸಹಾಯ ಹೇಗಿದ್ದೀರಾ ಹೇಗಿದ್ದೀರಿ ಏನು ಎಲ್ಲಿ ಯಾವಾಗ ಎಷ್ಟು ಯಾರು ನಾನು ನೀವು ನನಗೆ ಹೌದು ಇಲ್ಲ ಬೇಕು ಬೇಡ ಟಿಕೆಟ್
    ರೈಲು ಇಂದು ನಾಳೆ ನಿನ್ನೆ ಬೆಳಿಗ್ಗೆ ಸಂಜೆ ರಾತ್ರಿ ಸರಿ ಚೆನ್ನಾಗಿದೆ ಹಣ ಸಮಯ ಹೆಸರು ಭಾಷೆ ರದ್ದು ಊಟ ನೀರು നമസ്കാരം നമസ്തേ നന്ദി സഹായം
    സുഖമാണോ എങ്ങനെ എന്ത് എവിടെ എപ്പോൾ എത്ര ആര് ഞാൻ നീ നിങ്ങൾ എനിക്ക് അതെ അല്ല ഇല്ല വേണം വേണ്ട ടിക്കറ്റ് ടിക്കറ്റ ട്രെയിൻ
    തീവണ്ടി ഇന്ന് നാളെ ഇന്നലെ രാവിലെ വൈകുന്നേരം രാത്രി ശരി നല്ലത് പണം സമയം പേര് ഭാഷ റദ്ദാക്കുക ഭക്ഷണം വെള്ളം السلام
    سلام مرحبا شكرا علیکم شکریہ مہربانی مدد کیسے کیسا ہیں ہے ہوں کیا کیوں کہاں کب کتنا آپ تم میں مجھے
    میرا جی ہاں نہیں ٹکٹ ٹرین آج کل صبح شام رات چاہیے ٹھیک اچھا بہت خدا حافظ
"""

# The first words of these languages: people, body, food, house, nature, colours, sizes. In Latin letters too they are
# told by their sound: kitaab, kitab.
_FIRST_WORDS = """
    मां माँ मम्मी बाप बाबा पापा पिता माता बेटा बेटी बहन दीदी दादा दादी नाना नानी चाचा चाची मामा मामी पति
    पत्नी लड़का लड़की दूल्हा दुल्हन शादी दोस्ती प्यार मोहब्बत इश्क जान जानू जिंदगी दुनिया सपना सपने खुशी दुख गुस्सा डर शर्म
    हंसी मजा मजाक मस्ती झूठ सच बात बातें काम नौकरी पढ़ाई परीक्षा दिल दिमाग सिर बाल आंख आंखें कान नाक मुंह दांत हाथ पैर
    पेट खून हड्डी शरीर बीमार बुखार दर्द दवा दवाई अस्पताल डॉक्टर स्कूल कॉलेज किताब कलम कागज कपड़ा कपड़े जूता जूते साड़ी
    कुर्ता पैंट घर मकान कमरा दरवाजा खिड़की छत दीवार बिस्तर कुर्सी मेज पंखा बिजली पानी आग हवा मिट्टी पत्थर पेड़ पौधा
    फूल फल पत्ता घास जंगल पहाड़ नदी समुद्र झील सूरज चांद तारा तारे आसमान बादल बारिश बरसात बर्फ गर्मी सर्दी ठंड धूप
    मौसम आम केला सेब अंगूर संतरा पपीता नारियल आलू प्याज टमाटर गोभी मटर मिर्च नमक चीनी मसाला चावल दाल रोटी सब्जी
    दूध दही घी मक्खन अंडा मांस मछली मुर्गा मिठाई लड्डू जलेबी समोसा पराठा पूड़ी खीर शरबत शराब भूख प्यास नींद गाय भैंस
    बकरी घोड़ा गधा कुत्ता बिल्ली चूहा बंदर हाथी शेर भालू सांप चिड़िया तोता मोर मुर्गी मच्छर मक्खी लाल नीला पीला हरा
    काला सफेद गुलाबी भूरा बड़ा बड़ी छोटा छोटी लंबा मोटा पतला नया नयी पुराना पुरानी गरम गर्म ठंडा मीठा खट्टा कड़वा
    ऊंचा नीचा भारी हल्का तेज धीरे साफ गंदा अमीर गरीब ऊपर नीचे आगे पीछे अंदर बाहर यहां वहां इधर उधर किधर जहां सीधा
    उल्टा दाएं बाएं पास दूर बाजार दुकान मंदिर मस्जिद गुरुद्वारा सड़क पुल दफ्तर बैंक थाना पुलिस सेना सरकार चुनाव नेता
    राजनीति देश विदेश गांव शहर लोग भगवान खुदा अल्लाह पूजा नमाज त्योहार होली दिवाली ईद राखी जन्मदिन मुबारक बधाई
    गाना गीत नाच खेल क्रिकेट फुटबॉल सिनेमा फिल्म टीवी फोटो वीडियो समाचार कहानी कविता भाषण सवाल जवाब गलती माफी
    बिल पर्ची हिसाब लाख करोड़ हजार सौ बीस पचास दर्जन आधा पूरा खाली भरा सारा सारे हर एकदम बिल्कुल जरूर शायद हमेशा
    कभी अब तब वरना क्योंकि इसलिए बोलना सुनना देखना पढ़ना लिखना सोना उठना बैठना चलना दौड़ना हंसना रोना मारना
    तोड़ना खोलना पागल बेवकूफ उल्लू नालायक हरामी कमीना साला साली चुप हट भाग भागो बंद चालू शुरू खत्म इंतजार मालूम याद
    भूल सोच समझा মা বাবা ভাই বোন বন্ধু বাড়ি ঘর স্কুল বই গান সিনেমা ছবি বৃষ্টি রোদ ফুল ফল মাছ ভাত ডাল দুধ মিষ্টি
    গরু কুকুর বিড়াল লাল নীল সবুজ কালো সাদা বড় ছোট নতুন পুরানো ভালোবাসা মন আকাশ নদী গাছ মানুষ কাজ খেলা মেয়ে ছেলে
    ਮਾਂ ਪਿਓ ਭਰਾ ਭੈਣ ਦੋਸਤ ਘਰ ਸਕੂਲ ਕਿਤਾਬ ਗਾਣਾ ਮੀਂਹ ਪਾਣੀ ਰੋਟੀ ਦੁੱਧ ਫੁੱਲ ਵੱਡਾ ਛੋਟਾ ਨਵਾਂ ਪੁੱਤ ਧੀ ਮੰਜਾ ਖੇਡ મમ્મી પપ્પા મિત્ર ઘર
    શાળા ચોપડી ગીત વરસાદ પાણી રોટલી દૂધ ફૂલ મોટું નાનું નવું ફિલ્મ રમત બા બાપુજી ମା ବାପା ଭାଇ ଭଉଣୀ ସାଙ୍ଗ ଘର ସ୍କୁଲ ବହି
    ଗୀତ ବର୍ଷା ପାଣି ଭାତ ଫୁଲ ବଡ଼ ଛୋଟ ନୂଆ அம்மா அப்பா அண்ணா அக்கா தம்பி தங்கை நண்பா நண்பன் வீடு பள்ளி புத்தகம் பாட்டு பாடல்
    சினிமா படம் மழை வெயில் பூ பழம் மரம் ஆறு கடல் மலை வானம் நாய் பூனை யானை சிவப்பு நீலம் பச்சை கருப்பு வெள்ளை பெரிய
    சிறிய புதிய பழைய காதல் அன்பு மனம் வேலை விளையாட்டு கோவில் கடை பேருந்து கார் வண்டி பால் மருத்துவமனை மருந்து
    தலைவர் అమ్మ నాన్న అన్న అక్క తమ్ముడు చెల్లి స్నేహితుడు ఇల్లు బడి పుస్తకం పాట సినిమా వర్షం ఎండ పువ్వు పండు చెట్టు నది సముద్రం
    కొండ ఆకాశం కుక్క పిల్లి ఏనుగు ఎరుపు నీలం పచ్చ నలుపు తెలుపు పెద్ద చిన్న కొత్త పాత ప్రేమ మనసు పని ఆట గుడి షాపు బస్సు కారు
    పాలు అన్నం మందు బాబు ಅಮ್ಮ ಅಪ್ಪ ಅಣ್ಣ ಅಕ್ಕ ತಮ್ಮ ತಂಗಿ ಸ್ನೇಹಿತ ಮನೆ ಶಾಲೆ ಪುಸ್ತಕ ಹಾಡು ಸಿನಿಮಾ ಮಳೆ ಬಿಸಿಲು ಹೂವು ಹಣ್ಣು ಮರ ನದಿ
    ಸಮುದ್ರ ಬೆಟ್ಟ ಆಕಾಶ ನಾಯಿ ಬೆಕ್ಕು ಆನೆ ಕೆಂಪು ನೀಲಿ ಹಸಿರು ಕಪ್ಪು ಬಿಳಿ ದೊಡ್ಡ ಸಣ್ಣ ಹೊಸ ಹಳೆ ಪ್ರೀತಿ ಕೆಲಸ ಆಟ ಹಾಲು ಅನ್ನ അമ്മ അച്ഛൻ
    ചേട്ടൻ ചേച്ചി അനിയൻ കൂട്ടുകാരൻ വീട് സ്കൂൾ പുസ്തകം പാട്ട് സിനിമ മഴ വെയിൽ പൂവ് പഴം മരം പുഴ കടൽ മല ആകാശം നായ പൂച്ച ആന
    ചുവപ്പ് നീല പച്ച കറുപ്പ് വെള്ള വലിയ ചെറിയ പുതിയ പഴയ സ്നേഹം ജോലി കളി പാൽ ചോറ് ماں باپ بھائی بہن دوست گھر اسکول
    کتاب گانا فلم بارش دل پیار شادی دنیا خواب پانی روٹی دودھ پھول بڑا چھوٹا نیا پرانا کام کھیل بازار
"""

# The words that English speakers use most, and things, brands and names that turn up in a chat.
_COMMON = """
    aadhaar able about above accept access accident account across action active activity actor actress add address
    adidas advance advice afford afraid after against ago agree ahead air airport airtel alarm alert alexa alive all
    allow almost alone along already alright although always amazing amazon ambulance amit amitabh amount anchor
    android angel anger angle angry animal annoy another answer anyone anything anyway anywhere apart app appear apple
    apply area argue argument arm army around arrange array arrive art article ask asleep assist atlas attach attack
    attend attention audi aunt auntie author auto available average avocado avoid awake award aware away awesome awful
    baby bachchan bad badge badminton bag bajaj bake ban banana bandage bang banner bar barber base basic basis basket
    bat batman battery battle beach bean bear beard beat beautiful beauty because become bed bedroll beef beer before
    begin behalf behind belief believe bell belong below belt bench bend beside best bet better between beyond bhaji
    bicycle big bigger bike bill bin bind biology bird birth birthday biryani biscuit bit bitcoin bite bitter black
    blame blank blanket bleed bless blind block blood blow blue bmw board boat body boil bold bomb bone bonus boot
    border bored boring born borrow boss both bother bottle bottom bounce bound boundary bowl box boy bracelet brain
    branch brand brave bread break breakfast breath breathe brick bridal bride bridge brief bright bring broad broke
    broken broom brother brown browse brush bucket budget bug build bullet bunch burger burn burst bus bush business
    busy button buy cable cache cafe cake calculate calculator calendar calm camel camera camp candle candy canvas cap
    capital captain capture car cardigan care career careful carpet carrom carrot carry cart case castle cat catch
    category cauliflower cause cave ceiling celebrate cell cement center centre century ceramic cereal certain chain
    challenge champion chance change channel chapati chapter character charge charger chat chatgpt cheap cheaper
    cheapest cheat cheer cheese chef chemist chemistry cheque cherry chess chest chewing chicken chief chilli chips
    chocolate choice choose chop church chutney cigarette cinema cinnamon circle circus city claim clap classic clean
    clear clerk clever click client climb clinic clock close cloth clothes cloud clown club clue coal coat coconut
    code coffee coin cola cold collect college color colour column comb combine comedy comfort comic comma command
    comment committee common communicate company compare compete complain complaint complete computer concert
    condition conduct confuse congrats congratulations connect connection consider contact contain contest continue
    contract control conversation cook cookie cool cooler coolie copper copy core corn corner correct cotton couch
    cough count counter country couple courage course court cousin cover covid cow crash crazy cream create creature
    crew crime cross crowd cruel cry cucumber cup cupboard curd cure current curry curtain curve custard custom
    customer cut cute cycle dad dal damage damn dance danger dare dark darling dash data database daughter day dead
    deal dear death debate decide decision deep deer default defeat delete deliver delivery delta demand dentist deny
    department depend deposit depth desert deserve design desk dessert destroy detail detergent develop developer
    device devil dhoni diamond diaper diary dictionary die diet differ different difficult dig digit dinner dinosaur
    direct direction director dirt dirty discord discount discuss disease dish disk display distance divide divorce
    doctor document dog doll dollar dolphin dominos donate donkey door dosa dot double doubt down download dozen drama
    draw drawer dream dress drink drive driver drop drug drum dry duck due dull dumb during dust duty each ear early
    earn earring earth earthquake ease easily east easy eat economics edge edit editor education effect effort egg
    eggplant einstein either elect electric electricity element elephant elevator email emoji empty encode end enemy
    energy enfield engine engineer enjoy enough ensure enter entire entry envelope equal eraser escalator escape even
    event ever every everybody everyone everything exact exam example excellent except exchange excited excuse
    exercise exist exit expect expensive expert explain express extra eye fabric fabulous face facebook fact factor
    factory fail failed failure faint fair faith fall false fame familiar family famous fan fancy far farm farmer
    fashion fast faster fastest fat father faucet fault favor favorite favour favourite fear feather feature fee feed
    feedback feel feet fell felt fence ferrari festival fetch fever few field fight figure file fill film filter final
    finance finger finish fire firm fish fit fix flag flame flash flat flavour flight flipkart floor flour flow flower
    flute fly focus fold folder follow food fool foot football forbid force forecast forest forever forget forgive
    forgot fork form formal format former forward found frame free freedom freeze fresh fridge friend frog from front
    fruit fry fuel full fun function fund funny fur furniture future gain galaxy gallery game gang gap garage garbage
    garden garlic gas gate gather gem generate generic gentle genuine geography geyser ghost giant gift ginger giraffe
    girl glad glass glasses global globe glory glove glue gmail goal goat god gold golden gone google gossip got
    government grab grace grade grammar grand grandfather grandma grandmother grandpa grape grapes graph grass
    grateful grave gravity great green greet grey grill grocery ground group grow gta guard guava gucci guess guest
    guide guilty guitar gulab gun gupta gym habit hair hall hammer hand handle handsome hang hanger happen happily
    happy harbour hard hardware harm hat hate head headache headphone health healthy hear heart heat heaven heavy
    height helicopter hell helmet herb hero hidden hide high higher hill hint hire history hit hobby hold hole holiday
    holy homework honda honest honey hook hope horn horror horse hospital host hot hotel hour house however hug huge
    humble humor hundred hungry hunt hurry hurt husband hyundai ice idea ideal identity idiot idle idli ignore ikea
    ill image imagine impact important impossible improve inch include income increase indeed index infant inform
    information inner input insect inside instagram install instant instead insurance intelligence intelligent intend
    interest internet interview into introduce invent inverter invest invite iphone iron ironman island issue item
    jacket jail jalebi jam jamun java jealous jeans jelly jewel jewellery jio job join joke journal joy judge juice
    jump jungle junior junk jury justice kangaroo keep kettle key keyboard kfc kick kill kilo kind king kiss kitchen
    kite knee knife knock know knowledge kohli kumar kumari kurta lab label labour lack ladder lady lake lamp land
    lane language lantern laptop large larger lassi last laugh laundry law lawyer lay layer lazy lead leader leaf
    league learn least leather lecture left leg legal lemon lend length less lesson let letter lettuce level liar
    library licence license lie life lift light limit line link linkedin lion lip lipstick liquid list listen
    literally little load loan local locate location lock locker logic lone lonely long longer look loose lord lose
    loss lost lottery lotus loud lounge love lovely lover low loyal lucky ludo luggage lunch lunchbox lung luxury
    machine mad magazine maggi magic magnet maid mail major maker makeup man manage manager mango manner manual map
    marble margin mark marker market marriage married marry maruti mask mass master match mate material maths matter
    mattress maximum maybe mcdonalds meal mean meaning measure meat media medical medicine medium meet meeting melt
    member memory mention mercedes mercy merge mess message messi metal meter method metro microsoft microwave
    military milk mind mine minecraft minimum minor minute mirror misery miss mistake mix mixer mobile mode model
    modern modi modify moment monkey monster mood moon moral moreover mortgage mosque mosquito mother motor motorcycle
    mountain mouse mouth move movie mud multi murder muscle museum mushroom music musk mute mystery naan nail naked
    narrow nation national native natural nature naughty near neat necessary neck necklace needle neha nehru neighbour
    neither nephew nerve nervous nest net netflix network never newton nice niece nike nobody nod noise nokia noodle
    normal north nose note notebook nothing notice novel nowhere numb nurse nut oatmeal obama obey object observe
    obvious occur ocean odd offer office officer offline often oil ola old older olympics omelette onion online open
    opera operate opinion oppo option orange orchid order ordinary organ organise origin original other otherwise out
    outer outside oven over owe own owner oxygen pack package page pain paint pair pajama pakora palace pale pancake
    paneer panic pant papaya paper paratha parcel pardon parent park parrot part partial particular partner party pass
    passage passion passport paste patch patel patent path patience patient pattern pause pav paytm peace peacock peak
    peanut pearl pen pencil penguin penny pepper pepsi perfect perform perfume perhaps period permit personal pet
    petrol phonebook phonepe photo photosynthesis phrase physics piano pick pickle picnic picture piece pig pillow
    pilot pin pineapple pink pinterest pipe pizza place plain plan plane planet plant plastic plate play player
    pleasant please pleasure plenty plot plug plumber plus pocket poem poet point poison pole police policy polite
    politics pollution pomegranate pooja pool poor pop popcorn popular population porsche port position possible post
    poster pot potato pound pour poverty powder power practice praise prayer prefer pregnant prepare present president
    press pressure pretend pretty prevent previous pride priest prime prince princess print printer prison private
    priya prize problem process produce product profile profit program programme project promise proof proper property
    protect proud prove provide pubg public pull pulse pump pumpkin punch punish pupil pure purple purpose purse push
    put puzzle python quality quantity queen query question queue quick quickly quiet quilt quit quite quiz quote
    rabbit race radio radish rage rahul rain raincoat raise raju random range rank rapid rare rat rate rather ratio
    ravi raw ray razor react read ready real reality reason rebel receipt receive recent recharge recipe record
    recover red reddit reddy redmi reduce refer refrigerator refuse regard region register regret regular reject
    relate relation relax release reliance religion rely remain remember remind remote remove rent repair repeat
    replace reply report request rescue research reservation reserve reset resort respect respond response rest
    restaurant restore result retire review reward rhythm ribbon rice rich ride right ring rise risk river road roast
    rob rock rocket role rolex roll romance romantic ronaldo roof room root rope rose rotate roti rotten rough round
    route routine row royal rubber rucksack rude rug ruin rule run runner rush sabzi sachin sad safe safety salad
    salary salman salt same samosa sample samsung sand sandal sandwich saree sari satellite sauce save say scale
    scared scarf scary scene scheme school science scissors score scream screen screwdriver script search season
    secret secure security see seed seek seem select self selfie sell send sense sensible sentence separate series
    serious serve server service session set settle several sew sex shade shadow shahrukh shake shakespeare shame
    shampoo shape share shark sharma sharp shave shawl sheep sheet shelf shell shift shine ship shirt shit shock shoe
    shoot shop shopping short shorts shot shoulder shout shower shut shy sick sight sign signal silence silent silk
    silly silver similar simple since sing singer singh single sink sister site situation size skill skin skip skirt
    sky skype slave sleep slice slide slip slipper slow slowly small smart smell smile smoke smooth snack snake
    snapchat snapdeal snow soap social society sock socks soda sofa soft software soil soldier solid solution solve
    somebody somehow someone something sometime sometimes somewhere son song sort soul sound soup source south space
    spam spanner spare speak speaker special spectacles speech speed spell spend spice spicy spider spiderman spin
    spinach spirit spoil spoon sport spot spotify spray spread spring square squeeze stable staff stage stair stamp
    stand standard stapler star starbucks stare state stay steal steam steel step stick still sting stock stomach
    stone stool store storm story stove straight strange stranger straw strawberry stream street strength stress
    stretch strike string strip strong struggle stuck student study stuff stupid style subject submit subscribe
    success sudden suffer sugar suggest suit suitcase sum summary summer sun sunglasses super superman supply suppose
    sure surface surgery surprise survey suzuki swallow swear sweat sweater sweet swiggy swim swing switch sword
    symbol system table tablet tail tailor talent talk tall tank tap tape target task taste tax taxi tea teach teacher
    team tear technology teenager telegram telescope television tell temperature temple tempt tennis tent term
    terrible tesla text theatre theme thermometer thermos thick thief thin thing think thirsty thought thread threat
    throat through throw thumb thunder tie tiger tight tiktok till tiny tip tired title toast tobacco toe together
    toilet tomato tone tongue tool tooth toothbrush toothpaste top topic torch toss total touch tough tour towel tower
    town toy toyota toys track tractor trade tradition traffic trail trailer translate transport trap trash treat
    treatment tree trend trial triangle trick triple trouble trousers truck true trump trust truth tshirt tsunami tune
    turban turn twice twin twist twitter type typing uber ugly umbrella uncle under understand uniform union unique
    unit unite universe university unknown unless unlock until update upgrade upload upset usage use used useful
    useless user username usual vacation vaccine vacuum vada valid valley value vanish variable variety various vase
    vast veg vegetable vehicle verma version victory video view village violence violet violin virat virtual virus
    visible vision vitamin vivo voice volcano volleyball volume vote wage wagon waist wake walk wall wallet walmart
    war wardrobe warm warn wash washing waste watch water watermelon wave weak wealth weapon wear web website wedding
    weight weird welcome well west wet whatever whatsapp wheat wheel wheelchair whenever wherever whether while
    whisper whistle white whole wide widow wife wifi wikipedia wild win wind wine wing winner winter wire wisdom wise
    wish with within without witness wolf woman women wonder wonderful wood wool word work worker world worry worse
    worst worth wound wow wrap wristwatch write writer wrong xiaomi yahoo yard yell yellow yet yoga young youth
    youtube zebra zip zipper zomato zone zoo zoom
"""

_NEVER = frozenset(_TALK.split())
_SELDOM = frozenset(_COMMON.split())
_SOUNDS = frozenset(by_sound(to_latin(word)) for word in plain(_BY_SOUND).split())
_SOUNDS_FIRST = frozenset(by_sound(to_latin(word)) for word in plain(_FIRST_WORDS).split())
_USED = _NEVER | _SELDOM
_ENDINGS = {"s": 3, "es": 3, "ed": 4, "ing": 3, "er": 4, "ers": 4}  # and the letters before it


def is_talk(word: str) -> bool:
    """Whether people say this word, as `plain` makes it, without meaning a place."""
    return word in _NEVER or (is_indian(word) and by_sound(to_latin(word)) in _SOUNDS)


def is_common(word: str) -> bool:
    """Whether it is talk or among the words that English uses most, whatever its ending: "booked", "places"."""
    return is_talk(word) or word in _SELDOM or any(map(_is_stem, _stems(word)))


def sounds_common(word: str) -> bool:
    """Whether it sounds like a word that everybody learns first in some language of India, whatever its script."""
    return is_common(word) or by_sound(to_latin(word)) in _SOUNDS_FIRST


def _stems(word: str) -> list[str]:
    return [
        word.removesuffix(ending)
        for ending, letters in _ENDINGS.items()
        if len(word) >= len(ending) + letters and word.endswith(ending)
    ]


def _is_stem(stem: str) -> bool:
    """The stem, or what it was before an ending took its e or doubled its last letter: "mak", "runn"."""
    return bool({stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem} & _USED)
