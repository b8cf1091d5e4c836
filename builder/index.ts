export { build } from './build.ts';
export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type Runtime,
} from './parse/index.ts';
