export { extractArticle } from './extract-article.ts';
export { languageModel, type RuntimeName } from './language-model.ts';
