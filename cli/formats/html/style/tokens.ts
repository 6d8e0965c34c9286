/** Colours by name, for light and for dark. The pairs in `textOn` are tested for contrast. */
export const tokens = {
  'paper': ['#ffffff', '#16191d'],
  'ground': ['#f6f6f3', '#0f1114'],
  'sunk': ['#f0f0ec', '#1d2126'],
  'ink': ['#1a1d21', '#e4e7ea'],
  'soft': ['#555d66', '#a2abb5'],
  'line': ['#e2e2dd', '#2a2f35'],
  'line-strong': ['#c4c6c1', '#434a53'],
  'accent': ['#0a58a6', '#79b8ff'],
  'accent-tint': ['#e6f0fa', '#14283d'],
  'blocked': ['#b0241b', '#ff8f86'],
  'blocked-tint': ['#fbebe9', '#35191a'],
  'gaps': ['#8a4a00', '#f0b262'],
  'gaps-tint': ['#fcf1de', '#322410'],
  'unknown': ['#5548c8', '#b6adff'],
  'unknown-tint': ['#efedfb', '#232040'],
  'ready': ['#176a3a', '#74d39c'],
  'ready-tint': ['#e4f3ea', '#12291c'],
  'exempt': ['#57606a', '#a5aeb8'],
  'exempt-tint': ['#eeefee', '#23282e'],
  'high': ['#b04300', '#ffab70'],
  'medium': ['#7a5b00', '#e3c25a'],
  'low': ['#3d617f', '#93bbdd'],
  'mark': ['#ffe9a8', '#5a4500'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;
export type Token = keyof typeof tokens;

/** Text colours and the grounds they stand on. */
export const textOn: readonly (readonly [text: Token, ground: Token])[] = [
  ...(['ink', 'soft', 'accent', 'blocked', 'gaps', 'unknown', 'ready', 'exempt', 'high', 'medium', 'low'] as const).flatMap((text) => (['paper', 'ground', 'sunk'] as const).map((ground) => [text, ground] as const)),
  ['blocked', 'blocked-tint'], ['gaps', 'gaps-tint'], ['unknown', 'unknown-tint'], ['ready', 'ready-tint'], ['exempt', 'exempt-tint'], ['accent', 'accent-tint'],
  ['ink', 'accent-tint'], ['soft', 'accent-tint'], ['ink', 'blocked-tint'], ['soft', 'blocked-tint'], ['ink', 'gaps-tint'], ['soft', 'gaps-tint'], ['ink', 'ready-tint'], ['soft', 'ready-tint'], ['ink', 'unknown-tint'], ['soft', 'unknown-tint'], ['ink', 'mark'],
];

export function tokenSheet(): string {
  const of = (mode: 0 | 1): string => Object.entries(tokens).map(([name, values]) => `--${name}:${values[mode]}`).join(';');
  return `:root{color-scheme:light;${of(0)}}
:root[data-theme=dark]{color-scheme:dark;${of(1)}}
@media (prefers-color-scheme:dark){:root[data-theme=auto]{color-scheme:dark;${of(1)}}}
@media print{:root,:root[data-theme]{color-scheme:light;${of(0)}}}`;
}
