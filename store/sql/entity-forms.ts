// The forms of a name by which an entity is found.

import type { Entity } from '../../schema/index.ts';
import { searchText } from '../search-text.ts';
import { type Engine, insertion } from './engine.ts';
import type { EntityRow } from './tables.ts';

const insertForms = insertion('entity_form', ['entity', 'form']);

/** The beginnings by which an entity is found: each form from each of its words on. */
function formsOf(entity: Entity): string[] {
  const forms = [entity.name, ...entity.aliases.map(({ text }) => text)].map(searchText);
  const all = forms.flatMap((form) => {
    const words = form.split(' ');
    return words.map((_, index) => words.slice(index).join(' '));
  });
  const sorted = [...new Set(all)].filter((form) => form !== '').sort();
  // What begins another form is found by that one.
  return sorted.filter((form, index) => !sorted[index + 1]?.startsWith(form));
}

/** Writes the forms of an entity as it is now; one that is new has none yet. */
export function setForms(
  engine: Engine,
  { key, isNew = false }: Pick<EntityRow, 'key'> & { readonly isNew?: boolean },
  entity: Entity,
): void {
  const wanted = new Set(formsOf(entity));
  const rows = isNew
    ? []
    : engine.all<{ form: string }>('select form from entity_form where entity = ?', [key]);
  for (const { form } of rows) {
    if (wanted.delete(form)) continue;
    engine.run('delete from entity_form where entity = ? and form = ?', [key, form]);
  }
  insertForms(
    engine,
    [...wanted].map((form) => [key, form]),
  );
}

export function dropForms(engine: Engine, key: number): void {
  engine.run('delete from entity_form where entity = ?', [key]);
}
