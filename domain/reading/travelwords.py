"""Travel words: numbers, people, classes, quotas and times of day as they are typed, by their plain English word."""

from domain.reading.daywords import by_word

_NUMBERS = """
0: zero shunya
1: one ek एक ik ஒரு ஒன்று ఒక ಒಂದು ഒരു ഒന്ന് এক একটা এক એક ਇੱਕ
2: two do दो don दोन couple dui duto இரண்டு ரெண்டு రెండు ಎರಡು രണ്ട് দুই দুটো দুটি બે ਦੋ
3: three teen तीन tin மூன்று மூணு మూడు ಮೂರು മൂന്ന് তিন তিনটা તિન ત્રણ ਤਿੰਨ
4: four char chaar चार நான்கு நாலு నాలుగు ನಾಲ್ಕು നാല് চার ચાર ਚਾਰ
5: five paanch panch paach पांच पाच ஐந்து ఐదు ಐದು അഞ്ച് পাঁচ પાંચ ਪੰਜ
6: six chhe chhah chheh छह छः छे छ ஆறு ఆరు ಆರು ആറ് ছয় છ ਛੇ
7: seven saat सात
8: eight aath आठ
9: nine nau नौ
10: ten das दस
11: eleven gyarah ग्यारह
12: twelve barah बारह
1st: first fst frst pehla pehli pahla pahli पहला पहली प्रथम फर्स्ट
2nd: second secnd doosra dusra dusri doosri दूसरा दूसरी द्वितीय सेकंड सेकेंड सेकण्ड
3rd: third therd thrd thard teesra tisra teesri तीसरा तीसरी तृतीय थर्ड
4th: fourth चौथा
5th: fifth
6th: sixth
7th: seventh
8th: eighth
9th: ninth
10th: tenth
3 tier: थ्रीटियर
"""
_PEOPLE = """
ticket: tickets tkt tkts tix tikat tikit tiket ticekt seat seats birth births passenger passengers passanger
ticket: passangers
ticket: pasenger psngr pax person persons people peoples ppl log logo logon traveller travellers traveler travelers
ticket: yatri yatriyon vyakti sawari savari sawariyan bande banda jane members member heads टिकट टिकटें टिकटे टिकिट
ticket: लोग लोगों लोगो यात्री यात्रियों व्यक्ति सवारी सवारियां सीट सीटें सीटे बर्थ जन जने बंदे पैसेंजर टिकेट
ticket: டிக்கெட் టికెట్ టికెట్లు ಟಿಕೆಟ್ ടിക്കറ്റ് টিকিট ટિકિટ ਟਿਕਟ ٹکٹ
berth: berths
adult: adults adlt adults bade bada badey bare वयस्क बड़े बड़ा एडल्ट
man: men gents gent male males purush aadmi पुरुष आदमी
woman: women lady females female aurat auraten औरत औरतें
child: children childs childrens kid kids bachcha bachche bachchey bacha bache baccha bacche bachchi bachcho
child: bachchon
child: bachha bachhe bachhon बच्चा बच्चे बच्चों बच्ची बच्चियां minor minors
infant: infants baby babies shishu शिशु
including: incl inc include includes jisme jismein जिसमें
kin: wife husband mother father mom mum mummy dad papa son daughter brother sister friend grandmother
kin: grandfather aunt
kin: patni biwi pati maa beta beti wifey hubby fiancee girlfriend boyfriend colleague boss पत्नी बीवी पति मां
kin: पिता बेटा बेटी दोस्त बहन माता
parents: mummypapa मातापिता grandparents
folks: friends relatives dosto doston rishtedar frnds
more: extra additional
family: parivar pariwar परिवार
alone: akele akela akeli solo अकेले अकेला अकेली
hum: ham हम
and: aur or और तथा n
"""
_CLASSES = """
ac: एसी ऐसी एयरकंडीशन वातानुकूलित aircon airconditioned
sleeper: sl sleepr sleeprs slepar sleepar slipar sleper slepper sleeeper स्लीपर स्लिपर शयनयान स्लीपरक्लास
tier: tire tyre tiers टियर टायर
class: क्लास श्रेणी shreni cls
coach: कोच dibba dabba डिब्बा
chair car: chaircar चेयरकार
chair: चेयर
car: कार kaar
economy: econ economic इकोनॉमी इकॉनमी
executive: exec exe एग्जीक्यूटिव एग्जिक्यूटिव
sitting: seating seater seaters सिटिंग सीटिंग
vistadome: vistadom विस्टाडोम
"""
_QUOTAS = """
quota: कोटा quata qouta
tatkal: tatkaal tatkl tatakal tatakl tatkall ttkl ततकाल तत्काल
premium: प्रीमियम
ladies: mahila mahilaon महिला महिलाओं लेडीज
general: genral gen सामान्य जनरल samanya
senior: sr varishth varisth varishtha वरिष्ठ सीनियर
citizen: citizens citzen nagrik naagrik nagarik नागरिक सिटीजन
elderly: vriddh vridh buzurg bujurg वृद्ध बुजुर्ग
divyang: divyangjan divyaang handicap handicapped handicaped disabled disability viklang विकलांग दिव्यांग
divyang: दिव्यांगजन pwd
divyang: wheelchair
"""
_TIMES = """
morning: mrng mrning subah subha subh savere sawere savera सुबह सवेरे सुबे मॉर्निंग காலை ఉదయం ಬೆಳಿಗ್ಗೆ രാവിലെ
morning: সকাল সকালে સવારે ਸਵੇਰੇ
afternoon: aftrnoon dopahar dopeher dopahr dopehar duphar दोपहर மதியம் మధ్యాహ్నం ಮಧ್ಯಾಹ್ನ ഉച്ചക്ക് দুপুর দুপুরে
afternoon: બપોરે ਦੁਪਹਿਰ
evening: evng evenin shaam sham shyam saam शाम सायं மாலை సాయంత్రం ಸಂಜೆ വൈകുന്നേരം সন্ধ্যা সন্ধ্যায় વિકેલ સાંજે ਸ਼ਾਮ
night: nite nyt raat rat ratri overnight midnight रात रात्रि नाइट இரவு రాత్రి ರಾತ್ರಿ രാത്രി রাত রাতে રાત્રે ਰਾਤ
noon:
baje: bje बजे bajey
"""
_OTHERS = """
add: jodo jod jodna जोड़ो जोड़ें badhao badha बढ़ाओ
remove: hatao hata हटाओ minus
less: kam कम ghatao
not: नहीं नही nahi nahin nhi nahee nai
return: wapsi vapsi waapsi vapasi wapasi waapasi wapas waapas vapas vaapas वापसी वापस retun retrun returning lautna
instead: बजाय
my: meri mera mere apni apna apne our हमारे मेरी मेरा मेरे अपनी अपने
"""
TRAVEL_WORDS = by_word(_NUMBERS, _PEOPLE, _CLASSES, _QUOTAS, _TIMES, _OTHERS)
