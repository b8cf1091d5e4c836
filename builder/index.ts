export { build } from './build.ts';
export { OntologyError, type ReadyOntology } from './events/index.ts';
export {
  GazetteerError,
  joinGazetteers,
  type OwnGazetteer,
  readGazetteer,
} from './gazetteer/index.ts';
export { loadOntology } from './ontology.ts';
export {
  type LanguageModel,
  loadModel,
  ModelError,
  type ModelFiles,
  type Runtime,
} from './parse/index.ts';
export type { Engine } from './statements/index.ts';
