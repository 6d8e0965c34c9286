import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact } from '../../../../model/fact.ts';
import { kinds } from '../../../../model/kinds/index.ts';
import { CallFailure } from '../../../../scanner/aws/gateway/failure.ts';
import type { Probe } from '../../../../scanner/aws/probe.ts';
import { dsqlCluster } from '../../../../scanner/aws/probes/dsql-cluster.ts';
import { efsFileSystem } from '../../../../scanner/aws/probes/efs-file-system.ts';
import { eksCluster } from '../../../../scanner/aws/probes/eks-cluster.ts';
import { backupVault } from '../../../../scanner/aws/probes/backup-vault.ts';
import { route53Record } from '../../../../scanner/aws/probes/route53-record.ts';
import type { Context } from '../../../../scanner/aws/scan/context.ts';
import { knowledge } from '../../../../scanner/aws/scan/knowledge.ts';
import { probeTask } from '../../../../scanner/aws/scan/probe-task.ts';
import { scriptedPlace, type Script } from '../../../support/scripted-place.ts';

interface Told {
  readonly facts: Fact[];
  readonly failed: { readonly action: string; readonly count: number | undefined }[];
  readonly asked: readonly string[];
}

/** Runs the probe with every attribute of its kind wanted. */
async function run(probe: Probe, script: Script): Promise<Told> {
  const place = scriptedPlace(script);
  const context: Context = {
    gateway: { at: () => place }, knowledge: knowledge(), asOf: '2026-11-21T00:00:00Z', partition: 'aws', regions: [], accounts: [place.account], globalRegion: 'us-east-1', targets: [],
    wanted: (kind) => new Set(Object.keys(kinds[kind as keyof typeof kinds].attributes.shape)),
  };
  const told: Told = { facts: [], failed: [], asked: place.asked };
  await probeTask(probe, place, context).run({
    cursor: undefined, written: new Set(), note: () => undefined, miss: () => undefined, checkpoint: () => undefined,
    fact: (fact) => told.facts.push(fact),
    failed: ({ action }, concerned) => told.failed.push({ action, count: concerned?.count }),
  });
  return told;
}
const calls = ({ asked }: Told, operation: string): number => asked.filter((each) => each.startsWith(`${operation} `)).length;
const resources = ({ facts }: Told) => facts.filter((fact) => fact.type === 'resource');

describe('probeTask', () => {
  it('asks one question once for all that reads its answer', async () => {
    const eks = await run(eksCluster, {
      ListClusters: () => ({ clusters: ['shop'] }), DescribeCluster: () => ({ cluster: { name: 'shop', version: '1.33', tags: { app: 'shop' } } }), ListAddons: () => ({ addons: [] }), ListPodIdentityAssociations: () => ({ associations: [] }),
    });
    assert.deepEqual([calls(eks, 'DescribeCluster'), resources(eks)[0]?.tags, resources(eks)[0]?.attributes['engineVersion']], [1, { app: 'shop' }, '1.33']);
    const dsql = await run(dsqlCluster, { ListClusters: () => ({ clusters: [{ identifier: 'a', arn: 'arn:aws:dsql:eu-west-1:123456789012:cluster/a' }] }), GetCluster: () => ({ identifier: 'a', deletionProtectionEnabled: true, tags: { app: 'a' } }) });
    assert.deepEqual([calls(dsql, 'GetCluster'), resources(dsql)[0]?.tags], [1, { app: 'a' }]);
    const efs = await run(efsFileSystem, {
      DescribeFileSystems: () => ({ FileSystems: [{ FileSystemId: 'fs-1', Tags: [] }] }), DescribeReplicationConfigurations: () => ({ Replications: [] }), DescribeBackupPolicy: () => ({}), DescribeFileSystemPolicy: () => ({}),
      DescribeMountTargets: () => ({ MountTargets: [{ MountTargetId: 'fsmt-1', SubnetId: 'subnet-1' }] }), DescribeMountTargetSecurityGroups: () => ({ SecurityGroups: ['sg-1'] }),
    });
    assert.equal(calls(efs, 'DescribeMountTargets'), 1);
    assert.deepEqual(resources(efs)[0]?.attributes['securityGroups'], ['sg-1']);
  });

  it('asks once in a place what is the same for all of its resources', async () => {
    const told = await run(backupVault, {
      ListBackupVaults: () => ({ BackupVaultList: [{ BackupVaultName: 'a' }, { BackupVaultName: 'b' }] }), GetBackupVaultNotifications: () => ({}), GetBackupVaultAccessPolicy: () => ({}), ListTags: () => ({ Tags: {} }),
      ListRestoreJobs: () => ({ RestoreJobs: [{ CompletionDate: new Date('2026-11-01T00:00:00Z') }] }),
    });
    assert.equal(calls(told, 'ListRestoreJobs'), 1);
    assert.deepEqual(resources(told).map(({ attributes }) => attributes['lastRestored']), ['2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z']);
  });

  it('counts a resource once whose one call failed for several answers', async () => {
    const denied = new CallFailure('dsql:GetCluster', { name: 'AccessDeniedException', reason: 'denied', message: 'no' });
    const told = await run(dsqlCluster, {
      ListClusters: () => ({ clusters: [{ identifier: 'a' }] }),
      GetCluster() {
        throw denied;
      },
    });
    assert.deepEqual(told.failed, [{ action: 'dsql:GetCluster', count: 1 }]);
  });

  it('keeps DNS records of one name and type apart, as failover needs', async () => {
    const record = (SetIdentifier: string, Value: string) => ({ Name: 'www.example.com.', Type: 'CNAME', SetIdentifier, Failover: SetIdentifier, TTL: 60, ResourceRecords: [{ Value }] });
    const told = await run(route53Record, { ListHostedZones: () => ({ HostedZones: [{ Id: '/hostedzone/Z1' }] }), ListResourceRecordSets: () => ({ IsTruncated: false, ResourceRecordSets: [record('PRIMARY', 'one.example.com'), record('SECONDARY', 'two.example.com')] }) });
    assert.equal(new Set(resources(told).map(({ id }) => id)).size, 2);
    assert.deepEqual(resources(told).map(({ attributes }) => [attributes['failover'], attributes['targets']]), [['PRIMARY', ['one.example.com']], ['SECONDARY', ['two.example.com']]]);
  });
});
