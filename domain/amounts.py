"""Amounts in words, as papers about money spell them out: lakh and crore, in English and Hindi."""

from decimal import ROUND_HALF_UP, Decimal

from domain.rules.amount_words import ENGLISH, HINDI, Spelling

PAISA = Decimal("0.01")
# Indian grouping: a hundred, then a thousand, a lakh (10^5) and a crore (10^7), each with as many as the next holds.
_CRORE, _LAKH, _THOUSAND, _HUNDRED = 10_000_000, 100_000, 1_000, 100


def in_words(rupees: Decimal, language: str = "en") -> str:
    """An amount of nothing or more, rounded to the paisa: `Rupees thirty-five and forty paise only`.

    Raises ValueError for an amount below zero.
    """
    if rupees < 0:
        raise ValueError("an amount in words is not below zero")
    spelling = HINDI if language == "hi" else ENGLISH
    paise_in_all = int(rupees.quantize(PAISA, ROUND_HALF_UP) * 100)
    whole, paise = divmod(paise_in_all, 100)
    return (spelling.parted if paise else spelling.whole).format(
        whole=number(whole, spelling),
        rupee=spelling.rupee[whole != 1],
        parts=number(paise, spelling),
        paisa=spelling.paisa[paise != 1],
    )


def number(count: int, spelling: Spelling) -> str:
    """A whole number of nothing or more: 1,23,456 is one lakh twenty-three thousand four hundred fifty-six."""
    if count < _HUNDRED:
        return spelling.below_hundred[count]
    words: list[str] = []
    for size, name in zip((_CRORE, _LAKH, _THOUSAND, _HUNDRED), spelling.sizes, strict=True):
        many, count = divmod(count, size)
        if many:
            words += [number(many, spelling), name]
    if count:
        words.append(spelling.below_hundred[count])
    return " ".join(words)
