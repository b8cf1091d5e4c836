// Stand-off annotated articles over a treebank: the same sentences and words with our parse and with the
// treebank's, so that what is lost to the parser can be told from what is lost behind it.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LanguageModel } from '../builder/index.ts';
import type { Sentence } from '../schema/index.ts';
import { readTreebank } from '../training/source-texts.ts';
import { readStandOff } from '../training/stand-off.ts';
import { unpackArticle } from '../training/unpack-article.ts';
import { type AnnotatedArticle, readAnnotatedArticle } from './annotated-article.ts';
import { type GoldSentence, readConllu } from './conllu.ts';
import { tokensOf } from './gum-entities.ts';

/** An article whose every sentence has a tree that people drew. */
export interface GoldArticle {
  readonly article: AnnotatedArticle;
  readonly gold: readonly GoldSentence[];
  /** Sentences and words of the treebank, not parsed yet. */
  readonly sentences: readonly Sentence[];
}

function goldArticle(article: AnnotatedArticle, gold: readonly GoldSentence[]): GoldArticle {
  const sentences = article.sentences.map(({ start, end }, index): Sentence => {
    const tokens = tokensOf(gold[index] as GoldSentence, start);
    return { index, start, end, tokens };
  });
  return { article, gold, sentences };
}

/** The articles of a folder of stand-off files (training/README.md) whose texts are in one CoNLL-U file. */
export function readGoldArticles(folder: string, conllu: string): GoldArticle[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0) throw new Error(`${folder}: expected stand-off files *.json, found none`);
  const sources = readTreebank(conllu, `treebank/${basename(conllu)}`);
  const sentences = new Map(readConllu(conllu).map((sentence) => [sentence.id, sentence]));
  return files.sort().map((name) => {
    const path = join(folder, name);
    const packed = readStandOff(readFileSync(path, 'utf8'), path);
    const article = readAnnotatedArticle(unpackArticle(packed, path, sources), path);
    return goldArticle(
      article,
      packed.lines.flatMap((id) => sentences.get(String(id)) ?? []),
    );
  });
}

/**
 * A language model that says heads, relations and tags of the treebank, and names and states of
 * `model`. It answers for exactly the sentences `gold`, all of them in their order.
 */
export function goldModel(model: LanguageModel, gold: readonly GoldSentence[]): LanguageModel {
  return {
    version: `${model.version} with gold trees`,
    pieces: model.pieces,
    async parse(sentences) {
      const parses = await model.parse(sentences);
      return parses.map((parse, index) => {
        const { id, words, heads, subtypes, xpos, upos } = gold[index] as GoldSentence;
        if (words.length !== parse.heads.length) {
          throw new Error(`${id}: expected ${words.length} words, found ${parse.heads.length}`);
        }
        return { ...parse, heads, relations: subtypes, xpos, upos };
      });
    },
  };
}
