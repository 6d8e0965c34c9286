import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleRegistry } from '../../cli/registry.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import { judge } from '../../rules/judge.ts';
import type { EstateExample } from '../../rules/rule.ts';
import { yaml } from '../../rules/support/yaml.ts';
import { auditOf } from '../support/ready-estate.ts';
import { intentOf, viewOfExample } from '../support/run-example.ts';

const judged = (example: EstateExample): Readiness => judge({ view: viewOfExample(example), rules: [...ruleRegistry.values()], intent: intentOf(example), tool: 'test' });
const named = ({ rule, title }: Pick<Judgement, 'rule' | 'title'>): string => `${rule} ${title}`;
const gapsOf = ({ judgements }: Readiness): Judgement[] => judgements.filter(({ state }) => state === 'gap');

describe('one cause', () => {
  it('is one finding for a key that five stores are encrypted with, and names them all', () => {
    const stores = yaml`
      Key:
        Type: AWS::KMS::Key
        Properties: { KeyPolicy: { Statement: [] } }
      Alias:
        Type: AWS::KMS::Alias
        Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key }
      Orders:
        Type: AWS::DynamoDB::Table
        Properties: { TableName: orders, SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn } }
      Ledger:
        Type: AWS::RDS::DBInstance
        Properties: { DBInstanceIdentifier: ledger, Engine: postgres, StorageEncrypted: true, KmsKeyId: !GetAtt Key.Arn }
      Files:
        Type: AWS::EFS::FileSystem
        Properties: { Encrypted: true, KmsKeyId: !GetAtt Key.Arn, FileSystemTags: [{ Key: Name, Value: files }] }
      Media:
        Type: AWS::S3::Bucket
        Properties: { BucketName: media, BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn } }] } }
      Token:
        Type: AWS::SecretsManager::Secret
        Properties: { Name: token, KmsKeyId: !GetAtt Key.Arn }
    `;
    const readiness = judged({ home: stores });
    const key = gapsOf(readiness).filter(({ rule }) => rule === 'config-kms-target-key-missing');
    assert.deepEqual(key.map(({ title }) => title), ['Key']);
    assert.deepEqual(key[0]?.evidence.filter(({ what }) => what.startsWith('encrypts ')).map(({ value }) => value).sort(), ['Files', 'ledger', 'media', 'orders', 'token']);
    const waiting = gapsOf(readiness).filter(({ before = [] }) => before.includes(key[0]?.fingerprint ?? ''));
    for (const store of ['data-ddb-no-replica orders', 'data-rds-no-xregion ledger', 'data-efs-no-replication Files', 'data-s3-no-crr media']) assert.ok(waiting.map(named).includes(store), store);
  });

  it('is a template that is not deployed to the target, told by the worst of its gaps', async () => {
    const readiness = await auditOf({ estate: 'ready-warm-standby', cuts: [{ file: 'regionready.config.yaml', cut: 'templates/app.yaml, regions: [eu-west-1, eu-central-1]', put: 'templates/app.yaml, regions: [eu-west-1]' }] });
    const roots = gapsOf(readiness).filter(({ cause }) => cause === undefined).map(named);
    assert.deepEqual(roots, ['compute-no-peer shop-fulfilment', 'traffic-cf-single-origin Distribution', 'traffic-r53-simple origin.shop.example.com']);
    const [cause, ...more] = readiness.causes ?? [];
    assert.deepEqual([cause?.rule, cause?.subjects.length, more], ['compute-no-peer', 12, []]);
    const byPrint = new Map(readiness.judgements.map((each) => [each.fingerprint, each]));
    const entry = gapsOf(readiness).find(({ rule }) => rule === 'traffic-r53-simple');
    assert.deepEqual(entry?.before?.map((each) => named(byPrint.get(each) as Judgement)), ['network-no-peer shop-orders']);
  });

  it('is a plan that copies nothing, for every store that it backs up', async () => {
    const readiness = await auditOf({ estate: 'ready-backup-restore', cuts: [{ file: 'templates/stores.yaml', cut: /            CopyActions: .*\n/ }] });
    const [cause] = readiness.causes ?? [];
    assert.deepEqual([cause?.rule, cause?.subjects.map(named).sort()], ['data-backup-no-copy-action', ['data-ddb-no-replica archive-index', 'data-efs-no-replication Files', 'data-rds-no-xregion archive', 'graph-spof archive']]);
  });

  it('is the text of a template for the rule on the resource and the rule on the text', async () => {
    const readiness = await auditOf({ estate: 'ready-warm-standby', cuts: [{ file: 'templates/app.yaml', cut: '.dkr.ecr.${AWS::Region}.', put: '.dkr.ecr.eu-west-1.' }] });
    const gaps = gapsOf(readiness);
    const [image] = gaps.filter(({ rule }) => rule === 'artifact-image-cross-region-pull');
    assert.deepEqual(gaps.filter(({ rule }) => rule.startsWith('code-')).map(({ cause }) => cause), [image?.fingerprint]);
  });

  it('never leads in a circle, and what comes before never does', async () => {
    const readiness = await auditOf({ estate: 'ready-pilot-light', cuts: [{ file: 'regions.tf', cut: /module "web_recovery" \{[\s\S]*?\n\}\n/ }, { file: 'traffic.tf', cut: /resource "aws_route53_record" "recovery" \{\n[\s\S]*?\n\}\n/ }] });
    const byPrint = new Map(readiness.judgements.map((each) => [each.fingerprint, each]));
    const reach = (print: string, seen: readonly string[]): void => {
      assert.ok(!seen.includes(print));
      for (const next of byPrint.get(print)?.before ?? []) reach(next, [...seen, print]);
    };
    for (const { fingerprint, cause } of gapsOf(readiness)) {
      reach(fingerprint, []);
      assert.equal(cause === undefined ? undefined : byPrint.get(cause)?.cause, undefined);
    }
    assert.ok(gapsOf(readiness).some(({ before = [] }) => before.length > 0));
  });
});
