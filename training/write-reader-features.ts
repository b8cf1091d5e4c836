// Annotated articles → features for `reader.py`: `npx tsx training/write-reader-features.ts OUT DIR …`
// OUT.f32 has the state of every token, OUT.jsonl an article a line: nouns that may describe somebody,
// names and ordered pairs of mentions, each with tokens, rows of features and what the annotation says.

import { alignEntities, markedMention } from '../bench/alignment.ts';
import {
  type AnnotatedArticle,
  documentOf,
  type MarkedStatement,
  readAnnotatedFolder,
} from '../bench/annotated-article.ts';
import { givenMentions } from '../bench/given-actors.ts';
import { readActors } from '../builder/build.ts';
import { gazetteerAt } from '../builder/gazetteer/index.ts';
import { findNameCandidates, findNominalCandidates } from '../builder/mentions/index.ts';
import { hashOf } from '../builder/network/index.ts';
import { type ParsedSentence, parseSentences } from '../builder/parse/index.ts';
import { type CandidatePair, candidatePairs } from '../builder/reader/candidate-pairs.ts';
import { placed } from '../builder/reader/pair-features.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { contextsOf, findStatements } from '../builder/statements/index.ts';
import { languageModel } from '../cli/index.ts';
import type { Argument, Mention, Statement } from '../schema/index.ts';
import { featureFiles } from './feature-files.ts';

const [out, ...folders] = process.argv.slice(2);
if (!out || folders.length === 0) {
  console.error('Expected: npx tsx training/write-reader-features.ts OUT DIR …');
  process.exit(2);
}

/** Head tokens of the annotation's descriptions in one sentence: the type, or null for nobody. */
function describedHeads(
  article: AnnotatedArticle,
  sentence: ParsedSentence,
): Map<number, string | null> {
  const own = article.mentions.filter(
    ({ kind, start, end }) => kind === 'nominal' && start >= sentence.start && end <= sentence.end,
  );
  return new Map(
    placed(sentence, own as unknown as Mention[]).map(({ head, mention }) => [
      head,
      article.entities.get(mention.entity ?? '')?.type ?? null,
    ]),
  );
}

/**
 * Of what type the annotation says a name is; "thing" where nothing is marked there, "nobody", which
 * teaches nothing, where something else is, or a country: those are looked up.
 */
function typeOfName(
  article: AnnotatedArticle,
  sentence: ParsedSentence,
  { start, end }: { start: number; end: number },
): string {
  if (!article.mentions.some((each) => each.start < end && start < each.end)) return 'thing';
  const marked = markedMention(article, { sentence: sentence.index, start, end } as Mention);
  if (marked?.kind === 'location') return 'place';
  if (marked?.kind !== 'named') return 'nobody';
  const type = article.entities.get(marked.entity ?? '')?.type ?? 'nobody';
  return type === 'country' ? 'nobody' : type;
}

const classOf = ({ kind, type }: MarkedStatement): string =>
  kind === 'event' ? (type ?? 'other') : kind;

/** The marked statements that stand where a sentence of ours stands. */
function markedIn(article: AnnotatedArticle, sentence: ParsedSentence): MarkedStatement[] {
  return article.statements.filter(({ at, target }) => {
    const marked = article.sentences[at - 1];
    return target !== null && marked && marked.start < sentence.end && sentence.start < marked.end;
  });
}

/** What the annotation says of each pair; of several mentions of two actors the nearest teach. */
function labelsOf(
  pairs: readonly CandidatePair[],
  marked: readonly MarkedStatement[],
  alignment: ReadonlyMap<string, string>,
): { class: string; mask: boolean; statement: MarkedStatement | null }[] {
  const statementOf = ({ source, target }: CandidatePair): MarkedStatement | null => {
    const a = alignment.get(source.mention.entity);
    const b = alignment.get(target.mention.entity);
    return (
      marked.find(
        (each) =>
          (each.source === a && each.target === b) ||
          (each.reciprocal && each.source === b && each.target === a),
      ) ?? null
    );
  };
  const keyOf = ({ source, target }: CandidatePair): string =>
    `${source.mention.entity} ${target.mention.entity}`;
  const shortest = new Map<string, number>();
  for (const pair of pairs) {
    shortest.set(keyOf(pair), Math.min(pair.length, shortest.get(keyOf(pair)) ?? 99));
  }
  return pairs.map((pair) => {
    const statement = statementOf(pair);
    const a = alignment.get(pair.source.mention.entity);
    const same = a !== undefined && a === alignment.get(pair.target.mention.entity);
    const far = statement !== null && pair.length > (shortest.get(keyOf(pair)) ?? 0) + 1;
    return { class: statement ? classOf(statement) : 'none', mask: same || far, statement };
  });
}

/** A statement of ours with its ends named as the annotation names them. */
function withNames(statement: Statement, alignment: ReadonlyMap<string, string>): Statement {
  const renamed = (argument: Argument): Argument => ({
    ...argument,
    entity: alignment.get(argument.entity) ?? argument.entity,
  });
  const { source, target } = statement;
  return { ...statement, source: renamed(source), target: target && renamed(target) };
}

const hashes = (features: readonly string[]): number[] => features.map(hashOf);
const model = await languageModel('wasm');
const files = featureFiles(out);
for (const folder of folders) {
  const { articles, faults } = readAnnotatedFolder(folder);
  for (const fault of faults) console.error(fault.message);
  for (const article of articles) {
    const document = documentOf(article);
    const gazetteer = gazetteerAt(null, document.published, document.text);
    const sentences = await parseSentences(splitSentences(document.text), model);
    const { entities, mentions } = readActors(document, sentences);
    const statements = findStatements(
      contextsOf(document, sentences, mentions, entities),
      mentions,
    );
    const alignment = alignEntities(article, mentions);
    const nouns = findNominalCandidates(document.text, sentences, gazetteer);
    const names = findNameCandidates(sentences);
    const rows = sentences.map((sentence, index) => {
      const base = files.states(sentence);
      const heads = describedHeads(article, sentence);
      const here = statements.filter(({ evidence }) => evidence.sentence === index);
      const found = mentions.filter((each) => each.sentence === index);
      const marked = markedIn(article, sentence);
      const rowsOf = (
        own: readonly Mention[],
        ofRules: readonly Statement[],
        names: ReadonlyMap<string, string>,
      ) => {
        const pairs = candidatePairs(sentence, own, ofRules);
        const labels = labelsOf(pairs, marked, names);
        const name = ({ entity }: Mention): string => names.get(entity) ?? `"${entity}"`;
        return pairs.map((pair, at) => ({
          states: [base + pair.source.head, base + pair.target.head, base + pair.top],
          inner: pair.inner.map((token) => base + token),
          ends: [name(pair.source.mention), name(pair.target.mention)],
          class: labels[at]?.class,
          mask: labels[at]?.mask,
          sentence: index,
          features: hashes(pair.features),
        }));
      };
      const given = givenMentions(article, sentence, found);
      return {
        nouns: (nouns[index] ?? []).map((noun) => ({
          at: base + noun.index,
          governor: base + Math.max(0, sentence.tokens[noun.index]?.head ?? 0),
          rule: noun.byRule,
          label: heads.has(noun.index) ? (heads.get(noun.index) ?? 'nobody') : 'no',
          features: hashes(noun.features),
        })),
        names: (names[index] ?? []).map((name) => ({
          at: base + name.index,
          governor: base + Math.max(0, sentence.tokens[name.index]?.head ?? 0),
          marked: name.marked,
          label: typeOfName(article, sentence, name),
          text: document.text.slice(name.start, name.end).toLowerCase(),
          features: hashes(name.features),
        })),
        pairs: rowsOf(found, here, alignment),
        given: rowsOf(
          given,
          here.map((each) => withNames(each, alignment)),
          new Map(given.map(({ entity }) => [entity, entity])),
        ),
      };
    });
    const edges = article.statements.filter(({ target }) => target !== null);
    const line = {
      file: article.file,
      split: article.split,
      register: article.register,
      nouns: rows.flatMap(({ nouns }) => nouns),
      names: rows.flatMap(({ names }) => names),
      pairs: rows.flatMap(({ pairs }) => pairs),
      given: rows.flatMap(({ given }) => given),
      gold: edges.map((each) => ({
        ends: [each.source, each.target],
        class: classOf(each),
        reciprocal: each.reciprocal,
      })),
      rules: statements.flatMap(({ source, target }) =>
        target
          ? [
              [
                alignment.get(source.entity) ?? `"${source.entity}"`,
                alignment.get(target.entity) ?? `"${target.entity}"`,
              ],
            ]
          : [],
      ),
    };
    files.line(line);
  }
}
files.close();
