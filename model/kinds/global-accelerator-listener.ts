import { z } from 'zod';
import { kind } from '../kind.ts';
import { inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled } from '../reading.ts';

export const globalAcceleratorListener = kind({
  id: 'global-accelerator-listener',
  title: 'Global Accelerator listener',
  traits: ['network', 'global'],
  names: { cloudformation: 'AWS::GlobalAccelerator::Listener', terraform: ['aws_globalaccelerator_listener'] },
  arn: 'arn:{partition}:globalaccelerator::{account}:accelerator/{id}',
  name: {},
  attributes: z.object({
    accelerator: z.string().describe('Accelerator: ARN or symbol'),
    protocol: z.string().describe('TCP or UDP'),
    affinity: z.string().describe('NONE, or SOURCE_IP, which keeps a client at its endpoint'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({ accelerator: from.text('accelerator_arn'), protocol: from.text('protocol'), affinity: filled(from.text('client_affinity', 'NONE')) }),
    describe: declared,
  },
  references: ({ accelerator }) => inbound('routes', accelerator, 'AWS::GlobalAccelerator::Accelerator'),
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return { accelerator: from.text('AcceleratorArn'), protocol: from.text('Protocol', 'TCP'), affinity: from.text('ClientAffinity', 'NONE') };
}
