// What must hold within an extraction for a store to keep it: every statement is evidenced by
// the document that comes with it and speaks only of entities that come with it.
// The shape of the records is the schema's business and was checked at the door.

import { createHash } from 'node:crypto';
import type { Extraction, Statement } from '../schema/index.ts';
import { StoreError } from './store-error.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function fault(statement: Statement, extraction: Extraction, entities: ReadonlySet<string>) {
  const { document } = extraction;
  const { evidence, source, target, location, attribution } = statement;
  if (evidence.document !== document.id) return `is evidenced by ${evidence.document}`;
  if (document.text.slice(evidence.start, evidence.end) !== evidence.exact) {
    return `quotes other words than those at ${evidence.start}–${evidence.end} of the text`;
  }
  const spoken = [source.entity, target?.entity, location?.entity, attribution.speaker];
  const missing = spoken.find((id) => id != null && !entities.has(id));
  return missing ? `speaks of ${missing}, which is not among the entities` : null;
}

/** Throws a StoreError `inconsistent` that names the first statement or entity that does not fit. */
export function checkConsistency(extraction: Extraction): void {
  const inconsistent = (found: string): StoreError =>
    new StoreError(
      'inconsistent',
      `Expected an extraction of ${extraction.document.id} that fits together; ${found}. Nothing was kept; extract the document again.`,
    );
  const seen = new Set<string>();
  for (const { id } of [...extraction.entities, ...extraction.statements]) {
    if (seen.has(id)) throw inconsistent(`${id} is there twice`);
    seen.add(id);
  }
  const entities = new Set(extraction.entities.map((entity) => entity.id));
  for (const statement of extraction.statements) {
    const found = fault(statement, extraction, entities);
    if (found) throw inconsistent(`${statement.id} ${found}`);
  }
}

/**
 * A hash that is the same for the same document, entities and statements, in whatever order.
 * When the document was retrieved does not count (the same page fetched twice is the same page),
 * nor whose copy it is.
 */
export function fingerprint(extraction: Extraction): string {
  const { document, entities, statements } = extraction;
  const records = JSON.stringify([
    { ...document, retrieved: null, duplicateOf: null },
    [...entities].sort(byId),
    [...statements].sort(byId),
  ]);
  return createHash('sha256').update(records).digest('base64url');
}
