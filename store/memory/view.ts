// What a store shows, worked out from its base facts: which entity stands for which, statements
// as judgements make them, entities as all their documents describe them. The plain definition
// that the SQL store must agree with.

import {
  type Entity,
  type EntitySummary,
  type Extraction,
  emptyTally,
  entityOf,
  type Judgement,
  type Statement,
  tallied,
} from '../../schema/index.ts';
import {
  type Canonical,
  canonicalEntities,
  givenName,
  judged,
  membersOf,
  withCanonical,
} from '../judgements/index.ts';
import { publishedKey } from '../order.ts';

export interface Facts {
  readonly extractions: ReadonlyMap<string, Extraction>;
  readonly judgements: readonly Judgement[];
  /** Document id → the one whose copy it is. */
  readonly duplicates: ReadonlyMap<string, string>;
}

/** A statement with what it is chosen and sorted by. */
export interface ShownStatement {
  readonly statement: Statement;
  readonly document: Extraction['document'];
  readonly published: string;
  readonly rejected: boolean;
  readonly duplicate: boolean;
}

export interface View {
  readonly canonical: Canonical;
  readonly statements: readonly ShownStatement[];
  readonly entities: ReadonlyMap<string, EntitySummary>;
}

/** Every statement, by the entities that stand for those it speaks of. */
export function shownStatements(facts: Facts, canonical: Canonical): ShownStatement[] {
  const about = new Map<string, Judgement[]>();
  for (const each of facts.judgements) {
    const known = about.get(each.a);
    if (known) known.push(each);
    else about.set(each.a, [each]);
  }
  return [...facts.extractions.values()].flatMap(({ document, statements }) =>
    statements.map((base) => {
      const { statement, rejected } = judged(base, about.get(base.id) ?? []);
      return {
        statement: withCanonical(statement, canonical),
        document,
        published: publishedKey(document.published),
        rejected,
        duplicate: facts.duplicates.has(document.id),
      };
    }),
  );
}

function descriptionsBy(extractions: readonly Extraction[], canonical: Canonical) {
  const descriptions = new Map<string, { entities: Entity[]; documents: Set<string> }>();
  for (const { document, entities } of extractions) {
    for (const entity of entities) {
      const id = canonical.get(entity.id) ?? entity.id;
      const known = descriptions.get(id) ?? { entities: [], documents: new Set() };
      known.entities.push(entity);
      known.documents.add(document.id);
      descriptions.set(id, known);
    }
  }
  return descriptions;
}

/** Entities by id; those of copies alone have no documents. */
function shownEntities(facts: Facts, canonical: Canonical, statements: readonly ShownStatement[]) {
  const counts = new Map<string, number>();
  for (const { statement, rejected, duplicate } of statements) {
    if (rejected || duplicate) continue;
    for (const id of new Set([statement.source.entity, statement.target?.entity])) {
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const all = [...facts.extractions.values()];
  const counted = all.filter(({ document }) => !facts.duplicates.has(document.id));
  const originals = descriptionsBy(counted, canonical);
  const entities = new Map<string, EntitySummary>();
  for (const [id, described] of descriptionsBy(all, canonical)) {
    const original = originals.get(id);
    const tally = (original ?? described).entities.reduce(
      (sum, entity) => tallied(sum, entity),
      emptyTally(),
    );
    const entity = entityOf(id, tally);
    const name = givenName(facts.judgements, membersOf(canonical, id));
    entities.set(id, {
      entity: name === null ? entity : { ...entity, name },
      statements: counts.get(id) ?? 0,
      documents: original?.documents.size ?? 0,
    });
  }
  return entities;
}

export function viewOf(facts: Facts): View {
  const canonical = canonicalEntities(facts.judgements);
  const statements = shownStatements(facts, canonical);
  return { canonical, statements, entities: shownEntities(facts, canonical, statements) };
}
