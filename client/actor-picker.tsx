// A button that opens a field to choose an actor in: for the path, for merging.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { fold } from './model/rows.ts';
import { ActorSign } from './panels/signs.tsx';
import { nameOf } from './panels/use-graph-index.ts';
import { useGraphIndex } from './shown.ts';

const MOST = 8;

export interface ActorPickerProps {
  readonly name: string;
  readonly title: string;
  /** The actor that cannot be chosen. */
  readonly but: string;
  readonly pick: (id: string) => void;
}

function Choice({ title, but, pick }: Omit<ActorPickerProps, 'name'>) {
  const index = useGraphIndex();
  const [text, setText] = useState('');
  const wanted = fold(text.trim());
  const found = [...index.nodes]
    .filter(([id, { name }]) => id !== but && fold(name).includes(wanted))
    .sort(([, a], [, b]) => b.statements - a.statements)
    .slice(0, MOST);
  return (
    <>
      <input
        className="facet-find"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in
        autoFocus
        aria-label={title}
        placeholder="Name of an actor"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first) pick(first[0]);
        }}
      />
      <ul className="picker-list">
        {found.map(([id, { entityType }]) => (
          <li key={id}>
            <button type="button" className="picker-actor" onClick={() => pick(id)}>
              <ActorSign type={entityType} /> <bdi>{nameOf(index, id)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted">No actor of that name here.</p> : null}
    </>
  );
}

export function ActorPicker({ name, title, but, pick }: ActorPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="chip">{name}</Button>
      <Popover className="facet-popover" offset={6}>
        <Dialog className="facet" aria-label={title}>
          <Choice
            title={title}
            but={but}
            pick={(id) => {
              setOpen(false);
              pick(id);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
