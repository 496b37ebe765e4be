"""Foreign places: countries and the largest cities abroad, so that no station is guessed from their names.

A station or city of this country that is called exactly so is still found (Salem is in Tamil Nadu too).
"""

from domain.places.scripts import is_indian, to_latin
from domain.places.spelling import by_sound
from domain.words import plain

_COUNTRIES = """
    afghanistan, africa, alaska, albania, alberta, algeria, america, andorra, angola, antarctica, argentina, arizona,
    armenia, asia, australia, austria, azerbaijan, bahamas, bahrain, bali, balochistan, bangladesh, barbados, bavaria,
    belarus, belgium, belize, benin, bhutan, bolivia, borneo, bosnia, botswana, brazil, britain, brunei, bulgaria,
    burkina faso, burma, burundi, california, cambodia, cameroon, canada, cape verde, caribbean, catalonia, chad,
    chile, china, colombia, colorado, comoros, congo, costa rica, crimea, croatia, cuba, cyprus, czech republic,
    czechia, denmark, djibouti, dominica, dominican republic, ecuador, egypt, el salvador, england, eritrea, estonia,
    eswatini, ethiopia, europe, fiji, finland, florida, france, gabon, gambia, georgia, germany, ghana, great britain,
    greece, grenada, guatemala, guinea, guyana, haiti, hawaii, hokkaido, holland, honduras, hungary, iceland,
    illinois, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, java, jordan, kazakhstan,
    kenya, kiribati, korea, kosovo, kuwait, kyrgyzstan, lanka, laos, latvia, lebanon, lesotho, liberia, libya,
    liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia, maldives, mali, malta,
    massachusetts, mauritania, mauritius, mexico, michigan, micronesia, middle east, moldova, monaco, mongolia,
    montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, nevada, new jersey, new zealand,
    nicaragua, niger, nigeria, north america, north korea, norway, oceania, ohio, okinawa, oman, ontario, oregon,
    pakistan, palau, palestine, panama, papua new guinea, paraguay, pennsylvania, peru, philippines, poland, portugal,
    punjab pakistan, qatar, quebec, queensland, romania, russia, rwanda, samoa, saudi, saudi arabia, scandinavia,
    scotland, senegal, serbia, seychelles, siberia, sierra leone, sindh, singapore, slovakia, slovenia, somalia,
    south africa, south america, south korea, spain, sri lanka, sudan, sumatra, suriname, sweden, switzerland, syria,
    taiwan, tajikistan, tanzania, tasmania, texas, thailand, tibet, togo, tonga, trinidad, tunisia, turkey, turkiye,
    turkmenistan, tuscany, tuvalu, uae, uganda, uk, ukraine, united arab emirates, united kingdom, united states,
    united states of america, uruguay, us, usa, uzbekistan, vanuatu, vatican, venezuela, vietnam, virginia, wales,
    yemen, zambia, zimbabwe
"""
_CITIES = """
    abidjan, abu dhabi, abuja, accra, adana, addis ababa, adelaide, aden, agadir, aleppo, alexandria, algiers, almaty,
    amman, amsterdam, ankara, antalya, antananarivo, antwerp, ashgabat, asmara, astana, asuncion, athens, atlanta,
    auckland, austin, baghdad, baku, baltimore, bamako, bangkok, bangui, barcelona, barranquilla, basel, basra,
    beijing, beirut, belfast, belgrade, belo horizonte, bergen, berlin, bern, bethlehem, biratnagar, birmingham,
    bishkek, bogota, bologna, bordeaux, boston, brasilia, bratislava, brazzaville, bremen, brisbane, bristol,
    brooklyn, brussels, bucharest, budapest, buenos aires, buffalo, busan, cairo, calgary, cali, cambridge, canberra,
    cancun, cape town, caracas, cardiff, casablanca, charlotte, chattogram, chengdu, chiang mai, chicago, chisinau,
    chittagong, chongqing, christchurch, cleveland, cologne, colombo, comilla, conakry, copenhagen, cordoba, cusco,
    da nang, dacca, dakar, dalian, dallas, damascus, dammam, dar es salaam, darwin, denver, detroit, dhaka, doha,
    donetsk, dortmund, dresden, dubai, dublin, durban, dushanbe, dusseldorf, edinburgh, edmonton, faisalabad,
    florence, frankfurt, freetown, fukuoka, galle, gaza, geneva, genoa, ghent, giza, glasgow, gold coast, gothenburg,
    granada, graz, guadalajara, guangzhou, guatemala city, guayaquil, gujranwala, haifa, halifax, hamburg, hamilton,
    hangzhou, hanoi, hanover, harare, harbin, havana, helsinki, herat, hiroshima, ho chi minh city, hobart, hollywood,
    hong kong, honolulu, houston, hyderabad pakistan, ibadan, incheon, innsbruck, isfahan, islamabad, istanbul, izmir,
    jaffna, jakarta, janakpur, jeddah, jerusalem, johannesburg, johor bahru, juba, kabul, kampala, kandahar, kandy,
    kano, karachi, kathmandu, kazan, kharkiv, khartoum, khulna, kiev, kigali, kingston, kinshasa, kobe, krakow,
    kuala lumpur, kunming, kuwait city, kyiv, kyoto, la paz, lagos, lahore, las vegas, lausanne, leeds, leipzig, leon,
    lhasa, libreville, lilongwe, lima, lisbon, liverpool, ljubljana, london, los angeles, luanda, lucerne, lusaka,
    luxor, lviv, lyon, macau, madinah, madrid, makassar, makkah, malaga, male, malmo, manama, manchester, mandalay,
    manhattan, manila, maputo, marrakech, marseille, mashhad, mecca, medan, medellin, medina, melbourne, memphis,
    mexico city, miami, milan, milwaukee, minneapolis, minsk, mogadishu, mombasa, monrovia, monterrey, montevideo,
    montreal, moscow, mosul, multan, munich, muscat, nagoya, nairobi, nanjing, naples, narayanganj, nashville, nassau,
    new orleans, new york, new york city, newcastle, nice, nicosia, nottingham, nuremberg, odessa, oklahoma, orlando,
    osaka, oslo, ottawa, oxford, palermo, panama city, paris, pattaya, peking, perth, peshawar, philadelphia,
    phnom penh, phoenix, phuket, pittsburgh, pokhara, port louis, portland, porto, prague, pretoria, pyongyang,
    qingdao, quetta, quito, rabat, rajshahi, rangoon, rawalpindi, reykjavik, riga, rio, rio de janeiro, riyadh, rome,
    rotterdam, sacramento, saigon, saint petersburg, salvador, salzburg, samarkand, san antonio, san diego,
    san francisco, san jose, san juan, sanaa, santiago, santo domingo, sao paulo, sapporo, sarajevo, seattle, seoul,
    seville, shanghai, sharjah, sheffield, shenzhen, shiraz, sialkot, silicon valley, skopje, sofia, southampton,
    st petersburg, stockholm, strasbourg, stuttgart, surabaya, suva, sydney, sylhet, tabriz, taipei, tallinn, tampa,
    tangier, tashkent, tbilisi, tehran, tel aviv, thessaloniki, thimphu, thimpu, tianjin, timbuktu, tirana, tokyo,
    toronto, toulouse, tripoli, tunis, turin, ulaanbaatar, utrecht, valencia, valparaiso, vancouver, vegas, venice,
    verona, versailles, victoria, vienna, vientiane, vilnius, vladivostok, warsaw, washington, washington dc,
    wellington, windhoek, wuhan, xian, yangon, yerevan, yokohama, york, zagreb, zanzibar, zurich
"""
# As Indian languages write some of them, by their sound; the rest differ too little from the English to matter.
_IN_INDIAN_SCRIPTS = """
    लंदन, लन्दन, पेरिस, न्यूयॉर्क, न्यू यॉर्क, टोक्यो, दुबई, अबू धाबी, सिंगापुर, काठमांडू, काठमाण्डू, लाहौर, कराची, इस्लामाबाद,
    ढाका, कोलंबो, बैंकॉक, बीजिंग, शंघाई, मॉस्को, बर्लिन, रोम, सिडनी, मेलबर्न, टोरंटो, शिकागो, वाशिंगटन, काबुल, तेहरान,
    बगदाद, मक्का, मदीना, दोहा, हांगकांग, अमेरिका, अमरीका, इंग्लैंड, ब्रिटेन, कनाडा, चीन, जापान, रूस, जर्मनी, फ्रांस, इटली,
    स्पेन, ऑस्ट्रेलिया, पाकिस्तान, नेपाल, बांग्लादेश, श्रीलंका, भूटान, म्यांमार, अफगानिस्तान, ईरान, इराक, सऊदी अरब, कुवैत, कतर,
    ओमान, मालदीव, मलेशिया, थाईलैंड, यूरोप, अफ्रीका, एशिया, লন্ডন, প্যারিস, নিউ ইয়র্ক, ঢাকা, চট্টগ্রাম, সিলেট, খুলনা,
    রাজশাহী, বাংলাদেশ, নেপাল, আমেরিকা, দুবাই, কাঠমান্ডু, পাকিস্তান, லண்டன், பாரிஸ், நியூயார்க், துபாய், சிங்கப்பூர்,
    கொழும்பு, யாழ்ப்பாணம், இலங்கை, அமெரிக்கா, மலேசியா, டோக்கியோ, கண்டி, లండన్, పారిస్, న్యూయార్క్, దుబాయ్, సింగపూర్, అమెరికా, నేపాల్,
    లాహోర్, ಲಂಡನ್, ಪ್ಯಾರಿಸ್, ದುಬೈ, ಅಮೆರಿಕ, ಅಮೇರಿಕಾ, ಸಿಂಗಾಪುರ, ലണ്ടൻ, പാരിസ്, ദുബായ്, അമേരിക്ക, സിംഗപ്പൂർ, લંડન, પેરિસ, દુબઈ,
    અમેરિકા, ਲੰਡਨ, ਪੈਰਿਸ, ਕੈਨੇਡਾ, ਲਾਹੌਰ, ଲଣ୍ଡନ, ଆମେରିକା, لندن, پیرس, نیویارک, دبئی, لاہور, کراچی, پاکستان, امریکہ,
    مکہ, مدینہ, کابل, اسلام آباد
"""


def _listed(lines: str) -> list[str]:
    return ["".join(plain(name).split()) for name in lines.split(",")]


_LATIN = frozenset(_listed(_COUNTRIES) + _listed(_CITIES))
_SAID = frozenset(by_sound(to_latin(name)) for name in _listed(_IN_INDIAN_SCRIPTS))


def is_abroad(words: list[str]) -> bool:
    """Whether these words, as `plain` makes them, are together a country or a large city abroad."""
    name = "".join(words)
    return name in _LATIN or (is_indian(name) and by_sound(to_latin(name)) in _SAID)
