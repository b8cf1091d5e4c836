// The reader's own verdict on a statement: right or wrong. What is rejected counts no longer.

import type { Statement } from '../../schema/index.ts';
import { embedded } from '../embedded.ts';
import { giveVerdict, useVerdicts } from '../judgements.ts';

const verdicts = [
  { kind: 'confirm', sign: '✓', name: 'Confirm' },
  { kind: 'reject', sign: '✗', name: 'Reject' },
] as const;

export function Verdict({ statement }: { readonly statement: Statement }) {
  const given = useVerdicts((state) => state.of.get(statement.id)?.kind ?? null);
  if (embedded()) return null;
  return (
    <fieldset className="verdict" aria-label="Is this read rightly?">
      {verdicts.map(({ kind, sign, name }) => (
        <button
          key={kind}
          type="button"
          className="chip"
          aria-pressed={given === kind}
          title={given === kind ? 'Click to take it back' : undefined}
          onClick={() => void giveVerdict(statement.id, kind)}
        >
          <span aria-hidden="true">{sign}</span> {name}
        </button>
      ))}
    </fieldset>
  );
}
