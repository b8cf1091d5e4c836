// The tools for language models, asked by the SDK's own client: over HTTP, and on standard input and
// output of a process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect } from 'chai';
import { openStore } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';
import { entityId } from '../store/extraction.ts';
import { problemOf, type Running, start } from './running.ts';

const [norland, sudmark, wang] = ['Norland', 'Sudmark', 'Wang Yi'].map(entityId) as [
  string,
  string,
  string,
];
const documents = extractions.map((each) => each.document);

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
  readonly structuredContent?: any;
}

const ask = async (client: Client, name: string, input: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: input })) as unknown as Answer;

/** Every quote, wherever it stands in an answer. */
function quotesIn(value: unknown): { quote: string; document: { id: string; link: string } }[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'quote' in value ? [value as never] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

/** There are quotes, each stands in its document, and the link leads to it. */
function expectQuotes({ structuredContent, content }: Answer): void {
  const quotes = quotesIn(structuredContent);
  expect(quotes.length).to.be.greaterThan(0);
  for (const { quote, document } of quotes) {
    const written = documents.find((each) => each.id === document.id);
    expect(written?.text).to.include(quote);
    expect(document.link.startsWith(`${written?.url}#:~:text=`)).to.equal(true);
  }
  expect(content[0]?.text).to.include(quotes[0]?.quote);
}

describe('MCP over HTTP', () => {
  let server: Running;
  let client: Client;
  before(async () => {
    server = await start();
    client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)));
  });
  after(async () => {
    await client.close();
    await server.stop();
  });

  it('names its tools', async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name).sort()).to.deep.equal([
      'get_relations',
      'path_between',
      'read_evidence',
      'search_actors',
      'timeline',
    ]);
    for (const tool of tools) expect(tool.annotations?.readOnlyHint).to.equal(true);
  });

  it('finds actors', async () => {
    const found = await ask(client, 'search_actors', { query: 'norl' });
    expect(found.structuredContent.actors[0]).to.include({ id: norland, name: 'Norland' });
    expectQuotes(found);
  });

  it('gives relations, of one and between two', async () => {
    expectQuotes(await ask(client, 'get_relations', { actor: wang }));
    const both = await ask(client, 'get_relations', { actor: norland, other: sudmark, limit: 2 });
    expect(both.structuredContent.total).to.equal(4);
    expect(both.structuredContent.quotes).to.have.lengthOf(2);
    expectQuotes(both);
  });

  it('finds a path', async () => {
    const found = await ask(client, 'path_between', { from: norland, to: wang });
    expect(found.content[0]?.text).to.include('Norland – Sudmark – Wang Yi');
    expectQuotes(found);
    const none = await ask(client, 'path_between', { from: norland, to: entityId('toString') });
    expect(none.structuredContent.paths).to.deep.equal([]);
  });

  it('counts by time', async () => {
    const found = await ask(client, 'timeline', { actor: norland, by: 'week' });
    expect(found.structuredContent.periods.length).to.be.greaterThan(0);
    expectQuotes(found);
  });

  it('reads evidence in its context', async () => {
    const [extraction] = extractions;
    const statement = extraction?.statements[0];
    const found = await ask(client, 'read_evidence', { statement: statement?.id });
    expect(found.structuredContent.context).to.include(statement?.evidence.exact);
    expectQuotes(found);
  });

  const bad: [name: string, input: Record<string, unknown>][] = [
    ['get_relations', { actor: entityId('nobody') }],
    ['get_relations', { actor: 'Norland' }],
    ['get_relations', {}],
    ['search_actors', { query: '' }],
    ['search_actors', { query: 'a', limit: 1000 }],
    ['search_actors', { query: 'a', also: 1 }],
    ['read_evidence', { statement: `st_${'0'.repeat(24)}` }],
    ['fly', {}],
  ];
  for (const [name, input] of bad) {
    it(`says what is wrong with ${name} ${JSON.stringify(input).slice(0, 40)}`, async () => {
      const answer = await ask(client, name, input).catch((error: Error) => error);
      expect(answer instanceof Error || answer.isError).to.equal(true);
      expect(server.logged).to.deep.equal([]);
    });
  }

  it('refuses what is no message', async () => {
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    await problemOf(await fetch(`${server.url}/mcp`, { ...json, body: '{' }), 400);
    await problemOf(await fetch(`${server.url}/mcp`, { ...json, body: '['.repeat(100) }), 400);
    await problemOf(await fetch(`${server.url}/mcp`), 405);
    const from = { ...json.headers, Origin: 'https://evil.example' };
    await problemOf(await fetch(`${server.url}/mcp`, { ...json, headers: from, body: '{}' }), 403);
  });
});

describe('MCP on standard input and output', () => {
  it('is whowhom mcp', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whowhom-mcp-'));
    const db = join(folder, 'graph.db');
    const store = await openStore(db);
    for (const extraction of extractions) await store.add(extraction);
    await store.close();
    const client = new Client({ name: 'test', version: '1' });
    const bin = fileURLToPath(new URL('../../bin/whowhom.js', import.meta.url));
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp', '--db', db] }),
    );
    expectQuotes(await ask(client, 'search_actors', { query: 'norland' }));
    await client.close();
    rmSync(folder, { recursive: true });
  });
});
