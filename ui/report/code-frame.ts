import { html, type Markup } from './markup.ts';
import { frameOf, type Report } from './report.ts';

/** The line of code that a finding is about, with the text that ties it to a region marked. */
export function codeFrame(report: Report, verdict: number): Markup | false {
  const frame = frameOf(report, verdict);
  if (frame === undefined) return false;
  const { language, form, role, text, snippet, enclosing, scope } = frame;
  const at = text === '' ? -1 : snippet.indexOf(text);
  const line = at < 0 ? html`${snippet}` : html`${snippet.slice(0, at)}<mark>${text}</mark>${snippet.slice(at + text.length)}`;
  const around = [language, `${form} as ${role}`, ...(enclosing === '' ? [] : [`in ${enclosing}`]), ...(scope === 'production' ? [] : [`${scope} code`])];
  return html`<figure class="frame"><pre><code>${line}</code></pre><figcaption>${around.join(' · ')}</figcaption></figure>`;
}
