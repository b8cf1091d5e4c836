// What was just done, shown for a while and said aloud; and that the server is gone.

import { useEffect, useState } from 'react';
import { knock } from './server.ts';
import { useViewer } from './viewer-state.ts';

const LASTS = 4000;

export function Notice() {
  const { text, count } = useViewer((state) => state.notice);
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (count === 0) return;
    setShown(count);
    const timer = setTimeout(() => setShown(0), LASTS);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div className="notice" role="status" data-shown={(shown === count && count > 0) || undefined}>
      {shown === count && count > 0 ? text : ''}
    </div>
  );
}

export function Offline() {
  const offline = useViewer((state) => state.offline);
  if (!offline) return null;
  return (
    <p className="offline" role="alert">
      The server does not answer. What is loaded stays; it is asked again every few seconds.
      <button
        type="button"
        className="link"
        onClick={() => {
          knock().catch(() => undefined);
        }}
      >
        Ask now
      </button>
    </p>
  );
}
