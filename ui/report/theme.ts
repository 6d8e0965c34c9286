import { element } from './page.ts';

/** Light or dark as the reader chose; `auto` follows the system. Runs before the page is drawn. */
export function applyTheme(): void {
  document.documentElement.classList.add('scripted');
  document.documentElement.dataset['theme'] = storedTheme();
}

export function startTheme(): void {
  const button = element('theme');
  const show = (theme: string): void => {
    document.documentElement.dataset['theme'] = theme;
    button.textContent = `Theme: ${theme}`;
    document.dispatchEvent(new Event('themechange'));
  };
  show(storedTheme());
  button.addEventListener('click', () => {
    const themes = ['auto', 'light', 'dark'];
    const next = themes[(themes.indexOf(document.documentElement.dataset['theme'] ?? '') + 1) % themes.length] ?? 'auto';
    try {
      localStorage.setItem('regionready-theme', next);
    } catch {
      // Where a browser keeps nothing for files, the choice holds until the page is closed.
    }
    show(next);
  });
}

export function storedTheme(): string {
  try {
    const stored = localStorage.getItem('regionready-theme');
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}
