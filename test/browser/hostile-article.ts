// An article as an attacker would write it: names and text that try to be markup or code, or to
// break a layout, a key or a line of text.

import { contentHash, type Extraction, identifier, type Statement } from '../../schema/index.ts';

export const names = [
  '<img src=x onerror="globalThis.hacked = true">',
  '<script>globalThis.hacked = true</script>',
  'constructor',
  '__proto__',
  `Long${'g'.repeat(10_000)}`,
  'رئيس الوزراء',
  '\u202Egnp.exe\u202C',
  '外交部长王毅',
  '👩‍👩‍👧 & “friends”',
  '"); globalThis.hacked = true; ("',
] as const;

/** Each actor accuses the next; the last one would threaten the first. */
export function hostileArticle(): Extraction {
  const sentences = names.map(
    (name, index) => `${name} accused ${names[(index + 1) % names.length]}.`,
  );
  const text = sentences.join(' ');
  const document = identifier('doc', ['hostile']);
  const idOf = (name: string): string => identifier('en', ['hostile', name]);
  const starts = sentences.map(
    (_, index) => sentences.slice(0, index).join(' ').length + (index && 1),
  );
  const statements = names.map((name, index): Statement => {
    const target = names[(index + 1) % names.length] ?? name;
    const start = starts[index] ?? 0;
    const verb = start + name.length + 1;
    return {
      id: identifier('st', ['hostile', index]),
      kind: 'event',
      group: null,
      source: { entity: idOf(name), text: name, start, end: start + name.length },
      // the span of the relation reaches over its target, as some do
      relation: { text: 'accused', lemma: 'accuse', start: verb, end: verb + 10 },
      target: {
        entity: idOf(target),
        text: target,
        start: verb + 8,
        end: verb + 8 + target.length,
      },
      reciprocal: false,
      event: {
        scheme: 'PLOVER',
        type: 'ACCUSE',
        mode: '<b>mode</b>',
        context: [],
        quad: 3,
        intensity: -2,
        rule: 'hostile',
      },
      polarity: index === 0 ? 'negative' : 'positive',
      modality: index === names.length - 1 ? 'threatened' : 'actual',
      time: null,
      location: null,
      attribution: {
        type: 'indirect',
        speaker: null,
        text: '<i>an aide</i>',
        cue: 'said',
      },
      evidence: {
        document,
        sentence: index,
        start,
        end: start + (sentences[index]?.length ?? 0),
        exact: sentences[index] ?? '',
        prefix: '',
        suffix: '',
      },
      confidence: { value: 0.5, method: 'made up' },
      provenance: { extractor: 'test', model: null, rule: '<u>rule</u>' },
    };
  });
  return {
    document: {
      id: document,
      url: 'https://example.org/a?b=<script>',
      title: '<script>globalThis.hacked = true</script> & a title',
      description: '<b>bold</b>',
      publisher: '<h1>publisher',
      author: null,
      language: 'en',
      published: '2023-05-04',
      retrieved: null,
      mediaType: 'text/plain',
      contentHash: contentHash(text),
      duplicateOf: null,
      text,
    },
    entities: names.map((name) => ({
      id: idOf(name),
      type: 'person',
      name,
      aliases: [{ text: name, count: 1 }],
      identifiers: {},
      country: null,
      sectors: [],
      roles: [{ title: '<marquee>chief</marquee>', of: null, from: null, to: null }],
    })),
    statements,
  };
}
