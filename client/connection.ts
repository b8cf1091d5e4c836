// Notices when the server is gone, and when it is back. What was loaded stays usable meanwhile.

import { knock, onConnection } from './server.ts';
import { useViewer } from './viewer-state.ts';

const PAUSE = 3000;

let isWaiting = false;

function again(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    knock().catch(() => undefined);
  }, PAUSE);
}

export function followConnection(): void {
  onConnection((answers) => {
    if (useViewer.getState().offline === answers) useViewer.setState({ offline: !answers });
    if (!answers) again();
  });
}
