// The relation view of statements that come one by one, for graphs too large to hold: of each statement
// only its id and its words are kept. They must come document by document.

import type { Quad, Statement } from '../schema/index.ts';
import { mostFrequent, type RelationEdge } from './roll-up.ts';

interface Group {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly reciprocal: boolean;
  readonly quad: Quad;
  readonly ids: string[];
  readonly lemmas: string[];
  readonly types: string[];
  documents: number;
  lastDocument: string;
  first: string | null;
  last: string | null;
  uncertain: boolean;
}

/** The key of the relation that a statement with a target is part of. */
function relationKey({ source, target, reciprocal, event }: Statement): string {
  const [a, b] = [source.entity, target?.entity ?? source.entity];
  const turned = reciprocal && b < a;
  return `${turned ? b : a}${reciprocal ? '-' : '>'}${turned ? a : b}:${event?.quad ?? 0}`;
}

function groupOf(statement: Statement, key: string): Group {
  const { reciprocal, event } = statement;
  const [source = '', target = ''] = key.split(':')[0]?.split(reciprocal ? '-' : '>') ?? [];
  return {
    ...{ key, source, target, reciprocal, quad: event?.quad ?? 0 },
    ...{ ids: [], lemmas: [], types: [] },
    ...{ documents: 0, lastDocument: '', first: null, last: null, uncertain: true },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export class StreamedRollUp {
  readonly #groups = new Map<string, Group>();
  /** The same word is one string, however often it comes. */
  readonly #words = new Map<string, string>();

  get size(): number {
    return this.#groups.size;
  }

  #word(text: string): string {
    const known = this.#words.get(text);
    if (known === undefined) this.#words.set(text, text);
    return known ?? text;
  }

  /** `published` is the day of its document. A statement without a target is no part of a relation. */
  add(statement: Statement, published: string | null): void {
    if (!statement.target) return;
    const { id, relation, event, evidence, time, polarity, modality } = statement;
    const key = relationKey(statement);
    const group = this.#groups.get(key) ?? groupOf(statement, key);
    this.#groups.set(key, group);
    group.ids.push(id);
    group.lemmas.push(this.#word(relation.lemma));
    if (event?.type) group.types.push(this.#word(event.type));
    if (group.lastDocument !== evidence.document) group.documents += 1;
    group.lastDocument = this.#word(evidence.document);
    const day = (time?.start ?? published)?.slice(0, 10) ?? null;
    if (day !== null && (group.first === null || day < group.first)) group.first = this.#word(day);
    if (day !== null && (group.last === null || day > group.last)) group.last = this.#word(day);
    if (polarity === 'positive' && modality === 'actual') group.uncertain = false;
  }

  /** Heaviest first, then latest, then by key, as rollUp gives them. */
  *edges(): Generator<RelationEdge, void, void> {
    const groups = [...this.#groups.values()].sort(
      (a, b) =>
        b.documents - a.documents || compare(b.last ?? '', a.last ?? '') || compare(a.key, b.key),
    );
    for (const { key, source, target, reciprocal, quad, ids, lemmas, types, ...rest } of groups) {
      yield {
        key,
        source,
        target,
        ...(reciprocal ? { undirected: true } : {}),
        attributes: {
          label: mostFrequent(lemmas)[0] ?? '',
          quad,
          weight: rest.documents,
          statements: [...ids].sort(),
          first: rest.first,
          last: rest.last,
          types: mostFrequent(types),
          uncertain: rest.uncertain,
        },
      };
    }
  }
}
