export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type Runtime,
  type SentenceParse,
} from './language-model.ts';
export { type ParsedSentence, parseSentences } from './parse-sentences.ts';
