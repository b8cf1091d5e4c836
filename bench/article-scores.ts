// How well found statements agree with those of an annotation, summed over articles.

import { eventTypes } from '../builder/lexicon/index.ts';
import { type Edge, ordered, pairOf, readings } from './edges.ts';
import { type Score, scoreOfCounts } from './score.ts';

const hasModes = (type: string): boolean =>
  Object.keys(eventTypes.get(type)?.modes ?? {}).length > 0;

/** Right, found and expected counts of something. */
class Tally {
  right = 0;
  found = 0;
  expected = 0;

  add(found: ReadonlySet<string>, expected: ReadonlySet<string>): void {
    this.right += [...found].filter((each) => expected.has(each)).length;
    this.found += found.size;
    this.expected += expected.size;
  }

  score(): Score {
    return scoreOfCounts(this.right, this.found, this.expected);
  }
}

/** How often something agrees. */
class Share {
  right = 0;
  of = 0;

  add(isRight: boolean): void {
    this.of += 1;
    if (isRight) this.right += 1;
  }

  value(): number | null {
    return this.of === 0 ? null : Math.round((this.right / this.of) * 1000) / 1000;
  }
}

export class ArticleScores {
  readonly pairs = new Tally();
  readonly triples = new Tally();
  readonly statements = new Share();
  readonly direction = new Share();
  readonly speaker = new Share();
  readonly polarity = new Share();
  readonly modality = new Share();
  /** Of events whose type is right. */
  readonly mode = new Share();
  readonly byConfidence = new Map<string, Share>();
  articles = 0;
  /** Pairs of marked actors that stand in one sentence, and others with one in the next. */
  readonly inSentence = new Tally();
  readonly inNeighbours = new Tally();

  /** What no reader of sentences can pass, and what the sentences beside them would add. */
  addReach(
    expected: readonly Edge[],
    together: ReadonlySet<string>,
    near: ReadonlySet<string>,
  ): void {
    const pairs = new Set(expected.map(pairOf));
    this.inSentence.add(together, pairs);
    this.inNeighbours.add(new Set([...near].filter((pair) => !together.has(pair))), pairs);
  }

  add(found: readonly Edge[], expected: readonly Edge[]): void {
    this.articles += 1;
    const pairs = new Set(expected.map(pairOf));
    const directed = new Set(expected.flatMap(readings).map(ordered));
    this.pairs.add(new Set(found.map(pairOf)), pairs);
    const triple = (edge: Edge): string => `${ordered(edge)} ${edge.type}`;
    this.triples.add(
      new Set(found.flatMap(readings).map(triple)),
      new Set(expected.flatMap(readings).map(triple)),
    );
    for (const edge of found) {
      const right = pairs.has(pairOf(edge));
      this.statements.add(right);
      const bin = (Math.floor(edge.confidence * 10 + 1e-9) / 10).toFixed(1);
      const share = this.byConfidence.get(bin) ?? new Share();
      share.add(right);
      this.byConfidence.set(bin, share);
      if (!right) continue;
      this.direction.add(directed.has(ordered(edge)));
      this.compare(edge, expected);
    }
  }

  /** Attribution, polarity and modality against the marked statement of the same sentence. */
  private compare(edge: Edge, expected: readonly Edge[]): void {
    const same = expected.filter(
      (other) => pairOf(other) === pairOf(edge) && other.sentence === edge.sentence,
    );
    if (same.length === 0) return;
    this.polarity.add(same.some(({ polarity }) => polarity === edge.polarity));
    this.modality.add(same.some(({ modality }) => modality === edge.modality));
    const typed = same.filter(({ type }) => type === edge.type);
    // Not every article has modes marked.
    const marked = expected.some(({ mode }) => mode !== null);
    if (marked && typed.length > 0 && hasModes(edge.type))
      this.mode.add(typed.some(({ mode }) => mode === edge.mode));
    const plain = (speaker: string | null): string =>
      (speaker ?? '').replace(/^"|"$/g, '').toLowerCase();
    this.speaker.add(same.some(({ speaker }) => plain(speaker) === plain(edge.speaker)));
  }

  figures(): object {
    return {
      articles: this.articles,
      pairs: this.pairs.score(),
      triples: this.triples.score(),
      statements: { found: this.statements.of, precision: this.statements.value() },
      direction: this.direction.value(),
      speaker: this.speaker.value(),
      polarity: this.polarity.value(),
      modality: this.modality.value(),
      mode: this.mode.value(),
      inSentence: this.inSentence.score(),
      inNeighbours: this.inNeighbours.score(),
      byConfidence: Object.fromEntries(
        [...this.byConfidence]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([bin, share]) => [bin, `${share.right}/${share.of}`]),
      ),
    };
  }
}
