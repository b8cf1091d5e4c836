// The reader's own verdict on a statement: right or wrong. Filled in once the server takes
// judgements down.

import type { Statement } from '../../schema/index.ts';

export function Verdict(_: { readonly statement: Statement }) {
  return null;
}
