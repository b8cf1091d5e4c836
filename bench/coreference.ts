// Who is who inside a document: `npm run bench:coreference -- FILE.conllu [--list]`, a GUM file with entity spans.
// Gold sentences and tokens, our own parse, mentions and links. Prints one JSON line: B³ over the
// names of persons, organizations and places (a name is matched by its head word), how many of
// those are found, and how often a pronoun for a person or group is answered and answered rightly.

import { parseArgs } from 'node:util';
import { resolveEntities } from '../builder/entities/index.ts';
import { builtInGazetteer } from '../builder/lexicon/index.ts';
import { findMentions } from '../builder/mentions/index.ts';
import { parseSentences } from '../builder/parse/index.ts';
import { languageModel } from '../cli/index.ts';
import type { Document, Mention, Sentence } from '../schema/index.ts';
import { type GoldDocument, type GoldMention, readGum } from './gum-entities.ts';
import { percent, scoreOfCounts } from './score.ts';

interface Linked {
  readonly entity: string;
  readonly kind: string;
}

/** Our mentions by the place of their head token. */
function byHead(sentences: readonly Sentence[], mentions: readonly Mention[]): Map<string, Linked> {
  const found = new Map<string, Linked>();
  for (const { sentence, start, end, entity, kind } of mentions) {
    const { tokens } = sentences[sentence] as Sentence;
    const inside = tokens.flatMap((token, index) =>
      token.end > start && token.start < end ? [index] : [],
    );
    const head = inside.find((index) => !inside.includes(tokens[index]?.head ?? -1));
    if (head !== undefined) found.set(`${sentence}:${head}`, { entity, kind });
  }
  return found;
}

const place = ({ sentence, head }: GoldMention): string => `${sentence}:${head}`;

const actors = /^(?:person|organization|place)$/;
const personal = /^(?:he|him|his|she|her|they|them|their|it|its|i|my|me)$/i;

/** The gold entity of each of ours, by most of its mentions that are no pronouns. */
function entitiesMeant(
  document: GoldDocument,
  found: ReadonlyMap<string, Linked>,
): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [at, ours] of found) {
    const [sentence, head] = at.split(':').map(Number) as [number, number];
    const [mention] = document.mentions
      .filter((each) => each.sentence === sentence && each.first <= head && head <= each.last)
      .sort((a, b) => a.last - a.first - (b.last - b.first));
    if (ours.kind === 'pronoun' || !mention || mention.kind === 'pronoun') continue;
    const own = votes.get(ours.entity) ?? new Map<string, number>();
    own.set(mention.entity, (own.get(mention.entity) ?? 0) + 1);
    votes.set(ours.entity, own);
  }
  const most = (own: ReadonlyMap<string, number>): string =>
    [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return new Map([...votes].map(([ours, own]) => [ours, most(own)]));
}

class Figures {
  named = 0;
  namedFound = 0;
  ours = 0;
  recall = 0;
  precision = 0;
  pronouns = 0;
  answered = 0;
  right = 0;

  /** B³ (Bagga & Baldwin 1998) over names; one that is not found is no cluster of ours. */
  addNames(gold: readonly GoldMention[], found: ReadonlyMap<string, Linked>): void {
    const named = gold.filter(({ kind, type }) => kind === 'named' && actors.test(type));
    const pairs = named.map((mention) => ({
      gold: mention.entity,
      ours: found.get(place(mention))?.entity ?? null,
    }));
    this.named += pairs.length;
    const both = (a: (typeof pairs)[number]): number =>
      pairs.filter((b) => b.gold === a.gold && b.ours !== null && b.ours === a.ours).length;
    for (const pair of pairs) {
      if (pair.ours === null) continue;
      this.namedFound += 1;
      this.recall += both(pair) / pairs.filter(({ gold: other }) => other === pair.gold).length;
      this.precision += both(pair) / pairs.filter(({ ours }) => ours === pair.ours).length;
    }
  }

  /** A pronoun is right where our entity is the gold one by most of its other mentions. */
  addPronouns(document: GoldDocument, found: ReadonlyMap<string, Linked>, list: boolean): void {
    const meant = entitiesMeant(document, found);
    const told = new Set(
      document.mentions.filter(({ kind }) => kind !== 'pronoun').map(({ entity }) => entity),
    );
    for (const mention of document.mentions.filter(({ kind }) => kind === 'pronoun')) {
      const { tokens } = document.sentences[mention.sentence] as Sentence;
      if (!personal.test(tokens[mention.head]?.text ?? '')) continue;
      if (actors.test(mention.type) && told.has(mention.entity)) this.pronouns += 1;
      const ours = found.get(place(mention));
      if (!ours) continue;
      this.answered += 1;
      if (meant.get(ours.entity) === mention.entity) this.right += 1;
      else if (list) {
        const words = tokens.map(({ text }, at) => (at === mention.head ? `*${text}*` : text));
        console.error(`${document.id} ${mention.type} ${words.join(' ')} => ${ours.entity}`);
      }
    }
  }

  line(): object {
    const precision = this.precision / this.namedFound;
    const recall = this.recall / this.named;
    return {
      names: { gold: this.named, found: percent(this.namedFound / this.named) },
      b3: scoreOfCounts(1, 1 / precision, 1 / recall),
      pronouns: {
        gold: this.pronouns,
        answered: percent(this.answered / this.pronouns),
        accuracy: percent(this.right / this.answered),
      },
    };
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
const path = positionals[0];
if (!path) {
  console.error(
    'Expected a CoNLL-U file with entity spans: npm run bench:coreference -- FILE.conllu',
  );
  process.exit(2);
}
const model = await languageModel();
const figures = new Figures();
for (const gold of readGum(path)) {
  const sentences = await parseSentences(gold.sentences, model);
  const document = { id: `doc_${gold.id}`, text: gold.text } as Document;
  const { entities, mentions } = resolveEntities(
    document,
    sentences,
    findMentions(gold.text, sentences, builtInGazetteer),
    builtInGazetteer,
  );
  const names = new Map(entities.map(({ id, name }) => [id, `${name} ${id}`]));
  const named = mentions.map((each) => ({
    ...each,
    entity: names.get(each.entity) ?? each.entity,
  }));
  const found = byHead(sentences, named);
  figures.addNames(gold.mentions, found);
  figures.addPronouns(gold, found, values.list);
}
console.log(JSON.stringify(figures.line()));
