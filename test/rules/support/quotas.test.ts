import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedQuotas, usageOf } from '../../../rules/support/quotas.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { viewOfExample } from '../../support/run-example.ts';

const used = (code: string, home: string, region = 'us-east-1'): string => {
  const quota = countedQuotas.find((each) => each.code === code);
  assert.ok(quota);
  const { used: count, complete } = usageOf(viewOfExample({ home }), quota, { account: '111122223333', region });
  return `${count}${complete ? '' : ' at least'}`;
};
const instance = (name: string, type: string): string => yaml`
  ${name}:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-1, InstanceType: ${type} }
`;

describe('quotas that count', () => {
  it('are known by one code each', () => {
    assert.equal(new Set(countedQuotas.map(({ code }) => code)).size, countedQuotas.length);
    for (const { code } of countedQuotas) assert.match(code, /^[a-z0-9-]+\/L-[0-9A-F]{8}$/);
  });

  it('count vCPUs of the Standard families, and groups at their largest', () => {
    assert.equal(used('ec2/L-1216C47A', [instance('A', 'm7g.large'), instance('B', 'c7i.4xlarge'), instance('C', 't3.micro'), instance('D', 'p5.48xlarge'), instance('E', 'inf2.xlarge')].join('\n')), '20');
    assert.equal(used('ec2/L-1216C47A', [instance('A', 'm7g.large'), instance('B', 'm7g.metal')].join('\n')), '2 at least');
  });

  it('count what is at the place only', () => {
    const balancers = yaml`
      Web:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties: { Type: application }
      Tcp:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties: { Type: network }
    `;
    assert.equal(used('elasticloadbalancing/L-53DA6B97', balancers), '1');
    assert.equal(used('elasticloadbalancing/L-53DA6B97', balancers, 'eu-west-1'), '0');
  });
});
