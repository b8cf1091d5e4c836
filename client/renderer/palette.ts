// Every colour of the viewer, once for each theme. Blue is cooperation, orange is conflict
// (Okabe and Ito's palette, safe for red-green deficiencies); the two verbal classes need a
// colour of their own per theme to stay at 3:1 against the paper (WCAG 2.2, 1.4.11).

import type { EntityType, Quad } from '../../schema/index.ts';

export interface Palette {
  /** Paper, ink and what lies between; the names are CSS custom properties. */
  readonly surface: {
    readonly paper: string;
    readonly panel: string;
    readonly raised: string;
    readonly ink: string;
    readonly muted: string;
    readonly rule: string;
    readonly accent: string;
    readonly source: string;
    readonly relation: string;
    readonly target: string;
  };
  /** By quad: 0 unclassed, 1 and 2 cooperation, 3 and 4 conflict. */
  readonly quad: readonly [string, string, string, string, string];
  readonly entity: Readonly<Record<EntityType, string>>;
  /** Communities by size; those beyond the last are grey. At 3:1 against the paper. */
  readonly community: readonly string[];
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    surface: {
      paper: '#FCFBF9',
      panel: '#FFFFFF',
      raised: '#F4F2EE',
      ink: '#1B2330',
      muted: '#565F6D',
      rule: '#E3DFD8',
      accent: '#3B4CA8',
      source: '#E4DDFB',
      relation: '#FBEBB4',
      target: '#CFEEDD',
    },
    quad: ['#7A7A7A', '#2E8BC0', '#0072B2', '#B87700', '#D55E00'],
    entity: {
      country: '#2F3B52',
      person: '#B0487F',
      organization: '#00805E',
      group: '#7A5AB5',
      place: '#80633A',
      other: '#6B7280',
    },
    community: [
      '#3B6FB6',
      '#B4532A',
      '#2F7D5B',
      '#8A4FA3',
      '#9A7209',
      '#A93A5E',
      '#21808F',
      '#5E6A1F',
    ],
  },
  dark: {
    surface: {
      paper: '#111827',
      panel: '#172033',
      raised: '#202B41',
      ink: '#E9ECF2',
      muted: '#A7B1C2',
      rule: '#2C3850',
      accent: '#A9B8FF',
      source: '#453A78',
      relation: '#5C4A0F',
      target: '#1B5440',
    },
    quad: ['#8A8A8A', '#56B4E9', '#0072B2', '#E69F00', '#D55E00'],
    entity: {
      country: '#DCE3EF',
      person: '#E58FBC',
      organization: '#35C79E',
      group: '#AF94EC',
      place: '#CBA970',
      other: '#9AA3B2',
    },
    community: [
      '#7FB0F5',
      '#F2966B',
      '#5FCB9A',
      '#CF9BE8',
      '#E3BC4F',
      '#F08CAB',
      '#5FC8D8',
      '#B3C260',
    ],
  },
};

/** Colour of an edge of a quad. */
export const quadColour = (palette: Palette, quad: Quad): string => palette.quad[quad];

/** Colour of a community by its place; grey for an actor in none. */
export const communityColour = (palette: Palette, place: number | undefined): string =>
  (place === undefined ? undefined : palette.community[place]) ?? palette.quad[0];

/**
 * `share` of one colour laid over another, as #RRGGBB. Used instead of opacity, which Sigma 3
 * blends wrongly where edges cross (sigma.js#1426).
 */
export function mix(colour: string, ground: string, share: number): string {
  const channel = (at: number): string => {
    const over = Number.parseInt(colour.slice(at, at + 2), 16);
    const under = Number.parseInt(ground.slice(at, at + 2), 16);
    return Math.round(over * share + under * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
