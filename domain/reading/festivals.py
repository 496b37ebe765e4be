"""Festivals: the days that people name by a feast, "holi", "diwali", "15 august", instead of by a date."""

from datetime import date, timedelta
from functools import cache

from domain.reading.daywords import by_word
from domain.reading.sentences import Sentence
from domain.words import plain

# What people call each feast.
_NAMES = """
holi: holee hoali होली dhulandi
diwali: deepavali dipavali deewali divali dewali diwaali deepawali दिवाली दीवाली दीपावली தீபாவளி దీపావళి ದೀಪಾವಳಿ ദീപാവലി
dussehra: dusshera dasara dashera dasehra dussera dusehra vijayadashami vijaydashami दशहरा विजयादशमी
rakhi: rakshabandhan राखी रक्षाबंधन
janmashtami: janmastami जन्माष्टमी
ganeshchaturthi: ganeshotsav vinayakachaturthi गणेशचतुर्थी
shivratri: shivaratri mahashivratri mahashivaratri शिवरात्रि महाशिवरात्रि
ramnavami: ramanavami रामनवमी
mahavirjayanti: महावीरजयंती
gurunanakjayanti: gurupurab gurpurab gurunanak गुरुपर्व गुरुनानकजयंती
sankranti: makarsankranti pongal संक्रांति मकरसंक्रांति பொங்கல் సంక్రాంతి
onam: thiruvonam ഓണം
ugadi: gudipadwa gudhipadwa ఉగాది ಯುಗಾದಿ
chhath: chhat chath chhathpuja chathpuja छठ छठपूजा
eid: idulfitr eidulfitr eidalfitr meethieid ramzaneid ईद
bakrid: bakreed bakraeid eidaladha eiduladha idulzuha idzuha बकरीद
muharram: moharram मुहर्रम मोहर्रम
milad: eidemilad idemilad miladunnabi
christmas: xmas chrismas christmass krismas क्रिसमस
christmaseve: xmaseve
newyear: newyears newyearday newyearsday nayasaal nyuyear न्यूईयर नयासाल
newyearseve: newyeareve 31stnight
republicday: gantantradivas गणतंत्रदिवस
independenceday: swatantratadivas स्वतंत्रतादिवस
gandhijayanti: गांधीजयंती
mayday: labourday
lohri: लोहड़ी
baisakhi: vaisakhi बैसाखी
goodfriday: गुडफ्राइडे
easter: eastersunday
"""
_FIXED = {
    "newyear": (1, 1), "lohri": (1, 13), "republicday": (1, 26), "baisakhi": (4, 14), "mayday": (5, 1),
    "independenceday": (8, 15), "gandhijayanti": (10, 2), "christmaseve": (12, 24), "christmas": (12, 25),
    "newyearseve": (12, 31),
}  # fmt: skip
# Month and day in the years from _FIRST on, as India's almanacs foretell them: written down from memory, to be compared
# with the Government of India's list of holidays each year (Department of Personnel and Training).
_FIRST = 2025
_MOVING = {
    "holi": "03-14 03-04 03-22 03-11 03-01 03-20",
    "diwali": "10-20 11-08 10-29 10-17 11-05 10-26",
    "dussehra": "10-02 10-20 10-09 09-27 10-16 10-06",
    "rakhi": "08-09 08-28 08-17 08-05 08-23 08-13",
    "janmashtami": "08-16 09-04 08-25 08-13 09-01 08-21",
    "ganeshchaturthi": "08-27 09-14 09-04 08-23 09-11 09-01",
    "shivratri": "02-26 02-15 03-06 02-23 02-11 03-02",
    "ramnavami": "04-06 03-26 04-15 04-03 04-22 04-12",
    "mahavirjayanti": "04-10 03-31 04-18 04-07 04-26 04-16",
    "gurunanakjayanti": "11-05 11-24 11-14 11-02 11-21 11-10",
    "sankranti": "01-14 01-14 01-15 01-15 01-14 01-14",
    "onam": "09-05 08-26 09-12 09-01 08-22 09-09",
    "ugadi": "03-30 03-19 04-07 03-27 04-14 04-03",
    "chhath": "10-27 11-15 11-04 10-23 11-11 11-01",
    "eid": "03-31 03-21 03-10 02-27 02-15 02-05",
    "bakrid": "06-07 05-27 05-17 05-05 04-24 04-14",
    "muharram": "07-06 06-26 06-16 06-04 05-24 05-13",
    "milad": "09-05 08-26 08-15 08-04 07-24 07-14",
}
# The moon must be seen, so the day is certain only on its eve: a day later is as likely.
_BY_THE_MOON = frozenset({"eid", "bakrid", "muharram", "milad"})
_EASTER = {"goodfriday": -2, "easter": 0}  # days from Easter
_LONGEST = 4  # words of a name


@cache
def _by_name() -> dict[str, str]:
    return {plain(name).replace(" ", ""): feast for name, feast in by_word(_NAMES).items()}


def find_feast(sentence: Sentence) -> tuple[int, int, str] | None:
    """The first and the last word of a feast's name, written in one word or in several, and the feast."""
    for first, last, letters in sentence.phrases(_LONGEST):
        for name in (letters, letters.removesuffix("day"), letters.removesuffix("puja")):
            if feast := _by_name().get(name):
                return first, last, feast
    return None


def feast_days(feast: str, today: date) -> tuple[date, ...]:
    """The coming days of a feast that `find_feast` told, today among them: two if the moon decides which; none if
    it lies beyond the table."""
    ahead = [day for year in (today.year, today.year + 1) if (day := _in_year(feast, year)) and day >= today]
    if not ahead:
        return ()
    return (ahead[0], ahead[0] + timedelta(days=1)) if feast in _BY_THE_MOON else (ahead[0],)


def _in_year(feast: str, year: int) -> date | None:
    if feast in _FIXED:
        return date(year, *_FIXED[feast])
    if feast in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[feast])
    days = _MOVING[feast].split()
    if not 0 <= year - _FIRST < len(days):
        return None
    month, day = days[year - _FIRST].split("-")
    return date(year, int(month), int(day))


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule (Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    moons = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moons - rest % 4) % 7
    shift = (year % 19 + 11 * moons + 22 * weekday) // 451
    month, day = divmod(moons + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
