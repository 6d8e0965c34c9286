import { fork } from 'node:child_process';
import type { Uncounted } from '../../scanner/aws/plan.ts';
import { kindOfType } from '../../scanner/kind-of-type.ts';
import { answer, xml } from '../../test/support/aws/answer.ts';
import type { Owned } from '../../test/support/aws/estate.ts';
import { inventories } from '../../test/support/aws/inventories.ts';
import { fakeServer, type Handler } from '../../test/support/aws/server.ts';
import { accountsOf, organizationOf, regionsOf, type Size } from './large-estate.ts';

export interface Announced {
  readonly least: number;
  readonly most: number;
  /** What the announcement comes to for the resources that nobody had counted. */
  readonly mostWithUncounted: number;
  /** Calls of the dry run itself, and of the scan. */
  readonly census: number;
  readonly made: number;
}

interface Told {
  readonly least: number;
  readonly most: number;
  readonly uncounted: readonly Uncounted[];
  readonly census: number;
  readonly made: number;
  readonly complete: boolean;
}

/** Scans accounts without an aggregator after a dry run: of ten, seven record everything with AWS Config, two are known to Resource Explorer, one to nobody. */
export async function scanAnnounced(size: Size): Promise<Announced> {
  const resources = owned(size);
  const organization = organizationOf(size, { recorded: (at) => at % 10 < 7, explored: (at) => at % 10 === 7 || at % 10 === 8 });
  const unknown = new Set(accountsOf(size).filter((_, at) => at % 10 === 9));
  const aws = await fakeServer({ caller: organization.caller, handlers: [inventories({ ...organization, resources }), services(resources)] });
  try {
    const told = await new Promise<Told>((resolve, reject) => {
      const child = fork('bench/support/measure-announced.ts', [aws.url, regionsOf(size)[0] ?? ''], { env: { ...process.env, AWS_ACCESS_KEY_ID: `AKIA${organization.caller}`, AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: regionsOf(size)[0] } });
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', (code) => reject(new Error(`the scan ended with ${code}`)));
    });
    if (!told.complete) throw new Error('the scan was not complete');
    const forEach = new Map(told.uncounted.map(({ what, callsForEach }) => [what, callsForEach]));
    const uncounted = resources.filter(({ account, type }) => unknown.has(account) || type === 'AWS::Logs::LogGroup');
    return { ...told, mostWithUncounted: uncounted.reduce((sum, { type, tags }) => sum + (forEach.get(kindOfType(type)?.kind.id ?? '') ?? 0) + (tags === undefined ? 0 : 1), told.most) };
  } finally {
    await aws.close();
  }
}

/** Topics and volumes, which AWS Config records, and log groups, which neither it nor Resource Explorer tells of here. */
function owned(size: Size): Owned[] {
  const accounts = accountsOf(size);
  const regions = regionsOf(size);
  return Array.from({ length: size.resources }, (_, at): Owned => {
    const [account = '', region = ''] = [accounts[at % accounts.length], regions[Math.floor(at / accounts.length) % regions.length]];
    const here = { account, region, tags: { app: `app-${at % 50}` } };
    if (at % 20 === 0) return { account, region, type: 'AWS::Logs::LogGroup', id: `group-${at}`, explored: false };
    if (at % 2 === 0) return { ...here, type: 'AWS::SNS::Topic', id: `topic-${at}`, arn: `arn:aws:sns:${region}:${account}:topic-${at}`, configuration: { TopicName: `topic-${at}` } };
    const id = `vol-${at.toString(16).padStart(17, '0')}`;
    return { ...here, type: 'AWS::EC2::Volume', id, arn: `arn:aws:ec2:${region}:${account}:volume/${id}`, configuration: { volumeId: id, encrypted: true } };
  });
}

/** What the services say of them, in one page each. */
function services(resources: readonly Owned[]): Handler {
  const byPlace = Map.groupBy(resources, ({ account, region, type }) => `${account}/${region} ${type}`);
  return (asked) => {
    const of = (type: string): readonly Owned[] => byPlace.get(`${asked.account}/${asked.region} ${type}`) ?? [];
    switch (`${asked.service} ${asked.operation}`) {
      case 'sns ListTopics':
        return answer(asked, { Topics: { member: of('AWS::SNS::Topic').map(({ arn }) => ({ TopicArn: arn })) } });
      case 'ec2 DescribeVolumes':
        return answer(asked, { volumeSet: { item: of('AWS::EC2::Volume').map(({ id }) => ({ volumeId: id, encrypted: true })) } });
      case 'logs DescribeLogGroups':
        return answer(asked, { logGroups: of('AWS::Logs::LogGroup').map(({ account, region, id }) => ({ logGroupName: id, logGroupArn: `arn:aws:logs:${region}:${account}:log-group:${id}` })) });
      case 'iam GetAccountSummary':
        return answer(asked, { SummaryMap: { entry: { key: 'GlobalEndpointTokenVersion', value: 2 } } });
      case 's3 ListBuckets':
        return { status: 200, type: 'application/xml', body: xml({ ListAllMyBucketsResult: { Buckets: '' } }) };
      default:
        return undefined;
    }
  };
}
