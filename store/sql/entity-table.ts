// The rows of entities while a document is written: which key an id has, which entity stands for
// which, and the tallies of their descriptions.

import type { Judgement } from '../../schema/index.ts';
import {
  type Entity,
  type EntityTally,
  emptyTally,
  entityOf,
  joinTallies,
  tallied,
} from '../../schema/index.ts';
import { canonicalEntities, givenName, membersOf } from '../judgements/index.ts';
import { bytesOf, idOf } from './codes.ts';
import { type Engine, insertion, type Value } from './engine.ts';
import { dropForms, setForms } from './entity-forms.ts';
import { packTally, unpackTally } from './pack-entity.ts';
import type { EntityRow } from './tables.ts';

/** A row with its id as text. */
interface Known extends Omit<EntityRow, 'id'> {
  readonly text: string;
  /** Its own tally and the one of copies, once they were asked for. */
  own?: EntityTally;
  ofCopies?: EntityTally;
  /** Whether it is not in the database yet. */
  isNew?: boolean;
  /** Whether the row must be written. */
  changed?: boolean;
  /** Whether the names by which it is found may be others than those in the database. */
  renamed?: boolean;
}

const written = [
  'canonical',
  'tally',
  'copies',
  'name',
  'statements',
  'documents',
  'type',
  'country',
  'sectors',
] as const satisfies readonly (keyof EntityRow)[];
const columns = ['key', 'id', ...written].join(', ');
const update = `update entity set ${written.map((column) => `${column} = ?`).join(', ')} where key = ?`;

const insertEntities = insertion('entity', ['key', 'id', ...written]);

const noTally = packTally(emptyTally());

function talliesOf(known: Known): { readonly own: EntityTally; readonly ofCopies: EntityTally } {
  known.own ??= unpackTally(known.tally);
  known.ofCopies ??= unpackTally(known.copies);
  return { own: known.own, ofCopies: known.ofCopies };
}

/** Lives as long as one transaction that writes. */
export class EntityTable {
  readonly #engine: Engine;
  readonly #judgements: () => readonly Judgement[];
  readonly #byId = new Map<string, Known>();
  readonly #byKey = new Map<number, Known>();
  #lastKey: number | null = null;
  /** Whether any entity stands for another. */
  #merged: boolean | null = null;

  /** The judgements about entities are asked for only when an entity comes that was not there. */
  constructor(engine: Engine, judgements: () => readonly Judgement[]) {
    this.#engine = engine;
    this.#judgements = judgements;
  }

  #remember(row: EntityRow): Known {
    const { id, ...rest } = row;
    const known = { ...rest, text: idOf('en', id) };
    this.#byId.set(known.text, known);
    this.#byKey.set(known.key, known);
    return known;
  }

  #find(id: string): Known | null {
    const known = this.#byId.get(id);
    if (known) return known;
    const bytes = bytesOf('en', id);
    const [row] = bytes
      ? this.#engine.all<EntityRow>(`select ${columns} from entity where id = ?`, [bytes])
      : [];
    return row ? this.#remember(row) : null;
  }

  #of(key: number): Known {
    const known = this.#byKey.get(key);
    if (known) return known;
    const [row] = this.#engine.all<EntityRow>(`select ${columns} from entity where key = ?`, [key]);
    if (!row) throw new Error(`There is no entity ${key}.`);
    return this.#remember(row);
  }

  /** The key of an entity; null where there is none of that id. */
  find(id: string): number | null {
    return this.#find(id)?.key ?? null;
  }

  /** The key of an entity, which is made where there is none. */
  keyOf(id: string): number {
    const known = this.#find(id);
    if (known) return known.key;
    const key = this.#newKey();
    const made: Known = {
      key,
      text: id,
      canonical: key,
      tally: noTally,
      copies: null,
      name: null,
      statements: 0,
      documents: 0,
      type: 'other',
      country: null,
      sectors: '',
      isNew: true,
      changed: true,
    };
    this.#byId.set(id, made);
    this.#byKey.set(key, made);
    this.#join(made);
    return key;
  }

  #newKey(): number {
    const last = (): number =>
      this.#engine.all<{ last: number | null }>('select max(key) as last from entity', [])[0]
        ?.last ?? 0;
    this.#lastKey = (this.#lastKey ?? last()) + 1;
    return this.#lastKey;
  }

  /** Sets which entity stands for a new one, and the name that a judgement gives. */
  #join(made: Known): void {
    const judgements = this.#judgements();
    if (judgements.length === 0) return;
    const canonical = canonicalEntities(judgements);
    const stands = canonical.get(made.text);
    this.#setCanonical(made, stands === undefined ? made.key : this.keyOf(stands));
    if (stands !== undefined) return;
    const name = givenName(judgements, membersOf(canonical, made.text));
    this.set(made.key, 0, 0, name === null ? null : JSON.stringify(name));
  }

  #setCanonical(known: Known, canonical: number): void {
    known.canonical = canonical;
    if (canonical !== known.key) this.#merged = true;
    // At once, because the database is asked for the members of another.
    known.changed = true;
    this.#write([known]);
  }

  setCanonical(key: number, canonical: number): void {
    this.#setCanonical(this.#of(key), canonical);
  }

  idOf(key: number): string {
    return this.#of(key).text;
  }

  /** The key of the entity that stands for one. */
  canonicalOf(key: number): number {
    return this.#of(key).canonical;
  }

  /** The keys of all that one stands for, itself first. */
  membersOf(canonical: number): number[] {
    this.#merged ??=
      this.#engine.all('select 1 from entity where canonical <> key limit 1', []).length > 0;
    if (!this.#merged) return [canonical];
    const others = this.#engine.all<{ key: number }>(
      'select key from entity where canonical = ? and canonical <> key order by key',
      [canonical],
    );
    return [canonical, ...others.map(({ key }) => key)];
  }

  /** Whether any document describes it, itself and not what it stands for. */
  isDescribed(key: number): boolean {
    const { own, ofCopies } = talliesOf(this.#of(key));
    return own.size + ofCopies.size > 0;
  }

  /** Adds a description to the tally of its entity, or takes it away. */
  tally(key: number, entity: Entity, inCopy: boolean, sign: 1 | -1): void {
    const known = this.#of(key);
    const part = inCopy ? 'ofCopies' : 'own';
    const before = talliesOf(known)[part];
    const after = tallied(before, entity, sign);
    known[part] = after;
    known.changed = true;
    const names = ({ aliases, names }: EntityTally): number =>
      Object.keys(aliases).length + Object.keys(names).length;
    // What is added changes no name where there is no name more; what is taken might.
    if (sign < 0 || inCopy || names(before) !== names(after))
      this.#of(known.canonical).renamed = true;
  }

  /** Counts of the entity that stands for others, in what is shown. */
  count(canonical: number, statements: number, documents: number): void {
    const known = this.#of(canonical);
    known.statements += statements;
    known.documents += documents;
    known.changed = true;
  }

  /** Sets counts and name anew. */
  set(key: number, statements: number, documents: number, name: string | null): void {
    Object.assign(this.#of(key), { statements, documents, name, changed: true, renamed: true });
  }

  /** Writes the rows that changed. */
  flush(): void {
    this.#write(this.#byKey.values());
  }

  #write(rows: Iterable<Known>): void {
    const made: Value[][] = [];
    for (const known of rows) {
      if (!known.changed) continue;
      known.changed = false;
      if (known.own) known.tally = packTally(known.own);
      if (known.ofCopies) {
        known.copies = known.ofCopies.size === 0 ? null : packTally(known.ofCopies);
      }
      const values = written.map((column) => known[column]);
      if (known.isNew) made.push([known.key, bytesOf('en', known.text), ...values]);
      else this.#engine.run(update, [...values, known.key]);
      known.isNew = false;
    }
    insertEntities(this.#engine, made);
  }

  /** The descriptions of all that an entity stands for; those in copies where there are no others. */
  #tallyOf(members: readonly number[]): EntityTally {
    const tallies = members.map((key) => talliesOf(this.#of(key)));
    const own = tallies.map((each) => each.own).reduce(joinTallies);
    return own.size > 0 ? own : tallies.map((each) => each.ofCopies).reduce(joinTallies);
  }

  /**
   * Brings the columns by which an entity is found up to date, of all it stands for; an entity
   * that nothing describes any more goes.
   */
  refresh(canonical: number): void {
    const members = this.membersOf(canonical);
    const tally = this.#tallyOf(members);
    if (tally.size === 0) {
      for (const key of members) this.#delete(key);
      return;
    }
    for (const key of members) this.#dropIfEmpty(key);
    const root = this.#of(canonical);
    const entity = entityOf(root.text, tally);
    const name: string = root.name === null ? entity.name : JSON.parse(root.name);
    const sectors = entity.sectors.length > 0 ? `,${entity.sectors.join(',')},` : '';
    const { type, country } = entity;
    this.#setProperties(members, type, country, sectors);
    if (root.renamed) setForms(this.#engine, root, { ...entity, name });
    root.renamed = false;
  }

  #setProperties(
    members: readonly number[],
    type: string,
    country: string | null,
    sectors: string,
  ) {
    for (const key of members) {
      const known = this.#byKey.get(key);
      if (!known) continue;
      if (known.type === type && known.country === country && known.sectors === sectors) continue;
      Object.assign(known, { type, country, sectors, changed: true });
    }
  }

  dropForms(key: number): void {
    dropForms(this.#engine, key);
  }

  /** A member that nothing describes; the one that stands for others stays. */
  #dropIfEmpty(key: number): void {
    if (this.#of(key).canonical === key || this.isDescribed(key)) return;
    this.#delete(key);
  }

  #delete(key: number): void {
    if (this.#isEditedInto(key)) return;
    this.dropForms(key);
    this.#engine.run('delete from entity where key = ?', [key]);
    const known = this.#byKey.get(key);
    if (known) this.#byId.delete(known.text);
    this.#byKey.delete(key);
  }

  /** Whether a judgement made a statement speak of it that was read otherwise. */
  #isEditedInto(key: number): boolean {
    const rows = this.#engine.all(
      `select 1 from edited join statement on statement.key = edited.statement
       where statement.source = ? or statement.target = ? limit 1`,
      [key, key],
    );
    return rows.length > 0;
  }
}
