"""Place names: what people call a station or a city besides its name today, as facts of the whole country."""

from domain.places.city_names import AIRPORTS, CITIES

# A station's code: what people call it besides; and so on. A code that a timetable lacks counts for nothing there.
_STATIONS = """
    ERS|ERN: cochin, kochin, kochchi; AWY: alwaye; QLD: koyilandy; TPJ: trichy, tiruchi, trichinopoly, tiruchirapalli,
    tiruchchi; TN: tutukudi, thoothukkudi; MS: egmore, ezhumbur, elumbur, madras egmore, egmore chennai; MAS: chennai
    central, madras central, chennai mgr, mgr central, puratchi thalaivar, puratchi thalaivar dr mgr central, puratchi
    thalaivar dr m g ramachandran central, central chennai, park town, chennai jn, chennai main; SMET: shivamogga;
    HAS: hasan; HX: kadapa; BG: bhuvanagiri; SSPN: puttaparthi, prasanthi nilayam; WL: orugallu; CSMT: victoria
    terminus, bombay vt, mumbai vt, cst, mumbai cst, cstm, csmt, chhatrapati shivaji terminus, chhatrapati shivaji
    maharaj terminus, chatrapati shivaji terminus, shivaji terminus, boribandar, bori bunder, vt, chhatrapati shivaji
    maharaj, cst terminus, vt station; MMCT: bombay central, bct; LTT: kurla terminus, kurla tarminas, lokmanya tilak,
    lokmanya tilak t, kurla lt, tilaknagar terminus, ltt kurla; BDTS: bandra, bandra t, bandra terminal, bombay
    bandra; DR: dadar central, dadar east; PNVL: panwel; TNA: thana; NK: nasik, nashik, nasik road, trimbakeshwar;
    CPSN: aurangabad, sambhajinagar, sambhaji nagar; ANG: ahmednagar, ahmadnagar; DRSV: osmanabad, usmanabad; SUR:
    sholapur; KOP: kolapur, shahu maharaj terminus, kolhapur shahu; SNSI: sai nagar, sainagar; GIMB: gandhidham; BHUJ:
    bhooj; JND: junagarh; EKNR: kevadia, kevadiya, statue of unity; VRL: somnath, somanath; COR: chittor, chitaurgarh,
    chittaurgarh fort; ABR: mount abu, abu, dilwara; SGNR: ganganagar, sri ganganagar; AII: pushkar, ajmer sharif; JU:
    marwar capital, suncity jodhpur; NDLS: nai dilli, nayi dilli, nai delhi, naya dilli, nayi delhi, newdilli, pudu
    dilli, new delhi jn, paharganj, ajmeri gate; DLI: old delhi, purani dilli, purani delhi, delhi jn, delhi main;
    NZM: nizamuddin, hazrat nizamudin, h nizamuddin, hz nizamuddin, nizammudin, nizamudin; ANVT: anand vihar,
    anandvihar; DEE: sarai rohilla, delhi s rohilla, s rohilla; DSA: shahdara; GGN: gurugram; FDB: fbd; GZB: gzbd;
    UMB: ambala cantonment, umbala; KKDE: thanesar; ASR: ambarsar, golden temple; JUC|JRC: jullundur, jullunder; FZR:
    ferozepur, ferozpur, ferozpore, ferozepur cantt, ferozepore; BTI: bhatinda; PTKC: chakki bank, pathankot
    cantonment, dalhousie; SVDK: vaishno devi, mata vaishno devi, vaishno devi katra, katra vaishno devi, shri mata
    vaishno devi, katra jammu; SML: simla; RKSH: rishikesh old; HW: hardwar; DDN: doon, mussoorie; KGM: nainital,
    haldwani kathgodam; RK: rurki; LKO|LJN: lko, lakhnau; LKO: charbagh, lucknow charbagh, lucknow nr; LJN: lucknow
    jn, lucknow ne, lucknow nr ne; CNB: cawnpore, kanpur jn, kanpur main; MTJ: vrindavan, muttra; AYC: faizabad,
    faizabad jn, ayodhya cant; AY: ayodhya, ayodhya jn; BE: bareli; VGLJ: virangana lakshmibai, rani lakshmibai,
    laxmibai jhansi, virangana laxmibai; DDU: moghalsarai, mugalsarai, deen dayal upadhyaya, deen dayal, dindayal
    upadhyay, deendayal, pandit deendayal upadhyay, pandit deen dayal upadhyaya, pt deendayal, chandauli; BSBS:
    manduadih, manduwadih, maduadih, manduadih banaras; PRYJ: prayag jn, allahabad jn, sangam city, triveni; PCOI:
    chheoki, chhivki, allahabad chheoki, naini chheoki; PRRB: allahabad city, rambagh, allahabad rambagh; PYGS: prayag
    ghat, prayag sangam; MBDP: partapgarh; RBL: raibareli, rai bareli, rae bareilly, raybareli; SBDR: robertsganj;
    AMH: ajamgarh; KCJ: kanauj; CKTD: chitrakoot, chitrakut, chitrakutdham karwi, karwi; RKMP: habibganj, habib ganj,
    kamalapati; SHRN: bairagarh; NDPM: hosangabad; DADN: mhow, ambedkar nagar; SGO: sagar; GWL: gwaliar; ALN:
    alirajpur; PPI: pachmarhi; KURJ: khajraho; RIG: raygarh; PNBE: patliputra old, azimabad; PNC: patna city, patna
    sahib; RJPB: rajendra nagar patna, rajendranagar; PPTA: pataliputra; GAYA: bodh gaya, bodhgaya, gaya ji; DBG:
    darbanga; BMKI: bapudham motihari, motihari, champaran; CPR: chapra, chhapara; ARA: arrah, bhojpur; BGP:
    bhagalpore; BXR: baksar; MFP: muzzafarpur, mujaffarpur, lichi city; MKA: mokameh; SBV: simri bakhtiyarpur; DGHR:
    baba dham, babadham, baidyanath dham, vaidyanath dham; JSME: baidyanathdham jn, baidyanath dham; TATA: tata,
    jamshedpur; DTO: medininagar, medini nagar; BKSC: bokaro; GMO: gomoh, netaji subhash chandra bose gomoh; HZBN:
    hazaribag, hazaribagh, hazaribagh road; PNME: shikharji, sammed shikharji; DHN: dhanbaad; HWH: haora, howra,
    hawra, calcutta howrah; SDAH: siyaldah, sialdah, shialdah, calcutta sealdah; KOAA: chitpur, kolkata chitpur,
    kolkata terminal, chitpore; SRC: santragachhi, satragachi; BWN: burdwan, barddhaman, bardwan; KBGB: budge budge;
    BHP: bolpur, santiniketan, shantiniketan, bolpur shantiniketan; NJP: njpg; DJ: darjiling; NCB: koch bihar,
    kochbihar; MDN: midnapur; VSU: vishnupur; NDAE: mayapur, navadvip; MLDT: english bazar, malda, maldah; BPC:
    baharampur, berhampore, berhampore court, baharampur court; BAM: berhampur, behrampur, ganjam berhampur, brahmapur
    odisha; BBS: bhubneshwar, bbsr, bhuvaneshwar, bhubaneswar main; PURI: puri jagannath, jagannath puri,
    jagannathpuri, jagannath dham; CTC: katak, kataka; KUR: khordha road, khurda, khurdha road; BLS: baleshwar,
    baleswar, balesore; ROU: raurkela, rourkella; JJKR: jajpur keonjhar road; BLGR: bolangir; SBP: sambalpore; NTSK:
    tinsukia; NHLN: itanagar; GTU: shillong; NHLG: haflong; SCA: shilchar; MAO: margao, margaon, margoa, madgao; VSG:
    vasco, vaskoda gama; KRMI: old goa, panjim, panaji, karmalim; THVM: tivim, mapusa; SBC: bangalore city, bengaluru
    city, ksr bangalore, krantivira sangolli rayanna, sangolli rayanna, majestic, majestic bangalore, bengaluru jn,
    bangalore jn, bengaluru central, bangalore central, bangalore main; SMVB: smvt, smvt bangalore, sir m visvesvaraya
    terminal, visvesvaraya terminal, visvesvaraya terminal bengaluru, sir mv terminal, baiyappanahalli, byappanahalli,
    visvesvaraya terminus, bengaluru smvt; BNC: bangalore cantt, bangalore cantonment, bengaluru cantonment, bengaluru
    cant; YPR: yeshwanthpur, yeshwantpur, yashwantpur, yesvanthpur, yeshvantpur, yashvantpur, yashwanthpur,
    yeswanthpur, yeshwanthpura, yeshvantpura, yesvantpura; KJM: kr puram, k r puram, krpuram, kr puram bangalore,
    krishnarajapura; MYS: mysore city; UBL: shree siddharoodha swamiji hubballi, siddharoodha swamiji; SC:
    sikandarabad, secundarabad, secbad, sec bad, secunderabad jn; HYB: nampally, hyderabad deccan, hyderabad nampally,
    hyderabad jn, hyderabad dn, hyderabad decan, nampally hyderabad; KCG: kachiguda, kachegooda, kachiguda hyderabad;
    CHZ: cherlapally, cherlapalli, charlapally; LPI: lingampally; TVC: trivandrum central, tvm central, trivandrum
    ctrl, trivandrum jn, trivandrum main; TVCN: kochuveli, trivandrum north, kochuveli trivandrum; TVCS: nemom,
    trivandrum south; ERS: ernakulam south, cochin south, kochi ernakulam, ernakulam jn, ernakulam south jn, cochin
    main; ERN: ernakulam north, cochin north, kochi north; MAQ: mangalore central; MAJN: mangalore jn, kankanady,
    kankanadi, mangaluru jn; TCR: guruvayur road; SRR: cherutturutti, shornur; KTYM: sabarimala, kumarakom; CNGR:
    chenganur, sabarimala; NED: hazur sahib nanded, hazur sahib, huzur sahib, huzur sahib nanded; BPQ: ballarshah,
    balarshah, ballarpur; CD: chanda; G: gondiya; BD: badnera amravati; NITR: itwari, itwari nagpur; BSL: bhusawal;
    KKW: kankavali; MRJ: meeraj; TDD: tadepalligudam; BALU: balugaon, chilika; PRNG: palani; MALM: mantralayam,
    mantralaya, manthralayam; CPT: channapattana; NGE: nagapattinam; NCJ: nagarkovil, nagercovil, nagarcoil; MDU:
    meenakshi madurai; CGY: chenganacherry; HRR: harihara; NGT: nagapattinam, negapatam; COA|CCT: cocanada; S:
    seringapatam, srirangapatna, srirangapattana, shrirangapattana; CNS: chinsurah, chinsura; CGR: chandernagore,
    chandernagar; HGY: hugli; KNJ: krishnagar, krishnanagar; NGAN: nowgong; SRTN: sibsagar, sivasagar; BSB: varanasi
    cantt, varanasi cantonment, varanasi jn, benares cantt, banaras hindu university, kashi vishwanath; VAPI: daman,
    silvassa, dadra nagar haveli; RMM: dhanushkodi, pamban island; CUPJ: cuddalore, cuddalore jn; RPAR: ropar, ropad,
    rupar; ABKA: kalna; ULB: uluberia; KQN: kodaikanal; MTP: mettupalayam; CBE: mettupalayam ooty; TPTY: tirupati
    balaji, tirumala tirupati, balaji; UJN: mahakal, mahakaleshwar, avantika; DWK: dwarkadhish, dwarka dham; PTK:
    pathankot city; AJJ: arconum; YNRK: rishikesh new; RMR: corbett, jim corbett; LNL: lonavla, khandala; KJT: neral;
    SWV: sawantwadi; RN: ganpatipule; GOK: gokarna; BYNR: mookambika, kollur; SBHR: subrahmanya, kukke, kukke
    subramanya; CLT: calicut; ALLP: kuttanad; GUV: guruvayoor; TSI: courtallam, kutralam; VLNK: velankanni,
    vailankanni; TNM: thiruvannamalai; TJ: thanjai; KMU: kudanthai; PLNI: pazhani; KKDI: chettinad; GDR: guduru; YLM:
    yelamanchili; CHE: srikakulam; BDCR: bhadrachalam; KRMR: karimnagar; RDM: ramagundam; SKZR: sirpur kagaznagar;
    LUR: lattur; PRLI: parli; OTP: ottapalam; NS: narsapur, narasapuram; SLO: samarlakota; MTM: masulipatam,
    machilipatanam; JRLE: jangipur; KWAE: katoya; SURI: suri; NOQ: alipurduar; HSA: jaldapara; NMZ: dooars; BORA:
    bagdogra; GHY: gauhati; KYQ: kamakhya temple; JTTN: jorhat; DBRG: dibru; SCL: cachar silchar; JRBM: imphal,
    manipur; DMV: kohima, nagaland; BHRB: aizawl, bairabi, mizoram; MZS: murkongselek; RNC: ranchi jn; RMT: ramgarh;
    SEE: hariharkshetra; PRNA: poornia; KGG: khagadia; MGR: munger; SSM: sahasram; AUBR: anugrah narayan road,
    aurangabad bihar; BBU: bhabhua, kaimur; DNR: danapur cantt, dinapore, dinapur; KTE: mudwara, murwara; JBP:
    sanskardhani; PND: amarkantak, pendra; JDB: bastar; DGG: bamleshwari; RTM: ratnapuri; MDS: mandsaur; NMH: neemuch;
    IDH: idgah agra; AF: taj mahal; ETW: etawa; PBE: pilibheet; RUPC: rudrapur; NBD: nazibabad; HPU: hapud; SNP:
    sonepat; YJUD: jagadhri, yamunanagar, yamuna nagar; JUDW: yamunanagar; CDG: panchkula, mohali; SIR: fatehgarh
    sahib; NLDM: nangal, bhakra; FDK: faridkote; ATT: attari, wagah; BEAS: radha soami, dera beas; MCTM: udhampur;
    SNAR: shrinagar, kashmir valley, dal lake; BRML: baramulla; JSM: jaselmer; BME: badmer; JOR: jalore; NGO: nagor;
    MTD: merta; SIKR: shekhawati; BKN: deshnoke; PUHT: pushkar; FA: ranakpur; MJ: marwar jn, kharchi; HMT: himatnagar;
    MSH: mehsana; SID: sidhpur; GNC: gandhinagar; SUNR: wadhwan; BTD: sarangpur; PBR: sudamapuri; ANND: amul; DHD:
    dohad; NVS: nausari; DRD: dahanu; SHM: shalimar kolkata; NACC: new alipore; BVI: boriwli, borivili; DDR: dadar
    west; CCG: churchgate; TBM: tambaram chennai; MASS: moore market; GKP: gorakhpur jn; VSKP: vizag jn, waltair jn;
    RJT: rajkot main
"""

# Codes withdrawn by renaming, and those that outlived it in people's heads.
_CODES = """
ALD PRYJ, ALY PRRB, ANTU MCDA, AWB CPSN, BCT MMCT, BGB KBGB, BIH SHRN, COI PCOI, CSTM CSMT, CST CSMT, DKNT NKOT,
DND MBDD, FD AYC, GR KLBG, HBD NDPM, HBJ RKMP, ITR NITR, JHS VGLJ, KCVL TVCN, MGS DDU, MMCC MASS, MUV BSBS, NEM TVCS,
NUH SDDN, PBH MBDP, PNK PNKD, RBGJ SBDR, SBI SBIB, SMBJ SMVJ, SOH PDWA, UHP MCTM, UMD DRSV, WW WKND, PRGS PYGS
"""


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    """Names today (or codes, in capitals) by the other name, spaces left out."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in " ".join(lines.split()).split(";"):
        today, _, others = entry.strip().partition(": ")
        for other in others.split(", "):
            key = other.replace(" ", "")
            table[key] = table.get(key, ()) + tuple(today.split("|"))
    return table


TODAY = _table(f"{CITIES.rstrip()}; {_STATIONS}")
for _code, _city in (pair.split() for pair in AIRPORTS.replace("\n", " ").split(",")):
    TODAY.setdefault(_code, (_city,))
RENAMED_CODES = {old.lower(): new for old, new in (pair.split() for pair in _CODES.replace("\n", " ").split(","))}
# One word for another inside a longer text: "mangalore central", "bombay vt".
WORDS_TODAY = {old: new[0] for old, new in TODAY.items() if len(old) > 3 and len(new) == 1 and new[0].islower()}
# What people write for a state, in full or in short; names without the spaces.
_STATES = """
    Andhra Pradesh: ap, andhra; Arunachal Pradesh: arunachal; Assam: as, asom; Bihar: br; Chandigarh: chandigarh;
    Chhattisgarh: cg, chattisgarh, chhatisgarh, chatisgarh; Delhi: nct; Goa: goa; Gujarat: gj, gujrat;
    Haryana: hr, hariyana; Himachal Pradesh: hp, himachal; Jammu and Kashmir: jk, kashmir, jammukashmir;
    Jharkhand: jh, jharkand; Karnataka: ka, karnatak; Kerala: kl, keralam; Madhya Pradesh: mp;
    Maharashtra: mh, maharastra; Manipur: manipur; Meghalaya: meghalaya; Mizoram: mizoram; Nagaland: nagaland;
    Odisha: or, orissa; Puducherry: pondicherry; Punjab: pb, panjab; Rajasthan: rj, raj, rajsthan; Sikkim: sikkim;
    Tamil Nadu: tn; Telangana: ts, tg, telengana; Tripura: tripura; Uttar Pradesh: up;
    Uttarakhand: uk, uttaranchal, uttrakhand; West Bengal: wb, bengal, paschimbanga
"""
STATES = {
    name: state
    for state, _, others in (entry.strip().partition(": ") for entry in " ".join(_STATES.split()).split(";"))
    for name in ("".join(state.lower().split()), *others.split(", "))
}
