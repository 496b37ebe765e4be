"""Day words: names of days, months and stretches of time in English, Hindi and other Indian languages, by meaning."""

from itertools import chain

# Each line: the plain English word, and what people write for it. Near spellings are found by their sound.
_WEEKDAYS = """
monday: mon mondays somvar somwaar somvaar somavar सोमवार मंडे सोमवारी திங்கள் திங்கட்கிழமை సోమవారం ಸೋಮವಾರ
monday: തിങ്കളാഴ്ച
monday: সোমবার સોમવાર ਸੋਮਵਾਰ پیر
tuesday: tue tues mangalvar mangalwar mangalvaar mangalwaar मंगलवार मंगळवार ट्यूजडे செவ்வாய் செவ்வாய்க்கிழமை
tuesday: మంగళవారం
tuesday: ಮಂಗಳವಾರ ചൊവ്വാഴ്ച মঙ্গলবার મંગળવાર ਮੰਗਲਵਾਰ منگل
wednesday: wed weds budhvar budhwar budhvaar budvar budwar बुधवार वेडनेसडे புதன் புதன்கிழமை బుధవారం ಬುಧವಾರ
wednesday: ബുധനാഴ്ച বুধবার બુધવાર ਬੁੱਧਵਾਰ بدھ
thursday: thu thur thurs guruvar guruwar guruvaar brihaspativar brihaspatiwar bruhaspativar veervar veerwar virvar
thursday: गुरुवार गुरूवार बृहस्पतिवार वीरवार थर्सडे வியாழன் வியாழக்கிழமை గురువారం ಗುರುವಾರ വ്യാഴാഴ്ച বৃহস্পতিবার
thursday: ગુરુવાર
thursday: ਵੀਰਵਾਰ جمعرات
friday: fri shukravar shukrawar shukravaar shukkarvar shukarvar sukravar sukrawar शुक्रवार फ्राइडे வெள்ளி
friday: வெள்ளிக்கிழமை
friday: శుక్రవారం ಶುಕ್ರವಾರ വെള്ളിയാഴ്ച শুক্রবার શુક્રવાર ਸ਼ੁੱਕਰਵਾਰ jumma جمعہ
saturday: sat shanivar shaniwar shanivaar sanivar saniwar shanichar शनिवार सैटरडे சனி சனிக்கிழமை శనివారం
saturday: ಶನಿವಾರ
saturday: ശനിയാഴ്ച শনিবার શનિવાર ਸ਼ਨੀਵਾਰ ਸ਼ਨਿੱਚਰਵਾਰ ہفتہ
sunday: sun raviwar ravivar ravivaar itvar itwar itwaar etwar etvar रविवार इतवार संडे ஞாயிறு ஞாயிற்றுக்கிழமை
sunday: ఆదివారం ಭಾನುವಾರ
sunday: ഞായറാഴ്ച রবিবার રવિવાર ਐਤਵਾਰ اتوار
"""
_MONTHS = """
january: jan janvari janvary janwari janavari जनवरी जानेवारी
february: feb febr farvari farvary farwari pharvari फरवरी फेब्रुवारी
march: mar maarch मार्च
april: apr aprail aprel अप्रैल अप्रेल एप्रिल
may: मई
june: jun joon जून
july: jul julai julaai जुलाई जुलै
august: aug agast अगस्त ऑगस्ट
september: sep sept sitambar sitamber सितंबर सप्टेंबर
october: oct aktubar aktoobar octubar अक्टूबर अक्तूबर ऑक्टोबर
november: nov navambar november navamber नवंबर नोव्हेंबर
december: dec disambar disamber dicember डिसेंबर दिसंबर
"""
_RELATIVE = """
today: tdy aaj aj aaaj aajj आज टुडे இன்று இன்னைக்கு inniku innaiku indru ఈరోజు నేడు ఇవాళ ivala ಇಂದು ಇವತ್ತು ivattu
today: ഇന്ന് innu আজ আজকে આજે ਅੱਜ ଆଜି آج
tomorrow: tmrw tmr tmw tomm tommorow tomorow tommorrow tomarrow tommorw tmrow tommo tmrrw tomoro tomrw tomorow
tomorrow: kal kall
tomorrow: कल उद्या टुमॉरो udya நாளை நாளைக்கு naalai nalai naalaiku రేపు repu ನಾಳೆ naale നാളെ কাল আগামীকাল কালকে
tomorrow: agamikal
tomorrow: આવતીકાલે કાલે aavtikale ਕੱਲ੍ਹ ਕੱਲ ਭਲਕੇ bhalke ଆସନ୍ତାକାଲି କାଲି کل
overmorrow: parso parson parsu parsoo paraso parsom parasu parsho परसों परसो परवा parva parwa நாளைமறுநாள்
overmorrow: ఎల్లుండి ellundi ನಾಡಿದ್ದು naadiddu nadiddu മറ്റന്നാൾ mattannal পরশু porshu પરમદિવસે ਪਰਸੋਂ پرسوں
yesterday: காலை-நேற்று நேற்று నిన్న ನಿನ್ನೆ ഇന്നലെ গতকাল
today night: tonight tonite tonyt
"""
_STRETCHES = """
next: nxt agle agla agli agale अगले अगला अगली पुढच्या அடுத்த వచ్చే ಮುಂದಿನ അടുത്ത আগামী આવતા ਅਗਲੇ
this: इस
coming: upcoming aanewale aanewali aanewala aagami agami आगामी आनेवाले
week: weeks wk wks hafte hafta haftey hafton hafte haphte haftah saptah हफ्ते हफ्ता हफ्तों सप्ताह आठवड्यात
weekend: weekends wkend weekand wknd वीकेंड
month: months mahine mahina mahinay maheene महीने महीना महीनों
day: days din dino dinon दिन दिनों दिवस
fortnight: pakhwada पखवाड़े
later: hence baad baadh बाद नंतर
before: pehle pahle पहले
tareekh: tarikh tareek tarik taarikh tareeq tareekho तारीख तारिख dated
ending: end akhir aakhir अंत अंतिम
"""


def by_word(*lists: str) -> dict[str, str]:
    """Every spelling, and the words themselves, with the plain word: from lines "plain: spelling spelling"."""
    meanings: dict[str, str] = {}
    for line in chain.from_iterable(text.strip().splitlines() for text in lists):
        plain_word, _, spellings = line.partition(":")
        for spelling in (plain_word, *spellings.split()):
            meanings.setdefault(spelling, plain_word)
    return meanings


WEEKDAYS = tuple(dict.fromkeys(line.partition(":")[0] for line in _WEEKDAYS.strip().splitlines()))
MONTHS = tuple(dict.fromkeys(line.partition(":")[0] for line in _MONTHS.strip().splitlines()))
DAY_WORDS = by_word(_WEEKDAYS, _MONTHS, _RELATIVE, _STRETCHES)
