// Everything that narrows the graph, in one row that can be cleared: lists with counts, least
// confidence, least number of articles, words of the sentence. Dates are the timeline's.

import { memo, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { clearField, clearFilter, setFilter, toggleValue } from './commands.ts';
import { fieldNames, valueName } from './facet-wording.ts';
import { useCounts } from './facets.ts';
import { countConditions, type ListField, listFields } from './model/filter.ts';
import { fold } from './model/rows.ts';
import { useGraphIndex } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { writeNumber } from './wording.ts';

/** A list longer than this has a field to find a value in. */
const LONG = 12;
const MOST = 200;

function Chip({
  name,
  state,
  children,
}: {
  readonly name: string;
  /** What is chosen, in a word; null where nothing is. */
  readonly state: string | null;
  readonly children: ReactNode;
}) {
  return (
    <DialogTrigger>
      <Button className="chip" data-active={state !== null || undefined}>
        {name}
        {state ? <strong className="chip-state">{state}</strong> : null}
        <span aria-hidden="true" className="chip-arrow">
          ▾
        </span>
      </Button>
      <Popover className="facet-popover" offset={6}>
        <Dialog className="facet" aria-label={name}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Values({ field }: { readonly field: ListField }) {
  const index = useGraphIndex();
  const chosen = useViewer((state) => state.filter.lists[field]);
  const counts = useCounts(field);
  const [wanted, setWanted] = useState('');
  if (!counts) return <p className="muted">Counting the statements…</p>;
  const all = [...new Set([...counts.keys(), ...chosen])].map((value) => ({
    value,
    name: valueName(field, value, index),
    count: counts.get(value) ?? 0,
  }));
  all.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
  const found = all.filter(({ name }) => fold(name).includes(fold(wanted.trim())));
  const most = Math.max(1, ...all.map(({ count }) => count));
  return (
    <>
      {all.length > LONG ? (
        <input
          className="facet-find"
          aria-label={`Find in ${fieldNames[field]}`}
          placeholder="Find…"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul className="facet-values">
        {found.slice(0, MOST).map(({ value, name, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => toggleValue(field, value)}
              />
              <bdi className="facet-name">{name}</bdi>
              <span className="count">{writeNumber(count)}</span>
              <span
                className="facet-share"
                aria-hidden="true"
                style={{ width: `${(100 * count) / most}%` }}
              />
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted">Nothing here.</p> : null}
      {chosen.length > 0 ? (
        <button type="button" className="link" onClick={() => clearField(field)}>
          Any {fieldNames[field].toLowerCase()}
        </button>
      ) : null}
    </>
  );
}

/** Drawn anew only where its own field changes. */
const ListChip = memo(function ListChip({ field }: { readonly field: ListField }) {
  const index = useGraphIndex();
  const chosen = useViewer((state) => state.filter.lists[field]);
  const [first] = chosen;
  const state =
    first === undefined
      ? null
      : chosen.length === 1
        ? valueName(field, first, index)
        : String(chosen.length);
  return (
    <Chip name={fieldNames[field]} state={state}>
      <Values field={field} />
    </Chip>
  );
});

/** Articles behind the best reported relation: the end of the scale. */
function useHeaviest(): number {
  const { ranked } = useGraphIndex();
  return Math.max(2, Math.min(50, ranked[0]?.attributes.weight ?? 2));
}

const NumberChips = memo(function NumberChips() {
  const { confidence, weight } = useViewer((state) => state.filter);
  const heaviest = useHeaviest();
  return (
    <>
      <Chip name="Confidence" state={confidence > 0 ? `≥ ${confidence.toFixed(2)}` : null}>
        <label className="facet-range">
          At least {confidence.toFixed(2)}
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={confidence}
            onChange={(event) => setFilter({ confidence: Number(event.target.value) })}
          />
        </label>
      </Chip>
      <Chip name="Articles" state={weight > 1 ? `≥ ${weight}` : null}>
        <label className="facet-range">
          Reported by at least {weight}
          <input
            type="range"
            min={1}
            max={heaviest}
            step={1}
            value={weight}
            onChange={(event) => setFilter({ weight: Number(event.target.value) })}
          />
        </label>
      </Chip>
    </>
  );
});

const Words = memo(function Words() {
  const q = useViewer((state) => state.filter.q);
  return (
    <input
      className="filter-words"
      type="search"
      aria-label="Words in the sentence"
      placeholder="Words in the sentence"
      maxLength={200}
      value={q}
      onChange={(event) => setFilter({ q: event.target.value })}
    />
  );
});

export function FilterBar() {
  const conditions = useViewer((state) => countConditions(state.filter));
  const [open, setOpen] = useState(false);
  return (
    <section className="filter-bar" aria-label="Filters" data-open={open || undefined}>
      <button
        type="button"
        className="chip filter-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Filters{conditions > 0 ? ` (${conditions})` : ''}
      </button>
      <div className="filter-fields">
        {listFields.map((field) => (
          <ListChip key={field} field={field} />
        ))}
        <NumberChips />
        <Words />
      </div>
      {conditions > 0 ? (
        <button type="button" className="link filter-clear" onClick={clearFilter}>
          Clear filters
        </button>
      ) : null}
    </section>
  );
}
