import { z } from 'zod';
import { kind } from '../kind.ts';
import { setOf } from '../reading.ts';

export const sesMultiRegionEndpoint = kind({
  id: 'ses-multi-region-endpoint',
  title: 'SES global endpoint',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::SES::MultiRegionEndpoint', terraform: [] },
  arn: 'arn:{partition}:ses:{region}:{account}:multi-region-endpoint/{name}',
  name: { cloudformation: 'EndpointName' },
  attributes: z.object({
    secondaryRegions: z.array(z.string()).describe('Regions that mail is sent from besides its own'),
  }),
  read: {
    cloudformation: (from) => ({ secondaryRegions: setOf(from.texts('Details.RouteDetails[].Region', [])) }),
    describe: (from, { region }) => ({ secondaryRegions: setOf(from.texts('Regions[]')?.filter((each) => each !== region)) }),
  },
});
