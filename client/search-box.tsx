// Finds actors by a name or an alias, and sentences by their words, from the keyboard: type, choose
// with the arrows, Enter. `/` jumps here.

import { useEffect, useRef, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { EntitySummary } from '../schema/index.ts';
import { openArticle, reveal, setFilter } from './commands.ts';
import { type FoundSentence, findSentences } from './find-sentences.ts';
import { fold } from './model/rows.ts';
import { ActorSign } from './panels/signs.tsx';
import { entityNames } from './renderer/node-pattern.ts';
import { server } from './server.ts';
import { onShortcut } from './shortcuts.ts';
import { plural } from './wording.ts';

const PAUSE = 150;

interface Found {
  readonly text: string;
  readonly items: readonly EntitySummary[];
  readonly sentences: readonly FoundSentence[];
  readonly failed: string | null;
}

const nothing: Found = { text: '', items: [], sentences: [], failed: null };

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
      Promise.all([
        server.listEntities({ q: text, limit: 12 }, { signal: controller.signal }),
        findSentences(text, controller.signal),
      ]).then(
        ([{ items }, sentences]) => setFound({ text, items, sentences, failed: null }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          const failed = error instanceof Error ? error.message : String(error);
          setFound({ ...nothing, text, failed });
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

/** The alias by which an actor was found, where its name does not show it. */
function foundBy({ entity }: EntitySummary, text: string): string | null {
  const wanted = fold(text);
  if (fold(entity.name).includes(wanted)) return null;
  return entity.aliases.find((alias) => fold(alias.text).includes(wanted))?.text ?? null;
}

function Suggestion({ summary, text }: { readonly summary: EntitySummary; readonly text: string }) {
  const { entity, statements } = summary;
  const alias = foundBy(summary, text);
  return (
    <ListBoxItem id={entity.id} textValue={entity.name} className="suggestion">
      <ActorSign type={entity.type} />
      <span className="suggestion-name">
        <bdi>{entity.name}</bdi>
        {alias ? <span className="muted"> “{alias}”</span> : null}
      </span>
      <span className="count">
        {entityNames[entity.type]}, {plural(statements, 'statement')}
      </span>
    </ListBoxItem>
  );
}

const ALL = 'all:sentences';

function Sentences({ found }: { readonly found: Found }) {
  return (
    <ListBoxSection id="sentences">
      <Header className="suggestion-head">Sentences</Header>
      {found.sentences.map(({ id, exact }) => (
        <ListBoxItem key={id} id={id} textValue={exact} className="suggestion suggestion-sentence">
          <bdi>{exact}</bdi>
        </ListBoxItem>
      ))}
      <ListBoxItem id={ALL} textValue={found.text} className="suggestion suggestion-sentence">
        Show only what has “{found.text}” in its sentence
      </ListBoxItem>
    </ListBoxSection>
  );
}

export function SearchBox() {
  const [input, setInput] = useState('');
  const text = input.trim();
  const found = useFound(text);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => onShortcut('/', () => field.current?.focus()), []);

  const choose = (id: string): void => {
    const sentence = found.sentences.find((each) => each.id === id);
    if (id === ALL) setFilter({ q: found.text });
    else if (sentence) openArticle({ document: sentence.document, statement: sentence.id });
    else reveal({ kind: 'actor', id });
    setInput('');
    field.current?.blur();
  };

  return (
    <ComboBox
      className="search"
      inputValue={input}
      onInputChange={setInput}
      value={null}
      onChange={(id) => id !== null && choose(String(id))}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label className="visually-hidden">Find an actor</Label>
      <Input
        ref={field}
        className="search-field"
        placeholder="Find an actor or a sentence…"
        spellCheck="false"
        maxLength={100}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
      <Popover className="suggestions" offset={6}>
        <ListBox
          className="suggestion-list"
          renderEmptyState={() => (
            <p className="muted suggestion-empty">
              {found.failed ?? (found.text === text ? 'No actor of that name.' : 'Looking…')}
            </p>
          )}
        >
          {found.items.length > 0 ? (
            <ListBoxSection id="actors">
              <Header className="suggestion-head">Actors</Header>
              {found.items.map((summary) => (
                <Suggestion key={summary.entity.id} summary={summary} text={text} />
              ))}
            </ListBoxSection>
          ) : null}
          {found.sentences.length > 0 ? <Sentences found={found} /> : null}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
