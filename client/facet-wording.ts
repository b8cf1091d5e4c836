// The words of the filter bar for fields and their values.

import type { EntityType } from '../schema/index.ts';
import type { ListField } from './model/filter.ts';
import type { GraphIndex } from './model/graph-index.ts';
import { UNKNOWN } from './model/rows.ts';
import { nameOf } from './panels/use-graph-index.ts';
import { entityNames } from './renderer/node-pattern.ts';

export const fieldNames: Readonly<Record<ListField, string>> = {
  type: 'Kind of act',
  kind: 'Statement',
  actorType: 'Actor type',
  country: 'Country',
  sector: 'Sector',
  publisher: 'Publisher',
  speaker: 'Speaker',
  polarity: 'Polarity',
  modality: 'Modality',
};

const sectorNames: ReadonlyMap<string, string> = new Map([
  ['AGR', 'Agriculture'],
  ['BUS', 'Business'],
  ['COP', 'Police'],
  ['CRM', 'Crime'],
  ['CVL', 'Civilians'],
  ['EDU', 'Education'],
  ['ELI', 'Elites'],
  ['GOV', 'Government'],
  ['HLH', 'Health'],
  ['IGO', 'Between governments'],
  ['JUD', 'Courts'],
  ['LAB', 'Labour'],
  ['LEG', 'Parliament'],
  ['MED', 'Media'],
  ['MIL', 'Military'],
  ['NGO', 'Non-governmental'],
  ['OPP', 'Opposition'],
  ['PTY', 'Party'],
  ['REB', 'Rebels'],
  ['REF', 'Refugees'],
  ['REL', 'Religion'],
  ['SPY', 'Intelligence'],
  ['UAF', 'Unaligned forces'],
]);

const words: Readonly<Record<string, string>> = {
  'kind:event': 'Act',
  'kind:stance': 'Opinion',
  'kind:role': 'Lasting relation',
  'polarity:positive': 'Said to be so',
  'polarity:negative': 'Denied',
  'modality:actual': 'Actual',
  'modality:future': 'Planned',
  'modality:hypothetical': 'Hypothetical',
  'modality:demanded': 'Demanded',
  'modality:threatened': 'Threatened',
  'type:none': 'No kind of act',
  'speaker:author': 'The article itself',
  [`speaker:${UNKNOWN}`]: 'Someone who is no actor here',
  [`publisher:${UNKNOWN}`]: 'Publisher not known',
};

const hasWords = (key: string): boolean => Object.hasOwn(words, key);

/** `ACCUSE` → Accuse. `REJECT` is said otherwise: to reject is what a reader does to a statement. */
export const actName = (type: string): string =>
  type === 'REJECT' ? 'Refuse' : type.charAt(0) + type.slice(1).toLowerCase();

/** The country's node, if it is in the graph, else its code. */
export function countryName(code: string, index: GraphIndex): string {
  for (const node of index.nodes.values()) {
    if (node.entityType === 'country' && node.country === code) return node.name;
  }
  return code;
}

export const sectorName = (code: string): string => sectorNames.get(code) ?? code;

export function valueName(field: ListField, value: string, index: GraphIndex): string {
  const key = `${field}:${value}`;
  if (hasWords(key)) return words[key] ?? value;
  if (field === 'type') return actName(value);
  if (field === 'actorType') return entityNames[value as EntityType] ?? value;
  if (field === 'country') return countryName(value, index);
  if (field === 'sector') return sectorName(value);
  if (field === 'speaker') return nameOf(index, value);
  return value;
}
