import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgeTypes } from '../../model/edge.ts';
import { connectionsOf, spelling } from '../../model/connection.ts';
import { connectionTable } from '../../model/connection-table.ts';
import { cfnTypeNames } from '../../model/cfn-type.ts';
import { connected } from '../../scanner/connected.ts';
import type { Reference } from '../../model/fact.ts';

const of = (type: string, ...references: Reference[]): string[] =>
  connected(references, { id: 'me', types: [type] }).map(({ from = '', edge = '?', to, path }) => `${from} ${edge} ${to} @${path}`);

describe('connected', () => {
  it('types what a property names, in the direction that the sentence has', () => {
    assert.deepEqual(of('AWS::EC2::SubnetRouteTableAssociation', { path: 'SubnetId', to: 'subnet-1' }, { path: 'RouteTableId', to: 'rtb-1' }), [
      ' attaches subnet-1 @SubnetId', 'subnet-1 attaches rtb-1 @SubnetId', ' attaches rtb-1 @RouteTableId',
    ]);
    assert.deepEqual(of('AWS::Lambda::Permission', { path: 'SourceArn', to: 'arn:aws:sns:us-east-1:1:t' }, { path: 'FunctionName', to: 'f' }), [
      'arn:aws:sns:us-east-1:1:t triggers f @SourceArn', ' attaches f @FunctionName',
    ]);
  });

  it('reads Terraform’s spelling of the same property', () => {
    assert.deepEqual(of('AWS::EC2::RouteTable', { path: 'vpc_id', to: 'vpc-1' }, { path: 'route[].nat_gateway_id', to: 'nat-1' }), ['vpc-1 contains ⟦me⟧ @vpc_id', ' routes nat-1 @route[].nat_gateway_id']);
    assert.equal(spelling('VpcConfig.SubnetIds[]'), spelling('vpc_config[].subnet_ids[]'));
  });

  it('derives what a relation of the specification usually means', () => {
    assert.deepEqual(of('AWS::ApiGateway::Deployment', { path: 'RestApiId', to: 'api' }), ['api contains ⟦me⟧ @RestApiId'], 'part of the identity: contained');
    assert.deepEqual(of('AWS::ECR::RegistryScanningConfiguration', { path: 'Nothing', to: 'x' }), [' ? x @Nothing']);
  });

  it('leaves what a kind declared as it is, and says nothing twice', () => {
    const declared: Reference = { path: 'SubnetId', to: 'subnet-1', edge: 'contains', from: 'vpc-1' };
    assert.deepEqual(of('AWS::EC2::NatGateway', declared, { path: 'SubnetId', to: 's', edge: 'routes' }), ['vpc-1 contains subnet-1 @SubnetId', ' routes s @SubnetId']);
    const tied = [{ path: 'SubnetId', to: 'subnet-1' }, { path: 'RouteTableId', to: 'rtb-1' }];
    const association = { id: 'me', types: ['AWS::EC2::SubnetRouteTableAssociation'] };
    assert.deepEqual(connected(connected(tied, association), association), connected(tied, association), 'a property with two meanings keeps both');
    const once = connected([{ path: 'SourceArn', to: 'a' }, { path: 'FunctionName', to: 'f' }], { id: 'me', types: ['AWS::Lambda::Permission'] });
    assert.deepEqual(connected(once, { id: 'me', types: ['AWS::Lambda::Permission'] }), once);
  });

  it('pairs no more than a bounded number', () => {
    const many = (path: string): Reference[] => Array.from({ length: 1_000 }, (_, index) => ({ path, to: `${path}-${index}` }));
    assert.ok(of('AWS::WAFv2::WebACLAssociation', { path: 'WebACLArn', to: 'acl' }, ...many('ResourceArn')).length < 2_500);
  });
});

describe('connectionTable', () => {
  it('names known types, edges and paths', () => {
    const known = new Set(cfnTypeNames);
    for (const [type, sentences] of Object.entries(connectionTable)) {
      assert.ok(type.startsWith('aws_') || known.has(type), type);
      for (const sentence of sentences) assert.match(sentence, new RegExp(`^[\\w.\\[\\]]+ (?:${Object.keys(edgeTypes).join('|')}) [\\w.\\[\\]]+$`), `${type}: ${sentence}`);
      assert.ok(connectionsOf(type).size > 0);
    }
  });
});
