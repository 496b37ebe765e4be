"""City names: what people call a city or town besides its name today: old names, short ones and other spellings.

Facts of the whole country: renamings since 1947 and those before, and how other languages of India call the place.
"""

# Today's name: other names; and so on.
CITIES = """
    navi mumbai: new bombay, new mumbai; mumbai: bombay, bambai, bambaee, mumbay, bom; kolkata: calcutta, kalkatta,
    kalikata, kolkatta, ccu; chennai: madras, chennapatnam, sennai, maa; delhi: dilli, dehli, dilhi, delli, dilly;
    bengaluru: bangalore, banglore, bengalooru, blr, blore, bengalur, bangaluru; hyderabad: hyd, haidarabad,
    hydrabad, bhagyanagar; ahmedabad: amdavad, ahmadabad, karnavati, ahemdabad, amd; prayagraj: allahabad,
    ilahabad, illahabad, alahabad, tirthraj; varanasi: benares, kashi, banaras, baranasi; pune: poona, puna, pune
    city, punyanagari; vadodara: baroda, vadodra, badodara, badoda; guwahati: gauhati, guahati; mysuru: mysore,
    maisur, maisoor; mangaluru: mangalore, manglore, kudla, mangalapuram; thiruvananthapuram: trivandrum,
    tiruvananthapuram, trivendrum, anantapuri, tvm; kozhikode: calicut, kalikat; kannur: cannanore, kananur;
    kollam: quilon; thrissur: trichur, trissur, trishur; palakkad: palghat, palakad; alappuzha: alleppey, alleppi,
    aleppey; kasaragod: kasargod, kasaragode, kasargode; thalassery: tellicherry, telicherry; vadakara: badagara;
    changanasseri: changanacherry, changanassery; thanjavur: tanjore, tanjavur; tirunelveli: tinnevelly, nellai,
    tirunelvelli; kanniyakumari: kanyakumari, cape comorin, cape, kanya kumari; coimbatore: kovai, koyamputtur,
    koyamuttur, coimbatur, koyambattur; puducherry: pondicherry, pondy, pondichery, puduchcheri, putuccheri;
    madurai: mathurai, madura; mayiladuturai: mayavaram, mayuram; rameswaram: rameshwaram, ramesvaram;
    udagamandalam: ooty, ootacamund, udhagai, utakamand; chengalpattu: chingleput; vriddhachalam: virudhachalam;
    villupuram: vizhuppuram, viluppuram; hubballi: hubli, hubbali; dharwar: dharwad, dharawada; belagavi: belgaum,
    belgam, belagaum; kalaburagi: gulbarga, kalburgi; ballari: bellary; vijayapura: bijapur; shimoga: shivamogga,
    shimogga; tumkur: tumakuru, tumkuru; hosapete: hospet, hosapet, hampi; davangere: davanagere; visakhapatnam:
    vizag, waltair, visakha, vishakhapatnam, vishakapatnam, vizagapatam, vtz; vizianagram: vizianagaram,
    vijayanagaram; vijayawada: bezawada, bejawada, vijaywada; rajahmundry: rajamahendravaram, rajahmundri,
    rajamundry, rajamandri; nellore: nelluru, nellur; ongole: ongolu, ongol; eluru: ellore; machelipatnam:
    masulipatnam, bandar, machilipatnam; tirupati: tirupathi, tirumala; anantapur: anantapuram, anantapuramu; goa:
    gova, goem; bharuch: broach, barygaza; jabalpur: jubbulpore, jubbalpore, jubulpore; kanchipuram: conjeevaram,
    kanchi, kanjivaram, kancheepuram; nagappattinam: negapatam, negapattinam, nagapattinam; kakinada: cocanada,
    kakinara; chikkamagaluru: chikmagalur, chickmagalur, chikmagaluru, chikamagalur; vasai: bassein, vasai virar;
    vidisha: bhilsa, besnagar; purnia: purnea; lucknow: oudh, awadh; ayodhya: saket, oudh
"""

# Airports' codes that people use for the city, unless a busier station bears the same code.
AIRPORTS = """
    del delhi, bom mumbai, ccu kolkata, maa chennai, blr bengaluru, hyd hyderabad, amd ahmedabad, pnq pune, cok kochi,
    trv thiruvananthapuram, gau guwahati, goi goa, gox goa, idr indore, jdh jodhpur, udr udaipur, ixc chandigarh,
    ixj jammu, sxr srinagar, atq amritsar, ixd prayagraj, vns varanasi, gop gorakhpur, ixr ranchi, bbi bhubaneswar,
    rpr raipur, bdq vadodara, stv surat, bhj bhuj, ixe mangaluru, ixm madurai, trz tiruchirappalli, cjb coimbatore,
    ccj kozhikode, cnn kannur, vga vijayawada, vtz visakhapatnam, rja rajahmundry, hbx hubballi, ixg belagavi,
    ixa agartala, ixb siliguri, ixs silchar, dmu dimapur, klh kolhapur, ded dehradun, hjr khajuraho, kol kolkata
"""

# Cities whose stations bear other names, for a feed that does not tell the city of a station: its stations, main first.
STATIONS_ELSEWHERE = """
    delhi: NDLS NZM ANVT DLI DEE DEC DSA; mumbai: CSMT LTT BDTS MMCT DR DDR; kolkata: HWH SDAH KOAA SHM SRC; goa:
    MAO VSG THVM KRMI; kochi: ERS ERN; siliguri: NJP SGUJ SGUT; jamshedpur: TATA; chennai: MAS MS TBM PER;
    bengaluru: SBC YPR SMVB BNC KJM; hyderabad: SC HYB KCG CHZ LPI BMT; bhopal: BPL RKMP SHRN; patna: PNBE DNR RJPB
    PPTA PNC; ahmedabad: ADI SBIB SBT MAN ASV; surat: ST UDN; vadodara: BRC CYI; nagpur: NGP NITR AJNI; jaipur: JP
    GADJ DPA; jodhpur: JU BGKT; udaipur: UDZ RPZ; bikaner: BKN LGH; kanpur: CNB GOY CPA; lucknow: LKO LJN GTNR ASH
    LC; guwahati: GHY KYQ; ranchi: RNC HTE; agra: AGC AF IDH RKM; deoghar: JSME DGHR BDME; jabalpur: JBP MML;
    vellore: KPD VLR; amravati: BD AMI; shirdi: SNSI; kutch: GIMB BHUJ; jammu: JAT; navi mumbai: PNVL; katra: SVDK
"""
