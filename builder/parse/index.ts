export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type Runtime,
  type SentenceParse,
} from './language-model.ts';
export { parseSentences } from './parse-sentences.ts';
