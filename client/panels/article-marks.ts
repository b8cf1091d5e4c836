// Cuts the text of an article into runs by what they are: the mention of an actor, part of a
// sentence that something was read from, both, or neither. Mentions are what the statements name,
// and every further place where the same name stands.

import type { Statement } from '../../schema/index.ts';

export interface MentionSpan {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
}

export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** Statements read from it, in the order of the text. */
  readonly statements: readonly Statement[];
}

export interface Run {
  readonly start: number;
  readonly text: string;
  readonly entity: string | null;
}

/** Names shorter than this stand for too much: pronouns, initials. */
const LEAST = 3;
const MOST_NAMES = 400;

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Names by which exactly one actor goes in these statements. */
function namesOf(statements: readonly Statement[]): Map<string, string> {
  const names = new Map<string, string | null>();
  for (const { source, target } of statements) {
    for (const argument of [source, target]) {
      if (!argument || argument.text.length < LEAST || /^\p{Ll}/u.test(argument.text)) continue;
      const known = names.get(argument.text);
      names.set(
        argument.text,
        known === undefined || known === argument.entity ? argument.entity : null,
      );
    }
  }
  return new Map([...names].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])));
}

function further(text: string, names: ReadonlyMap<string, string>): MentionSpan[] {
  const found: MentionSpan[] = [];
  for (const [name, entity] of [...names].slice(0, MOST_NAMES)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (!isLetter(text[at - 1]) && !isLetter(text[end])) found.push({ entity, start: at, end });
    }
  }
  return found;
}

/** Where actors are named, in order and without overlap: what starts first, then the longest. */
export function mentionsIn(text: string, statements: readonly Statement[]): MentionSpan[] {
  const named = statements.flatMap(({ source, target }) =>
    [source, ...(target ? [target] : [])].map(({ entity, start, end }) => ({ entity, start, end })),
  );
  const all = [...named, ...further(text, namesOf(statements))]
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: MentionSpan[] = [];
  let after = 0;
  for (const mention of all) {
    if (mention.start < after) continue;
    kept.push(mention);
    after = mention.end;
  }
  return kept;
}

/** The sentences that something was read from, in order; those that overlap are one. */
export function sentencesOf(statements: readonly Statement[]): SentenceSpan[] {
  const inOrder = [...statements].sort(
    (a, b) => a.evidence.start - b.evidence.start || a.relation.start - b.relation.start,
  );
  const sentences: { start: number; end: number; statements: Statement[] }[] = [];
  for (const statement of inOrder) {
    const { start, end } = statement.evidence;
    const last = sentences.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.statements.push(statement);
    } else sentences.push({ start, end, statements: [statement] });
  }
  return sentences;
}

/** A stretch of text cut at its mentions. */
export function runsOf(
  text: string,
  from: number,
  to: number,
  mentions: readonly MentionSpan[],
): Run[] {
  const runs: Run[] = [];
  let at = from;
  for (const { entity, start, end } of mentions) {
    if (start < at || end > to) continue;
    if (start > at) runs.push({ start: at, text: text.slice(at, start), entity: null });
    runs.push({ start, text: text.slice(start, end), entity });
    at = end;
  }
  if (at < to) runs.push({ start: at, text: text.slice(at, to), entity: null });
  return runs;
}
