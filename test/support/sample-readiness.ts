import { graphExtract } from '../../cli/formats/html/graph-extract.ts';
import type { ReportExtras } from '../../cli/formats/html/extras.ts';
import { waves as wavesOf } from '../../graph/queries/waves.ts';
import type { BlindSpot } from '../../model/blind-spot.ts';
import { fingerprint } from '../../model/finding.ts';
import { severities } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { verdictStates, type Judgement, type Readiness, type VerdictState } from '../../model/readiness.ts';
import type { OtherResource } from '../../model/resource.ts';
import { countsOf, scoreOf, severitiesOf, statusOf } from '../../rules/score.ts';
import { serviceReadiness } from '../../rules/service-readiness.ts';
import { random, type Random } from './random.ts';
import { sampleEstate, sampleHome, sampleTarget, type SampleEstate } from './sample-estate.ts';
import { sampleRules, type SampleRule } from './sample-rules.ts';

export interface Sample {
  readonly readiness: Readiness;
  readonly extras: ReportExtras;
}

/** A realistic Readiness of the given size with what the HTML report takes beside it. The same arguments give the same sample. */
export function sampleReadiness(size: { services: number; resources: number; seed?: number }): Sample {
  const estate = sampleEstate(size);
  const chance = random((size.seed ?? 1) * 7919);
  const judgements = [...resourceJudgements(estate, chance), ...estateJudgements(chance), ...codeJudgements(estate, chance)].sort(byWeight);
  const readiness = readinessOf(estate, judgements);
  return { readiness, extras: { estate: 'Shop', rules: sampleRules, graph: graphExtract(estate.view, estate.services, judgements), dataSources } };
}

const dataSources = [
  { title: 'Services by region', source: 'AWS Systems Manager public parameters', version: '2026-11-10', date: '2026-11-10' },
  { title: 'CloudFormation types by region', source: '@aws-cdk/aws-service-spec', version: '0.1.216', date: '2026-11-06' },
  { title: 'Latency between regions', source: 'public measurements', date: '2026-10-02' },
];

function readinessOf(estate: SampleEstate, judgements: readonly Judgement[]): Readiness {
  const waves = wavesOf(estate.graph);
  const { resources } = estate;
  const byType = [...Map.groupBy(resources, ({ resourceType }) => resourceType)].map(([type, list]) => [type, list.length] as const).sort(([a], [b]) => compareText(a, b));
  return {
    format: 'regionready/readiness', version: 1, tool: '0.1.0',
    intent: { home: [sampleHome], target: sampleTarget, strategy: 'warm-standby', today: '2026-11-21' },
    status: statusOf(judgements, true), score: scoreOf(judgements), counts: countsOf(judgements), severities: severitiesOf(judgements),
    services: serviceReadiness({ services: estate.services, graph: estate.graph, waves, judgements }),
    waves: waves.map((wave) => wave.map((group) => [...group])),
    rules: sampleRules.map(({ id, title, severity }) => ({ id, title, severity, counts: countsOf(judgements.filter(({ rule }) => rule === id)) })).sort((a, b) => compareText(a.id, b.id)),
    judgements: [...judgements],
    coverage: {
      resources: resources.length, judged: new Set(judgements.flatMap((judgement) => judgement.resources)).size, outside: Math.floor(resources.length / 60),
      byType: Object.fromEntries(byType), edges: estate.view.estate.edges.length, dangling: Math.floor(resources.length / 45),
      looked: { 'files:cloudformation': 61, 'files:java': 214, 'files:python': 388, 'files:skipped-generated': 96, 'files:terraform-plan': 9, 'files:typescript': 1204, 'files:yaml': 77 },
    },
    blindSpots,
    notes: ['Home was not declared; eu-west-1 was taken because 97 % of the regional resources are there.', 'The exemption of legacy-archive from data-s3-no-crr expired on 2026-09-30: to be retired in summer.'],
  };
}

const blindSpots: BlindSpot[] = [
  { type: 'blind-spot', reason: 'denied', asked: 's3:GetBucketReplication in account 111122223333', message: 'AccessDenied for role audit-reader', remedy: 'Grant s3:GetReplicationConfiguration to audit-reader.', account: '111122223333', region: sampleHome, resourceType: 'AWS::S3::Bucket', source: { scanner: 'aws' } },
  { type: 'blind-spot', reason: 'opted-out', asked: 'resources of me-central-1', message: 'The region is not enabled for account 444455556666.', account: '444455556666', region: 'me-central-1', source: { scanner: 'aws' } },
  { type: 'blind-spot', reason: 'unparsable', asked: 'resources of templates/legacy/stack.yaml', message: 'Line 214: a mapping key stands twice.', remedy: 'Correct the template.', source: { scanner: 'cloudformation', file: 'templates/legacy/stack.yaml', line: 214 } },
  { type: 'blind-spot', reason: 'unsupported', asked: 'region-bearing text in 31 Kotlin files', message: 'Kotlin is not read by this version.', source: { scanner: 'code', file: 'services/partner' } },
  { type: 'blind-spot', reason: 'unresolved', asked: 'value of var.replica_region', message: 'The variable has no default and no value was given.', remedy: 'Pass the plan (terraform show -json) instead of the sources.', source: { scanner: 'terraform-hcl', file: 'infra/main.tf', line: 18 } },
];

function resourceJudgements({ resources }: SampleEstate, chance: Random): Judgement[] {
  return resources.flatMap((resource) =>
    sampleRules.filter(({ types }) => types.includes(resource.resourceType) || types.includes('*')).map((rule) => {
      const state = stateOf(rule, chance);
      const source = resource.sources[0];
      const place = { ...source, line: (source.line ?? 0) + 1 + chance.below(12), path: `${source.path ?? ''}.Properties.${rule.need}` };
      return judgement(rule, state, { subject: resource.id, title: resource.name, service: resource.stack ?? 'unassigned', resources: [resource.id], source, evidenceSource: place });
    }),
  );
}

function estateJudgements(chance: Random): Judgement[] {
  const things: Readonly<Record<string, readonly string[]>> = {
    'region-quota-shortfall': ['Lambda concurrent executions', 'vCPUs of standard instances', 'Elastic IP addresses', 'DynamoDB write capacity', 'ECS tasks per service', 'VPCs'],
    'region-service-unavailable': ['AWS App Runner', 'Amazon Timestream', 'AWS Lambda', 'Amazon SQS', 'Amazon DynamoDB', 'Amazon S3', 'Amazon Bedrock'],
  };
  return sampleRules.flatMap((rule) =>
    (things[rule.id] ?? []).map((title) => judgement(rule, stateOf(rule, chance), { subject: `111122223333/${sampleTarget}/${title}`, title, service: 'estate', resources: [] })),
  );
}

type Snippet = readonly [language: string, extension: string, snippet: string, text: string];
const snippets: readonly [Snippet, ...Snippet[]] = [
  ['typescript', 'ts', 'const client = new S3Client({ region: "eu-west-1", maxAttempts: 3 });', 'eu-west-1'],
  ['python', 'py', 'dynamodb = boto3.resource("dynamodb", region_name="eu-west-1")', 'eu-west-1'],
  ['java', 'java', 'return SnsClient.builder().region(Region.EU_WEST_1).build();', 'EU_WEST_1'],
  ['typescript', 'ts', "export const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:orders';", 'arn:aws:sns:eu-west-1:111122223333:orders'],
];

function codeJudgements({ services, resources }: SampleEstate, chance: Random): Judgement[] {
  const rules = sampleRules.filter(({ id }) => id.startsWith('code-')) as [SampleRule, ...SampleRule[]];
  return Array.from({ length: Math.ceil(resources.length / 40) }, (_, index) => {
    const rule = chance.pick(rules);
    const [language, extension, snippet, text] = chance.pick(snippets);
    const service = services.all[chance.below(services.all.length)]?.id ?? 'unassigned';
    const file = `services/${service}/src/${chance.pick(['client', 'publish', 'repository', 'config'])}-${index}.${extension}`;
    const line = 3 + chance.below(240);
    const span = { line, column: 1 + snippet.indexOf(text), endLine: line, endColumn: 1 + snippet.indexOf(text) + text.length };
    const occurrence: Occurrence = { text, form: text.startsWith('arn') ? 'arn' : 'region', role: 'argument', regions: [sampleHome], enclosing: 'makeClient', language, scope: 'production', file, span, snippet };
    const source = { scanner: 'code', file, line };
    return { ...judgement(rule, stateOf(rule, chance), { subject: `${file}#${occurrence.form}|argument|${text}`, title: `${file}:${line}`, service, resources: [], source, evidenceSource: source }), occurrence };
  });
}

function stateOf({ odds: [gap, unknown, exempt] }: SampleRule, chance: Random): VerdictState {
  const roll = chance.below(100);
  return roll < gap ? 'gap' : roll < gap + unknown ? 'unknown' : roll < gap + unknown + exempt ? 'exempt' : 'ready';
}

type About = Pick<Judgement, 'subject' | 'title' | 'service' | 'resources' | 'source'> & { readonly evidenceSource?: OtherResource['sources'][0] };

function judgement(rule: SampleRule, state: VerdictState, { evidenceSource, ...about }: About): Judgement {
  const said = (text: string): string => text.replaceAll('{}', about.title).replaceAll('{target}', sampleTarget);
  const message = {
    gap: said(rule.gap), ready: said(rule.ready), exempt: 'It is tagged mr:ephemeral=true: its data can be lost or made again.',
    unknown: `Nobody told us ${rule.need} of ${about.title}.`,
  }[state];
  const value = state === 'unknown' ? undefined : said(state === 'ready' ? rule.values.ready : rule.values.gap);
  return {
    rule: rule.id, state, severity: rule.severity, ...about, message, targets: [sampleTarget],
    evidence: value === undefined ? [] : [{ what: rule.need, value, ...(evidenceSource === undefined ? {} : { source: evidenceSource }) }],
    fingerprint: fingerprint(rule.id, about.subject),
    ...(state === 'gap' && rule.blocking === true ? { blocking: true } : {}),
    ...(state === 'unknown' ? { ask: rule.ask } : {}),
  };
}

/** The order of a real document: gaps first, worst first. */
function byWeight(a: Judgement, b: Judgement): number {
  return (
    verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
    Number(b.blocking === true) - Number(a.blocking === true) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject, b.subject)
  );
}
