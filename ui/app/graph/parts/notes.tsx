import type { ReactNode } from 'react';
import { edgeTypeNames, usualEdgeTypes } from '../../../../model/edge.ts';
import type { Picture } from '../../../../model/picture.ts';
import type { GraphState } from '../use-graph.ts';
import { focused, pathEnd, reset } from '../state/change.ts';
import type { Ref, View } from '../state/view.ts';
import { omittedText, pictureText } from '../words.ts';

interface Props {
  readonly picture: Picture;
  readonly graph: GraphState;
  readonly view: View;
  readonly change: (view: View) => void;
}

/** What is seen and what is not, what it is narrowed to, and which path is asked for. */
export function Notes({ picture, graph: { path, judged }, view, change }: Props): ReactNode {
  const { focus, from, to, kinds, shown } = view;
  const chip = (text: string, end: () => void, title: string): ReactNode => <span className="graph-chip" key={title}>{text}<button type="button" aria-label={title} onClick={end}>×</button></span>;
  const omitted = omittedText(picture);
  return (
    <div className="graph-note" role="status">
      <span>{pictureText(picture)}.</span>
      {omitted !== undefined && <span>{omitted}</span>}
      {kinds.length < edgeTypeNames.length && <span>{kinds.length === usualEdgeTypes.length && usualEdgeTypes.every((kind) => kinds.includes(kind)) ? 'Edges that nobody depends on are not shown.' : `${kinds.length} of ${edgeTypeNames.length} kinds of edge are shown.`}</span>}
      {judged.error !== undefined && <span>Not coloured: {judged.error}</span>}
      {focus !== undefined && chip(`Around ${nameOf(picture, focus)}, ${view.depth} ${view.depth === 1 ? 'step' : 'steps'}`, () => change(focused(view, undefined, 1)), 'Show the whole estate')}
      {shown.length > 0 && chip(`${shown.length} brought out`, () => change({ ...view, shown: [] }), 'Put back what was brought out')}
      {from !== undefined && chip(`Path from ${nameOf(picture, from)}${to === undefined ? ': choose where to' : ` to ${nameOf(picture, to)}`}${to === undefined ? '' : pathText(path)}`, () => change(pathEnd(pathEnd(view, 'from', undefined), 'to', undefined)), 'Forget the path')}
      {(view.open.length > 0 || shown.length > 0 || focus !== undefined || from !== undefined || view.lose !== undefined || view.blast !== undefined) && <button type="button" className="graph-link" onClick={() => change(reset(view))}>Whole estate, all closed</button>}
    </div>
  );
}

function pathText({ data, error, loading }: GraphState['path']): string {
  if (error !== undefined) return `: ${error}`;
  if (data === undefined || loading) return ' …';
  return data.nodes.length === 0 ? ': the first does not need the second' : `, ${data.nodes.length - 1} ${data.nodes.length === 2 ? 'step' : 'steps'}`;
}

export function nameOf({ nodes }: Picture, { what, id }: Ref): string {
  return what === 'service' ? id : (nodes.find(({ resource }) => resource === id)?.name ?? id);
}
