// Finds an actor by a name or an alias, from the keyboard: type, choose with the arrows, Enter.
// `/` jumps here.

import { useEffect, useRef, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { EntitySummary } from '../schema/index.ts';
import { findEntities } from './api.ts';
import { reveal } from './commands.ts';
import { ActorSign } from './panels/signs.tsx';
import { entityNames } from './renderer/node-pattern.ts';
import { plural } from './wording.ts';

const PAUSE = 150;

interface Found {
  readonly text: string;
  readonly items: readonly EntitySummary[];
  readonly failed: string | null;
}

const nothing: Found = { text: '', items: [], failed: null };

/** What the server finds for a text, once the typing pauses. */
function useFound(text: string): Found {
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (text === '') {
      setFound(nothing);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      findEntities(text, controller.signal).then(
        ({ items }) => setFound({ text, items, failed: null }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          const failed = error instanceof Error ? error.message : String(error);
          setFound({ text, items: [], failed });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return found;
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

/** The alias by which an actor was found, where its name does not show it. */
function foundBy({ entity }: EntitySummary, text: string): string | null {
  const wanted = folded(text);
  if (folded(entity.name).includes(wanted)) return null;
  return entity.aliases.find((alias) => folded(alias.text).includes(wanted))?.text ?? null;
}

function Suggestion({ summary, text }: { readonly summary: EntitySummary; readonly text: string }) {
  const { entity, statements } = summary;
  const alias = foundBy(summary, text);
  return (
    <ListBoxItem id={entity.id} textValue={entity.name} className="suggestion">
      <ActorSign type={entity.type} />
      <span className="suggestion-name">
        {entity.name}
        {alias ? <span className="muted"> “{alias}”</span> : null}
      </span>
      <span className="count">
        {entityNames[entity.type]}, {plural(statements, 'statement')}
      </span>
    </ListBoxItem>
  );
}

export function SearchBox() {
  const [input, setInput] = useState('');
  const text = input.trim();
  const found = useFound(text);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const jump = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', jump);
    return () => window.removeEventListener('keydown', jump);
  }, []);

  return (
    <ComboBox
      className="search"
      items={found.items}
      inputValue={input}
      onInputChange={setInput}
      value={null}
      onChange={(id) => {
        if (id === null) return;
        reveal({ kind: 'actor', id: String(id) });
        setInput('');
        field.current?.blur();
      }}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection
    >
      <Label className="visually-hidden">Find an actor</Label>
      <Input
        ref={field}
        className="search-field"
        placeholder="Find an actor…"
        spellCheck="false"
        maxLength={100}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
      <Popover className="suggestions" offset={6}>
        <ListBox<EntitySummary>
          className="suggestion-list"
          renderEmptyState={() => (
            <p className="muted suggestion-empty">
              {found.failed ?? (found.text === text ? 'No actor of that name.' : 'Looking…')}
            </p>
          )}
        >
          {(summary) => <Suggestion summary={summary} text={text} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
