// Marked sentences and the kind of act they tell: "[source] {relation} <target>"; a sentence
// without braces leaves the act to be found. None of them is a training sentence.

export interface EventCase {
  readonly text: string;
  readonly type: string | null;
  readonly mode?: string;
  readonly rule?: string;
}

export const eventCases: readonly EventCase[] = [
  // the sixteen types
  { text: '[Gabon] {condemned} <Chad> over the border raid.', type: 'ACCUSE', mode: 'disapprove' },
  { text: '[Norway] {promised to finance} a clinic in <Malawi>.', type: 'AGREE' },
  { text: '[Canada] {donated} two ambulances to <Fiji>.', type: 'AID' },
  { text: '[Gunmen] {shot dead} <two farmers> near the dam.', type: 'ASSAULT', mode: 'firearms' },
  {
    text: '[Police] {arrested} <the opposition leader> on Friday.',
    type: 'COERCE',
    mode: 'arrest',
  },
  { text: '[The mayor] {apologised} to <the tenants>.', type: 'CONCEDE' },
  { text: '[The Omani minister] {met} <his Kenyan colleague> in Muscat.', type: 'CONSULT' },
  { text: '[Peru] {extradited} the banker to <Chile>.', type: 'COOPERATE' },
  { text: '[Mali] {massed} troops on the border with <Niger>.', type: 'MOBILIZE', mode: 'troops' },
  { text: '[Nurses] {went on strike} against <the province>.', type: 'PROTEST', mode: 'strike' },
  { text: '[Togo] {refused} to hand the man over to <Benin>.', type: 'REJECT' },
  { text: '[Latvia] {urged} <Georgia> to free the editor.', type: 'REQUEST' },
  { text: '[The militia] {released} <six hostages> on Sunday.', type: 'RETREAT', mode: 'release' },
  { text: '[Austria] {expelled} <two Russian diplomats>.', type: 'SANCTION', mode: 'expel' },
  { text: '[Ghana] {praised} <Senegal> for its vote.', type: 'SUPPORT' },
  { text: '[The rebels] {threatened} to kill <the mayor>.', type: 'THREATEN', mode: 'violence' },
  // passives, nouns, and acts that nobody points at
  {
    text: '<Three students> were {detained} by [the secret police].',
    type: 'COERCE',
    mode: 'arrest',
  },
  { text: "[Iraq]'s {invasion} of <Kuwait> took two days.", type: 'ASSAULT' },
  { text: '[Spain] sharply criticised <Hungary> on Monday.', type: 'ACCUSE' },
  { text: '[Nepal] and <India> held talks in Pokhara.', type: 'CONSULT' },
  // rules on top
  {
    text: '[Egypt] {summoned} <the Danish ambassador> over the film.',
    type: 'ACCUSE',
    rule: 'envoy summoned',
  },
  {
    text: '[Mexico] {cancelled} a meeting with <the American envoy>.',
    type: 'REJECT',
    mode: 'meet',
    rule: 'meeting cancelled',
  },
  {
    text: '[Sweden] {suspended} aid to <Rwanda>.',
    type: 'SANCTION',
    mode: 'discontinue',
    rule: 'help ended',
  },
  { text: '[Slovakia] {will} not {take in} <refugees> from the camps.', type: 'REJECT' },
  { text: '[Poland] {will bomb} <the camps>, the general said.', type: 'THREATEN' },
  { text: '[Denmark] {will send} food to <Gaza> next week.', type: 'AGREE' },
  {
    text: '[The president] {called} <the emir> on Sunday.',
    type: 'CONSULT',
    mode: 'phone',
    rule: 'call of a person',
  },
  {
    text: '[Malta] {refused to let} <the ship> dock.',
    type: 'REJECT',
    rule: 'governing verb',
  },
  {
    text: '[The envoy] {said} that <both sides> must lay down their arms.',
    type: 'REQUEST',
    rule: 'obligation of others',
  },
  {
    text: '[Nepal] {sent} troops to the peacekeeping force in <Lebanon>.',
    type: 'AID',
    rule: 'peacekeepers sent',
  },
  {
    text: '[A Spanish judge] {issued a warrant} for <the leader>, who had fled to Belgium.',
    type: 'THREATEN',
    mode: 'arrest',
    rule: 'warrant in absentia',
  },
  {
    text: '[The president] {declared} a state of siege in <two provinces>.',
    type: 'COERCE',
    mode: 'martial-law',
    rule: 'emergency declared',
  },
  {
    text: 'Martial law was {imposed} on <the city> by [the junta].',
    type: 'COERCE',
    mode: 'martial-law',
    rule: 'emergency declared',
  },
  {
    text: '[Chile] and <Peru> {signed} a trade agreement.',
    type: 'SUPPORT',
    rule: 'agreement concluded',
  },
  {
    text: '[The Thai army] {held} a joint exercise with <American marines>.',
    type: 'COOPERATE',
    rule: 'joint exercise',
  },
  {
    text: "[Ukraine's army] {captured} <two hundred soldiers>.",
    type: 'ASSAULT',
    mode: 'abduct',
    rule: 'prisoners of war',
  },
  { text: '[Police] {beat} <students> whom the minister had called traitors.', type: 'ASSAULT' },
  { text: 'At their {meeting} [the minister] praised <her guest>.', type: 'SUPPORT' },
  {
    text: '[The army] {was deployed} to the flood zone of <Derna>.',
    type: 'AID',
    rule: 'help in disaster',
  },
  { text: '[Kenya] {will meet} <Uganda> on Monday.', type: 'AGREE', rule: 'act to come' },
  {
    text: '[Fiji] {will withdraw} its soldiers from <Lebanon> next spring.',
    type: 'CONCEDE',
    rule: 'act to come',
  },
  // no act between actors
  { text: '[Norway] {borders} <Sweden> in the east.', type: null },
  { text: '[The minister] {grew up} in <Lima>.', type: null },
];
