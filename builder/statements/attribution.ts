// Who says it: "X said that …", "…, X said", "according to X", "X: …" over an article, a direct quotation
// whose speaker may stand in another sentence. Source, cue and content after PARC and PolNeAR.

import type { Attribution, Mention, Token } from '../../schema/index.ts';
import { isQuoted, type Speaker } from '../quotations/index.ts';
import { subjectsOf } from './clause.ts';
import { accusing, demanding, naming, reporting } from './governing-verbs.ts';
import {
  actorsOf,
  children,
  type Finding,
  isMarked,
  prepositionOf,
  type Reading,
} from './reading.ts';

/** The quoted words of a document `[start, end)`, and who speaks those of the sentence at hand. */
export interface Quoted {
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly speaker: Speaker<Mention> | null;
}

const byAuthor: Attribution = { type: 'author', speaker: null, text: null, cue: null };

const saidBy = ({ text }: Reading, mention: Mention, cue: string | null): Attribution => ({
  type: 'indirect',
  speaker: mention.entity,
  text: text.slice(mention.start, mention.end),
  cue,
});

/**
 * The speaker of a reporting verb, its own or the one that it shares: "met him and said that …"; of a
 * passive its agent: "accused by France". One that is no actor is kept by its words, none where nobody is
 * named: "is said to have …".
 */
function speakerOf(reading: Reading, verb: number): Attribution | null {
  const cue = reading.tokens[verb]?.text ?? null;
  const agent = children(reading, verb, /^obl/).find((at) => prepositionOf(reading, at) === 'by');
  const isPassive = children(reading, verb, /^(?:nsubj|aux):pass$/).length > 0;
  if (isPassive && agent === undefined) {
    return { type: 'indirect', speaker: null, text: null, cue };
  }
  const subject = isPassive ? undefined : children(reading, verb, /^nsubj/)[0];
  const at = subject ?? agent;
  const actors =
    subject === undefined && agent !== undefined
      ? actorsOf(reading, agent)
      : subjectsOf(reading, verb);
  if (actors[0]) return saidBy(reading, actors[0].mention, cue);
  const token = at === undefined ? undefined : reading.tokens[at];
  return token ? { type: 'indirect', speaker: null, text: token.text, cue } : null;
}

const isVerbOf = (reading: Reading, index: number, lemmas: ReadonlySet<string>): boolean => {
  const token = reading.tokens[index];
  return token?.upos === 'VERB' && lemmas.has(token.lemma);
};

/** "according to the ministry" at token `index` or anything that hangs on it. */
function accordingTo(reading: Reading, index: number): Attribution | null {
  const source = children(reading, index, /^(?:obl|nmod)/).find((at) =>
    /^according to$/.test(prepositionOf(reading, at)),
  );
  if (source === undefined) return null;
  const actor = actorsOf(reading, source)[0];
  if (actor) return saidBy(reading, actor.mention, 'according to');
  const text = reading.tokens[source]?.text ?? null;
  return { type: 'indirect', speaker: null, text, cue: 'according to' };
}

/** Whether the clause of a token is the content of the verb that it hangs on. */
function isContent(reading: Reading, { relation, head }: Token): boolean {
  switch (relation) {
    case 'ccomp':
      return isVerbOf(reading, head, reporting) || isVerbOf(reading, head, demanding);
    case 'parataxis':
      return isVerbOf(reading, head, reporting);
    case 'xcomp':
      return [reporting, demanding, naming].some((lemmas) => isVerbOf(reading, head, lemmas));
    case 'advcl':
      return isVerbOf(reading, head, accusing);
    case 'obj':
      return /^(?:announce|report|confirm|deny|allege)$/.test(reading.tokens[head]?.lemma ?? '');
    default:
      return false;
  }
}

/** A semicolon, or a clause of the author's own, ends what is reported: "…, which …", "whereas", "as". */
function endsContent(reading: Reading, index: number): boolean {
  const { relation = '', head = -1 } = reading.tokens[index] ?? {};
  const between = reading.tokens.slice(Math.min(index, head), Math.max(index, head));
  switch (relation) {
    case 'conj':
    case 'parataxis':
      return between.some(({ text }) => text === ';');
    case 'ccomp':
      return index > head && between.some(({ text }) => text === ';');
    case 'acl:relcl':
      return between.some(({ text }) => text === ',');
    case 'advcl':
      return isMarked(reading, index, /^(?:whereas|as)$/i);
    default:
      return false;
  }
}

/** The nearest speaker above a token. */
function speakerAbove(reading: Reading, anchor: number): Attribution | null {
  let [at, below] = [anchor, -1];
  for (let step = 0; step < reading.tokens.length; step += 1) {
    const aside = children(reading, at, /^parataxis$/).find(
      (child) =>
        child !== below && isVerbOf(reading, child, reporting) && !endsContent(reading, child),
    );
    const source =
      accordingTo(reading, at) ?? (aside === undefined ? null : speakerOf(reading, aside));
    if (source) return source;
    const token = reading.tokens[at];
    if (!token || token.head < 0 || endsContent(reading, at)) return null;
    const speaker = isContent(reading, token) ? speakerOf(reading, token.head) : null;
    if (speaker) return speaker;
    [at, below] = [token.head, at];
  }
  return null;
}

/** "Guterres: Israel must end the siege", "Israel must end the siege: UN". */
function speakerOverArticle(reading: Reading, { relation }: Finding): Attribution | null {
  const { tokens, mentions } = reading;
  const colons = tokens.flatMap(({ text }, index) => (text === ':' ? [index] : []));
  const [first, last] = [colons[0], colons.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isHeadline = /^\w/.test(tokens.at(-1)?.text ?? '');
  const before = mentions.find(({ from, to }) => from === 0 && to === first);
  if (before && relation.start > (tokens[first]?.start ?? 0)) {
    const speaks = isHeadline || before.mention.type === 'person';
    return speaks ? saidBy(reading, before.mention, ':') : null;
  }
  const behind = mentions.find(({ from, to }) => from === last + 1 && to === tokens.length);
  const isBefore = relation.start < (tokens[last]?.start ?? 0);
  return behind && isHeadline && isBefore ? saidBy(reading, behind.mention, ':') : null;
}

/** "said it was ill-informed and accused him": who speaks does the second himself, whatever the tree says. */
function isOwnSpeech(reading: Reading, { anchor, source }: Finding, speaker: Attribution): boolean {
  const isSpeech = [reporting, demanding, accusing].some((verbs) =>
    isVerbOf(reading, anchor, verbs),
  );
  return (
    isSpeech &&
    source.mention.entity === speaker.speaker &&
    children(reading, anchor, /^nsubj/).length === 0
  );
}

/** A role is the article's own knowledge, unless a clause is there to say it: "said he was a spy". */
const isPresupposed = (reading: Reading, { kind, anchor }: Finding): boolean =>
  kind === 'role' &&
  children(reading, anchor, /^cop$/).length === 0 &&
  !/^(?:ccomp|xcomp)$/.test(reading.tokens[anchor]?.relation ?? '');

/** The attribution of a finding. */
export function attributionOf(reading: Reading, finding: Finding, quoted: Quoted): Attribution {
  if (isPresupposed(reading, finding)) return byAuthor;
  const inSentence = speakerAbove(reading, finding.anchor) ?? speakerOverArticle(reading, finding);
  const isOwn = inSentence !== null && isOwnSpeech(reading, finding, inSentence);
  const inQuotation = isQuoted(quoted.ranges, finding.relation.start);
  if (!inQuotation) return isOwn ? byAuthor : (inSentence ?? byAuthor);
  const isNobody = isOwn || inSentence === null || /^(?:I|we)$/i.test(inSentence.text ?? '');
  const speaker =
    isNobody && quoted.speaker
      ? saidBy(reading, quoted.speaker.mention, quoted.speaker.cue)
      : inSentence;
  return { ...(speaker ?? byAuthor), type: 'direct-quote' };
}
