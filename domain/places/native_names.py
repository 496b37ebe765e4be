"""Native names: cities in Indian scripts whose sound there is not that of their name in Latin letters."""

# Cities in Hindi where the names of their stations do not begin with it. The first name is the one that is shown.
FROM_HINDI = {
    "गोवा": "goa", "दिल्ली": "delhi", "मुंबई": "mumbai", "मुम्बई": "mumbai", "बंबई": "mumbai", "बम्बई": "mumbai",
    "कोलकाता": "kolkata", "कलकत्ता": "kolkata", "चेन्नई": "chennai", "मद्रास": "chennai", "बेंगलुरु": "bengaluru",
    "बैंगलोर": "bengaluru", "बंगलौर": "bengaluru", "हैदराबाद": "hyderabad", "इलाहाबाद": "prayagraj",
    "मैसूरु": "mysuru", "मैसूर": "mysuru", "मंगलौर": "mangaluru", "कोच्चि": "kochi", "कोचीन": "kochi",
    "विशाखापत्तनम": "visakhapatnam", "विशाखापट्टनम": "visakhapatnam", "नासिक": "nashik", "पूना": "pune",
    "तिरुचिरापल्ली": "tiruchirappalli", "त्रिची": "tiruchirappalli", "हुबली": "hubballi", "बेलगाम": "belagavi",
    "सिलीगुड़ी": "siliguri", "जमशेदपुर": "jamshedpur", "मुगलसराय": "mughalsarai", "नवी मुंबई": "navi mumbai",
    "त्रिवेंद्रम": "thiruvananthapuram", "बड़ौदा": "vadodara", "सलेम": "salem", "कोझिकोड": "kozhikode",
}  # fmt: skip
# In other scripts: Urdu, which leaves out vowels; Tamil, which writes k, t and p for g, d and b; and where a language
# has a name of its own.
_OTHERS = """
    howrah: ହାଓଡ଼ା, ஹவுரா, హౌరా, ಹೌರಾ, ಹಾವ್ಡಾ, ഹൗറ, હાવડા, ਹਾਵੜਾ, হাওড়া; salem: சேலம், సేలం, ಸೇಲಂ, സേലം;
    khammam: ఖమ్మం; nagaon: নগাঁও; shegaon: शेगाव, शेगांव; kanhangad: കാഞ്ഞങ്ങാട്; ottappalam: ഒറ്റപ്പാലം,
    ഒറ്റപ്പാലം; jaunpur: جونپور; bijnor: بجنور; etawah: اٹاوہ; unnao: اناؤ; hardoi: ہردوئی; sitapur:
    سیتاپور; basti: بستی; gonda: گونڈہ; deoria: دیوریا; ballia: بلیا; ghazipur: غازی پور; sasaram:
    سہسرام; ara: آرہ; siwan: سیوان; chhapra: چھپرہ; sultanpur: سلطانپور; amroha: امروہہ; hapur: ہاپوڑ;
    mathura: متھرا; firozabad: فیروزآباد; panipat: پانی پت; karnal: کرنال; akola: اکولہ; amravati:
    امراوتی; jalna: جالنہ; latur: لاتور; burhanpur: برہان پور; khandwa: کھنڈوہ; raipur: رائے پور;
    bilaspur: بلاسپور; cuttack: کٹک; puri: پوری; malda town: مالدہ; delhi: دہلی, دلی, দিল্লি, দিল্লী,
    ਦਿੱਲੀ, દિલ્હી, ଦିଲ୍ଲୀ, டெல்லி, தில்லி, ఢిల్లీ, దిల్లీ, ದೆಹಲಿ, ದಿಲ್ಲಿ, ഡൽഹി, ദില്ലി; new delhi: نئی دہلی, নয়াদিল্লি,
    নতুন দিল্লি, নিউ দিল্লি, ਨਵੀਂ ਦਿੱਲੀ, નવી દિલ્હી, ନୂଆଦିଲ୍ଲୀ, புது தில்லி, புது டெல்லி, புதுடெல்லி, న్యూఢిల్లీ, కొత్త
    ఢిల్లీ, ನವದೆಹಲಿ, ಹೊಸ ದೆಹಲಿ, ന്യൂഡൽഹി, ന്യൂ ഡൽഹി, नवी दिल्ली; mumbai: ممبئی, بمبئی, মুম্বাই, মুম্বই, ਮੁੰਬਈ, મુંબઈ,
    ମୁମ୍ବାଇ, மும்பை, பம்பாய், ముంబై, ముంబాయి, ಮುಂಬೈ, മുംബൈ, മുംബയ്; kolkata: کولکاتا, کلکتہ, کولکتہ, কলকাতা,
    কোলকাতা, কলিকতা, ਕੋਲਕਾਤਾ, કોલકાતા, କୋଲକାତା, கொல்கத்தா, கல்கத்தா, కోల్‌కతా, కోల్కతా, ಕೋಲ್ಕತ್ತಾ, ಕೋಲ್ಕತಾ, കൊൽക്കത്ത,
    കൽക്കട്ട; chennai: چنئی, মাদ্রাজ, চেন্নাই, ਚੇਨਈ, ਚੇਨੱਈ, ચેન્નઈ, ચેન્નાઈ, ଚେନ୍ନାଇ, சென்னை, மதராஸ், చెన్నై, మద్రాసు,
    ಚೆನ್ನೈ, ಮದ್ರಾಸ್, ചെന്നൈ, മദ്രാസ്; bengaluru: بنگلور, بنگلورو, বেঙ্গালুরু, ব্যাঙ্গালোর, বাঙ্গালোর, ਬੰਗਲੌਰ, ਬੈਂਗਲੁਰੂ,
    બેંગલુરુ, બેંગ્લોર, ବେଙ୍ଗାଲୁରୁ, பெங்களூர், பெங்களூரு, బెంగళూరు, బెంగుళూరు, ಬೆಂಗಳೂರು, ബെംഗളൂരു, ബാംഗ്ലൂർ, ബംഗളൂരു;
    hyderabad: حیدرآباد, হায়দ্রাবাদ, হায়দরাবাদ, ਹੈਦਰਾਬਾਦ, હૈદરાબાદ, ହାଇଦ୍ରାବାଦ, ஐதராபாத், ஹைதராபாத்,
    హైదరాబాద్, హైదరాబాదు, ಹೈದರಾಬಾದ್, ಹೈದ್ರಾಬಾದ್, ഹൈദരാബാദ്; secunderabad: سکندرآباد; lucknow: لکھنؤ, لکھنو; kanpur:
    کانپور; agra: آگرہ; gaya: گیا; patna: پٹنہ; bhopal: بھوپال; indore: اندور, ইন্দোর; gwalior: گوالیار;
    jhansi: جھانسی; jabalpur: جبلپور; ujjain: اجین; pune: پونے, پونا, പൂനെ, પૂના; nagpur: ناگپور;
    ahmedabad: احمدآباد, احمد آباد; surat: سورت; vadodara: وڈودرا, بڑودہ, বরোদা; rajkot: راجکوٹ; jaipur:
    جے پور; jodhpur: جودھپور; ajmer: اجمیر; udaipur: ادے پور; kota: کوٹہ; bikaner: بیکانیر; prayagraj:
    الہ آباد, الٰہ آباد, پریاگ راج, এলাহাবাদ, அலகாபாத்; varanasi: وارانسی, بنارس, বারাণসী, বেনারস, காசி,
    వారణాసి, కాశీ, ಕಾಶಿ, കാശി; gorakhpur: گورکھپور; aligarh: علی گڑھ, علیگڑھ; meerut: میرٹھ; moradabad:
    مرادآباد, مراد آباد; bareilly: بریلی; saharanpur: سہارنپور; rampur: رامپور; azamgarh: اعظم گڑھ; mau:
    مئو; faizabad: فیض آباد; ghaziabad: غازی آباد; muzaffarnagar: مظفر نگر; muzaffarpur: مظفرپور;
    darbhanga: دربھنگہ; bhagalpur: بھاگلپور; katihar: کٹیہار; kishanganj: کشن گنج; purnia: پورنیہ;
    ranchi: رانچی; dhanbad: دھنباد; jamshedpur: جمشیدپور; asansol: آسنسول; howrah: ہاوڑہ, হাওড়া;
    amritsar: امرتسر; ludhiana: لدھیانہ; jalandhar: جالندھر; chandigarh: چندی گڑھ; ambala: انبالہ,
    ਅੰਬਾਲਾ; jammu: جموں, ਜੰਮੂ; srinagar: سری نگر; haridwar: ہریدوار; dehradun: دہرادون; roorkee: رڑکی;
    aurangabad: اورنگ آباد; nanded: ناندیڑ; parbhani: پربھنی; nashik: ناسک; solapur: شولاپور; gulbarga:
    گلبرگہ, گلبرگا, గుల్బర్గా; bidar: بیدر; nizamabad: نظام آباد; warangal: ورنگل; kurnool city: کرنول,
    కర్నూలు; vijayawada: وجےواڑہ, பெஜவாடா; guntur: گنٹور; tirupati: تروپتی; mysuru: میسور, মহীশূর;
    hubballi: ہبلی, ಹುಬ್ಳಿ; guwahati: گوہاٹی, গৌহাটি, গুৱাহাটী; thiruvananthapuram: திருவனந்தபுரம்,
    తిరువనంతపురం, ತಿರುವನಂತಪುರ, തിരുവനന്തപുരം; kochi: கொச்சி, കൊച്ചി; kollam: கொல்லம், കൊല്ലം; kozhikode:
    கோழிக்கோடு, കോഴിക്കോട്; thrissur: திருச்சூர், തൃശ്ശൂർ, തൃശൂർ; palakkad: பாலக்காடு, പാലക്കാട്; kottayam: கோட்டயம்,
    കോട്ടയം; madurai: மதுரை, മധുര; coimbatore: கோயம்புத்தூர், கோவை, കോയമ്പത്തൂർ; tiruchirappalli: திருச்சி,
    திருச்சிராப்பள்ளி; hosur: ஓசூர், ಹೊಸೂರು; ooty: ஊட்டி, உதகை, உதகமண்டலம்; vellore: வேலூர், വെല്ലൂർ; dindigul:
    திண்டுக்கல்; puducherry: புதுச்சேரி, பாண்டிச்சேரி; kanniyakumari: கன்னியாகுமரி, குமரி, കന്യാകുമാരി;
    tirunelveli: திருநெல்வேலி, நெல்லை; tuticorin: தூத்துக்குடி; mangaluru: மங்களூர், మంగళూరు, ಮಂಗಳೂರು,
    മംഗലാപുരം, മംഗളൂരു; visakhapatnam: விசாகப்பட்டினம், విశాఖ, విశాఖపట్నం, వైజాగ్, ବିଶାଖାପାଟଣା; rajahmundry: రాజమండ్రి,
    రాజమహేంద్రవరం; kolar: ಕೋಲಾರ, కోలార్; karimnagar: కరీంనగర్; bankura: বাঁকুড়া; jorhat town: যোৰহাট, যোরহাট;
    dibrugarh: ডিব্ৰুগড়, ডিব্রুগড়; tinsukia: তিনিচুকীয়া, তিনসুকিয়া; silchar: শিলচৰ, শিলচর; morbi: મોરબી;
    kutch: કચ્છ; goa: গোয়া, ਗੋਆ, ଗୋଆ, கோவா, గోవా, ಗೋವಾ, ഗോവ, گوا; puri: পুরী, ପୁରୀ, పూరీ; cuttack: কটক;
    berhampur: ବ୍ରହ୍ମପୁର, ବରହମପୁର; balasore: ବାଲେଶ୍ୱର; malda town: মালদা, মালদহ; siliguri: শিলিগুড়ি,
    সিলিগুড়ি; bardhaman: বর্ধমান; sealdah: শিয়ালদহ, শিয়ালদা; jalgaon: जळगाव; bhusaval: भुसावळ; lonavala:
    लोणावळा
"""
FROM_OTHERS = {
    native: name
    for name, _, natives in (entry.strip().partition(": ") for entry in " ".join(_OTHERS.split()).split(";"))
    for native in natives.split(", ")
}
IN_HINDI = {city: name for name, city in reversed(FROM_HINDI.items())}
