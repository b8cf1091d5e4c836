// Checks the form of annotated articles (docs/annotation.md): `npm run annotations -- DIR …`
// Prints one JSON line of counts a folder, each fault with file and line, and exits with 1 on any.

import { type AnnotatedArticle, readAnnotatedFolder } from './annotated-article.ts';

function check(folder: string): boolean {
  const { articles, faults } = readAnnotatedFolder(folder);
  for (const fault of faults) console.error(fault.message);
  const total = (of: (article: AnnotatedArticle) => number): number =>
    articles.reduce((sum, article) => sum + of(article), 0);
  const counts = {
    folder,
    articles: articles.length,
    words: total(({ text }) => text.split(/\s+/).length),
    sentences: total(({ sentences }) => sentences.length),
    entities: total(({ entities }) => entities.size),
    mentions: total(({ mentions }) => mentions.length),
    statements: total(({ statements }) => statements.length),
    faults: faults.length,
  };
  console.log(JSON.stringify(counts));
  return faults.length === 0;
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Expected at least one folder of annotated articles: npm run annotations -- DIR');
  process.exit(2);
}
process.exit(folders.map(check).every(Boolean) ? 0 : 1);
