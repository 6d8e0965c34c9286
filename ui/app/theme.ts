import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { sharedState } from './shared-state.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'regionready.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** What was chosen in this browser. Storage may be forbidden: then it is the system's. */
function kept(): Theme {
  try {
    const text = window.localStorage.getItem(key);
    return themes.find((theme) => theme === text) ?? 'system';
  } catch {
    return 'system';
  }
}

const chosen = sharedState(kept());

function apply(): void {
  const theme = chosen.get();
  applyMode(theme === 'dark' || (theme === 'system' && dark.matches) ? Mode.Dark : Mode.Light);
}

/** Applies the theme that was chosen, and follows the system's where that was. */
export function startTheme(): void {
  dark.addEventListener('change', apply);
  apply();
}

export function chooseTheme(theme: Theme): void {
  chosen.set(theme);
  try {
    window.localStorage.setItem(key, theme);
  } catch {
    // It holds for this page then.
  }
  apply();
}

export const useTheme = (): Theme => chosen.use();
