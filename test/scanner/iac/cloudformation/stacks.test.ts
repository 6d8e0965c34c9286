import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { survey } from '../../../../scanner/iac/cloudformation/survey.ts';
import { blindSpotsIn, contextOf, fileOf, one, read, resourcesIn, scopeOf, targetsOf } from './support.ts';

const network = `Parameters: {Cidr: {Type: String}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Cidr}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
Outputs:
  VpcId: {Value: !Ref Vpc, Export: {Name: !Sub "\${AWS::Region}-vpc"}}
  Subnets: {Value: !Join [",", [!Ref Subnet, subnet-0a1b2c3d]], Export: {Name: subnets}}
  Size: {Value: 3, Export: {Name: size}}
`;
const parent = `Resources:
  Network: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./network.yaml, Parameters: {Cidr: 10.0.0.0/16}}}
  App:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: !Sub "https://s3.amazonaws.com/\${AWS::AccountId}/infra/app.yaml", Parameters: {Vpc: !GetAtt Network.Outputs.VpcId, Subnets: !GetAtt Network.Outputs.Subnets}}
  Gone: {Type: AWS::SNS::Topic, Properties: {TopicName: !GetAtt Network.Outputs.Size}}
`;
const app = 'Parameters: {Vpc: {Type: String}, Subnets: {Type: CommaDelimitedList}}\nResources: {Group: {Type: AWS::X::Y, Properties: {VpcId: !Ref Vpc, Subnets: !Ref Subnets}}}\n';
const files = { 'infra/network.yaml': network, 'infra/app.yaml': app };

describe('nested stacks', () => {
  const facts = read(parent, { path: 'infra/main.yaml', files });

  test('are read as part of their parent, with its parameters and each other’s outputs', () => {
    assert.deepEqual(resourcesIn(facts).map(({ id }) => id.replace('cloudformation:main/eu-west-1/', '')), ['Network', 'Network/Vpc', 'Network/Subnet', 'App', 'App/Group', 'Gone']);
    assert.deepEqual(targetsOf(one(facts, 'Group')), ['subnet-0a1b2c3d', '⟦cloudformation:main/eu-west-1/Network/Subnet⟧', '⟦cloudformation:main/eu-west-1/Network/Vpc⟧']);
    assert.deepEqual([one(facts, 'Vpc').stack, one(facts, 'Vpc').source.file], ['main', 'infra/network.yaml']);
    assert.equal(one(facts, 'Gone').name, '3');
    assert.deepEqual(blindSpotsIn(facts), []);
  });

  test('a template that is not there is a blind spot, and its outputs stay symbols', () => {
    const alone = read(parent, { path: 'infra/main.yaml', files: { 'infra/app.yaml': app } });
    assert.deepEqual(blindSpotsIn(alone).map(({ reason, source }) => [reason, source.line]), [['unreadable', 2]]);
    assert.ok(targetsOf(one(alone, 'Group')).includes('⟦cloudformation:main/eu-west-1/Network#Outputs.VpcId⟧'));
  });

  test('circles, depth and numbers are bounded', () => {
    const self = (url: string): string => `Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}}\n`;
    const circle = read(self('./b.yaml'), { path: 'a.yaml', files: { 'a.yaml': self('./b.yaml'), 'b.yaml': self('./a.yaml') } });
    assert.match(blindSpotsIn(circle)[0]?.message ?? '', /contains itself/);
    const chain = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`t${i}.yaml`, self(`./t${i + 1}.yaml`)]));
    assert.match(blindSpotsIn(read(self('./t0.yaml'), { files: chain }))[0]?.message ?? '', /deeper than 20/);
    const many = (url: string): string => `Resources:\n${Array.from({ length: 30 }, (_, i) => `  S${i}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}`).join('\n')}\n`;
    const wide = read(many('./w1.yaml'), { files: { 'w1.yaml': many('./w2.yaml'), 'w2.yaml': many('./w3.yaml'), 'w3.yaml': self('x') } });
    assert.ok(blindSpotsIn(wide).some(({ message }) => message.includes('Too many')));
  });

  test('outputs that ask for each other end', () => {
    const asks = (other: string): string => `Parameters: {P: {Type: String}}\nResources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref P}}}\nOutputs: {O: {Value: !Ref P}}\n# ${other}\n`;
    const both = 'Resources:\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./a.yaml, Parameters: {P: !GetAtt B.Outputs.O}}}\n  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./b.yaml, Parameters: {P: !GetAtt A.Outputs.O}}}\n';
    assert.equal(resourcesIn(read(both, { files: { 'a.yaml': asks('b'), 'b.yaml': asks('a') } })).length, 4);
  });

  test('an AWS CDK nested stack names its template in metadata', () => {
    const cdk = 'Resources: {N: {Type: AWS::CloudFormation::Stack, Metadata: {aws:asset:path: N.nested.template.json, aws:asset:property: TemplateURL}, Properties: {TemplateURL: {Fn::Sub: "https://x/hash.json"}}}}\n';
    assert.equal(resourcesIn(read(cdk, { files: { 'N.nested.template.json': '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}' } })).length, 2);
  });
});

describe('exports', () => {
  test('the resource behind an export answers to the symbol that imports give', () => {
    const [vpc] = resourcesIn(read(network, { stack: 'net' }));
    assert.deepEqual(vpc?.identities, ['⟦export:eu-west-1/eu-west-1-vpc⟧', '⟦output:net/eu-west-1/VpcId⟧']);
    const importing = 'Resources: {S: {Type: AWS::X::Y, Properties: {VpcId: !ImportValue {Fn::Sub: "${AWS::Region}-vpc"}}}}\n';
    assert.deepEqual(targetsOf(one(read(importing), 'S')), ['⟦export:eu-west-1/eu-west-1-vpc⟧']);
  });

  test('a survey gives what the other templates need to know', () => {
    const { nested, exports } = survey(fileOf(parent, 'infra/main.yaml'), contextOf({ files }));
    assert.deepEqual([...nested], ['infra/network.yaml', 'infra/app.yaml']);
    assert.deepEqual(Object.fromEntries(exports), {
      'eu-west-1/eu-west-1-vpc': '⟦cloudformation:main/eu-west-1/Network/Vpc⟧',
      'eu-west-1/size': '3',
      'eu-west-1/subnets': '⟦cloudformation:main/eu-west-1/Network/Subnet⟧,subnet-0a1b2c3d',
    });
    assert.equal(survey(fileOf('Resources: {T: {Type: AWS::SNS::Topic}}'), contextOf()).exports.size, 0);
  });

  test('values that the context knows are put in place', () => {
    const exports = (region: string, name: string): string | undefined => (`${region}/${name}` === 'eu-west-1/subnets' ? 'subnet-0a1b2c3d,⟦cloudformation:net/eu-west-1/B⟧' : undefined);
    const scope = scopeOf('Resources: {}\nOutputs: {O: {Value: !Split [",", !ImportValue subnets]}, P: {Value: !ImportValue other}}\n', { exports });
    assert.deepEqual(scope.output('O'), ['subnet-0a1b2c3d', '⟦cloudformation:net/eu-west-1/B⟧']);
    assert.equal(scope.output('P'), '⟦export:eu-west-1/other⟧');
  });
});
