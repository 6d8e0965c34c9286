import { html, prose, type Markup } from './markup.ts';
import { remediesOf, type Report } from './report.ts';

/** How to close a gap as code: closed until asked for, since most readers decide before they write. */
export function remedyView(report: Report, verdict: number): Markup | false {
  const remedies = remediesOf(report, verdict);
  return remedies.length > 0 && html`<details class="words remedy"><summary>As code</summary>${remedies.map(({ title, forms, limits }) => html`<p><b>${title}</b></p>
${limits.map((limit) => html`<p class="note">${prose(limit)}</p>`)}
${forms.map(({ name, text }) => html`<figure class="frame"><figcaption>${name}</figcaption><pre tabindex="0" aria-label="${name} for ${title}"><code>${text}</code></pre></figure>`)}`)}</details>`;
}
