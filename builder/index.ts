export { build } from './build.ts';
export {
  GazetteerError,
  joinGazetteers,
  type OwnGazetteer,
  readGazetteer,
} from './gazetteer/index.ts';
export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type Runtime,
} from './parse/index.ts';
