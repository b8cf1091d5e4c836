"""Counts of right and wrong answers over sentences, as figures in percent."""

from collections import Counter

from data import Sentence, spans

SCORED_NAMES = ("PER", "ORG", "LOC")  # OTH is reported beside them


class Tally:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, gold: Sentence, answer: dict[str, list]) -> None:
        """`answer`: heads, relations, xpos, upos, names, one of each a word."""
        self.add_words(gold, answer)
        if gold.names is not None:
            self.add_names(gold.names, answer["names"])

    def add_words(self, gold: Sentence, answer: dict[str, list]) -> None:
        counts = self.counts
        for i, (head, relation) in enumerate(zip(answer["heads"], answer["relations"])):
            attached = head == gold.heads[i]
            universal = attached and relation.split(":")[0] == gold.relations[i].split(":")[0]
            for part in ("all",) if gold.upos[i] == "PUNCT" else ("all", "words"):
                counts[f"n {part}"] += 1
                counts[f"uas {part}"] += attached
                counts[f"las {part}"] += universal
                counts[f"subtypes {part}"] += attached and relation == gold.relations[i]
            counts["xpos"] += gold.xpos[i] == answer["xpos"][i]
            counts["upos"] += gold.upos[i] == answer["upos"][i]

    def add_names(self, gold: list[str | None], answer: list[str]) -> None:
        """A name found where the annotation is silent (tag None) does not count against the model."""
        silent = {i for i, tag in enumerate(gold) if tag is None}
        expected, found = spans(gold), spans(answer)
        for kind in (*SCORED_NAMES, "OTH"):
            here = {span for span in expected if span[2] == kind}
            ours = {span for span in found if span[2] == kind and (span in here or not silent & set(range(*span[:2])))}
            self.counts[f"gold {kind}"] += len(here)
            self.counts[f"found {kind}"] += len(ours)
            self.counts[f"right {kind}"] += len(here & ours)

    def figures(self) -> dict:
        counts = self.counts

        def percent(part: str, whole: str) -> float:
            return round(100 * counts[part] / max(1, counts[whole]), 2)

        total = [sum(counts[f"{part} {kind}"] for kind in SCORED_NAMES) for part in ("right", "found", "gold")]
        return {
            "uas": percent("uas all", "n all"), "las": percent("las all", "n all"),
            "uas_words": percent("uas words", "n words"), "las_words": percent("las words", "n words"),
            "las_subtypes": percent("subtypes all", "n all"),
            "xpos": percent("xpos", "n all"), "upos": percent("upos", "n all"),
            "names": precision_recall_f1(*total),
            **{f"names_{kind}": precision_recall_f1(*(counts[f"{part} {kind}"] for part in ("right", "found", "gold")))
               for kind in (*SCORED_NAMES, "OTH")},
        }


def precision_recall_f1(right: int, found: int, gold: int) -> list[float]:
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return [round(100 * figure, 2) for figure in (precision, recall, f1)]
