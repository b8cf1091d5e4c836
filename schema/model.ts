// Generated from the JSON Schema files beside it by `npm run schema`. Do not edit.

export type EntityType = 'country' | 'person' | 'organization' | 'group' | 'place' | 'other';
export type StatementKind = 'event' | 'stance' | 'role';
/**
 * 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, 0 unclassed.
 */
export type Quad = 0 | 1 | 2 | 3 | 4;
export type Polarity = 'positive' | 'negative';
export type Modality = 'actual' | 'future' | 'hypothetical' | 'demanded' | 'threatened';
export type JobState = 'queued' | 'building' | 'done' | 'failed';
export type JudgementKind =
  'same' | 'different' | 'unsure' | 'rename' | 'confirm' | 'reject' | 'edit';
export type MentionKind = 'named' | 'nominal' | 'pronoun';
/**
 * What it does in its sentence: an actor, a place where something happens, or an attribute of another noun (Russian gas).
 */
export type MentionRole = 'actor' | 'place' | 'attribute';
/**
 * a date as YYYY, YYYY-MM or YYYY-MM-DD
 */
export type GazetteerDate = string;
/**
 * Actors that the user knows by name: what a gazetteer in JSON holds, and what one in CSV is read into.
 */
export type Gazetteer = GazetteerRow[];
export type GraphView = 'statements' | 'relations';

/**
 * Every concept by name.
 */
export interface Model {
  actor: Actor;
  partner: Partner;
  entityDetail: EntityDetail;
  mark: Mark;
  markList: MarkList;
  pathStep: PathStep;
  path: Path;
  pathList: PathList;
  searchResults: SearchResults;
  submission: Submission;
  accepted: Accepted;
  judgementSubmission: JudgementSubmission;
  judgementPreview: JudgementPreview;
  mergeParts: MergeParts;
  mergePart: MergePart;
  importReport: ImportReport;
  health: Health;
  article: Article;
  config: Config;
  document: Document;
  entity: Entity;
  entityType: EntityType;
  extraction: Extraction;
  gazetteer: Gazetteer;
  gazetteerRow: GazetteerRow;
  gazetteerRole: GazetteerRole;
  gazetteerDate: GazetteerDate;
  graph: SerializedGraph;
  relationAttributes: RelationAttributes;
  statementAttributes: StatementAttributes;
  job: Job;
  jobState: JobState;
  judgement: Judgement;
  judgementKind: JudgementKind;
  statementChange: StatementChange;
  documentSummary: DocumentSummary;
  entitySummary: EntitySummary;
  documentList: DocumentList;
  entityList: EntityList;
  statementList: StatementList;
  judgementList: JudgementList;
  jobList: JobList;
  mention: Mention;
  mentionKind: MentionKind;
  mentionRole: MentionRole;
  unlinkedMention: UnlinkedMention;
  pair: ReadPair;
  problem: Problem;
  relation: Relation;
  relationList: RelationList;
  period: Period;
  timeline: Timeline;
  facetValue: FacetValue;
  facets: Facets;
  stats: Stats;
  sentence: Sentence;
  statement: Statement;
  quad: Quad;
  argument: Argument;
  event: Event;
  victims: Victims;
  reason: EventReason;
  time: StatementTime;
  location: StatementLocation;
  attribution: Attribution;
  evidence: Evidence;
  token: Token;
  features: TokenFeatures;
  tuple: OpenTuple;
  phrase: Phrase;
  validators: Validators;
}
/**
 * An entity as far as a list needs it.
 */
export interface Actor {
  id: string;
  name: string;
  type: EntityType;
  country: string | null;
}
/**
 * An actor that another one has to do with, in either direction.
 */
export interface Partner {
  actor: Actor;
  statements: number;
  /**
   * Statements of quad 1 and 2.
   */
  cooperation: number;
  /**
   * Statements of quad 3 and 4.
   */
  conflict: number;
  first: string | null;
  last: string | null;
}
/**
 * An actor with its partners, most statements first, and what it took part in month by month.
 */
export interface EntityDetail {
  entity: Entity;
  statements: number;
  documents: number;
  partners: Partner[];
  activity: Timeline;
}
/**
 * An actor or place that one or more documents speak of. The id is never the name.
 */
export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  /**
   * Every form it was mentioned by, most frequent first.
   */
  aliases: Alias[];
  identifiers: Identifiers;
  /**
   * ISO 3166-1 alpha-3 code of the country it is or belongs to.
   */
  country: string | null;
  /**
   * PLOVER sectors, for example GOV, MIL, COP, REB.
   */
  sectors: string[];
  roles: Role[];
}
export interface Alias {
  text: string;
  count: number;
}
export interface Identifiers {
  iso3166?: string;
  wikidata?: string;
}
export interface Role {
  title: string;
  /**
   * Entity id of what the role is in.
   */
  of: string | null;
  from: string | null;
  to: string | null;
}
export interface Timeline {
  by: 'day' | 'week' | 'month';
  date: 'event' | 'published';
  items: Period[];
}
/**
 * What was said in a day, ISO week or month.
 */
export interface Period {
  /**
   * 2024-03-01, 2024-W09 or 2024-03.
   */
  period: string;
  /**
   * Its first day.
   */
  start: string;
  statements: number;
  documents: number;
  /**
   * Statements of quad 1 and 2.
   */
  cooperation: number;
  /**
   * Statements of quad 3 and 4.
   */
  conflict: number;
  /**
   * Sum of the intensities.
   */
  sum: number;
  /**
   * Mean of the intensities; null where there is none.
   */
  mean: number | null;
}
/**
 * A span of a document's text and what a statement reads there.
 */
export interface Mark {
  start: number;
  end: number;
  part: 'evidence' | 'source' | 'relation' | 'target';
  statement: string;
}
/**
 * What is to be highlighted in the text of a document, in its order.
 */
export interface MarkList {
  document: string;
  items: Mark[];
}
/**
 * Two neighbours on a path and the newest statements between them, in either direction.
 */
export interface PathStep {
  a: string;
  b: string;
  total: number;
  statements: Statement[];
}
/**
 * One reading of one passage: who did what to whom, when, says who, and the sentence it is written in. Immutable. All offsets are into the document's text.
 */
export interface Statement {
  /**
   * Hash of the document and of what the statement says, not of who extracted it.
   */
  id: string;
  kind: StatementKind;
  /**
   * Shared by the statements of one clause with several sources or targets.
   */
  group: string | null;
  source: Argument;
  relation: RelationPhrase;
  target: Argument | null;
  reciprocal: boolean;
  event: Event | null;
  polarity: Polarity;
  modality: Modality;
  time: StatementTime | null;
  location: StatementLocation | null;
  attribution: Attribution;
  evidence: Evidence;
  confidence: Confidence;
  provenance: Provenance;
}
export interface Argument {
  entity: string;
  text: string;
  start: number;
  end: number;
}
export interface RelationPhrase {
  /**
   * Readable phrase for the graph; may join words that stand apart.
   */
  text: string;
  lemma: string;
  start: number;
  end: number;
}
export interface Event {
  /**
   * Ontology of the type, for example PLOVER.
   */
  scheme: string;
  /**
   * For example CONSULT; null where it abstains.
   */
  type: string | null;
  mode: string | null;
  context: string[];
  quad: Quad;
  intensity: number | null;
  /**
   * The rule or model that decided.
   */
  rule: string;
  /**
   * What the classifier gives the type; null where a word list decided.
   */
  probability?: number | null;
  victims?: Victims[];
  /**
   * What decided on type, mode and contexts, weightiest first.
   */
  reasons?: EventReason[];
}
/**
 * How many people came to harm, where the sentence counts them.
 */
export interface Victims {
  harm: 'killed' | 'wounded' | 'abducted' | 'detained' | 'displaced';
  count: number;
  text: string;
}
export interface EventReason {
  decides: 'type' | 'mode' | 'context';
  /**
   * Which feature or word list, for example anchor.
   */
  feature: string;
  /**
   * The words of the sentence behind it.
   */
  text: string;
}
export interface StatementTime {
  text: string | null;
  /**
   * ISO 8601 date.
   */
  start: string | null;
  end: string | null;
  precision: 'year' | 'month' | 'day' | 'time' | 'unknown';
  basis: 'explicit' | 'publication-relative' | 'inferred' | 'none';
}
export interface StatementLocation {
  text: string;
  entity: string | null;
  country: string | null;
}
/**
 * Who says it: the author of the article, or a speaker whom the article quotes.
 */
export interface Attribution {
  type: 'author' | 'direct-quote' | 'indirect';
  /**
   * Entity id.
   */
  speaker: string | null;
  /**
   * The words that name the speaker.
   */
  text: string | null;
  /**
   * For example said.
   */
  cue: string | null;
}
/**
 * Where it is written: W3C Web Annotation TextPositionSelector and TextQuoteSelector.
 */
export interface Evidence {
  document: string;
  sentence: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}
export interface Confidence {
  value: number;
  method: string;
}
export interface Provenance {
  extractor: string;
  model: string | null;
  rule: string;
}
export interface Path {
  /**
   * @minItems 1
   */
  actors: [Actor, ...Actor[]];
  steps: PathStep[];
}
export interface PathList {
  /**
   * Shortest first.
   */
  items: Path[];
  /**
   * False where the search was given up before all of it was seen.
   */
  complete: boolean;
}
export interface SearchResults {
  entities: EntityList;
  documents: DocumentList;
  statements: StatementList;
}
export interface EntityList {
  items: EntitySummary[];
  total: number;
  next: string | null;
}
/**
 * An entity with how many statements and documents it stands in.
 */
export interface EntitySummary {
  entity: Entity;
  statements: number;
  documents: number;
}
export interface DocumentList {
  items: DocumentSummary[];
  total: number;
  next: string | null;
}
export interface DocumentSummary {
  id: string;
  url: string | null;
  title: string | null;
  description: string | null;
  publisher: string | null;
  author: string | null;
  language: string | null;
  published: string | null;
  /**
   * Id of the document whose copy this is.
   */
  duplicateOf: string | null;
  statements: number;
}
export interface StatementList {
  items: Statement[];
  total: number;
  next: string | null;
}
/**
 * An article to be read: its text, its HTML, or the address of its page.
 */
export interface Submission {
  text?: string;
  html?: string;
  /**
   * Where it stands; where neither text nor HTML is given it is fetched from there.
   */
  url?: string | null;
  title?: string | null;
  description?: string | null;
  publisher?: string | null;
  author?: string | null;
  language?: string | null;
  /**
   * ISO 8601 date, or date and time.
   */
  published?: string | null;
}
/**
 * The jobs that read what was sent; `job` is the first of them.
 */
export interface Accepted {
  job: Job;
  /**
   * @minItems 1
   */
  jobs: [Job, ...Job[]];
}
/**
 * One article on its way into the store.
 */
export interface Job {
  id: string;
  /**
   * The file, address or title that the user knows it by.
   */
  name: string;
  state: JobState;
  /**
   * How often it was begun.
   */
  attempts: number;
  /**
   * Id of the document, once it was read.
   */
  document: string | null;
  result: 'added' | 'unchanged' | 'replaced' | null;
  statements: number | null;
  /**
   * Why it failed: what was expected, what was found, what to do.
   */
  reason: string | null;
  queuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
/**
 * A decision of a person. `b` belongs to same, different and unsure; `name` to rename; `change` to edit.
 */
export interface JudgementSubmission {
  kind: JudgementKind;
  a: string;
  b?: string | null;
  name?: string | null;
  change?: StatementChange | null;
  /**
   * Who decides; `user` where not given.
   */
  by?: string;
}
/**
 * Fields of a statement that a person reads otherwise; what is not given stays.
 */
export interface StatementChange {
  kind?: StatementKind;
  source?: string;
  target?: string;
  /**
   * The readable phrase.
   */
  relation?: string;
  reciprocal?: boolean;
  /**
   * Event type, for example CONSULT.
   */
  type?: string | null;
  mode?: string | null;
  quad?: Quad;
  intensity?: number | null;
  polarity?: Polarity;
  modality?: Modality;
}
/**
 * What a judgement would change: the records before, and how many statements and documents it touches.
 */
export interface JudgementPreview {
  entities: EntitySummary[];
  /**
   * Statements of these entities, or 1.
   */
  statements: number;
  documents: number;
  statement: Statement | null;
  /**
   * Statements that have both entities as their ends, which a merge would make statements of one about itself.
   */
  between: number;
}
/**
 * What an actor that was merged falls into when one merge is taken back. One part alone: another merge holds them together.
 */
export interface MergeParts {
  judgement: string;
  parts: MergePart[];
}
/**
 * An actor after the split, and the statements that it takes part in.
 */
export interface MergePart {
  entity: Entity;
  statements: number;
  /**
   * Pairs with another actor, by direction and quad.
   */
  relations: number;
  /**
   * Documents in which these statements stand.
   */
  documents: number;
}
/**
 * What became of a graph that was read in.
 */
export interface ImportReport {
  document: string | null;
  result: 'added' | 'unchanged' | 'replaced' | 'nothing';
  entities: number;
  statements: number;
  skipped: Skipped[];
}
export interface Skipped {
  /**
   * The first of them, for example an edge by its key.
   */
  what: string;
  reason: string;
  count: number;
}
export interface Health {
  status: 'live' | 'ready';
}
/**
 * An article as a user hands it in as JSON, as a row of a table, or as the front matter of a text file together with its body. It has a text, or html instead.
 */
export interface Article {
  /**
   * An id of the user's own: an article that comes again with it takes the place of the one before.
   */
  id?: string | number | null;
  url?: string | null;
  title?: string | null;
  description?: string | null;
  publisher?: string | null;
  author?: string | null;
  language?: string | null;
  /**
   * ISO 8601 date, or date and time.
   */
  published?: string | null;
  text?: string | null;
  /**
   * The text as HTML.
   */
  html?: string | null;
  [k: string]: unknown;
}
/**
 * The options of the command line, written down once in whowhom.config.json. Paths are relative to the file.
 */
export interface Config {
  $schema?: string;
  /**
   * Database file.
   */
  db?: string;
  /**
   * Threads that read articles.
   */
  workers?: number;
  /**
   * Files of actors you know by name.
   */
  gazetteer?: string[];
  /**
   * File of kinds of act of your own.
   */
  ontology?: string;
  /**
   * Whose statements: of the rules, of the trained reader, or both.
   */
  engine?: 'rules' | 'reader' | 'both';
  /**
   * Count copies of an article each for itself.
   */
  keepDuplicates?: boolean;
  /**
   * How to name yourself to web sites.
   */
  userAgent?: string;
  /**
   * Addresses and ranges that may be fetched from although they are not public.
   */
  allowAddress?: string[];
  /**
   * Address that the server listens on.
   */
  host?: string;
  port?: number;
  /**
   * Your name in judgements.
   */
  by?: string;
}
/**
 * One article as it was read: its metadata and its text. The text is NFC and never changes; every span elsewhere is a pair of UTF-16 offsets into it, start inclusive, end exclusive.
 */
export interface Document {
  /**
   * Hash of the URL; without one of the user's own id, or else of title, publication date and text.
   */
  id: string;
  url: string | null;
  title: string | null;
  /**
   * What the publisher says about the article, for example that it is a summary.
   */
  description: string | null;
  publisher: string | null;
  author: string | null;
  /**
   * BCP 47 tag, for example en. Statements are read out of English alone.
   */
  language: string | null;
  /**
   * ISO 8601 date, or date and time.
   */
  published: string | null;
  /**
   * When it was fetched from its URL; null for a local file.
   */
  retrieved: string | null;
  /**
   * Media type of the bytes it was read from, for example text/plain.
   */
  mediaType: string;
  /**
   * SHA-256 of the text in UTF-8.
   */
  contentHash: string;
  /**
   * Id of the document whose copy this is.
   */
  duplicateOf: string | null;
  text: string;
}
/**
 * What the builder reads out of one document.
 */
export interface Extraction {
  document: Document;
  entities: Entity[];
  statements: Statement[];
  /**
   * Only where asked for.
   */
  mentions?: Mention[];
  /**
   * Only where asked for.
   */
  tuples?: OpenTuple[];
}
/**
 * A passage that names or describes an entity.
 */
export interface Mention {
  entity: string;
  sentence: number;
  start: number;
  end: number;
  kind: MentionKind;
  type: EntityType;
  role: MentionRole;
}
/**
 * What one predicate of a sentence says, whether or not its arguments are actors: open information extraction. Offsets are into the document's text.
 */
export interface OpenTuple {
  /**
   * Index of the sentence.
   */
  sentence: number;
  relation: Phrase;
  /**
   * The subject, then objects, then what stands behind prepositions, times and places.
   *
   * @minItems 2
   */
  arguments: [Phrase, Phrase, ...Phrase[]];
  polarity: 'positive' | 'negative';
  confidence: number;
  rule: string;
}
/**
 * Words from `start` to `end`; `text` leaves out those in between that do not belong to it.
 */
export interface Phrase {
  text: string;
  start: number;
  end: number;
}
export interface GazetteerRow {
  /**
   * a name with at least one letter
   */
  name: string;
  /**
   * Items: a name with at least one letter
   */
  aliases?: string[];
  type?: EntityType;
  /**
   * an ISO 3166-1 alpha-3 code such as DEU
   */
  country?: string;
  /**
   * Items: a PLOVER sector such as GOV
   */
  sectors?: string[];
  roles?: GazetteerRole[];
  /**
   * a Wikidata id such as Q567
   */
  wikidata?: string;
}
/**
 * A role with the time it was held; its sectors are the actor's in that time.
 */
export interface GazetteerRole {
  /**
   * a title such as chancellor
   */
  title: string;
  /**
   * the country code or the name of what the role is in
   */
  of?: string;
  from?: GazetteerDate;
  to?: GazetteerDate;
  /**
   * Items: a PLOVER sector such as GOV
   */
  sectors?: string[];
}
/**
 * graphology's serialization with our attributes. Two views: statements has one edge a statement; relations has one edge per source, target and quad. A reciprocal edge is undirected.
 */
export interface SerializedGraph {
  attributes: GraphAttributes;
  options: GraphOptions;
  nodes: GraphNode[];
  edges: GraphEdge[];
}
export interface GraphAttributes {
  view: GraphView;
  documents: number;
  statements: number;
  /**
   * Edges in this file.
   */
  shown: number;
  /**
   * Edges before any cut.
   */
  total: number;
}
export interface GraphOptions {
  type: 'mixed';
  multi: true;
  allowSelfLoops: true;
}
export interface GraphNode {
  key: string;
  attributes: NodeAttributes;
}
export interface NodeAttributes {
  name: string;
  entityType: EntityType;
  country: string | null;
  sectors: string[];
  statements: number;
  documents: number;
}
export interface GraphEdge {
  key: string;
  source: string;
  target: string;
  undirected?: boolean;
  attributes: RelationAttributes | StatementAttributes;
}
/**
 * A roll-up: all statements between a source and a target of one quad.
 */
export interface RelationAttributes {
  /**
   * The most frequent relation lemma.
   */
  label: string;
  quad: Quad;
  /**
   * Number of documents.
   */
  weight: number;
  /**
   * Statement ids, sorted; at least one.
   */
  statements: string[];
  /**
   * Number of statements, where the ids are only those of some of them, as in a large graph.
   */
  count?: number;
  first: string | null;
  last: string | null;
  /**
   * Event types, most frequent first.
   */
  types: string[];
  /**
   * True where every statement is negated or not actual.
   */
  uncertain: boolean;
}
export interface StatementAttributes {
  statement: Statement;
}
/**
 * A recorded decision of a person or a rule about entities or about one statement. Nothing it speaks of is overwritten: it is applied when reading, and undone without trace.
 */
export interface Judgement {
  id: string;
  kind: JudgementKind;
  /**
   * The entity or statement it speaks of; of two that are the same, the one that stays.
   */
  a: string;
  /**
   * The other entity of same, different and unsure.
   */
  b: string | null;
  /**
   * The new name of rename.
   */
  name: string | null;
  /**
   * What edit changes.
   */
  change: StatementChange | null;
  score: number | null;
  /**
   * Rule or person.
   */
  by: string;
  at: string;
  /**
   * When it was undone.
   */
  deletedAt: string | null;
  /**
   * Who undid it.
   */
  deletedBy: string | null;
}
export interface JudgementList {
  items: Judgement[];
  total: number;
  next: string | null;
}
export interface JobList {
  items: Job[];
  total: number;
  next: string | null;
}
/**
 * A mention before it is known which entity it speaks of.
 */
export interface UnlinkedMention {
  sentence: number;
  start: number;
  end: number;
  /**
   * Index of the token in the sentence that the others hang on.
   */
  head: number;
  kind: MentionKind;
  type: EntityType;
  role: MentionRole;
  /**
   * The name it goes by, without title, article or possessive; a description without its article; a pronoun in lower case.
   */
  name: string;
  /**
   * Identity that the lexicon knows, for example country:CHN; null for a name met for the first time.
   */
  key: string | null;
  /**
   * Title beside the name, for example foreign minister.
   */
  title: string | null;
  /**
   * Key of what the title is in or the description belongs to, for example country:CHN.
   */
  of: string | null;
  /**
   * PLOVER sector of a description.
   */
  sector: string | null;
}
/**
 * What the trained reader says of two mentions in one sentence: how likely it is that the text relates the first to the second, and by what kind of act.
 */
export interface ReadPair {
  /**
   * Index of the sentence.
   */
  sentence: number;
  source: Mention;
  target: Mention;
  /**
   * Index of the token that makes the relation.
   */
  anchor: number;
  /**
   * Indexes of the tokens on the path between the two, in order.
   */
  words: number[];
  kind: StatementKind;
  /**
   * If it is an event: the chance of each PLOVER type, and of `other`. They sum to one.
   */
  types: {
    [k: string]: number;
  };
  reciprocal: boolean;
  /**
   * Calibrated on annotated articles.
   */
  probability: number;
}
/**
 * RFC 9457 problem details.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /**
   * What was expected, what was found, what to do.
   */
  detail: string;
  instance?: string;
  errors?: ProblemError[];
}
export interface ProblemError {
  detail: string;
  pointer: string;
}
/**
 * All statements from a source to a target of one quad or type. A reciprocal one has its ends in the order of their ids.
 */
export interface Relation {
  source: string;
  target: string;
  reciprocal: boolean;
  quad: Quad;
  /**
   * Null where rolled up by quad, and where there is none.
   */
  type: string | null;
  statements: number;
  documents: number;
  /**
   * First day: of the event, else of the publication.
   */
  first: string | null;
  last: string | null;
  /**
   * Mean of the intensities.
   */
  intensity: number | null;
  /**
   * Ids of the statements, sorted; only where asked for.
   */
  ids?: string[];
}
export interface RelationList {
  items: Relation[];
  total: number;
  next: string | null;
}
export interface FacetValue {
  value: string;
  count: number;
}
/**
 * How many statements have each value, most first.
 */
export interface Facets {
  kind: FacetValue[];
  /**
   * none for statements without a type.
   */
  type: FacetValue[];
  quad: FacetValue[];
  polarity: FacetValue[];
  modality: FacetValue[];
  /**
   * Entity ids, and author.
   */
  speaker: FacetValue[];
  publisher: FacetValue[];
  /**
   * Of source or target.
   */
  country: FacetValue[];
  sector: FacetValue[];
  actorType: FacetValue[];
}
export interface Stats {
  /**
   * Without copies.
   */
  documents: number;
  duplicates: number;
  entities: number;
  statements: number;
  /**
   * First day of publication.
   */
  first: string | null;
  last: string | null;
  revision: number;
  queue: QueueStats;
}
export interface QueueStats {
  queued: number;
  building: number;
  done: number;
  failed: number;
}
/**
 * A sentence of a document with its tokens.
 */
export interface Sentence {
  /**
   * Position of the sentence in the document, from 0.
   */
  index: number;
  start: number;
  end: number;
  tokens: Token[];
}
/**
 * One word or punctuation mark of a sentence.
 */
export interface Token {
  /**
   * Offset into the document's text, UTF-16 code units.
   */
  start: number;
  end: number;
  text: string;
  lemma: string;
  /**
   * Universal part of speech, for example VERB; X before parsing.
   */
  upos: string;
  /**
   * Penn Treebank tag, for example VBD; null before parsing.
   */
  xpos: string | null;
  features: TokenFeatures;
  /**
   * Index in the sentence of the token it depends on, -1 for the root.
   */
  head: number;
  /**
   * Universal Dependencies relation to the head, for example nsubj:pass; null before parsing.
   */
  relation: string | null;
  /**
   * Place in a name: B- opens, I- goes on; person, organization, place or country, nationality or group.
   */
  name: string | null;
}
/**
 * What of the morphology the rules need; null where it does not apply.
 */
export interface TokenFeatures {
  number: 'singular' | 'plural' | null;
  tense: 'past' | 'present' | null;
  verbForm: 'finite' | 'infinitive' | 'participle' | 'gerund' | null;
  voice: 'active' | 'passive' | null;
}
/**
 * What a server gave to tell whether an address changes (RFC 9110, section 8.8); sent with the next request to the same url and no other.
 */
export interface Validators {
  /**
   * Where it was found in the end.
   */
  url: string;
  etag: string | null;
  /**
   * Last-Modified, as the server wrote it.
   */
  modified: string | null;
}
