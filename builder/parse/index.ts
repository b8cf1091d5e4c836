export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type SentenceParse,
} from './language-model.ts';
export type { Runtime } from './onnx-network.ts';
export { type ParsedSentence, parseSentences } from './parse-sentences.ts';
