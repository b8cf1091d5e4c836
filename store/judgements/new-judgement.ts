// A judgement on its way in: whether it makes sense by itself, and the id that follows from it.

import { identifier, type Judgement } from '../../schema/index.ts';
import type { NewJudgement } from '../queries.ts';
import { StoreError } from '../store-error.ts';

const inconsistent = (sentence: string): StoreError => new StoreError('inconsistent', sentence);

/** Throws a StoreError `inconsistent` that says what was expected. */
function checkSense({ kind, a, b, name, change }: NewJudgement): void {
  const ofEntities = /^(?:same|different|unsure|rename)$/.test(kind);
  if (a.startsWith('en_') !== ofEntities) {
    const expected = ofEntities ? 'an entity (en_…)' : 'a statement (st_…)';
    throw inconsistent(`Expected ${kind} to speak of ${expected} as "a", found ${a}.`);
  }
  const ofTwo = ofEntities && kind !== 'rename';
  if (ofTwo !== (b !== null) || a === b) {
    const expected = ofTwo ? 'another entity as "b"' : 'no "b"';
    throw inconsistent(`Expected ${expected} for ${kind}, found ${b ?? 'none'}.`);
  }
  if ((kind === 'rename') !== (name !== null)) {
    throw inconsistent(`Expected a "name" for rename and for nothing else; found ${name}.`);
  }
  if ((kind === 'edit') !== (change !== null)) {
    throw inconsistent('Expected a "change" for edit and for nothing else.');
  }
}

/** The judgement with its id, which is the same for the same decision of the same moment. */
export function judgementOf(judgement: NewJudgement): Judgement {
  checkSense(judgement);
  const { kind, a, b, name, change, score, by, at } = judgement;
  const decision = JSON.stringify(change && Object.entries(change).sort());
  return {
    id: identifier('ju', [kind, a, b, name, decision, by, at]),
    kind,
    a,
    b,
    name,
    change,
    score,
    by,
    at,
    deletedAt: null,
    deletedBy: null,
  };
}

/** The error for a judgement about what is not in the store. */
export function unknownSubject(id: string): StoreError {
  const kind = id.startsWith('st_') ? 'statement' : 'entity';
  return new StoreError('unknown', `There is no ${kind} ${id}. Look up its id and judge again.`);
}
