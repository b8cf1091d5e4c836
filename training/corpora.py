"""Which annotated sentences train the model and which measure it, and the labels they use.

DATA/treebank/{ewt-train,gum-train,ewt-dev,gum-news-dev}.conllu and DATA/names/{uner-ewt-train,uner-ewt-dev}.iob2; README.md says where from.
"""

from pathlib import Path

from data import NAME_TAGS, Sentence, add_names, read_conllu
from gum_names import add_gum_names

Labels = dict[str, list[str]]  # relations, xpos, upos, names → labels by index


def training_sentences(data: Path) -> list[Sentence]:
    ewt = read_conllu(data / "treebank/ewt-train.conllu")
    add_names(ewt, data / "names/uner-ewt-train.iob2")
    gum = read_conllu(data / "treebank/gum-train.conllu")
    add_gum_names(gum)
    return ewt + gum


def development_sentences(data: Path) -> dict[str, list[Sentence]]:
    ewt = read_conllu(data / "treebank/ewt-dev.conllu")
    add_names(ewt, data / "names/uner-ewt-dev.iob2")
    news = read_conllu(data / "treebank/gum-news-dev.conllu")
    add_gum_names(news)
    return {"ewt-dev": ewt, "gum-news-dev": news}


def inventories(sentences: list[Sentence]) -> Labels:
    return {
        "relations": sorted({label for sentence in sentences for label in sentence.relations}),
        "xpos": sorted({tag for sentence in sentences for tag in sentence.xpos}),
        "upos": sorted({tag for sentence in sentences for tag in sentence.upos}),
        "names": NAME_TAGS,
    }
