import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../../../model/resource.ts';
import { judgeTies, ties, type Tie } from '../../../rules/support/ties.ts';
import { intentOf, viewOfExample } from '../../support/run-example.ts';

const group = (source: string): string => `Group:\n  Type: AWS::EC2::SecurityGroup\n  Properties: { GroupName: web, GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, SourceSecurityGroupId: '${source}' }] }`;
const groupsOf = (resource: Resource): Tie[] => (resource.kind === 'security-group' ? ties('security group', resource.attributes.groups) : []);

function judged(home: string, target?: string): string {
  const graph = viewOfExample({ home: group(home), ...(target === undefined ? {} : { target: group(target) }) });
  const resource = graph.ofKind('security-group').find(({ region }) => region === 'us-east-1');
  assert.ok(resource);
  const { state, message = '' } = judgeTies(resource, groupsOf, { graph, intent: intentOf(), options: {} });
  return `${state} ${message}`;
}

describe('ties to a region', () => {
  it('are a gap where the counterpart has them too, by id or by the region in them', () => {
    assert.equal(judged('sg-0123456789abcdef0', 'sg-0123456789abcdef0'), 'gap web in eu-west-1 names the security group sg-0123456789abcdef0, which eu-west-1 does not have.');
    assert.match(judged('sg-0123456789abcdef0', 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-0aaaaaaaaaaaaaaaa'), /^gap /);
    assert.match(judged('sg-0123456789abcdef0', 'sg-0aaaaaaaaaaaaaaaa'), /^ready /);
    assert.match(judged('sg-0123456789abcdef0', 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0123456789abcdef0'), /^ready /);
  });

  it('of another region than home do not count', () => assert.match(judged('sg-0123456789abcdef0', 'arn:aws:ec2:us-west-2:111122223333:security-group/sg-0aaaaaaaaaaaaaaaa'), /^ready /));

  it('leave a resource without counterpart unknown, where an id binds it', () => {
    assert.match(judged('sg-0123456789abcdef0'), /^unknown .*sg-0123456789abcdef0/);
    assert.match(judged('arn:aws:ec2:us-east-1:111122223333:security-group/sg-0123456789abcdef0'), /^ready /);
  });
});
