import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Extraction, SerializedGraph } from '../../schema/index.ts';
import { whowhom } from './whowhom.ts';

const harbour = `scheme: HARBOUR
beside: true
types:
  - type: PORT-CALL
    quad: 2
    intensity: 3
    examples:
      - "[The frigate] {called at} <Djibouti>."
      - "[A French destroyer] {docked in} <Jeddah> for fuel."
`;

describe('command: --ontology', () => {
  let folder: string;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  let article: string;
  let own: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-ontology-'));
    article = file('one.md', 'Kenya attacked Uganda on Monday.\n');
    own = file(
      'raids.yaml',
      harbour
        .replace('PORT-CALL', 'RAID')
        .replace('quad: 2', 'quad: 4')
        .replace('intensity: 3', 'intensity: -6')
        .replace(
          '[The frigate] {called at} <Djibouti>.',
          '[The British navy] {attacked} <pirates> on Sunday.',
        ),
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it('extract gives events its types', async () => {
    const { code, out, err } = await whowhom('extract', article, '--ontology', own);
    expect([code, err]).to.deep.equal([0, '']);
    const { statements } = JSON.parse(out) as Extraction;
    expect(statements.map(({ event }) => [event?.scheme, event?.type])).to.deep.equal([
      ['HARBOUR', 'RAID'],
    ]);
  });

  for (const workers of ['1', '2']) {
    it(`add does in ${workers} thread`, async () => {
      const db = join(folder, `${workers}.db`);
      const second = file('two.md', 'Kenya praised Uganda on Friday.\n');
      const added = await whowhom(
        'add',
        '--db',
        db,
        '--workers',
        workers,
        '--ontology',
        own,
        article,
        second,
      );
      expect([added.code, added.err]).to.deep.equal([0, '']);
      const { out } = await whowhom('export', '--db', db);
      const types = (JSON.parse(out) as SerializedGraph).edges.map(
        ({ attributes }) => JSON.stringify(attributes).match(/RAID|SUPPORT/)?.[0],
      );
      expect(types.sort()).to.deep.equal(['RAID', 'SUPPORT']);
    });
  }

  const refused: [what: string, content: string | null, says: RegExp][] = [
    ['a file that is not there', null, /none\.yaml: Expected a file, found none/],
    [
      'an unknown quad',
      harbour.replace('quad: 2', 'quad: 9'),
      /bad\.yaml: Ontology, line 4: PORT-CALL has the quad 9/,
    ],
    [
      'a type without examples',
      harbour.replace(/ {4}examples:[\s\S]*/, ''),
      /bad\.yaml: Ontology, line 4/,
    ],
  ];
  for (const [what, content, says] of refused) {
    it(`refuses ${what}`, async () => {
      const path = content === null ? join(folder, 'none.yaml') : file('bad.yaml', content);
      const { code, out, err } = await whowhom('extract', article, '--ontology', path);
      expect([code, out]).to.deep.equal([1, '']);
      expect(err).to.match(says);
    });
  }
});
