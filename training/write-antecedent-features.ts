// Annotated articles and a GUM file → features for `antecedents.py`:
// `npx tsx training/write-antecedent-features.ts OUT FILE.conllu DIR …`
// OUT.f32 has the state of every token, OUT.jsonl a document a line: pronouns and descriptions, each
// with whom it may mean and which of them the annotation says. Names, mentions and candidates are our own;
// what the annotation says of one mention is known when the next is asked.

import { markedMention } from '../bench/alignment.ts';
import { type AnnotatedArticle, documentOf, readAnnotatedFolder } from '../bench/annotated-article.ts';
import { type GoldDocument, readGum } from '../bench/gum-entities.ts';
import { type Anaphor, type Candidate, linkMentions } from '../builder/entities/index.ts';
import { gazetteerAt } from '../builder/gazetteer/index.ts';
import { findMentions } from '../builder/mentions/index.ts';
import { hashOf } from '../builder/network/index.ts';
import { type ParsedSentence, parseSentences } from '../builder/parse/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { languageModel } from '../cli/index.ts';
import type { Mention, UnlinkedMention } from '../schema/index.ts';
import { featureFiles } from './feature-files.ts';

const [out, ...paths] = process.argv.slice(2);
if (!out || paths.length === 0) {
  console.error('Expected: npx tsx training/write-antecedent-features.ts OUT FILE.conllu DIR …');
  process.exit(2);
}

/** Of whom the annotation says a mention is; null where of nobody. */
type Marked = (mention: UnlinkedMention) => string | null;

/** Every eighth document of GUM helps to choose, the others teach. */
const aside = 8;

const markedIn =
  (article: AnnotatedArticle): Marked =>
  (mention) =>
    markedMention(article, mention as unknown as Mention)?.entity ?? null;

const goldIn =
  ({ mentions }: GoldDocument): Marked =>
  ({ sentence, head, kind }) => {
    const own = mentions
      .filter((each) => each.sentence === sentence && each.first <= head && head <= each.last)
      .sort((a, b) => a.last - a.first - (b.last - b.first));
    const meant = own.find((each) => each.head === head) ?? own[0];
    return meant && (kind === 'pronoun') === (meant.kind === 'pronoun') ? meant.entity : null;
  };

/** The questions of one document, and what the annotation answers. */
function questionsOf(
  document: { readonly id: string; readonly text: string },
  sentences: readonly ParsedSentence[],
  published: string | null,
  marked: Marked,
  base: readonly number[],
): object[] {
  const questions: object[] = [];
  /** Of whom most of a candidate's mentions are. */
  const meant = ({ mentions }: Candidate): string | null => {
    const votes = new Map<string, number>();
    for (const mention of mentions) {
      const entity = marked(mention);
      const weight = mention.kind === 'pronoun' ? 0.2 : 1;
      if (entity) votes.set(entity, (votes.get(entity) ?? 0) + weight);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };
  const judge = ({ mention, rule }: Anaphor, candidates: readonly Candidate[]): string | null => {
    const entity = marked(mention);
    const right = candidates.map((each) => entity !== null && meant(each) === entity);
    const key = candidates[right.indexOf(true)]?.key ?? null;
    questions.push({
      kind: mention.kind,
      word: mention.kind === 'pronoun' ? mention.name : 'description',
      marked: entity !== null,
      rule: rule === null ? -1 : candidates.findIndex((each) => each.key === rule),
      right: right.includes(true) ? right.map(Number) : right.map((_, at) => Number(at === 0)),
      candidates: candidates.map(({ places, features }) => ({
        states: places.map(({ sentence, token }) => (base[sentence] as number) + token),
        features: features.map(hashOf),
      })),
    });
    return key;
  };
  const gazetteer = gazetteerAt(null, published, document.text);
  const mentions = findMentions(document.text, sentences, gazetteer);
  linkMentions(document, sentences, mentions, gazetteer, judge);
  return questions;
}

const model = await languageModel('wasm');
const files = featureFiles(out);

async function write(
  { id, text, published }: { id: string; text: string; published: string | null },
  sentences: Parameters<typeof parseSentences>[0],
  marked: Marked,
  more: { readonly file: string; readonly split: string },
): Promise<void> {
  const parsed = await parseSentences(sentences, model);
  const base = parsed.map(files.states);
  const questions = questionsOf({ id, text }, parsed, published, marked, base);
  files.line({ ...more, questions });
}

for (const path of paths) {
  if (path.endsWith('.conllu')) {
    for (const [index, gold] of readGum(path).entries()) {
      const split = index % aside === aside - 1 ? 'development' : 'train';
      const document = { id: gold.id, text: gold.text, published: null };
      await write(document, gold.sentences, goldIn(gold), { file: gold.id, split });
    }
    continue;
  }
  const { articles, faults } = readAnnotatedFolder(path);
  for (const fault of faults) console.error(fault.message);
  for (const article of articles) {
    const document = documentOf(article);
    const { file, split } = article;
    await write(document, splitSentences(document.text), markedIn(article), { file, split });
  }
}
files.close();
