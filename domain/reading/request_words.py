"""Request words: what people say around the places of a journey, in asking for a train."""

from domain.words import lowered


def _words(*texts: str) -> frozenset[str]:
    return frozenset(lowered(" ".join(texts)).split())


# "patna jana hai": the place before is where one goes. "to go", "to see": no place stands before such a "to".
GOING = _words(
    "jana jaana jane jaane jaunga jaungi jayenge jaenge jaayenge janaa jaoge jaoonga jaa ja pahunchna pahuchna",
    "जाना जाने जाऊंगा जाऊंगी जाएंगे जायेंगे पहुंचना जाएगी जा",
)
DOING = _words("go travel see get book find visit reach meet make buy catch show know check have take ask")
# Before a place that may be the destination, or the origin; before other words they tell nothing.
REACHING = _words("for reach reaching go going goin visit visiting destination dest arriving arrive goto")
LEAVING = _words("leaving departing departure origin source starting boarding")
VIA = _words("via through hokar")

_ASKING = """
    a an the i we me my us you can could please pls plz plzz kindly want wants wanted wanna need needs would wish
    like book booking booked reserve reservation find search show get give take tell check is are was there any
    some for am be im id train trains trian ticket tickets tkt seat seats travel travelling traveling go going on
    by in at of and with no nope not sorry actually instead make it that this these change rather wait hi hello
    hey hii helo class berth berths date dates journey trip tour how see what when which who will shall should has
    have urgent urgently welcome thanks thank ready available availability status fare price options option list
    all also only just myself near nearby do does did if or but so then than about around as hai early late soon
    now asap quickly immediately today first last next per same day time timing timings direct fast fastest cheap
    cheapest best good nice earliest latest lowest quick confirm confirmed pnr person persons kal total
"""
_CALLING = """
    ok okay oh haan han ha yes mean matlab
    sir madam maam mam bhai bhaiya bhaiyya bhaya yaar yar ji dear bro dost boss team friend friends didi uncle
    aunty namaste namaskar namaskaram vanakkam salaam salam ram yatri bot श्रीमान सर भाई भैया जी नमस्ते नमस्कार
    मैडम mother father mom mum mummy dad papa son daughter brother sister patni pati maa beta beti behen dadi nana
    nani family wife husband kids parents children child adults adult people alone
"""
_TRAINS = """
    rajdhani shatabdi jan janshatabdi duronto garib rath garibrath vande bharat vandebharat tejas humsafar express
    exp superfast sf mail local memu demu emu intercity double decker doubledecker special spl sampark kranti
    antyodaya mahamana gatimaan gatiman amrit uday deluxe luxury toy premium राजधानी शताब्दी वंदे भारत दुरंतो
    एक्सप्रेस गरीब रथ train's name number no
"""
_TIMES = """
    morning afternoon evening night noon subah dopahar shaam sham raat early सुबह दोपहर शाम रात
"""
_HINDI = """
    mujhe muje mujhko hume hamen humko hame main mai mein me hum ham ka ki ke ko hai he h hu hun hoon hain ho tha
    thi chahiye chaiye chahie chahta chahti chahte chahye jaldi wala wali wale waali liye lie batao bataiye bataye
    bta btao dikhao dikhaiye dikha do de dena dedo dijiye dijie karo kar karna kardo kro krna krdo karwa karva
    karwado banao bana banwa nahi nahin nhi bhi hi to na toh kya kaun kaunsi kon konsi kab kitne kitna koi kuch
    aur ya par pe per gaadi gadi gari rail railgaadi gaadiyan trainein sabse sasta sasti tez saath sath abhi aap
    ek bas chalo chalna lena leni bhej milegi milega mil sakti sakta hota hoti wapas ghar yahan yaha wahan waha
    wahin tikat din ye yeh wo woh is us sa si aana aane का की के को है हैं हूं हूँ हो था थी चाहिए चाहता चाहती
    चाहते बताओ बताइए बताएं दिखाओ दिखाइए दिखाएं मैं मुझे हम हमें हमको में लिए लिये जल्दी वाली वाला वाले नहीं ट्रेन
    टिकट और या पर भी ही तो कृपया कौन कौनसी क्या कब कोई कुछ गाड़ी रेल दो दे दीजिए करो कर करना करें बुक बना दें
    रेलगाड़ी सबसे साथ अभी आप एक घर यह ये वह इस
"""
_REGIONAL = """
    வேண்டும் ரயில் டிக்கெட் செல்ல போக போகணும் కావాలి రైలు వెళ్ళాలి వెళ్లాలి టికెట్ ಬೇಕು ರೈಲು ಹೋಗಬೇಕು ಟಿಕೆಟ್ വേണം
    ട്രെയിൻ പോകണം টিকিট ট্রেন চাই যাব যেতে যাবো লাগবে ট্রেনে ટ્રેન ટિકિટ જોઈએ જવું છે ਟ੍ਰੇਨ ਟਿਕਟ ਜਾਣਾ ਹੈ ਚਾਹੀਦੀ
    आहे जायचे जायचं हवे पाहिजे मला तिकीट گاڑی ٹکٹ ہے جانا
"""


FILLERS = _words(_ASKING, _CALLING, _TRAINS, _TIMES, _HINDI, _REGIONAL) | GOING | DOING
