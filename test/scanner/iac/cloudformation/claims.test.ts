import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTemplate } from '../../../../scanner/iac/cloudformation/claims.ts';

const claims = (text: string, path = 'a.yaml'): boolean => isTemplate({ path, text });

test('templates: by version, by resources with AWS types, by the serverless transform', () => {
  assert.ok(claims('AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n'));
  assert.ok(claims('# comment\n---\nResources:\n  A:\n    Type: "AWS::S3::Bucket"\n'));
  assert.ok(claims('  Resources:\n    A:\n      Type: Custom::Thing\n'));
  assert.ok(claims('Resources:\n  # by hand - for now\n  # - later\n  A:\n    Type: AWS::S3::Bucket\n'), 'lists in comments are none');
  assert.ok(claims('Transform: AWS::Serverless-2016-10-31\n'));
  assert.ok(claims('\uFEFF{"Resources": {"A": {"Type": "Alexa::ASK::Skill"}}}', 'a.json'));
  assert.ok(claims('{"AWSTemplateFormatVersion": "2010-09-09"}', 'stack.template'));
});

test('not templates', () => {
  const others = {
    'serverless.yml': 'service: shop\nprovider:\n  name: aws\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n',
    'serverless.yaml': 'service: shop\nprovider: {name: aws}\nResources:\n  A:\n    Type: AWS::S3::Bucket\n',
    'k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  template: |\n    AWSTemplateFormatVersion: x\n',
    'compose.yaml': 'services:\n  a:\n    image: b\n',
    'workflow.yml': 'on: push\njobs:\n  a:\n    env:\n      Resources: "Type: AWS::S3::Bucket"\n',
    'openapi.yaml': 'openapi: 3.0.1\ncomponents:\n  Resources:\n    Type: AWS::S3::Bucket\n',
    'appspec.yml': 'version: 0.0\nResources:\n  - F:\n      Type: AWS::Lambda::Function\n',
    'get-template.json': '{"TemplateBody": {"AWSTemplateFormatVersion": "x", "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}}',
    'README.md': 'AWSTemplateFormatVersion: x\n',
    'resources.json': '{"Resources": {"A": {"Type": "Microsoft::VM"}}}',
  };
  for (const [path, text] of Object.entries(others)) assert.equal(claims(text, path), false, path);
});
