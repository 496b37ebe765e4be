"""Other names of places, as facts of the whole country: old names, short ones, other languages' and other spellings."""

# Today's name (or, in capitals, the station's code) and what people call it besides. A name in capitals that a
# timetable does not know counts for nothing there.
_NAMES = """
mumbai: bombay, bambai, bambaee, mumbay, bom
kolkata: calcutta, kalkatta, kalikata, kolkatta, ccu
chennai: madras, chennapatnam, sennai, maa
delhi: dilli, dehli, dilhi, delli, dilly
bengaluru: bangalore, banglore, bengalooru, blr, blore, bengalur, bangaluru
hyderabad: hyd, haidarabad, hydrabad, bhagyanagar
ahmedabad: amdavad, ahmadabad, karnavati, ahemdabad, amd
prayagraj: allahabad, ilahabad, illahabad, alahabad, tirthraj
varanasi: benares, kashi, banaras, baranasi
pune: poona, puna, pune city, punyanagari
vadodara: baroda, vadodra, badodara, badoda
guwahati: gauhati, guahati
mysuru: mysore, maisur, maisoor
mangaluru: mangalore, manglore, kudla, mangalapuram
thiruvananthapuram: trivandrum, tiruvananthapuram, trivendrum, anantapuri, tvm
ERS|ERN: cochin, kochin, kochchi
kozhikode: calicut, kalikat
kannur: cannanore, kananur
kollam: quilon
thrissur: trichur, trissur, trishur
palakkad: palghat, palakad
alappuzha: alleppey, alleppi, aleppey
kasaragod: kasargod, kasaragode, kasargode
thalassery: tellicherry, telicherry
vadakara: badagara
AWY: alwaye
QLD: koyilandy
changanasseri: changanacherry, changanassery
TPJ: trichy, tiruchi, trichinopoly, tiruchirapalli, tiruchchi
thanjavur: tanjore, tanjavur
TN: tutukudi, thoothukkudi
tirunelveli: tinnevelly, nellai, tirunelvelli
kanniyakumari: kanyakumari, cape comorin, cape, kanya kumari
coimbatore: kovai, koyamputtur, koyamuttur, coimbatur, koyambattur
puducherry: pondicherry, pondy, pondichery, puduchcheri, putuccheri
madurai: mathurai, madura
mayiladuturai: mayavaram, mayuram
rameswaram: rameshwaram, ramesvaram
udagamandalam: ooty, ootacamund, udhagai, utakamand
chengalpattu: chingleput
vriddhachalam: virudhachalam
villupuram: vizhuppuram, viluppuram
MS: egmore, ezhumbur, elumbur
MAS: chennai central, madras central, chennai mgr, mgr central, puratchi thalaivar
MAS: puratchi thalaivar dr mgr central, puratchi thalaivar dr m g ramachandran central, central chennai, park town
hubballi: hubli, hubbali
dharwar: dharwad, dharawada
belagavi: belgaum, belgam, belagaum
kalaburagi: gulbarga, kalburgi
ballari: bellary
vijayapura: bijapur
shimoga: shivamogga, shimogga
SMET: shivamogga
tumkur: tumakuru, tumkuru
hosapete: hospet, hosapet, hampi
davangere: davanagere
HAS: hasan
visakhapatnam: vizag, waltair, visakha, vishakhapatnam, vishakapatnam, vizagapatam, vtz
vizianagram: vizianagaram, vijayanagaram
vijayawada: bezawada, bejawada, vijaywada
rajahmundry: rajamahendravaram, rajahmundri, rajamundry, rajamandri
HX: kadapa
nellore: nelluru, nellur
ongole: ongolu, ongol
eluru: ellore
machelipatnam: masulipatnam, bandar, machilipatnam
tirupati: tirupathi, tirumala
anantapur: anantapuram, anantapuramu
BG: bhuvanagiri
SSPN: puttaparthi, prasanthi nilayam
WL: orugallu
CSMT: victoria terminus, bombay vt, mumbai vt, cst, mumbai cst, cstm, csmt, chhatrapati shivaji terminus
CSMT: chhatrapati shivaji maharaj terminus, chatrapati shivaji terminus, shivaji terminus, boribandar, bori bunder
MMCT: bombay central, bct
LTT: kurla terminus, kurla tarminas, lokmanya tilak, lokmanya tilak t, kurla lt, tilaknagar terminus
BDTS: bandra
DR: dadar central
PNVL: panwel
TNA: thana
NK: nasik, nashik, nasik road, trimbakeshwar
CPSN: aurangabad, sambhajinagar, sambhaji nagar
ANG: ahmednagar, ahmadnagar
DRSV: osmanabad, usmanabad
SUR: sholapur
KOP: kolapur, shahu maharaj terminus
SNSI: sai nagar, sainagar
GIMB: gandhidham
BHUJ: bhooj
JND: junagarh
EKNR: kevadia, kevadiya, statue of unity
VRL: somnath, somanath
COR: chittor, chitaurgarh
ABR: mount abu, abu
SGNR: ganganagar
AII: pushkar
JU: marwar capital, suncity jodhpur
NDLS: nai dilli, nayi dilli, nai delhi, naya dilli, nayi delhi, newdilli, pudu dilli
DLI: purani dilli, purani delhi, delhi junction, delhi main, delhi jn
NZM: nizamuddin, hazrat nizamudin, h nizamuddin, hz nizamuddin, nizammudin, nizamudin
ANVT: anand vihar, anandvihar
DEE: sarai rohilla, delhi s rohilla, s rohilla
DSA: shahdara
GGN: gurugram
FDB: fbd
GZB: gzbd
UMB: ambala cantonment, umbala
KKDE: thanesar
ASR: ambarsar, golden temple
JUC|JRC: jullundur, jullunder
FZR: ferozepur, ferozpur, ferozpore
BTI: bhatinda
PTKC: chakki bank, pathankot cantonment
SVDK: vaishno devi, mata vaishno devi, vaishno devi katra, katra vaishno devi, shri mata vaishno devi
SML: simla
RKSH: rishikesh old
HW: hardwar
DDN: doon, mussoorie
KGM: nainital, haldwani kathgodam
RK: rurki
LKO|LJN: lko, lakhnau
LKO: charbagh, lucknow charbagh, lucknow nr
LJN: lucknow jn
CNB: cawnpore
MTJ: vrindavan, muttra
AYC: faizabad, faizabad junction
AY: ayodhya, ayodhya junction
BE: bareli
VGLJ: virangana lakshmibai, rani lakshmibai, laxmibai jhansi, virangana laxmibai
DDU: moghalsarai, mugalsarai, deen dayal upadhyaya, deen dayal, dindayal upadhyay, deendayal
DDU: pandit deendayal upadhyay, pandit deen dayal upadhyaya, pt deendayal, chandauli
BSBS: manduadih, manduwadih, maduadih, manduadih banaras
PRYJ: prayag junction
PCOI: chheoki, chhivki, allahabad chheoki, naini chheoki
PRRB: allahabad city, rambagh, allahabad rambagh
PYGS: prayag ghat, prayag sangam
MBDP: partapgarh
RBL: raibareli, rai bareli, rae bareilly, raybareli
SBDR: robertsganj
AMH: ajamgarh
KCJ: kanauj
CKTD: chitrakoot, chitrakut, chitrakutdham karwi, karwi
RKMP: habibganj, habib ganj, kamalapati
SHRN: bairagarh
NDPM: hosangabad
DADN: mhow, ambedkar nagar
SGO: sagar
GWL: gwaliar
ALN: alirajpur
PPI: pachmarhi
KURJ: khajraho
RIG: raygarh
PNBE: patliputra old, azimabad
PNC: patna city, patna sahib
RJPB: rajendra nagar patna, rajendranagar
PPTA: pataliputra
GAYA: bodh gaya, bodhgaya, gaya ji
DBG: darbanga
BMKI: bapudham motihari
CPR: chapra, chhapara
ARA: arrah
BGP: bhagalpore
BXR: baksar
MFP: muzzafarpur, mujaffarpur
MKA: mokameh
SBV: simri bakhtiyarpur
DGHR: deoghar, baba dham, babadham, baidyanath dham, vaidyanath dham
JSME: baidyanathdham junction
TATA: tata
DTO: medininagar, medini nagar
BKSC: bokaro
GMO: gomoh, netaji subhash chandra bose gomoh
HZBN: hazaribag
PNME: shikharji, sammed shikharji
DHN: dhanbaad
HWH: haora, howra, hawra
SDAH: siyaldah, sialdah, shialdah
KOAA: chitpur, kolkata chitpur, kolkata terminal
SRC: santragachhi, satragachi
BWN: burdwan, barddhaman, bardwan
KBGB: budge budge
BHP: bolpur, santiniketan, shantiniketan, bolpur shantiniketan
NJP: njpg, darjeeling gate
DJ: darjiling, darjeeling
NCB: koch bihar, kochbihar
MDN: midnapur
VSU: vishnupur
NDAE: mayapur, navadvip
MLDT: english bazar
BPC: baharampur
BAM: berhampur, behrampur, ganjam berhampur, brahmapur odisha
BBS: bhubneshwar, bbsr, bhuvaneshwar
PURI: jagannath puri, jagannathpuri, jagannath dham
CTC: katak, kataka
KUR: khordha road, khurda, khurdha road
BLS: baleshwar, baleswar, balesore
ROU: raurkela, rourkella
JJKR: jajpur keonjhar road
BLGR: bolangir
SBP: sambalpore
NTSK: tinsukia
NHLN: itanagar
GTU: shillong
NHLG: haflong
SCA: shilchar
goa: gova, goem
MAO: margao, margaon, margoa, madgao
VSG: vasco, vaskoda gama
KRMI: old goa, panjim, panaji, karmalim
THVM: tivim, mapusa
SBC: bangalore city, bengaluru city, ksr bangalore, krantivira sangolli rayanna, sangolli rayanna, majestic
SBC: majestic bangalore
SMVB: smvt, smvt bangalore, sir m visvesvaraya terminal, visvesvaraya terminal, visvesvaraya terminal bengaluru
SMVB: sir mv terminal, baiyappanahalli, byappanahalli
BNC: bangalore cantt, bangalore cantonment, bengaluru cantonment
YPR: yeshwanthpur, yeshwantpur, yashwantpur, yesvanthpur, yeshvantpur, yashvantpur, yashwanthpur, yeswanthpur
KJM: kr puram, k r puram, krpuram
MYS: mysore city
UBL: shree siddharoodha swamiji hubballi, siddharoodha swamiji
SC: sikandarabad, secundarabad
HYB: nampally, hyderabad deccan, hyderabad nampally
KCG: kachiguda, kachegooda
CHZ: cherlapally, cherlapalli, charlapally
LPI: lingampally
TVC: trivandrum central, tvm central, trivandrum ctrl
TVCN: kochuveli, trivandrum north, kochuveli trivandrum
TVCS: nemom, trivandrum south
ERS: ernakulam south, cochin south, kochi ernakulam
ERN: ernakulam north, cochin north, kochi north
MAQ: mangalore central
MAJN: mangalore junction, kankanady, kankanadi
TCR: guruvayur road
SRR: cherutturutti, shornur
KTYM: sabarimala
CNGR: chenganur
NED: hazur sahib nanded, hazur sahib, huzur sahib, huzur sahib nanded
BPQ: ballarshah, balarshah, ballarpur
CD: chanda
G: gondiya
BD: badnera amravati
NITR: itwari, itwari nagpur
BSL: bhusawal
KKW: kankavali
MRJ: meeraj
TDD: tadepalligudam
BALU: balugaon, chilika
PRNG: palani
MALM: mantralayam, mantralaya, manthralayam
CPT: channapattana
NGE: nagapattinam
NCJ: nagarkovil, nagercovil
MDU: meenakshi madurai
CGY: chenganacherry
HRR: harihara
"""

# Codes withdrawn by renaming, and those that outlived it in people's heads.
_CODES = """
ALD PRYJ, ALY PRRB, ANTU MCDA, AWB CPSN, BCT MMCT, BGB KBGB, BIH SHRN, COI PCOI, CSTM CSMT, CST CSMT, DKNT NKOT,
DND MBDD, FD AYC, GR KLBG, HBD NDPM, HBJ RKMP, ITR NITR, JHS VGLJ, KCVL TVCN, MGS DDU, MMCC MASS, MUV BSBS, NEM TVCS,
NUH SDDN, PBH MBDP, PNK PNKD, RBGJ SBDR, SBI SBIB, SMBJ SMVJ, SOH PDWA, UHP MCTM, UMD DRSV, WW WKND, PRGS PYGS
"""


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    """Today's names by the other name, spaces left out."""
    table: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        today, _, others = line.partition(": ")
        for other in others.split(", "):
            names = tuple(today.split("|"))
            table[other.replace(" ", "")] = table.get(other.replace(" ", ""), ()) + names
    return table


TODAY = _table(_NAMES)
RENAMED_CODES = {old.lower(): new for old, new in (pair.split() for pair in _CODES.replace("\n", " ").split(","))}
# One word for another inside a longer text: "mangalore central", "bombay vt".
WORDS_TODAY = {old: new[0] for old, new in TODAY.items() if len(old) > 3 and len(new) == 1 and new[0].islower()}
# Cities in Hindi where their stations' names do not begin with it. The first name is the one that is shown.
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
FROM_OTHERS = {
    "دہلی": "delhi", "نئی دہلی": "new delhi", "ممبئی": "mumbai", "کولکاتا": "kolkata", "کلکتہ": "kolkata",
    "چنئی": "chennai", "بنگلور": "bengaluru", "بنگلورو": "bengaluru", "حیدرآباد": "hyderabad", "لکھنؤ": "lucknow",
    "بھوپال": "bhopal", "پونے": "pune", "احمدآباد": "ahmedabad", "احمد آباد": "ahmedabad", "الہ آباد": "prayagraj",
    "جے پور": "jaipur", "کانپور": "kanpur", "پٹنہ": "patna", "علی گڑھ": "aligarh", "جموں": "jammu", "آگرہ": "agra",
    "چندی گڑھ": "chandigarh", "ناگپور": "nagpur", "گورکھپور": "gorakhpur", "চেন্নাই": "chennai",
    "মুম্বাই": "mumbai", "মুম্বই": "mumbai", "বেঙ্গালুরু": "bengaluru", "বারাণসী": "varanasi", "হায়দ্রাবাদ": "hyderabad",
    "പൂനെ": "pune", "കൊല്ലം": "kollam", "കൊച്ചി": "kochi", "ഡൽഹി": "delhi", "മുംബൈ": "mumbai", "ചെന്നൈ": "chennai",
    "ఢిల్లీ": "delhi", "ముంబై": "mumbai", "చెన్నై": "chennai", "కర్నూలు": "kurnool city", "బెంగళూరు": "bengaluru",
    "ದೆಹಲಿ": "delhi", "ಮುಂಬೈ": "mumbai", "ಚೆನ್ನೈ": "chennai", "சென்னை": "chennai", "மும்பை": "mumbai", "பெங்களூர்": "bengaluru",
    "ਦਿੱਲੀ": "delhi", "ਮੁੰਬਈ": "mumbai", "ਅੰਬਾਲਾ": "ambala", "દિલ્હી": "delhi", "મુંબઈ": "mumbai", "ଦିଲ୍ଲୀ": "delhi",
}  # fmt: skip
IN_HINDI = {city: name for name, city in reversed(FROM_HINDI.items())}
STATES = {
    "ap": "Andhra Pradesh", "andhra": "Andhra Pradesh", "as": "Assam", "br": "Bihar", "cg": "Chhattisgarh",
    "chattisgarh": "Chhattisgarh", "gj": "Gujarat", "hr": "Haryana", "hp": "Himachal Pradesh", "jh": "Jharkhand",
    "jk": "Jammu and Kashmir", "kashmir": "Jammu and Kashmir", "ka": "Karnataka", "kl": "Kerala",
    "mp": "Madhya Pradesh",
     "mh": "Maharashtra", "or": "Odisha", "orissa": "Odisha", "pb": "Punjab", "rj": "Rajasthan", "tn": "Tamil Nadu",
    "tamilnadu": "Tamil Nadu", "ts": "Telangana", "tg": "Telangana", "up": "Uttar Pradesh", "uk": "Uttarakhand",
    "uttaranchal": "Uttarakhand", "wb": "West Bengal", "bengal": "West Bengal", "pondicherry": "Puducherry",
}  # fmt: skip
