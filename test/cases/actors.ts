// Who is who, as marked text (docs/annotation.md): equal ids are one entity, different ids two, and
// "-" is nobody that is known. Only what is marked is looked at.

import type { EntityType } from '../../schema/index.ts';

export interface ActorCase {
  readonly what: string;
  /** A sentence a line. */
  readonly marked: string;
}

export const actorCases: readonly ActorCase[] = [
  {
    what: 'a full name and its short forms',
    marked: `{Wang Yi|wang} praised {Chile|chile}.
{Wang|wang} then met {Mr. Mora|mora}.`,
  },
  {
    what: 'a family name of several words',
    marked: `{Ursula von der Leyen|leyen} backed {Moldova|moldova}.
{Von der Leyen|leyen} also thanked {Malta|malta}.`,
  },
  {
    what: 'an Arabic article before a family name',
    marked: `{Bashar al-Assad|assad} fled to {Russia|russia}.
{Assad|assad} had ruled {Syria|syria} for decades.`,
  },
  {
    what: 'a hyphened name',
    marked: `{Maria Lvova-Belova|belova} spoke on Monday.
{Lvova-Belova|belova} denied it.`,
  },
  {
    what: 'two people of one family name stay apart, and the short name is neither',
    marked: `{Kim Jong Un|un} met {Kim Yo Jong|jong} in {Pyongyang|korea|l}.`,
  },
  {
    what: 'Mr. and Mrs. of one family name stay apart',
    marked: `{Peter Holm|peter} and {Anna Holm|anna} sued {Microsoft|microsoft}.
Mr. {Holm|peter} lost; Mrs. {Holm|anna} won.`,
  },
  {
    what: 'an acronym in brackets',
    marked: `The {Civil Human Rights Front|front} ({CHRF|front}) marched on Sunday.
The {CHRF|front} urged {China|china} to listen.`,
  },
  {
    what: 'an acronym whose name the model sees in part',
    marked: `The {Competition and Markets Authority|cma} ({CMA|cma}) sued {Apple|apple}.
The {CMA|cma} won.`,
  },
  {
    what: 'a title before and behind the name, and the title alone',
    marked: `{Norwegian|norway} Defence Minister {Bjørn Arild Gram|gram} visited {Kyiv|ukraine|l}.
{The minister|gram|d} met {Oleksii Reznikov|reznikov}.`,
  },
  {
    what: 'an apposition is the same person',
    marked: `{Hua Chunying|hua}, a spokeswoman, blamed {Washington|usa}.
{She|hua|p} also thanked {Serbia|serbia}.`,
  },
  {
    what: 'the leader of a country that has one',
    marked: `{Russian|russia} President {Vladimir Putin|putin} called {Xi Jinping|xi}.
{The {Russian|russia} leader|putin|d} praised {China|china}.`,
  },
  {
    what: 'the country',
    marked: `{Mali|mali} expelled {the ambassador|ambassador|d} on Friday.
{The country|mali|d} has been ruled by {soldiers|soldiers|d} since 2020.`,
  },
  {
    what: 'the company, a firm known to make business',
    marked: `{Microsoft|microsoft} bought {Activision Blizzard|activision} last year.
{The company|microsoft|d} praised {Britain|uk}.`,
  },
  {
    what: 'a noun of the name',
    marked: `The {International Criminal Court|icc} charged {Vladimir Putin|putin}.
{Russia|russia} does not recognise {the court|icc|d}.`,
  },
  {
    what: 'a description taken up by its noun',
    marked: `{Islamist rebels|rebels|d} attacked {a convoy|convoy|d} in {Niger|niger|l}.
{The rebels|rebels|d} killed {four soldiers|soldiers|d}.`,
  },
  {
    what: 'two kinds of rebels stay apart',
    marked: `{Tuareg rebels|tuareg|d} fought {Islamist rebels|islamist|d} near {Kidal|kidal|l}.`,
  },
  {
    what: 'an indefinite description is somebody new',
    marked: `{A soldier|one|d} shot {two farmers|farmers|d} on Monday.
{A soldier|two|d} arrested {a driver|driver|d} on Tuesday.`,
  },
  {
    what: 'the government of a country is the country, its army is not',
    marked: `{The {Kenyan|kenya} government|kenya|d} sent {the {Kenyan|kenya} army|army|d} to {Haiti|haiti}.
{{Kenya|kenya}'s army|army|d} thanked {Haiti|haiti}.`,
  },
  {
    what: 'the police are the same with and without the country beside them',
    marked: `{{Ugandan|uganda} police|police|d} arrested {Kizza Besigye|wine}.
{Police|police|d} accused {him|wine|p} of treason.`,
  },
  {
    what: 'her government is that of her country',
    marked: `{Danish|denmark} Prime Minister {Mette Frederiksen|mette} warned {Russia|russia}.
{{Her|mette|p} government|denmark|d} expelled {two diplomats|diplomats|d}.`,
  },
  {
    what: 'fighters of a named group are the group',
    marked: `{{Hezbollah|hezbollah} fighters|hezbollah|d} attacked {Israel|israel}.`,
  },
  {
    what: 'he and she by given names',
    marked: `{Kevin Adams|kevin} sued {Laura Brown|laura}.
{She|laura|p} called the case absurd, and {he|kevin|p} laughed.`,
  },
  {
    what: 'it is the country that speaks',
    marked: `{Peru|peru} said {it|peru|p} would sue {Shell|shell}.`,
  },
  {
    what: 'I between quotation marks is who speaks',
    marked: `“{I|ruto|p} will not tolerate it,” {William Ruto|ruto} told {police|police|d}.`,
  },
  {
    what: 'its belongs to the subject',
    marked: `{Egypt|egypt} recalled {{its|egypt|p} ambassador|ambassador|d} from {Israel|israel}.`,
  },
  {
    what: 'a person goes on as he, over sentences',
    marked: `{Peter Obi|obi} resigned on Monday.
{He|obi|p} had promised reforms, but {his|obi|p} party voted against them.
{He|obi|p} will leave {Lagos|lagos|l} this week.`,
  },
  {
    what: 'who speaks is not he',
    marked: `{Anna Weber|weber} accused {Paul Klein|klein} of fraud.
“{He|klein|p} lied to us,” {Weber|weber} said.`,
  },
  {
    what: 'both sides are nobody in particular',
    marked: `{Armenia|armenia} and {Azerbaijan|azerbaijan} fought on Monday.
{Both sides|-|d} reported losses.`,
  },
  {
    what: 'what is denied is nobody',
    marked: `{Chad|chad} is not a member of {the Rome court|rome-court|d}.
{The court|rome-court|d} has no police force.`,
  },
  {
    what: 'a capital that speaks, and one where something happens',
    marked: `{Moscow|russia} praised {Beijing|china}.
{Kenya|kenya} met {Ghana|ghana} in {Moscow|russia|l}.`,
  },
  {
    what: 'palaces and streets',
    marked: `{The White House|usa} thanked {Downing Street|uk} and {Brussels|eu}.
The {EU|eu} answered the {United States|usa} and {Britain|uk}.`,
  },
  {
    what: 'spellings of a country',
    marked: `The {U.S.|usa} warned {Iran|iran}.
The {US|usa} and the {United States|usa} are one; so is {Washington|usa}.`,
  },
  {
    what: 'people named like places',
    marked: `{Paris Hilton|hilton} sued {Chad Smith|smith} in {Jordan|jordan|l}.
{Smith|smith} thanked {Hilton|hilton}.`,
  },
  {
    what: 'names that are words',
    marked: `A lawyer, {Mark Will|will}, sued {Poland|poland}'s {Law and Justice|pis} party.
Mr. {Will|will} lost.`,
  },
  {
    what: 'possessive forms',
    marked: `{Putin|putin}’s spokesman, {Dmitry Peskov|peskov}, praised {Narendra Modi|modi}’s speech.
{Peskov|peskov} thanked {Modi|modi}.`,
  },
  {
    what: 'accents',
    marked: `{Nicolás Maduro|maduro} attacked {Edmundo González|gonzalez}.
{Nicolas Maduro|maduro} also mocked {Edmundo Gonzalez|gonzalez}.`,
  },
  {
    what: 'a headline in capitals',
    marked: `{FRANCE|france} WARNS {ITALY|italy} OVER FISHING

{France|france} warned {Italy|italy} on Monday.`,
  },
  {
    what: '"I" and "we" of a column are who wrote it',
    marked: `{I|author|p} asked {my|author|p} minister why {we|authors|p} pay {Norway|norway}.
He gave {me|author|p} a cup of tea, and {our|authors|p} money went north.`,
  },
  {
    what: '"you" of a letter is whom it addresses',
    marked: `{I|author|p} thank {you|addressee|p} for the draft.
{We|authors|p} ask {you|addressee|p} to send it to {Moldova|moldova} by Friday.`,
  },
  {
    what: '"you" of a report is anybody',
    marked: `{You|-|p} can see {Estonia|estonia} from the tower on a clear day.
{Finland|finland} closed it in May.`,
  },
  {
    what: 'for whom a minister says "we"',
    marked: `"{We|sweden|p} do not negotiate," said {Swedish|sweden} Foreign Minister {Karin Holt|holt}.
{Norway|norway} said nothing.`,
  },
  {
    what: 'a body says "we" of itself',
    marked: `"{We|oxfam|p} have no fuel," {Oxfam|oxfam} said.
{Chad|chad} closed its border.`,
  },
  {
    what: 'initials are no person',
    marked: `{GIZ|giz} paid for the wells of {Mali|mali}.
{The agency|giz|d} left in May.`,
  },
  {
    what: 'who signs a quotation that is set off says "I"',
    marked: `The firm dismissed {Ana Pires|pires} in {Portugal|portugal} last year.

{I|pires|p} was told to clear {my|pires|p} desk within an hour.
{Ana Pires|pires}

{Spain|spain} has opened an inquiry.`,
  },
  {
    what: 'an agreement is nobody, nor is its short form',
    marked: `The Joint Comprehensive Plan of Action ({JCPOA|-}) was negotiated in Vienna by {Iran|iran}.
{Germany|germany} praised {Iran|iran} for signing the {JCPOA|-}.`,
  },
  {
    what: 'the treasury is no other ministry of the country',
    marked: `The {US Commerce Department|commerce} blacklisted {Huawei|huawei} in May.
In August {the Treasury|treasury|d} accused {Norway|norway} of cheating.`,
  },
  {
    what: 'of two presidents of whom no country is said either may be the Russian one',
    marked: `The court of {Norway|norway} accused President {Vladimir Putin|putin} of a crime.
President {Volodymyr Zelenskyy|zelenskyy} praised the decision.
Few leaders will meet {the Russian president|third|d} now.`,
  },
  {
    what: 'of two presidents the one who was called so is meant, whoever was named last',
    marked: `{Russian|russia} President {Vladimir Putin|putin} met {Norway|norway}'s king.
President {Volodymyr Zelenskyy|zelenskyy} called it a disgrace.
{Norway|norway} said it had invited {the Russian president|putin|d} in May.`,
  },
  {
    what: 'a chief executive is a person',
    marked: `The {Competition and Markets Authority|cma} fined {Microsoft|microsoft}.
{Sarah Holm|holm}, its chief executive, criticized {Microsoft|microsoft}; {the chief executive|holm|d} resigned on Monday.`,
  },
  {
    what: 'Congo is the one that the text speaks of',
    marked: `{Congo|brazzaville} and {Gabon|gabon} signed a treaty on Monday.
{Brazzaville|brazzaville|l} praised {Gabon|gabon} for it.`,
  },
  {
    what: 'what somebody is said to be is no second actor',
    marked: `{Sudan|sudan} is {a member|-} of the {Arab League|league} and accused {Kenya|kenya} of meddling.`,
  },
  {
    what: 'the opposition to something is nobody',
    marked: `{Norway|norway} dropped {its opposition|-} to the sale of {Nokia|nokia}.
In {Kenya|kenya} {the opposition|opposition|d} accused {Nokia|nokia} of bribery.`,
  },
  {
    what: 'auspices are nobody',
    marked: `{Kenya|kenya} met {Somalia|somalia} under the auspices of the {African Union|au}.`,
  },
  {
    what: 'what a quantity counts is one with it',
    marked: `{Dozens of countries|dozens|d} sent {rescue teams|teams|d} to {Turkey|turkey}.`,
  },
];

/** Of what type a name is, told by what stands beside it. */
export const typeCases: readonly {
  readonly what: string;
  readonly text: string;
  readonly name: string;
  readonly type: EntityType;
}[] = [
  {
    what: 'the noun before it',
    text: 'The opposition party Chadora says soldiers killed a thousand people.',
    name: 'Chadora',
    type: 'organization',
  },
  {
    what: 'a noun that it explains',
    text: "France imposed sanctions on Norway's state potash company, Nordkali, on Monday.",
    name: 'Nordkali',
    type: 'organization',
  },
  {
    what: 'a noun that explains it',
    text: 'Palmira, a moderate party, left the coalition on Monday.',
    name: 'Palmira',
    type: 'organization',
  },
  {
    what: 'who belongs to it',
    text: 'The ten deputies of Savina Reka walked out on Monday.',
    name: 'Savina Reka',
    type: 'organization',
  },
  {
    what: 'a verb of many',
    text: 'Roudnice have sacked their manager after the defeat.',
    name: 'Roudnice',
    type: 'organization',
  },
  {
    what: 'a person whom a bank employs',
    text: 'Norway thanked the head of its central bank, Ida Bakke, on Monday.',
    name: 'Ida Bakke',
    type: 'person',
  },
  {
    what: 'a person called Law',
    text: 'Norway thanked Ingrid Law for her work on Monday.',
    name: 'Ingrid Law',
    type: 'person',
  },
  {
    what: 'a deputy of a person',
    text: "Bakke's deputy, Ola Nilsen, thanked France. Bakke herself said nothing.",
    name: 'Bakke',
    type: 'person',
  },
  {
    what: 'a label before what somebody says',
    text: 'The secretary answered France. KERRY: We talked about the border with Norway, and then we went home.',
    name: 'KERRY',
    type: 'person',
  },
];
