import type { ReactNode } from 'react';
import { titleOf } from '../drawing/drawing.ts';
import type { PanelProps } from './panel-props.ts';

/** A link in the panel that selects a node of the picture. */
export function NodeLink({ picture, view, change, id }: Pick<PanelProps, 'picture' | 'view' | 'change'> & { readonly id: string }): ReactNode {
  const node = picture.nodes.find((each) => each.id === id);
  return <button type="button" className="graph-link" onClick={() => change({ ...view, selected: id })}>{node === undefined ? id : titleOf(node)}{node !== undefined && node.group !== '' && picture.by !== 'none' ? <span className="quiet"> {picture.by === 'vpc' ? '' : node.group}</span> : null}</button>;
}
