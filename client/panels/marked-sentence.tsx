// A text with source, relation and target marked. Everything from an article is rendered as text.

import type { ReactNode } from 'react';
import type { Statement } from '../../schema/index.ts';
import { cutText, type Part, type Segment, type Span } from './marked-text.ts';

const titles: Readonly<Record<Part, string>> = {
  source: 'source: who',
  relation: 'relation: does what',
  target: 'target: to whom',
  sentence: 'the sentence',
};

export function spansOf({ source, relation, target }: Statement): Span[] {
  return [
    { part: 'source', start: source.start, end: source.end },
    { part: 'relation', start: relation.start, end: relation.end },
    ...(target ? [{ part: 'target' as const, start: target.start, end: target.end }] : []),
  ];
}

/** Innermost first in the list of marks: a relation may hold its target, so it lies outside. */
const nesting: readonly Part[] = ['source', 'target', 'relation'];

function markUp({ start, text, parts }: Segment): ReactNode {
  const marks = nesting.filter((part) => parts.includes(part));
  if (marks.length === 0) return text;
  return marks.reduce<ReactNode>(
    (content, part) => (
      <mark key={start} className={`mark mark-${part}`} data-part={part} title={titles[part]}>
        {content}
      </mark>
    ),
    text,
  );
}

export function MarkedSegments({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map((segment) => <span key={segment.start}>{markUp(segment)}</span>);
}

/** The sentence of a statement as a quotation. */
export function MarkedSentence({ statement }: { readonly statement: Statement }) {
  const { exact, start } = statement.evidence;
  return (
    <blockquote className="sentence" dir="auto">
      <MarkedSegments segments={cutText(exact, start, spansOf(statement))} />
    </blockquote>
  );
}

/** What the three marks mean. */
export function MarkKey() {
  return (
    <p className="mark-key">
      <mark className="mark mark-source">who</mark>{' '}
      <mark className="mark mark-relation">does what</mark>{' '}
      <mark className="mark mark-target">to whom</mark>
    </p>
  );
}
