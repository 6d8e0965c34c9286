import type { Severity } from '../../model/intent.ts';
import type { Status, VerdictState } from '../../model/readiness.ts';
import { html, raw, type Markup } from './markup.ts';
import { severityWords, stateWords, statusWords } from './words.ts';

/** Drawings on a 16 × 16 grid, in the colour of the text around them. Shapes differ, so that none is told by colour alone. */
export const drawings = {
  blocked: '<path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" fill="currentColor"/><path d="M4.2 8h7.6" stroke="var(--paper)" stroke-width="2"/>',
  gaps: '<path d="M8 1.6 15.4 14.4H.6z" fill="currentColor"/><path d="M8 6v4M8 11.4v1.4" stroke="var(--paper)" stroke-width="1.6"/>',
  unknown: '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 1.5"/><path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11v1.2" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  ready: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.8 8.2 2.2 2.3 4.2-4.8" fill="none" stroke="var(--paper)" stroke-width="1.8"/>',
  exempt: '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M5 8h6" stroke="currentColor" stroke-width="1.6"/>',
  critical: '<path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor"/>',
  high: '<path d="M8 2 15 14H1z" fill="currentColor"/>',
  medium: '<rect x="2.4" y="2.4" width="11.2" height="11.2" rx="1" fill="currentColor"/>',
  low: '<circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" stroke-width="2.4"/>',
  info: '<circle cx="8" cy="8" r="2.6" fill="currentColor"/>',
} as const;
export type IconName = keyof typeof drawings;

/** The definitions that every icon of the page refers to. */
export function iconSheet(): Markup {
  const symbols = Object.entries(drawings).map(([id, drawing]) => `<symbol id="i-${id}" viewBox="0 0 16 16">${drawing}</symbol>`);
  return raw(`<svg class="sheet" aria-hidden="true" focusable="false">${symbols.join('')}</svg>`);
}

export function icon(id: IconName): Markup {
  return raw(`<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-${id}"/></svg>`);
}

export function stateBadge(state: VerdictState): Markup {
  return html`<span class="badge is-${state}">${icon(state === 'gap' ? 'gaps' : state)}${stateWords[state]}</span>`;
}

export function statusBadge(status: Status): Markup {
  return html`<span class="badge is-${status}">${icon(status)}${statusWords[status]}</span>`;
}

export function severityBadge(severity: Severity): Markup {
  return html`<span class="badge sev-${severity}">${icon(severity)}${severityWords[severity]}</span>`;
}

/** `◆ 3` with the word for those who cannot see the shape; for tables whose columns name the severity. */
export function severityCount(severity: Severity, value: number): Markup {
  if (value === 0) return html`<span class="none">–</span>`;
  return html`<span class="tally sev-${severity}" title="${severityWords[severity]}">${icon(severity)}${value}</span>`;
}
