import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceOfClient, serviceOfNamespace, serviceOfType } from '../../model/service.ts';

test('finds a service by CloudFormation namespace', () => {
  assert.equal(serviceOfNamespace('MSK'), 'kafka');
  assert.equal(serviceOfNamespace('AWS::Cassandra'), 'mcs');
  assert.equal(serviceOfNamespace('ARCRegionSwitch'), null);
  assert.equal(serviceOfNamespace('NoSuchService'), undefined);
  assert.equal(serviceOfNamespace('constructor'), undefined);
});

test('a type may belong to another service than its namespace', () => {
  assert.equal(serviceOfType('AWS::EC2::Instance'), 'ec2');
  assert.equal(serviceOfType('AWS::EC2::VerifiedAccessEndpoint'), 'verified-access');
  assert.equal(serviceOfType('AWS::Timestream::InfluxDBInstance'), 'timestream-influxdb');
  assert.equal(serviceOfType('Custom::Thing'), undefined);
});

test('finds a service by the names that code and endpoints use', () => {
  const names = { dynamodb: 'dynamodb', sfn: 'stepfunctions', states: 'stepfunctions', 'Elastic Load Balancing v2': 'elb', 'api.ecr': 'ecr', amp: 'aps', opensearch: 'es', keyspaces: 'mcs', cassandra: 'mcs', sesv2: 'ses', 'client-does-not-exist': undefined };
  for (const [name, code] of Object.entries(names)) assert.equal(serviceOfClient(name), code, name);
});

test('names that mislead: Application Auto Scaling is not the tree\'s application-autoscaling, WAF Classic not its waf', () => {
  assert.equal(serviceOfClient('application-autoscaling'), null);
  assert.equal(serviceOfNamespace('ApplicationAutoScaling'), null);
  assert.equal(serviceOfNamespace('AutoScalingPlans'), 'application-autoscaling');
  assert.equal(serviceOfClient('waf'), null);
  assert.equal(serviceOfClient('wafv2'), 'waf');
  assert.equal(serviceOfNamespace('SMSVOICE'), 'pinpoint-sms-voice-v2');
});

test('a host that several services share names none of them', () => {
  assert.equal(serviceOfClient('rds'), 'rds');
  assert.equal(serviceOfClient('aws-marketplace'), undefined);
});
