// Names of countries and capitals that something else is called as well, decided by what else a text says.

import type { Form, Gazetteer, KnownEntity } from './gazetteer.ts';
import namesakes from './namesakes.json' with { type: 'json' };

const keyOf = (country: string): string => `country:${country}`;
const wordStart = /(?<![\p{L}\p{N}])\p{L}/gu;

const ambiguous: ReadonlySet<string> = new Set(namesakes.entries.map(({ form }) => form));

/** Keys of the entities that a text names by forms that are no other's. */
function namedIn(text: string, gazetteer: Gazetteer): Set<string> {
  const named = new Set<string>();
  let end = 0;
  for (const { index } of text.matchAll(wordStart)) {
    const form = index < end ? null : gazetteer.match(text, index);
    if (!form) continue;
    end = index + form.text.length;
    if (!ambiguous.has(form.text)) named.add(form.entity.key);
  }
  return named;
}

type Namesake = (typeof namesakes.entries)[number];

/** The one country of a name that a text speaks of, or the usual one; null: nobody can tell. */
function meant(
  { countries, usual, elsewhere }: Namesake,
  text: string,
  named: ReadonlySet<string>,
): string | null {
  const known = countries.map(keyOf).filter((key) => named.has(key));
  if (known.length > 0) return known.length === 1 ? (known[0] as string) : null;
  return usual === null || elsewhere.some((place) => text.includes(place)) ? null : keyOf(usual);
}

/** The gazetteer as it holds for one text: "Congo" is the country that the text speaks of. */
export function readFor(text: string, gazetteer: Gazetteer): Gazetteer {
  // Whatever the case: a headline may be all in capitals.
  const lower = text.toLowerCase();
  const found = namesakes.entries.filter(({ form }) => lower.includes(form.toLowerCase()));
  if (found.length === 0) return gazetteer;
  const named = namedIn(text, gazetteer);
  const entities = new Map<string, KnownEntity | null>(
    found.map((each) => {
      const key = meant(each, text, named);
      return [each.form, key === null ? null : gazetteer.entity(key)];
    }),
  );
  return {
    ...gazetteer,
    match(within, start): Form | null {
      const form = gazetteer.match(within, start);
      const entity = form && entities.get(form.text);
      if (entity === undefined) return form;
      return form && entity ? { ...form, entity } : null;
    },
  };
}
