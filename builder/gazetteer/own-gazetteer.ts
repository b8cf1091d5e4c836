// The user's gazetteer as a value: actors by key and by their names, plain data that a worker
// thread can be given. A look-up costs the same however many actors there are: one map access for
// the first word, one more for each length that names with this word have.

import { aliasCycles } from './alias-cycles.ts';
import { type Actor, joinRows, nameOf } from './join-rows.ts';
import { firstWordOf, plainName } from './name-key.ts';
import { type GazetteerFile, isDated, type Row } from './row.ts';

const article = /^the\s/i;

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
  /** Another form with the same key. */
  readonly next: OwnForm | null;
}

export interface OwnGazetteer {
  readonly actors: ReadonlyMap<string, Actor>;
  /** The forms with a key, the last one; the others hang on it. */
  readonly forms: ReadonlyMap<string, OwnForm>;
  /** Words of the longest name that begins with a word, by the word's key. */
  readonly longest: ReadonlyMap<string, number>;
  readonly agents: ReadonlyMap<string, string>;
}

/** The forms of a passage, by its key. */
export function formsOf({ forms }: Pick<OwnGazetteer, 'forms'>, key: string): OwnForm[] {
  const found: OwnForm[] = [];
  for (let form = forms.get(key) ?? null; form; form = form.next) found.push(form);
  return found;
}

/** Forms that stand for one actor each: of a name and an alias the name. */
export function strongest(forms: readonly OwnForm[]): readonly OwnForm[] {
  if (forms.length < 2) return forms;
  const names = forms.filter((form) => form.isName);
  const strong = names.length > 0 ? names : forms;
  return [...new Map(strong.map((form) => [form.actor, form])).values()];
}

function indexForms(actors: Iterable<Actor>, warnings: string[], placeOf: (row: Row) => string) {
  const forms = new Map<string, OwnForm>();
  const longest = new Map<string, number>();
  const add = (text: string, actor: Actor, row: Row, isName: boolean): void => {
    const bare = text.replace(article, '');
    const plain = plainName(bare);
    if (plain.length < 2) {
      warnings.push(`${placeOf(row)}: ${text} is too short to be looked for; left out.`);
      return;
    }
    const key = plain.toLowerCase();
    const next = forms.get(key) ?? null;
    if (next?.actor === actor && next.plain === plain) return;
    const dotted = bare.endsWith('.');
    forms.set(key, { plain, dotted, anyCase: row.anyCase, isName, actor, next });
    const [word, words] = firstWordOf(key);
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

/** The other actors whose names the aliases of an actor are. */
function namedByAliases(own: Pick<OwnGazetteer, 'forms'>): Map<Actor, Actor[]> {
  const named = new Map<Actor, Actor[]>();
  for (const [key, form] of own.forms) {
    const forms = form.next ? formsOf(own, key) : [];
    const [owner, ...others] = strongest(forms);
    if (!owner?.isName || others.length > 0) continue;
    for (const { actor } of forms) {
      if (actor !== owner.actor) named.set(actor, [...(named.get(actor) ?? []), owner.actor]);
    }
  }
  return named;
}

/** Names the forms that two actors share and that no date can tell apart. */
function sharedForms(
  own: Pick<OwnGazetteer, 'forms'>,
  describe: (actors: readonly Actor[]) => string,
): string[] {
  const warnings: string[] = [];
  for (const [key, form] of own.forms) {
    if (!form.next) continue;
    const strong = strongest(formsOf(own, key));
    const dated = strong.some(({ actor }) => actor.rows.some((row) => row.roles.some(isDated)));
    if (strong.length < 2 || dated) continue;
    const who = describe(strong.map(({ actor }) => actor).reverse());
    warnings.push(`${form.plain} stands for ${who}; without dates it is linked to neither.`);
  }
  return warnings;
}

/** Joins the files, in their order, to one gazetteer; `warnings` names every doubtful row. */
export function joinGazetteers(files: readonly GazetteerFile[]): {
  readonly gazetteer: OwnGazetteer;
  readonly warnings: readonly string[];
} {
  const fileOf = new Map(files.map((file) => [file.name, file]));
  const placeOf = ({ file, number }: Row): string =>
    `${file}:${fileOf.get(file)?.lineOf(number) ?? number}`;
  const describe = (some: readonly Actor[]): string =>
    some.map((each) => `${nameOf(each)} (${each.rows.map(placeOf).join(', ')})`).join(' and ');
  const { actors, warnings } = joinRows(
    files.flatMap((file) => file.rows),
    placeOf,
  );
  const index = indexForms(actors.values(), warnings, placeOf);
  const cycles = aliasCycles(namedByAliases(index)).map(
    (cycle) =>
      `${describe(cycle)} name each other as alias; each name stands for its own row. Join the rows if they are one actor.`,
  );
  return {
    gazetteer: { actors, ...index, agents: new Map(files.flatMap((file) => [...file.agents])) },
    warnings: [
      ...files.flatMap((file) => file.warnings),
      ...warnings,
      ...cycles,
      ...sharedForms(index, describe),
    ],
  };
}
