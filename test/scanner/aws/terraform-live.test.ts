import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import type { ResourceFact } from '../../../model/fact.ts';
import { kinds } from '../../../model/kinds/index.ts';
import type { Resource } from '../../../model/resource.ts';
import { hasSymbol } from '../../../model/symbol.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { forward, startMoto, withoutMoto, type Moto } from '../../support/aws/moto.ts';
import { fakeServer } from '../../support/aws/server.ts';
import { resourcesOf, scanRequest, survey, type Survey } from '../../support/aws/survey.ts';
import { read } from '../iac/terraform/read-fixture.ts';

const account = '111122223333';
const regions = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const plugins = process.env['TERRAFORM_PLUGIN_DIR'];
const hasTerraform = spawnSync('terraform', ['version']).status === 0 && plugins !== undefined;
const skip = withoutMoto !== false ? withoutMoto : hasTerraform ? false : 'terraform, or TERRAFORM_PLUGIN_DIR with the AWS provider, is not there';
const wanted = new Map(Object.values(kinds).map(({ id, attributes }) => [id, new Set(Object.keys(attributes.shape))]));

/** What moto does otherwise than AWS, and what each side alone can know. */
const expected = new Set([
  // moto has no answer for them, and each has a blind spot: no selections, Function URLs, contributor insights, replications of file systems, policies of vaults, notifications.
  'backup-plan selects', 'backup-plan selections', 'lambda-function hasUrl', 'lambda-function provisionedConcurrency', 'dynamodb-table contributorInsights', 'efs-file-system replicaRegions', 'efs-file-system replicas',
  'backup-vault policy', 'autoscaling-group topics',
  // It issues certificates while time passes.
  'acm-certificate status',
  // Whether somebody chose the name stands in templates alone; who subscribes, beside the topic.
  's3-bucket namedExplicitly', 'iam-policy namedExplicitly', 'iam-role namedExplicitly', 'sns-topic subscribers',
]);
/** Told by moto as its replica, and by the id of the registry. */
const elsewhere = new Set(['kms-key', 'ecr-replication-configuration']);

/** Actions that moto does not answer, for the attributes above that nobody tells: the scan says so itself. */
const unanswered: Readonly<Record<string, string>> = {
  'backup-plan selects': 'backup:ListBackupSelections', 'backup-plan selections': 'backup:ListBackupSelections', 'lambda-function hasUrl': 'lambda:ListFunctionUrlConfigs', 'lambda-function provisionedConcurrency': 'lambda:ListProvisionedConcurrencyConfigs',
  'dynamodb-table contributorInsights': 'dynamodb:DescribeContributorInsights', 'efs-file-system replicaRegions': 'elasticfilesystem:DescribeReplicationConfigurations', 'efs-file-system replicas': 'elasticfilesystem:DescribeReplicationConfigurations',
  'backup-vault policy': 'backup:GetBackupVaultAccessPolicy', 'autoscaling-group topics': 'autoscaling:DescribeNotificationConfigurations',
};

describe('an estate that Terraform applied', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'regionready-live-'));
  let moto: Moto | undefined;
  let plan = '';
  let state = '';
  let seen: Survey;

  before(async () => {
    moto = await startMoto({ MOTO_ACCOUNT_ID: account });
    cpSync(new URL('../../estates/terraform-live', import.meta.url), folder, { recursive: true });
    const env = { ...process.env, TF_CLI_CONFIG_FILE: '', AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL: moto.url, AWS_ACCESS_KEY_ID: 'admin', AWS_SECRET_ACCESS_KEY: 'admin' };
    const terraform = (...words: string[]): string => {
      const { status, stdout, stderr } = spawnSync('terraform', words, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1e8, timeout: 300_000 });
      assert.equal(status, 0, `terraform ${words[0]}: ${stderr}`);
      return stdout;
    };
    terraform('init', '-input=false', `-plugin-dir=${plugins}`);
    terraform('plan', '-input=false', '-out=plan.out');
    plan = terraform('show', '-json', 'plan.out');
    terraform('apply', '-input=false', '-parallelism=20', 'plan.out');
    state = terraform('show', '-json');
    const aws = await fakeServer({ caller: account, handlers: [inventories({ caller: account, accounts: { [account]: { regions: Object.fromEntries(regions.map((region) => [region, 'ENABLED_BY_DEFAULT' as const])) } }, resources: [] }), forward(moto.url)] });
    const request = scanRequest(aws.url, { wanted, targets: [] });
    seen = await survey(request);
    request.dispose();
    await aws.close();
  });
  after(() => {
    moto?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a blind spot for what moto does not answer', () => {
    const asked = new Set(seen.blindSpots.filter(({ region }) => region === 'eu-west-1').map((spot) => spot.asked));
    for (const [attribute, action] of Object.entries(unanswered)) assert.ok(expected.has(attribute) && asked.has(action), `${attribute}: ${action}`);
  });

  for (const source of ['plan', 'state'] as const) {
    it(`is told by a scan as by its ${source}`, () => {
      const { differences, kindsCompared, same } = compared(source === 'plan' ? plan : state, state, seen);
      assert.deepEqual(differences.filter((each) => !expected.has(each.split(':')[0] ?? '')), []);
      assert.ok(kindsCompared.size >= 40, `${kindsCompared.size} kinds`);
      assert.ok(same >= 190, `${same} attributes`);
    });
  }
});

interface Compared {
  readonly differences: readonly string[];
  readonly kindsCompared: ReadonlySet<string>;
  readonly same: number;
}

/** Attributes that a document tells, against those of the live resource that the state says it became. */
function compared(document: string, state: string, { facts }: Survey): Compared {
  const became = new Map(resourceFacts(read('live/x.json', state).facts).map((fact) => [fact.source.path, fact]));
  const declared = read('live/x.json', document).facts;
  const live = [...buildEstate(facts).resources.values()];
  const liveNames = Map.groupBy(resourcesOf({ facts }), (fact) => fact.arn ?? fact.id);
  const differences: string[] = [];
  const kindsCompared = new Set<string>();
  let same = 0;
  for (const resource of buildEstate(declared).resources.values()) {
    const own = resourceFacts(declared).filter((fact) => fact.kind === resource.kind && (fact.arn === resource.id || fact.id === resource.id)).flatMap((fact) => became.get(fact.source.path) ?? []);
    const names = new Set([resource.name, ...own.flatMap(({ arn, name, identities }) => [arn, name, ...identities])]);
    const isIt = (other: Resource): boolean => other.kind === resource.kind && (names.has(other.id) || [other.name, ...(liveNames.get(other.id) ?? []).flatMap(({ identities }) => identities)].some((name) => names.has(name)));
    const several = live.filter(isIt);
    const found = several.length === 1 ? several : several.filter((each) => each.region === resource.region && attributesOf(each)['setIdentifier'] === attributesOf(resource)['setIdentifier']);
    const [other] = found;
    if (resource.kind === undefined || other === undefined || found.length > 1) {
      if (!elsewhere.has(resource.kind ?? '')) differences.push(`${resource.kind} ${resource.name}: told by ${found.length} live resources`);
      continue;
    }
    kindsCompared.add(resource.kind);
    for (const [name, value] of Object.entries(attributesOf(resource))) {
      // What is known after apply is a symbol in a plan; the state has it.
      if (hasSymbol(JSON.stringify(value))) continue;
      if (holds(value, attributesOf(other)[name])) same += 1;
      else differences.push(`${resource.kind} ${name}: of ${resource.name}, ${JSON.stringify(value)} and live ${JSON.stringify(attributesOf(other)[name])}`);
    }
  }
  return { differences, kindsCompared, same };
}

const attributesOf = ({ attributes }: Resource): Readonly<Record<string, unknown>> => attributes;
const resourceFacts = (facts: Iterable<{ readonly type: string }>): ResourceFact[] => [...facts].filter((fact): fact is ResourceFact => fact.type === 'resource');

/** Everything that is declared is so; the live side may know more of it. */
function holds(declared: unknown, live: unknown): boolean {
  if (Array.isArray(declared)) return Array.isArray(live) && declared.length === live.length && declared.every((each, at) => holds(each, live[at]));
  if (typeof declared !== 'object' || declared === null) return declared === live;
  return typeof live === 'object' && live !== null && Object.entries(declared).every(([name, value]) => holds(value, (live as Readonly<Record<string, unknown>>)[name]));
}
