import { answer, xml } from '../../test/support/aws/answer.ts';
import type { Estate, Owned } from '../../test/support/aws/estate.ts';
import type { Handler } from '../../test/support/aws/server.ts';
import { accountsOf, organizationOf, regionsOf, type Size } from './large-estate.ts';

/** Of ten accounts, seven record everything with AWS Config, two are known to Resource Explorer, one to nobody. */
export const mixedOrganization = (size: Size): Pick<Estate, 'caller' | 'accounts'> => organizationOf(size, { recorded: (at) => at % 10 < 7, explored: (at) => at % 10 === 7 || at % 10 === 8 });

/** Topics and volumes, which AWS Config records, and log groups, which neither it nor Resource Explorer tells of here. */
export function owned(size: Size): Owned[] {
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
export function services(resources: readonly Owned[]): Handler {
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
