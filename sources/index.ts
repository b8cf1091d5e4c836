export { maximumSize } from './decode.ts';
export { InputError } from './input-error.ts';
export { readArticle } from './read-article.ts';
