import { Button, Header } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Picture } from '../../../../model/picture.ts';
import { lineId, titleOf } from '../drawing/drawing.ts';
import { LinePanel } from './line-panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { ResourcePanel } from './resource-panel.tsx';
import { RestPanel } from './rest-panel.tsx';
import { ServicePanel } from './service-panel.tsx';

/** Everything about what is selected, and what one can do with it. */
export function Panel(props: PanelProps): ReactNode {
  const { picture, view, change } = props;
  const chosen = chosenOf(picture, view.selected);
  if (chosen === undefined) return null;
  const close = <Button iconName="close" variant="icon" ariaLabel="Close the details" onClick={() => change({ ...view, selected: undefined })} />;
  return (
    <aside className="graph-panel" aria-label="Details">
      <Header variant="h2" actions={close}>{chosen.title}</Header>
      {chosen.content(props)}
    </aside>
  );
}

interface Chosen {
  readonly title: string;
  readonly content: (props: PanelProps) => ReactNode;
}

function chosenOf({ nodes, lines, boxes }: Picture, id: string | undefined): Chosen | undefined {
  if (id === undefined) return undefined;
  const node = nodes.find((each) => each.id === id);
  const box = boxes.find((each) => each.id === id);
  const service = box?.service ?? (node?.what === 'service' ? node.service : undefined);
  if (service !== undefined) return { title: service, content: (props) => <ServicePanel key={id} {...props} id={id} service={service} isOpen={box !== undefined} /> };
  if (node?.resource !== undefined) return { title: node.name, content: (props) => <ResourcePanel key={id} {...props} id={id} resource={node.resource ?? ''} /> };
  if (node !== undefined) return { title: titleOf(node), content: (props) => <RestPanel {...props} node={node} /> };
  const line = lines.find((each) => lineId(each) === id);
  return line === undefined ? undefined : { title: 'Connection', content: (props) => <LinePanel {...props} line={line} /> };
}
