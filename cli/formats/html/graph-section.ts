import { html, type Markup } from '../../../ui/report/markup.ts';
import type { Report } from '../../../ui/report/report.ts';
import { textOf } from '../../../ui/report/report.ts';
import { count, counted } from '../../../ui/report/words.ts';

/** The dialog in which the resources of a service are explored. It stays empty until it is opened. */
export function graphSection(report: Report): Markup | false {
  const graph = report.wire.graph;
  if (graph === undefined) return false;
  const kinds = [...new Set(graph.edges.filter((_, at) => at % 3 === 2))].map((kind) => textOf(report, kind)).sort();
  const { nodes, edges } = graph.omitted;
  const left = nodes + edges === 0 ? 'This report carries the whole graph.' : `This report carries ${counted(graph.id.length, 'resource')}: those with gaps and their neighbours first. Left out: ${counted(nodes, 'resource')} and ${counted(edges, 'dependency', 'dependencies')}.`;
  return html`<dialog id="graph" aria-labelledby="graph-title"><header class="graph-head"><h2 id="graph-title">Resources</h2><p class="graph-note" role="status"></p><button type="button" data-close>Close</button></header>
<form class="tools"><label class="field grow"><span>In the middle</span><select name="resource"></select></label>
<fieldset class="segments"><legend>Steps</legend><label><input type="radio" name="hops" value="1" checked><span>1</span></label><label><input type="radio" name="hops" value="2"><span>2</span></label></fieldset>
<details class="kinds"><summary>${count(kinds.length)} kinds of dependency</summary><div>${kinds.map((kind) => html`<label class="check"><input type="checkbox" name="kind" value="${kind}" checked> ${kind}</label>`)}</div></details></form>
<div class="graph-body"><div class="graph-canvas" role="img" aria-label="Drawing of the resource in the middle and its neighbours. The list beside it says the same."></div><div class="graph-side" tabindex="0" role="group" aria-label="The resource in the middle"></div></div>
<p class="note graph-left">${left}</p></dialog>`;
}
