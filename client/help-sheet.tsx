// The sheet of shortcuts, and the switch for the single keys.

import { useEffect, useState } from 'react';
import { Sheet } from './sheet.tsx';
import { onShortcut, setSingleKeys, shortcutList, singleKeys } from './shortcuts.ts';
import { startTour } from './tour.tsx';

function Keys({ keys }: { readonly keys: string }) {
  return keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>);
}

function Content({ close }: { readonly close: () => void }) {
  const [on, setOn] = useState(singleKeys);
  return (
    <>
      {shortcutList.map(([group, shortcuts]) => (
        <section key={group}>
          <h3 className="section-title">{group}</h3>
          <dl className="shortcuts">
            {shortcuts.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>
        <label className="choice">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setSingleKeys(event.target.checked);
              setOn(event.target.checked);
            }}
          />{' '}
          Single keys work anywhere on the page
        </label>
      </p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            close();
            startTour();
          }}
        >
          Take the tour
        </button>
      </p>
    </>
  );
}

export function HelpSheet() {
  const [open, setOpen] = useState(false);
  useEffect(() => onShortcut('?', () => setOpen(true)), []);
  return (
    <Sheet name="Keys" title="Keys" sign="?" open={open} onOpen={setOpen}>
      {(close) => <Content close={close} />}
    </Sheet>
  );
}
