// Metadata that a page gives as JSON-LD (schema.org): the NewsArticle among whatever else is there.

import { line } from '../document.ts';

export interface LinkedArticle {
  readonly type: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  /** The text, where the page gives it; a live blog's entries one below another. */
  readonly body: string | null;
}

type Node = Readonly<Record<string, unknown>>;

/** Nodes nested deeper or standing behind more others are not looked at. */
const deepest = 12;
const mostNodes = 2_000;

const articleType =
  /^(?:(?:[A-Z]\w*)?NewsArticle|Article|LiveBlogPosting|BlogPosting|Report|SocialMediaPosting|ScholarlyArticle|TechArticle)$/;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

function parsed(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    // Line ends inside strings are the most frequent fault of such blocks.
    try {
      return JSON.parse(bare.replace(/\s+/g, ' ').replace(/;\s*$/, ''));
    } catch {
      return null;
    }
  }
}

/** All nodes of a value, outer ones first. */
function nodesOf(value: unknown): Node[] {
  const found: Node[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < mostNodes; depth += 1) {
    const nodes = level.flatMap((each) => list(each)).filter(isNode);
    found.push(...nodes.slice(0, mostNodes));
    level = nodes.flatMap((node) => Object.values(node)).slice(0, mostNodes);
  }
  return found;
}

function textOf(value: unknown): string | null {
  const first = list(value)[0];
  if (typeof first === 'string') return line(first);
  if (isNode(first)) return textOf(first.name ?? first['@value'] ?? first.headline);
  return null;
}

function urlOf(value: unknown): string | null {
  const first = list(value)[0];
  if (typeof first === 'string') return first;
  return isNode(first) ? urlOf(first['@id'] ?? first.url) : null;
}

function authorsOf(value: unknown): string | null {
  const names = list(value)
    .slice(0, 20)
    .map(textOf)
    .filter((name) => name !== null && !/^https?:/.test(name));
  return names.length > 0 ? [...new Set(names)].join(', ') : null;
}

function bodyOf(node: Node): string | null {
  const updates = list(node.liveBlogUpdate).filter(isNode);
  const parts = [node, ...updates]
    .map(({ articleBody }) => articleBody)
    .filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join('\n\n') : null;
}

function typeOf(node: Node): string | null {
  const types = list(node['@type']).filter((type) => typeof type === 'string');
  const names = types.map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));
  return names.find((name) => articleType.test(name)) ?? null;
}

/** The article that the blocks speak of: the one at the page's address, else the first; or null. */
export function linkedArticleOf(
  blocks: readonly string[],
  address: string | null,
): LinkedArticle | null {
  const articles = blocks
    .flatMap((block) => nodesOf(parsed(block)))
    .flatMap((node) => {
      const type = typeOf(node);
      return type ? [{ node, type }] : [];
    });
  const own = articles.find(
    ({ node }) =>
      address !== null && [urlOf(node.url), urlOf(node.mainEntityOfPage)].includes(address),
  );
  const chosen = own ?? articles[0];
  if (!chosen) return null;
  const { node, type } = chosen;
  return {
    type,
    url: urlOf(node.url) ?? urlOf(node.mainEntityOfPage),
    title: textOf(node.headline ?? node.name),
    description: textOf(node.description),
    author: authorsOf(node.author ?? node.creator),
    publisher: textOf(node.publisher ?? node.sourceOrganization),
    published: textOf(node.datePublished ?? node.dateCreated),
    language: textOf(node.inLanguage),
    body: bodyOf(node),
  };
}
