import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globalAcceleratorListener } from '../../../model/kinds/global-accelerator-listener.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('global-accelerator-listener', () => {
  it('reads the same attributes from both, behind its accelerator', () => {
    const read = sameAttributes(globalAcceleratorListener, { cloudformation: { AcceleratorArn: 'ga', Protocol: 'TCP', ClientAffinity: 'SOURCE_IP' }, terraform: { accelerator_arn: 'ga', protocol: 'TCP', client_affinity: 'SOURCE_IP' } });
    assert.deepEqual(read, { accelerator: 'ga', protocol: 'TCP', affinity: 'SOURCE_IP' });
    sameDescribed(globalAcceleratorListener, { like: read, describe: { ListenerArn: 'l', AcceleratorArn: 'ga', Protocol: 'TCP', ClientAffinity: 'SOURCE_IP', PortRanges: [{ FromPort: 443, ToPort: 443 }] } });
    assert.deepEqual(referencesOf(globalAcceleratorListener, read), [{ edge: 'routes', from: 'ga', to: '⟦itself⟧', target: 'AWS::GlobalAccelerator::Accelerator' }]);
  });
});
