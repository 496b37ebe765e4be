told-promo = 📣 { $text }

    <i>ऐसे संदेश नहीं चाहिए तो यहाँ बंद करें: /notifications</i>
problem-broadcast-empty = प्रसारण के लिए अंग्रेज़ी संदेश ज़रूरी है: जिनकी भाषा का संदेश न हो, उन्हें वही जाता है।
problem-broadcast-long = संदेश बहुत लंबा है: ज़्यादा से ज़्यादा { $most } अक्षर।
problem-broadcast-audience = “{ $audience }” से आपका मतलब कौन है, समझ नहीं आया।
