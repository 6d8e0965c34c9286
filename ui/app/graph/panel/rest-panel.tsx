import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PictureNode } from '../../../../model/picture.ts';
import { counted } from '../../state/words.ts';
import { shortType } from '../drawing/text.ts';
import { Neighbours } from './neighbours.tsx';
import type { PanelProps } from './panel-props.ts';

/** Several things that are gathered for lack of room. */
export function RestPanel({ picture, view, change, node: { id, services, resources, type, service } }: PanelProps & { readonly node: PictureNode }): ReactNode {
  return (
    <SpaceBetween size="s">
      <Box variant="p">
        {services === undefined
          ? `${counted(resources, 'resource')}${type === undefined ? '' : ` of type ${shortType(type)}`} of ${service ?? 'several services'}, gathered in one node. Search for one of them to bring it out, or open the service.`
          : `${counted(services, 'service')} with ${counted(resources, 'resource')}, gathered in one node: the picture holds the largest services only, so that it can be moved and read. Search for one of them to see it with what is around it.`}
      </Box>
      <Neighbours picture={picture} view={view} change={change} ids={new Set([id])} />
    </SpaceBetween>
  );
}
