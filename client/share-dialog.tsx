// Keep and share: the link, a name for this view, the picture, the data, a piece of HTML to embed.

import { useState } from 'react';
import { parseAddress } from './address.ts';
import { addressNow, goTo } from './address-sync.ts';
import { notify } from './commands.ts';
import { copyText } from './copy-text.ts';
import { dataExports } from './data-export.ts';
import { savePng, saveSvg } from './export-picture.ts';
import { dropView, saveView, useNamedViews } from './named-views.ts';
import { exportAddress } from './server.ts';
import { Sheet } from './sheet.tsx';
import { useViewer } from './viewer-state.ts';

const linkNow = (): string => `${window.location.origin}${window.location.pathname}${addressNow()}`;

/** An iframe of the view as it is now. */
function embedCode(): string {
  const address = new URL(`embed${addressNow()}`, window.location.href);
  const escaped = address.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${escaped}" title="Who did what to whom" width="100%" height="600" style="border:0"></iframe>`;
}

function Views({ close }: { readonly close: () => void }) {
  const views = useNamedViews((state) => state.views);
  const [name, setName] = useState('');
  const save = (): void => {
    saveView({ name: name.trim(), address: addressNow() });
    notify(`Kept as “${name.trim()}”`);
    setName('');
  };
  return (
    <section>
      <h3 className="section-title">Named views</h3>
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save();
        }}
      >
        <input
          aria-label="Name of this view"
          placeholder="Name of this view"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          Keep
        </button>
      </form>
      <ul className="named-views">
        {views.map((view) => (
          <li key={view.name}>
            <button
              type="button"
              className="link"
              onClick={() => {
                goTo(parseAddress(view.address));
                close();
              }}
            >
              {view.name}
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`Forget ${view.name}`}
              onClick={() => dropView(view.name)}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      {views.length === 0 ? (
        <p className="muted small">None yet. They are kept in this browser.</p>
      ) : null}
    </section>
  );
}

function Content({ close }: { readonly close: () => void }) {
  const canvas = useViewer((state) => state.canvas);
  return (
    <>
      <section>
        <h3 className="section-title">This view</h3>
        <p className="muted small">
          A link opens the same picture: filters, places, what is chosen.
        </p>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => void copyText(linkNow(), 'Link copied')}
          >
            Copy link
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void copyText(embedCode(), 'HTML to embed copied')}
          >
            Copy HTML to embed
          </button>
        </div>
      </section>
      <section>
        <h3 className="section-title">Picture, with legend and caption</h3>
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={!canvas}
            onClick={() => void savePng()}
          >
            PNG
          </button>
          <button type="button" className="button" disabled={!canvas} onClick={saveSvg}>
            SVG
          </button>
        </div>
      </section>
      <section>
        <h3 className="section-title">Data</h3>
        <div className="actions">
          {dataExports.map(({ name, save }) => (
            <button key={name} type="button" className="button" onClick={save}>
              {name}
            </button>
          ))}
          <a className="button" href={exportAddress} download="whowhom-graph.json">
            Everything, JSON
          </a>
        </div>
      </section>
      <Views close={close} />
    </>
  );
}

export function ShareDialog() {
  return (
    <Sheet name="Share" title="Keep and share" sign="↗">
      {(close) => <Content close={close} />}
    </Sheet>
  );
}
