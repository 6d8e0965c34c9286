import { z } from 'zod';
import { kind } from '../kind.ts';
import { setOf } from '../reading.ts';

export const ssoInstance = kind({
  id: 'sso-instance',
  title: 'IAM Identity Center instance',
  traits: ['identity'],
  names: { cloudformation: 'AWS::SSO::Instance', terraform: [] },
  name: { cloudformation: 'Name' },
  attributes: z.object({
    replicaRegions: z.array(z.string()).describe('Regions besides its primary one in which it works'),
  }),
  read: {
    // Neither template nor provider can add a region: the service alone tells.
    cloudformation: () => ({}),
    describe: (from) => ({ replicaRegions: setOf(from.items('Regions[]')?.flatMap((each) => (each.flag('IsPrimaryRegion') === true || each.text('Status') !== 'ACTIVE' ? [] : (each.text('RegionName') ?? [])))) }),
  },
});
