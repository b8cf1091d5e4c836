// Imported before all else: the layout's worker starts while the rest of the page is still read.

import { readyWorker } from './renderer/arrange.ts';

readyWorker();
