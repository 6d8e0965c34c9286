import assert from 'node:assert/strict';
import { it } from 'node:test';
import { judgeCode } from '../../../rules/judge-code.ts';
import { codeGlobalName } from '../../../rules/code/global-name.ts';
import { folderWith, runCli } from '../../support/io.ts';
import { readCode } from '../../../scanner/code/index.ts';
import type { LanguageId } from '../../../scanner/files/language.ts';

async function told([path, language]: readonly [string, LanguageId], text: string, targets: readonly string[] = ['eu-west-1']): Promise<string[]> {
  const facts = await readCode({ path, language, text });
  const occurrences = facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : []));
  const intent = { strategy: 'warm-standby' as const, exemptions: [], today: '2026-01-01' };
  return judgeCode({ occurrences, rules: [codeGlobalName], settings: {}, home: ['us-east-1'], targets, intent, serviceOf: () => 'code' }).map(({ state, severity, occurrence }) => `${state} ${severity} ${occurrence?.text}`);
}

const resources = (...all: readonly string[]): string => `Resources:\n${all.join('\n')}`;
const role = '  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: shop\n      Policies:\n        - PolicyName: inline';
const queue = '  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: orders';

it('speaks of names that are taken in all regions, for a template that is deployed to another one', async () => {
  assert.deepEqual(await told(['template.yaml', 'yaml'], resources(role, queue)), ['gap high shop']);
  assert.deepEqual(await told(['template.yaml', 'yaml'], resources(role, queue), []), []);
  assert.deepEqual(await told(['template.yaml', 'yaml'], resources(role, queue), ['us-east-1']), []);
  assert.deepEqual(await told(['template.yaml', 'yaml'], resources(role)), []);
});

it('leaves names alone that are put together, and reads Terraform with less certainty', async () => {
  assert.deepEqual(await told(['main.tf', 'terraform'], 'resource "aws_s3_bucket" "a" {\n  bucket = "shop-${var.region}"\n}\nresource "aws_iam_role" "b" {\n  name = "shop"\n}\nresource "aws_sqs_queue" "c" {\n  name = "orders"\n}'), ['gap medium shop']);
});

it('is said by lint of templates that are deployed to several regions, and never beside resources that are judged', async () => {
  const cwd = await folderWith({
    '.git/HEAD': '', 'twice.yaml': resources(role, queue), 'once.yaml': resources(role.replace('shop', 'other'), queue),
    'regionready.config.yaml': 'home: us-east-1\ntemplates:\n  - { path: twice.yaml, regions: [us-east-1, eu-west-1] }\n  - { path: once.yaml, regions: [us-east-1] }\n',
  });
  const files = async (...argv: string[]): Promise<string[]> => [...new Set((await runCli([...argv, '--target', 'eu-west-1', '--format', 'json'], { cwd })).stdout.match(/"code-global-name"[^}]*?(?:twice|once)\.yaml/g) ?? [])].map((text) => text.slice(-10));
  assert.deepEqual(await files('lint', '--no-cache'), ['twice.yaml']);
  assert.deepEqual(await files('audit'), []);
});
