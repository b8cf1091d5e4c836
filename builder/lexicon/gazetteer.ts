// Known names by their written forms: longest form that starts at an offset of a text.
// Look-up takes one map access and does not slow with the number of forms.

import type { EntityType } from '../../schema/index.ts';

/** How a form stands for its entity: its name, an adjective of it, its capital, its palace. */
export type FormKind = 'name' | 'adjective' | 'capital' | 'government';

export interface KnownEntity {
  /** Identity, for example country:CHN or organization:NATO. */
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly wikidata?: string | null;
  readonly roles?: readonly KnownRole[];
}

/** A role that is known beforehand; `of` is a key. */
export interface KnownRole {
  readonly title: string;
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Form {
  readonly text: string;
  readonly kind: FormKind;
  readonly entity: KnownEntity;
}

export interface Gazetteer {
  /** The longest form that stands in `text` at `start` as whole words, or null. Case matters. */
  match(text: string, start: number): Form | null;
  entity(key: string): KnownEntity | null;
  /** PLOVER sector of an agent noun, lower case: police → COP; null where it is none. */
  agentSector(noun: string): string | null;
}

const firstWord = /^[\p{L}\p{N}]+/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const plain = (text: string): string => text.replaceAll('’', "'");

/** Builds a gazetteer; of two equal forms the first wins. */
export function gazetteerOf(
  forms: Iterable<Form>,
  agentSectors: ReadonlyMap<string, string>,
): Gazetteer {
  const byFirstWord = new Map<string, Form[]>();
  const entities = new Map<string, KnownEntity>();
  for (const form of forms) {
    entities.set(form.entity.key, form.entity);
    const word = firstWord.exec(form.text)?.[0];
    if (!word) continue;
    const known = byFirstWord.get(word);
    if (known) known.push(form);
    else byFirstWord.set(word, [form]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.text.length - a.text.length);
  return {
    match(text, start) {
      const word = firstWord.exec(text.slice(start, start + 40))?.[0];
      for (const form of (word && byFirstWord.get(word)) || []) {
        const end = start + form.text.length;
        const same = plain(text.slice(start, end)) === plain(form.text);
        if (same && !wordCharacter.test(text.charAt(end))) return form;
      }
      return null;
    },
    entity: (key) => entities.get(key) ?? null,
    agentSector: (noun) => agentSectors.get(noun) ?? null,
  };
}
