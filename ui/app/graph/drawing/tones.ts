/** What a colour means. Each also stands in words beside it. */
export const tones = ['plain', 'good', 'info', 'notice', 'warn', 'bad', 'unknown', 'dim', 'owner0', 'owner1', 'owner2', 'owner3', 'owner4', 'owner5', 'owner6', 'owner7'] as const;
export type Tone = (typeof tones)[number];
export const ownerTones = 8;

/** Colours of the picture: what the canvas cannot take from the style sheet. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly lane: string;
  readonly laneEdge: string;
  readonly box: string;
  readonly boxEdge: string;
  readonly accent: string;
  readonly tones: Readonly<Record<Tone, string>>;
  /** Part of the tone in the fill of what has it. */
  readonly tint: number;
}

const owners = (colors: readonly string[]): Record<`owner${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`, string> =>
  Object.fromEntries(colors.map((color, index) => [`owner${index}`, color])) as Record<`owner${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`, string>;

export const light: Palette = {
  ground: '#ffffff', surface: '#ffffff', ink: '#0f141a', soft: '#4d5560', line: '#a5aebb', lane: '#f4f6f9', laneEdge: '#dbe0e8', box: '#eef3fb', boxEdge: '#b9cbe8', accent: '#006ce0', tint: 0.09,
  tones: {
    plain: '#8c96a5', good: '#1f8a4c', info: '#0a67d0', notice: '#c79a00', warn: '#e07000', bad: '#d91515', unknown: '#7a6aa8', dim: '#c9d0da',
    ...owners(['#3184c2', '#a35488', '#3b8a5a', '#c2702e', '#6b5bb5', '#2c8c99', '#b4525a', '#7d7a36']),
  },
};

export const dark: Palette = {
  ground: '#161d26', surface: '#1e2834', ink: '#f1f3f6', soft: '#b4bcc8', line: '#5f6b7a', lane: '#1a222c', laneEdge: '#333e4c', box: '#1b2b3f', boxEdge: '#33547c', accent: '#42b4ff', tint: 0.2,
  tones: {
    plain: '#8c96a5', good: '#3fbf75', info: '#4aa3ff', notice: '#e6bf35', warn: '#ff9a3d', bad: '#ff6b6b', unknown: '#a99be0', dim: '#3b4553',
    ...owners(['#63b0e8', '#d48bbb', '#63c48a', '#eda164', '#a899ee', '#5ac5d2', '#e98a91', '#bdb960']),
  },
};

/** A colour between two others: `part` of the first. Both as #rrggbb. */
export function mixed(color: string, base: string, part: number): string {
  const channel = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(channel(color, at) * part + channel(base, at) * (1 - part)).toString(16).padStart(2, '0')).join('')}`;
}

/** Fill of what has a tone. */
export const fillOf = (palette: Palette, tone: Tone): string => (tone === 'plain' || tone === 'dim' ? palette.surface : mixed(palette.tones[tone], palette.surface, palette.tint));
