import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globalAccelerator } from '../../../model/kinds/global-accelerator.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('global-accelerator', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(globalAccelerator, {
      cloudformation: { Name: 'shop', Enabled: false, IpAddresses: ['192.0.2.1'], FlowLogsEnabled: true, FlowLogsS3Bucket: 'flow' },
      terraform: { name: 'shop', enabled: false, ip_addresses: ['192.0.2.1'], attributes: [{ flow_logs_enabled: true, flow_logs_s3_bucket: 'flow' }] },
    });
    assert.deepEqual(read, { enabled: false, ownAddresses: ['192.0.2.1'], logBucket: 'flow' });
    sameDescribed(globalAccelerator, {
      like: read,
      untold: ['ownAddresses'],
      describe: { Name: 'shop', Enabled: false, Status: 'DEPLOYED', IpSets: [{ IpAddresses: ['192.0.2.1', '192.0.2.2'], IpAddressFamily: 'IPv4' }], AcceleratorAttributes: { FlowLogsEnabled: true, FlowLogsS3Bucket: 'flow' } },
    });
    assert.deepEqual(referencesOf(globalAccelerator, read), [{ edge: 'writes', to: 'flow', target: 'AWS::S3::Bucket' }]);
  });
});
