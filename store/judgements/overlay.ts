// What judgements make of one statement: edited fields, certainty where it was confirmed, and
// whether it was rejected. The statement as it was read stays as it is.

import type { Event, Judgement, Statement, StatementChange } from '../../schema/index.ts';
import { type Canonical, standing } from './canonical.ts';

export interface Judged {
  readonly statement: Statement;
  readonly rejected: boolean;
}

/** What the method of a confidence, or the rule of an event, says when a person decided. */
const method = 'judgement';

function editedEvent(event: Event | null, change: StatementChange): Event | null {
  const { type, mode, quad, intensity } = change;
  if ([type, mode, quad, intensity].every((value) => value === undefined)) return event;
  const before: Event = event ?? {
    scheme: 'PLOVER',
    type: null,
    mode: null,
    context: [],
    quad: 0,
    intensity: null,
    rule: method,
  };
  return {
    ...before,
    type: type === undefined ? before.type : type,
    mode: mode === undefined ? before.mode : mode,
    quad: quad ?? before.quad,
    intensity: intensity === undefined ? before.intensity : intensity,
    rule: method,
  };
}

function edited(statement: Statement, change: StatementChange): Statement {
  const { source, target, relation } = statement;
  return {
    ...statement,
    kind: change.kind ?? statement.kind,
    source: change.source ? { ...source, entity: change.source } : source,
    relation: change.relation ? { ...relation, text: change.relation } : relation,
    target: target && change.target ? { ...target, entity: change.target } : target,
    reciprocal: change.reciprocal ?? statement.reciprocal,
    event: editedEvent(statement.event, change),
    polarity: change.polarity ?? statement.polarity,
    modality: change.modality ?? statement.modality,
  };
}

/** The statement as the judgements about it say; of confirm and reject the latest counts. */
export function judged(statement: Statement, judgements: readonly Judgement[]): Judged {
  let result: Judged = { statement, rejected: false };
  for (const { kind, change } of standing(judgements)) {
    if (kind === 'edit' && change) {
      result = { ...result, statement: edited(result.statement, change) };
    } else if (kind === 'reject') result = { ...result, rejected: true };
    else if (kind === 'confirm') {
      const confidence = { value: 1, method };
      result = { statement: { ...result.statement, confidence }, rejected: false };
    }
  }
  return result;
}

/** The statement with the ids of the entities that stand for those it speaks of. */
export function withCanonical(statement: Statement, canonical: Canonical): Statement {
  if (canonical.size === 0) return statement;
  const idOf = (id: string): string => canonical.get(id) ?? id;
  const { source, target, location, attribution } = statement;
  return {
    ...statement,
    source: { ...source, entity: idOf(source.entity) },
    target: target ? { ...target, entity: idOf(target.entity) } : null,
    location: location?.entity ? { ...location, entity: idOf(location.entity) } : location,
    attribution: attribution.speaker
      ? { ...attribution, speaker: idOf(attribution.speaker) }
      : attribution,
  };
}
