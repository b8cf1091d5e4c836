// The frame of what stands in the side panel: a heading, a button that steps out, and the content.

import type { ReactNode } from 'react';
import { stepOut } from '../commands.ts';

export interface PanelFrameProps {
  readonly label: string;
  readonly title: ReactNode;
  /** Words of the button that steps out; a cross where there are none. */
  readonly back?: string;
  readonly children: ReactNode;
}

export function PanelFrame({ label, title, back, children }: PanelFrameProps) {
  return (
    <div className="panel-frame">
      <header className="panel-head">
        <div>
          <p className="kicker">{label}</p>
          <h2>{title}</h2>
        </div>
        <button
          type="button"
          className={back ? 'button' : 'icon-button'}
          aria-label={back ? undefined : 'Close the panel'}
          onClick={stepOut}
        >
          {back ?? <span aria-hidden="true">✕</span>}
        </button>
      </header>
      {children}
    </div>
  );
}
