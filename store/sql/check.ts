// Whether everything fits together: the file itself, rows that belong to nothing, evidence that the
// text does not have, and derived rows that are not what the base facts come to.

import { contentHash } from '../../schema/index.ts';
import { checkConsistency } from '../consistency.ts';
import { StoreError } from '../store-error.ts';
import { idOf } from './codes.ts';
import { addRelations, type Counted } from './contribution.ts';
import type { Engine } from './engine.ts';
import { extractionOf } from './extraction.ts';
import type { Keeping } from './facts.ts';

/** Rows that belong to nothing or are counted wrongly: a query that should find none, and what it found. */
const questions: readonly (readonly [string, string])[] = [
  [
    'select count(*) from statement where document not in (select key from document)',
    'statements of a document that is not there',
  ],
  [
    'select count(*) from description where document not in (select key from document)',
    'descriptions by a document that is not there',
  ],
  [
    `select count(*) from statement where source not in (select key from entity)
     or (target is not null and target not in (select key from entity))`,
    'statements about an entity that is not there',
  ],
  [
    `select count(*) from description, json_each(description.entities)
     where value not in (select key from entity)`,
    'descriptions of an entity that is not there',
  ],
  [
    'select count(*) from entity where canonical not in (select key from entity)',
    'entities merged into one that is not there',
  ],
  [
    'select count(*) from edited where statement not in (select key from statement)',
    'originals of statements that are not there',
  ],
  [
    `select count(*) from document where original is not null
     and original not in (select key from document)`,
    'copies of a document that is not there',
  ],
  [
    `select count(*) from document where statements <>
     (select count(*) from statement where statement.published = document.published
      and statement.document = document.key)`,
    'documents with another number of statements than they say',
  ],
  [
    `select count(*) from statement join document on document.key = statement.document
     where (hidden % 2 = 1) <> (original is not null)
     or statement.published <> document.published`,
    'statements that are shown or hidden otherwise than their document',
  ],
  [
    `with ends as (
       select statement.key as statement, entity.canonical as entity
       from statement join entity on entity.key = source where hidden = 0
       union
       select statement.key, entity.canonical
       from statement join entity on entity.key = target where hidden = 0
     ), counted as (select entity, count(*) as n from ends group by entity)
     select count(*) from entity left join counted on counted.entity = entity.key
     where canonical = key and statements <> coalesce(n, 0)`,
    'entities with another number of statements than they say',
  ],
  [
    `with counted as (
       select canonical as entity, count(distinct document) as n
       from description, json_each(description.entities) as described
       join entity on entity.key = described.value
       join document on document.key = description.document and original is null
       group by canonical
     )
     select count(*) from entity left join counted on counted.entity = entity.key
     where canonical = key and documents <> coalesce(n, 0)`,
    'entities with another number of documents than they say',
  ],
];

const relationRows = `select source, target, reciprocal, quad, statements, documents, first, last,
  intensity, intensities from relation order by source, target, reciprocal, quad`;

/** Makes the relations anew within the transaction, which keeps them where they were right. */
function relationsAreRight(keeping: Keeping): boolean {
  const { engine } = keeping;
  const before = JSON.stringify(engine.all(relationRows, []));
  engine.run('delete from relation', []);
  const statements = engine.all<Counted>(
    `select document, source, target, reciprocal, quad, day, event_day, intensity, hidden
     from statement where hidden = 0 and target is not null`,
    [],
  );
  addRelations(keeping, statements);
  return JSON.stringify(engine.all(relationRows, [])) === before;
}

function documentFaults(keeping: Keeping): string[] {
  const rows = keeping.engine.all<{ id: Uint8Array }>('select id from document order by id', []);
  return rows.flatMap(({ id }) => {
    try {
      const extraction = extractionOf(keeping, idOf('doc', id));
      if (!extraction) return [];
      checkConsistency(extraction);
      const { text, contentHash: hash } = extraction.document;
      return contentHash(text) === hash
        ? []
        : [`${idOf('doc', id)} has another text than its hash.`];
    } catch (error) {
      return [
        `${idOf('doc', id)} cannot be read: ${error instanceof Error ? error.message : error}`,
      ];
    }
  });
}

function wordFaults({ engine }: Keeping): string[] {
  const of = (table: string): number =>
    engine.all<{ n: number }>(`select count(*) as n from ${table}`, [])[0]?.n ?? 0;
  return [
    ...(engine.sentences.size() === of('statement')
      ? []
      : ['The index of words has not as many sentences as there are statements.']),
    ...(engine.headlines.size() === of('document')
      ? []
      : ['The index of words has not as many headlines as there are documents.']),
  ];
}

/** Every fault as a sentence; empty where all is well. The relations only where they may be written. */
export function findFaults(keeping: Keeping, mayWrite: boolean): string[] {
  const { engine } = keeping;
  const found = questions.flatMap(([question, what]) => {
    const [row] = engine.all<Record<string, number>>(question, []);
    const count = Object.values(row ?? {})[0] ?? 0;
    return count === 0 ? [] : [`There are ${count} ${what}.`];
  });
  return [
    ...found,
    ...documentFaults(keeping),
    ...wordFaults(keeping),
    ...(found.length > 0 || !mayWrite || relationsAreRight(keeping)
      ? []
      : ['The relations were not what the statements come to; they were made anew.']),
  ];
}

/** What is wrong with the file itself; outside a transaction, which a damaged file cannot end. */
export function findDamage(engine: Engine): string[] {
  try {
    return engine.damage().map((found) => `The file is damaged: ${found}.`);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'corrupt') return [error.message];
    throw error;
  }
}
