import type { Readiness } from '../../model/readiness.ts';
import { document } from './html/document.ts';
import type { ReportExtras } from './html/extras.ts';

/**
 * The readiness report: one HTML file that needs nothing else, neither network nor server. The same arguments give the same text.
 * `extras` adds what a Readiness does not hold: the texts of the rules, the graph around the gaps, the tables of facts.
 */
export function html(readiness: Readiness, extras: ReportExtras = {}): string {
  return document(readiness, extras).markup;
}
