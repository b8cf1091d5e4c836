// The user's gazetteer as a value: actors by key and by their names, plain data that a worker
// thread can be given. A look-up costs the same however many actors there are: one map access for
// the first word, one more for each length that names with this word have.

import { aliasCycles } from './alias-cycles.ts';
import { type Actor, joinRows } from './join-rows.ts';
import { firstWordOf, nameKey, plainName } from './name-key.ts';
import { type GazetteerFile, isDated, placeOf } from './row.ts';

/** One way to write an actor's name. */
export interface OwnForm {
  /** The plain name, as it is written. */
  readonly plain: string;
  /** A form that ends with a dot, as "Acme Inc.". */
  readonly dotted: boolean;
  readonly anyCase: boolean;
  /** Whether it is the name of a row, which is stronger than an alias. */
  readonly isName: boolean;
  readonly actor: Actor;
}

export interface OwnGazetteer {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly forms: ReadonlyMap<string, readonly OwnForm[]>;
  /** Words of the longest name that begins with a word, by the word's key. */
  readonly longest: ReadonlyMap<string, number>;
  readonly agents: ReadonlyMap<string, string>;
}

/** Forms that stand for one actor each: of a name and an alias the name. */
export function strongest(forms: readonly OwnForm[]): readonly OwnForm[] {
  if (forms.length < 2) return forms;
  const names = forms.filter((form) => form.isName);
  const strong = names.length > 0 ? names : forms;
  return [...new Map(strong.map((form) => [form.actor, form])).values()];
}

function indexForms(actors: readonly Actor[], warnings: string[]) {
  const forms = new Map<string, OwnForm[]>();
  const longest = new Map<string, number>();
  const add = (text: string, actor: Actor, row: Actor['rows'][number], isName: boolean): void => {
    const bare = text.replace(/^the[ _]/i, '');
    const plain = plainName(bare);
    if (plain.length < 2) {
      warnings.push(`${placeOf(row)}: ${text} is too short to be looked for; left out.`);
      return;
    }
    const key = plain.toLowerCase();
    const form = { plain, dotted: bare.endsWith('.'), anyCase: row.anyCase, isName, actor };
    const known = forms.get(key);
    if (!known) forms.set(key, [form]);
    else if (known.at(-1)?.actor !== actor || known.at(-1)?.plain !== plain) known.push(form);
    const [word, words] = firstWordOf(bare);
    if (words > (longest.get(word) ?? 0)) longest.set(word, words);
  };
  for (const actor of actors) {
    for (const row of actor.rows) add(row.name, actor, row, true);
    for (const row of actor.rows) {
      for (const alias of row.aliases) add(alias, actor, row, false);
    }
  }
  return { forms, longest };
}

const places = (actors: readonly Actor[]): string =>
  actors.map((actor) => `${actor.name} (${actor.rows.map(placeOf).join(', ')})`).join(' and ');

/** Names the forms that two actors share and that no date can tell apart. */
function warnOfShared(forms: ReadonlyMap<string, readonly OwnForm[]>, warnings: string[]): void {
  for (const shared of forms.values()) {
    if (shared.length < 2) continue;
    const strong = strongest(shared);
    const dated = strong.filter(({ actor }) => actor.affiliations.some(isDated));
    if (strong.length < 2 || dated.length > 0) continue;
    const name = strong[0]?.plain;
    const who = places(strong.map(({ actor }) => actor));
    warnings.push(`${name} stands for ${who}; without dates it is linked to neither.`);
  }
}

/** Joins the files, in their order, to one gazetteer; `warnings` names every doubtful row. */
export function joinGazetteers(files: readonly GazetteerFile[]): {
  readonly gazetteer: OwnGazetteer;
  readonly warnings: readonly string[];
} {
  const { actors, warnings } = joinRows(files.flatMap((file) => file.rows));
  const { forms, longest } = indexForms(actors, warnings);
  const ownerOf = (alias: string): Actor | null => {
    const strong = strongest(forms.get(nameKey(alias)) ?? []);
    return strong.length === 1 && strong[0]?.isName ? strong[0].actor : null;
  };
  for (const cycle of aliasCycles(actors, ownerOf)) {
    warnings.push(
      `${places(cycle)} name each other as alias; each name stands for its own row. Join the rows if they are one actor.`,
    );
  }
  warnOfShared(forms, warnings);
  return {
    gazetteer: {
      actors: new Map(actors.map((actor) => [actor.key, actor])),
      forms,
      longest,
      agents: new Map(files.flatMap((file) => [...file.agents])),
    },
    warnings: [...files.flatMap((file) => file.warnings), ...warnings],
  };
}
