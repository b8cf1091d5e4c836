// Every operation of the API, in the order in which the documentation shows them.

import type { Store } from '../store/index.ts';
import type { Operation } from './operation.ts';
import { documentOperations } from './routes/documents.ts';
import { entityOperations } from './routes/entities.ts';
import { exportOperations } from './routes/export.ts';
import { graphOperations } from './routes/graph.ts';
import { pathOperations } from './routes/paths.ts';
import { rollUpOperations } from './routes/roll-ups.ts';
import { statementOperations } from './routes/statements.ts';

/** What a revision of the store answers, always alike. */
export function readingOperations(store: Store): Operation[] {
  return [
    ...entityOperations(store),
    ...statementOperations(store),
    ...rollUpOperations(store),
    ...graphOperations(store),
    ...pathOperations(store),
    ...documentOperations(store),
    ...exportOperations(store),
  ];
}
