import { expect } from 'chai';
import { dyadScores } from '../../graph/index.ts';
import type { Statement } from '../../schema/index.ts';

interface Act {
  readonly from?: string;
  readonly to?: string;
  readonly day?: string | null;
  readonly intensity?: number | null;
  readonly reciprocal?: boolean;
  readonly polarity?: Statement['polarity'];
  readonly modality?: Statement['modality'];
}

/** The parts of a statement that a score looks at. */
const statement = (act: Act): Statement =>
  ({
    source: { entity: act.from ?? 'en_a' },
    target: { entity: act.to ?? 'en_b' },
    reciprocal: act.reciprocal ?? false,
    polarity: act.polarity ?? 'positive',
    modality: act.modality ?? 'actual',
    time: act.day ? { start: act.day } : null,
    evidence: { document: 'doc_1' },
    event: { intensity: act.intensity === undefined ? -9 : act.intensity },
  }) as Statement;

const published = new Map([['doc_1', '2024-01-03T10:00:00Z']]);
const ab = { source: 'en_a', target: 'en_b' } as const;

const cases: readonly {
  name: string;
  acts: readonly Act[];
  by: 'week' | 'month';
  scores: readonly [period: string, start: string, count: number, sum: number, mean: number][];
}[] = [
  {
    name: 'means and sums by month, in the order of time',
    acts: [
      { day: '2024-03-20', intensity: 4 },
      { day: '2024-02-01' },
      { day: '2024-02-29', intensity: 2 },
    ],
    by: 'month',
    scores: [
      ['2024-02', '2024-02-01', 2, -7, -3.5],
      ['2024-03', '2024-03-01', 1, 4, 4],
    ],
  },
  {
    name: 'ISO weeks, which begin on Monday and may belong to another year',
    acts: [
      { day: '2024-12-30' },
      { day: '2025-01-05', intensity: 1 },
      { day: '2021-01-03', intensity: 2 },
    ],
    by: 'week',
    scores: [
      ['2020-W53', '2020-12-28', 1, 2, 2],
      ['2025-W01', '2024-12-30', 2, -8, -4],
    ],
  },
  {
    name: 'the day of publication where the statement says none',
    acts: [{ day: null, intensity: 1 }],
    by: 'month',
    scores: [['2024-01', '2024-01-01', 1, 1, 1]],
  },
  {
    name: 'one direction; a reciprocal statement counts both ways',
    acts: [
      { from: 'en_b', to: 'en_a', day: '2024-05-01' },
      { from: 'en_b', to: 'en_a', day: '2024-05-01', intensity: 4, reciprocal: true },
      { to: 'en_c', day: '2024-05-01' },
    ],
    by: 'month',
    scores: [['2024-05', '2024-05-01', 1, 4, 4]],
  },
  {
    name: 'nothing denied, wished, demanded or without intensity',
    acts: [
      { day: '2024-05-01', polarity: 'negative' },
      { day: '2024-05-01', modality: 'hypothetical' },
      { day: '2024-05-01', modality: 'demanded' },
      { day: '2024-05-01', intensity: null },
      { day: '2024-05-02', modality: 'future', intensity: -3 },
    ],
    by: 'month',
    scores: [['2024-05', '2024-05-01', 1, -3, -3]],
  },
  { name: 'no statement, no score', acts: [], by: 'week', scores: [] },
];

describe('graph: scores of a dyad', () => {
  for (const { name, acts, by, scores } of cases) {
    it(name, () => {
      const found = dyadScores(acts.map(statement), published, { ...ab, by });
      expect(found).to.deep.equal(
        scores.map(([period, start, count, sum, mean]) => ({ period, start, count, sum, mean })),
      );
    });
  }
});
