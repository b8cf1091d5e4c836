// PLOVER events as JSON Lines, with the field names of the PLOVER manual's interchange chapter. Only
// statements whose kind of act is known are events; the others are left out. A date that the
// sentence does not say is the day of publication.

import type { Argument, Entity, Statement } from '../../schema/index.ts';
import { entitiesOf } from './entities.ts';
import type { CitedDocument, GraphSource } from './source.ts';

function actor(argument: Argument, entity: Entity | undefined): object {
  return {
    code: entity?.country ?? '',
    sector: entity?.sectors ?? [],
    entity_text: argument.text,
    identifier_id: entity?.identifiers.wikidata ?? argument.entity,
    identifier_text: entity?.name ?? argument.text,
  };
}

function event(
  statement: Statement,
  document: CitedDocument | null,
  entities: ReadonlyMap<string, Entity>,
): object {
  const { source, target, event: act, time, location, evidence, provenance } = statement;
  const day = document?.published?.slice(0, 10) ?? null;
  return {
    id: statement.id,
    date: time?.start ?? day,
    enddate: time?.end ?? time?.start ?? day,
    actor: [actor(source, entities.get(source.entity))],
    recipient: target ? [actor(target, entities.get(target.entity))] : [],
    event: [act?.type],
    mode: act?.mode ? [act.mode] : [],
    context: act?.context ?? [],
    quad_code: act?.quad ?? 0,
    event_scale: act?.intensity ?? null,
    event_loc: location ? { text: location.text, country: location.country } : null,
    polarity: statement.polarity,
    modality: statement.modality,
    text: evidence.exact,
    text_info: { sequence: evidence.sentence, start: evidence.start, end: evidence.end },
    cite_info: {
      corpus: document?.publisher ?? null,
      citation: evidence.document,
      url: document?.url ?? null,
      title: document?.title ?? null,
      language: document?.language ?? null,
    },
    coder: provenance.extractor,
    coded_date: null,
  };
}

export async function* writePlover(source: GraphSource): AsyncGenerator<string, void, void> {
  const entities = await entitiesOf(source);
  for await (const statement of source.statements()) {
    if (!statement.event?.type) continue;
    const document = source.document(statement.evidence.document);
    yield `${JSON.stringify(event(statement, document, entities))}\n`;
  }
}
