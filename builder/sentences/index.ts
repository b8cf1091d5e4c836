export { splitSentences } from './split-sentences.ts';
