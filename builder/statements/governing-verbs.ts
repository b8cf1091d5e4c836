// Verbs that say how another act stands: planned, threatened, demanded, refused, reported.
// Word lists of our own; the lemma of the governing verb decides for the clause below it.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** "agreed to lift", "plans to visit": the act is to come. */
export const planning = words(`
  agree plan intend promise vow pledge offer prepare decide aim undertake commit expect propose
  schedule set arrange volunteer resolve
`);

export const threatening = words('threaten warn');

/** "urged Iran to stop", "demands that NATO withdraw". */
export const demanding = words(`
  demand urge ask call request want order tell require implore press push beg appeal encourage
  advise recommend insist invite instruct pressure influence
`);

/** "refused to meet", "failed to stop": the act does not happen. */
export const refusing = words(`
  refuse decline fail reject avoid stop cease abstain refrain prevent bar forbid prohibit block
  deny neglect forgo
`);

export const wishing = words(`
  hope wish consider seek try attempt want threaten fear suggest speculate could might
`);

/** Verbs and nouns whose clause is somebody's words. */
export const reporting = words(`
  say state tell report announce claim argue add insist declare warn note deny allege believe think
  confirm explain write suggest acknowledge admit assert maintain estimate reveal stress reiterate
  repeat describe complain testify predict conclude hint signal retort grumble joke recall concede contend
  lament boast protest reply remark comment swear counter scoff caution
`);

/** "accused Israel of attacking", "thanked him for having helped": what follows is the speaker's word. */
export const accusing = words(`
  accuse blame suspect charge criticise criticize condemn denounce thank praise
`);

/** "calls him a puppet of Moscow": what he is called is the speaker's word. */
export const naming = words(`
  call brand label dub
`);

/** "accused Israel of attacking": the object does what follows. */
export const objectControl = words(`
  accuse blame suspect condemn criticize criticise praise thank stop prevent keep bar prohibit
  forbid charge commend convict
`);

/** "promised Kyiv to send": the subject does what follows, though there is an object. */
export const subjectControl = words(`
  promise threaten vow pledge use take hold need have make spend offer swear
`);
