// whowhom judge, judgements, undo : decisions of a person about entities and statements, each kept
// with author and time, applied when reading, and undone without trace.

import { userInfo } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type Judgement,
  type JudgementKind,
  type StatementChange,
  validate,
} from '../../schema/index.ts';
import { InputError } from '../../sources/index.ts';
import type { NewJudgement, Store } from '../../store/index.ts';
import { databaseOption } from '../database.ts';
import { allOf, withStore } from '../with-store.ts';

interface JudgeOptions {
  readonly db: string;
  readonly by: string;
  readonly change?: StatementChange;
}

function byOption(): Option {
  return new Option('--by <name>', 'who judges').default(userInfo().username, 'your login name');
}

/** `type=CONSULT`, `quad=1`, `target=en_…`, several times. */
function parseChange(text: string, before: StatementChange | undefined): StatementChange {
  const [name, ...rest] = text.split('=');
  const word = rest.join('=');
  const value =
    word === 'null' || word === 'true' || word === 'false' || /^-?\d+(\.\d+)?$/.test(word)
      ? JSON.parse(word)
      : word;
  const change = { ...before, [String(name)]: value };
  const checked = validate('judgement', { ...example, change });
  if (checked.ok) return change;
  throw new InvalidArgumentError(checked.errors.map(({ detail }) => detail).join('; '));
}

const example: Judgement = {
  id: `ju_${'0'.repeat(24)}`,
  kind: 'edit',
  a: `st_${'0'.repeat(24)}`,
  b: null,
  name: null,
  change: null,
  score: null,
  by: 'somebody',
  at: '2024-01-01T00:00:00Z',
  deletedAt: null,
  deletedBy: null,
};

/** The id of an entity by its id or by a name that only it has. */
async function entityId(store: Store, text: string): Promise<string> {
  if (/^(?:en|st)_[0-9a-f]{24}$/.test(text)) return text;
  const { items } = await store.entities({ q: text, limit: 50 });
  const named = items.filter(({ entity }) => entity.name === text);
  const [only] = named;
  if (only && named.length === 1) return only.entity.id;
  const found = (named.length > 0 ? named : items)
    .slice(0, 5)
    .map(({ entity }) => `${entity.name} (${entity.id})`);
  throw new InputError(
    `Expected the id or the exact name of one entity, found ${JSON.stringify(text)}${
      found.length > 0 ? `; near it are ${found.join(', ')}` : ''
    }.`,
  );
}

const kinds: Readonly<Record<JudgementKind, readonly string[]>> = {
  same: ['the entity that stays', 'the entity that is the same'],
  different: ['an entity', 'another entity'],
  unsure: ['an entity', 'another entity'],
  rename: ['an entity', 'its new name'],
  confirm: ['a statement'],
  reject: ['a statement'],
  edit: ['a statement'],
};

async function judgementOf(
  store: Store,
  kind: JudgementKind,
  args: readonly string[],
  { by, change }: JudgeOptions,
): Promise<NewJudgement> {
  const wanted = kinds[kind];
  if (args.length !== wanted.length) {
    throw new InputError(
      `Expected ${wanted.join(' and ')} after "${kind}", found ${args.length} arguments.`,
    );
  }
  const [first = '', second = ''] = args;
  const isStatement = wanted.length === 1;
  return {
    kind,
    a: isStatement ? first : await entityId(store, first),
    b: isStatement || kind === 'rename' ? null : await entityId(store, second),
    name: kind === 'rename' ? second : null,
    change: change ?? null,
    score: null,
    by,
    at: new Date().toISOString(),
  };
}

const nameOf = (kind: string): JudgementKind => {
  if (kind in kinds) return kind as JudgementKind;
  throw new InvalidArgumentError(`Expected one of ${Object.keys(kinds).join(', ')}.`);
};

export function judgeCommand(): Command {
  return new Command('judge')
    .description('record a decision about entities or a statement')
    .argument('<kind>', `one of ${Object.keys(kinds).join(', ')}`, nameOf)
    .argument('<subjects...>', 'ids, or for entities exact names; for rename the new name last')
    .option(
      '--change <field=value>',
      'for edit: kind, source, target, relation, reciprocal, type, mode, quad, intensity, polarity or modality; may be given several times',
      parseChange,
    )
    .addOption(byOption())
    .addOption(databaseOption())
    .action(async (kind: JudgementKind, subjects: string[], options: JudgeOptions) => {
      const { id } = await withStore(options.db, async (store) =>
        store.judge(await judgementOf(store, kind, subjects, options)),
      );
      process.stdout.write(`${id}\n`);
    });
}

export function undoCommand(): Command {
  return new Command('undo')
    .description('take a judgement back')
    .argument('<judgement>', 'its id (ju_…)')
    .addOption(byOption())
    .addOption(databaseOption())
    .action(async (id: string, { db, by }: JudgeOptions) => {
      const undone = await withStore(db, (store) =>
        store.undoJudgement(id, by, new Date().toISOString()),
      );
      if (!undone) {
        throw new InputError(`There is no judgement ${id}. \`whowhom judgements\` lists them.`);
      }
      process.stdout.write(`${id} is undone\n`);
    });
}

export function judgementsCommand(): Command {
  return new Command('judgements')
    .description('print the judgements, newest first, one JSON record a line')
    .option('--deleted', 'with those that were undone: the audit log')
    .addOption(databaseOption())
    .action(async ({ db, deleted }: { db: string; deleted?: boolean }) => {
      const print = async (store: Store): Promise<void> => {
        for await (const judgement of allOf((page) => store.judgements({ ...page, deleted }))) {
          process.stdout.write(`${JSON.stringify(judgement)}\n`);
        }
      };
      await withStore(db, print, { forReading: true });
    });
}
