// Who speaks the words between quotation marks: the subject of "said" beside them, in the same
// sentence or in the one before or behind. Curly and straight marks; a quotation that is not
// closed ends with its paragraph.

import type { Sentence } from '../../schema/index.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Quotation extends Range {
  /** Whether it is not closed and the next one goes on with it, as quotations of several paragraphs do. */
  readonly continues: boolean;
}

const cues =
  /^(?:say|tell|add|ask|warn|write|state|declare|announce|insist|argue|claim|note|explain|reply|answer|recall|continue|conclude|stress|admit|joke|call|complain|promise|vow|pledge|shout|testify|remark|observe|comment)$/;

/** The quotations of a text, without their marks. */
export function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const closes = letter === '”' || (letter === '"' && open >= 0);
    const [breaks] = (letter === '\n' && /^\n\s*\n\s*/.exec(text.slice(at, at + 8))) || [];
    const begins = letter === '“' || (letter === '"' && open < 0);
    if (open >= 0 && (closes || begins || breaks !== undefined)) {
      const opensAgain = breaks !== undefined && /^[“"]/.test(text.slice(at + breaks.length));
      found.push({ start: open, end: at, continues: !closes && (begins || opensAgain) });
      open = -1;
    }
    if (begins) open = at + 1;
  }
  if (open >= 0) found.push({ start: open, end: text.length, continues: false });
  return found;
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;

/** Who speaks, as a mention of any kind, and the word that says so. */
export interface Speaker<Mention> {
  readonly mention: Mention;
  readonly cue: string;
}

/** The mention of which a token is the head, by the index of its sentence and its own in there. */
type MentionAt<Mention> = (sentence: number, head: number) => Mention | null;

/** The subject of a reporting verb of the sentence, outside quotation marks. */
function speakerIn<Mention>(
  sentence: Sentence,
  quoted: readonly Range[],
  mentionAt: MentionAt<Mention>,
): Speaker<Mention> | null {
  for (const [index, token] of sentence.tokens.entries()) {
    const verb = sentence.tokens[token.head];
    if (!/^nsubj$/.test(token.relation ?? '') || !verb || !cues.test(verb.lemma)) continue;
    if (quoted.some((range) => holds(range, token.start))) continue;
    const mention = mentionAt(sentence.index, index);
    if (mention) return { mention, cue: verb.text };
  }
  return null;
}

/**
 * Who speaks at each sentence that holds quoted words, by sentence index: the subject of its own
 * reporting verb, else of the sentence before where the quotation goes on, else of the next in its paragraph.
 */
export function quotedSpeakers<Mention>(
  text: string,
  quoted: readonly Quotation[],
  sentences: readonly Sentence[],
  mentionAt: MentionAt<Mention>,
): Map<number, Speaker<Mention>> {
  const speakers = new Map<number, Speaker<Mention>>();
  const own = sentences.map((sentence) => speakerIn(sentence, quoted, mentionAt));
  const follows = (index: number): Speaker<Mention> | null => {
    const [one, next] = [sentences[index], sentences[index + 1]];
    const apart = !one || !next || /\n\s*\n/.test(text.slice(one.end, next.start));
    return apart ? null : (own[index + 1] ?? null);
  };
  const overlaps = (range: Range, { start, end }: Sentence): boolean =>
    range.start < end && range.end > start;
  /** Who speaks the quotation that goes on with the one at `place`. */
  const continuing = (place: number): Speaker<Mention> | null => {
    const [one, next] = [quoted[place], quoted[place + 1]];
    if (!one?.continues || !next) return null;
    const speaking = sentences.findIndex(
      (sentence, index) => own[index] && overlaps(next, sentence),
    );
    return own[speaking] ?? continuing(place + 1);
  };
  let before: Speaker<Mention> | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const place = quoted.findIndex((range) => overlaps(range, sentence));
    const within = place >= 0;
    const said = own[index] ?? null;
    const speaker: Speaker<Mention> | null =
      said ?? (within ? (continuing(place) ?? before ?? follows(index)) : null);
    if (within && speaker) speakers.set(index, speaker);
    before = within || said ? speaker : null;
  }
  return speakers;
}

/** Whether an offset stands between quotation marks. */
export const isQuoted = (quoted: readonly Range[], offset: number): boolean =>
  quoted.some((range) => holds(range, offset));
