// What a document adds to what is derived: the tallies and counts of entities, and relations.
// It is added when a document comes and taken away when it goes, so that an article costs the same
// however many there are. Only the first and last day of a relation have to be looked up again.

import type { Entity } from '../../schema/index.ts';
import { insertion } from './engine.ts';
import type { Keeping } from './facts.ts';
import { noFirst, type StatementRow } from './tables.ts';

/** What counts of a statement. */
export type Counted = Pick<
  StatementRow,
  | 'document'
  | 'source'
  | 'target'
  | 'reciprocal'
  | 'quad'
  | 'day'
  | 'event_day'
  | 'intensity'
  | 'hidden'
>;

interface RelationChange {
  readonly source: number;
  readonly target: number;
  readonly reciprocal: number;
  readonly quad: number;
  statements: number;
  readonly documents: Set<number>;
  first: number;
  last: number;
  intensity: number;
  intensities: number;
}

/** The relations of statements, by the entities that stand for those they speak of. */
export function relationChanges(
  { entities }: Keeping,
  statements: readonly Counted[],
): RelationChange[] {
  const changes = new Map<string, RelationChange>();
  for (const each of statements) {
    const { reciprocal, quad, intensity } = each;
    if (each.target === null || each.hidden !== 0) continue;
    let source = entities.canonicalOf(each.source);
    let target = entities.canonicalOf(each.target);
    if (reciprocal === 1 && entities.idOf(target) < entities.idOf(source)) {
      [source, target] = [target, source];
    }
    const key = `${source} ${target} ${reciprocal} ${quad}`;
    const change = changes.get(key) ?? {
      source,
      target,
      reciprocal,
      quad,
      statements: 0,
      documents: new Set<number>(),
      first: noFirst,
      last: 0,
      intensity: 0,
      intensities: 0,
    };
    changes.set(key, change);
    const when = each.event_day ?? each.day;
    change.statements += 1;
    change.documents.add(each.document);
    change.first = Math.min(change.first, when ?? noFirst);
    change.last = Math.max(change.last, when ?? 0);
    change.intensity += intensity ?? 0;
    change.intensities += intensity === null ? 0 : 1;
  }
  // In the order of the table, in which neighbours are written together.
  return [...changes.values()].sort((a, b) => a.source - b.source || a.target - b.target);
}

const relationColumns =
  'source target reciprocal quad statements documents first last intensity intensities'.split(' ');
const insertRelations = insertion(
  'relation',
  relationColumns,
  `on conflict (source, target, reciprocal, quad) do update set
    statements = statements + excluded.statements,
    documents = documents + excluded.documents,
    first = case when excluded.first < first then excluded.first else first end,
    last = case when excluded.last > last then excluded.last else last end,
    intensity = intensity + excluded.intensity,
    intensities = intensities + excluded.intensities`,
);

/** Adds statements to the relations that they are of. */
export function addRelations(keeping: Keeping, statements: readonly Counted[]): void {
  const rows = relationChanges(keeping, statements).map((change) => {
    const { source, target, reciprocal, quad, documents, first, last } = change;
    return [
      ...[source, target, reciprocal, quad, change.statements, documents.size, first, last],
      ...[change.intensity, change.intensities],
    ];
  });
  insertRelations(keeping.engine, rows);
}

const thisRelation = 'source = ? and target = ? and reciprocal = ? and quad = ?';

/** Takes statements from their relations; the days are set by `setDays` when all is written. */
function takeRelations(keeping: Keeping, statements: readonly Counted[]): RelationChange[] {
  const changes = relationChanges(keeping, statements);
  for (const change of changes) {
    const { source, target, reciprocal, quad, documents } = change;
    keeping.engine.run(
      `update relation set statements = statements - ?, documents = documents - ?,
       intensity = intensity - ?, intensities = intensities - ? where ${thisRelation}`,
      [
        ...[change.statements, documents.size, change.intensity, change.intensities],
        ...[source, target, reciprocal, quad],
      ],
    );
  }
  return changes;
}

/** First and last day of relations that lost statements; one without statements goes. */
function setDays(keeping: Keeping, changes: readonly RelationChange[]): void {
  const { engine, entities } = keeping;
  for (const { source, target, reciprocal, quad } of changes) {
    const key = [source, target, reciprocal, quad];
    engine.run(`delete from relation where ${thisRelation} and statements = 0`, key);
    const [sources, targets] = [source, target].map((each) => entities.membersOf(each)) as [
      number[],
      number[],
    ];
    let [first, last] = [noFirst, 0];
    const look = (from: readonly number[], to: readonly number[]): void => {
      for (const one of from) {
        for (const other of to) {
          const [days] = engine.all<{ first: number | null; last: number | null }>(
            `select min(coalesce(event_day, day)) as first, max(coalesce(event_day, day)) as last
             from statement where source = ? and target = ? and reciprocal = ? and quad = ?
             and hidden = 0`,
            [one, other, reciprocal, quad],
          );
          first = Math.min(first, days?.first ?? noFirst);
          last = Math.max(last, days?.last ?? 0);
        }
      }
    };
    look(sources, targets);
    if (reciprocal === 1) look(targets, sources);
    engine.run(`update relation set first = ?, last = ? where ${thisRelation}`, [
      first,
      last,
      ...key,
    ]);
  }
}

/** A document's part in what is derived. */
export interface Contribution {
  readonly isCopy: boolean;
  readonly described: readonly { readonly key: number; readonly entity: Entity }[];
  readonly statements: readonly Counted[];
}

/** The entities of which counts change, and by how much. */
function countChanges({ entities }: Keeping, { isCopy, described, statements }: Contribution) {
  const counts = new Map<number, { statements: number; documents: number }>();
  const of = (key: number): { statements: number; documents: number } => {
    const known = counts.get(key) ?? { statements: 0, documents: 0 };
    counts.set(key, known);
    return known;
  };
  for (const canonical of new Set(described.map(({ key }) => entities.canonicalOf(key)))) {
    of(canonical).documents = isCopy ? 0 : 1;
  }
  for (const { source, target, hidden } of statements) {
    if (hidden !== 0) continue;
    const ends = target === null ? [source] : [source, target];
    for (const key of new Set(ends.map((each) => entities.canonicalOf(each)))) {
      of(key).statements += 1;
    }
  }
  return counts;
}

/** Collects what goes and comes in one transaction, and settles it at its end. */
export class Contributions {
  readonly #keeping: Keeping;
  readonly #touched = new Set<number>();
  /** Statements that are not among the relations yet. */
  #added: Counted[] = [];
  #shrunk: RelationChange[] = [];

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
  }

  #apply(contribution: Contribution, sign: 1 | -1): void {
    const { entities } = this.#keeping;
    for (const { key, entity } of contribution.described) {
      entities.tally(key, entity, contribution.isCopy, sign);
      this.#touched.add(entities.canonicalOf(key));
    }
    for (const [key, counts] of countChanges(this.#keeping, contribution)) {
      entities.count(key, sign * counts.statements, sign * counts.documents);
    }
  }

  add(contribution: Contribution): void {
    this.#apply(contribution, 1);
    this.#added.push(...contribution.statements);
  }

  take(contribution: Contribution): void {
    this.#addRelations();
    this.#apply(contribution, -1);
    this.#shrunk.push(...takeRelations(this.#keeping, contribution.statements));
  }

  /** Those of many documents at once, because documents of one time speak of the same. */
  #addRelations(): void {
    addRelations(this.#keeping, this.#added);
    this.#added = [];
  }

  /** To be called once, when all base facts are written. */
  settle(): void {
    this.#addRelations();
    setDays(this.#keeping, this.#shrunk);
    for (const key of this.#touched) this.#keeping.entities.refresh(key);
    this.#shrunk = [];
    this.#touched.clear();
  }
}
