import { html, type Markup, type Part } from '../../../ui/report/markup.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the reader finds here, in a sentence or two. */
  readonly lead: Part;
  readonly body: Part;
  /** Number beside the title in the table of contents. */
  readonly size?: number;
}

export function section({ id, title, lead, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><header class="section-head"><h2 id="${id}-title" tabindex="-1">${title}</h2><p class="lead">${lead}</p></header>${body}</section>`;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Part[])[];
  /** Columns that hold numbers. */
  readonly numbers?: readonly number[];
  /** Class of the table, where its style is its own. */
  readonly kind?: string;
}

/** A plain table whose first cell names the row. */
export function table({ caption, head, rows, numbers = [], kind = '' }: Table): Markup {
  const align = (column: number): Markup | false => numbers.includes(column) && html` class="number"`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="plain ${kind}"><caption>${caption}</caption><thead><tr>${head.map((title, column) => html`<th scope="col"${align(column)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => (column === 0 ? html`<th scope="row"${align(column)} data-label="${head[column] ?? ''}">${cell}</th>` : html`<td${align(column)} data-label="${head[column] ?? ''}">${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}
