import { answer, refusal, type Answer } from './answer.ts';
import { recorded, rowOf, selected, unqueried, type Row } from './config-sql.ts';
import type { Estate, Owned } from './estate.ts';
import type { Asked, Handler } from './server.ts';

/** Services that tell of other services' resources, of accounts and of offers, all from one estate. */
export function inventories(estate: Estate, { page = 100 }: { readonly page?: number } = {}): Handler {
  const rows = recorded(estate);
  const byPlace = Map.groupBy(rows, ({ accountId, awsRegion }) => `${accountId}/${awsRegion}`);
  const queries = new Map<string, readonly string[]>();

  /** A page of a list, with a token that is good for this list only. */
  function paged<T>(all: readonly T[], list: string, { token, limit }: { readonly token: unknown; readonly limit: number }): { readonly items: readonly T[]; readonly next?: string } | undefined {
    const [of, offset] = typeof token === 'string' && token !== '' ? (JSON.parse(Buffer.from(token, 'base64').toString()) as [string, number]) : [list, 0];
    if (of !== list) return undefined;
    const to = offset + limit;
    return { items: all.slice(offset, to), ...(to < all.length ? { next: Buffer.from(JSON.stringify([list, to])).toString('base64') } : {}) };
  }

  function select(asked: Asked, from: readonly Row[], key: string): Answer {
    const { Expression, Limit, NextToken } = asked.input as { readonly Expression: string; readonly Limit?: number; readonly NextToken?: string };
    if (Limit !== undefined && (Limit < 0 || Limit > 100)) return refusal(asked, { status: 400, code: 'InvalidLimitException' });
    const list = `${key} ${Expression}`;
    const { rows: found, grouped } = queries.has(list) ? { rows: queries.get(list) ?? [], grouped: Expression.includes('GROUP BY') } : selected(Expression, from);
    queries.set(list, found);
    const part = paged(found, list, { token: NextToken, limit: Math.min(page, Limit ?? (grouped ? 500 : 25)) });
    if (part === undefined) return refusal(asked, { status: 400, code: 'InvalidNextTokenException' });
    return answer(asked, { Results: part.items, ...(part.next === undefined ? {} : { NextToken: part.next }) });
  }

  const config: Readonly<Record<string, Handler>> = {
    DescribeConfigurationRecorders: (asked) => answer(asked, { ConfigurationRecorders: recorderOf(estate, asked).map((recordingGroup) => ({ name: 'default', recordingGroup })) }),
    DescribeConfigurationRecorderStatus: (asked) => answer(asked, { ConfigurationRecordersStatus: recorderOf(estate, asked).map(() => ({ name: 'default', recording: true })) }),
    SelectResourceConfig: (asked) => select(asked, byPlace.get(`${asked.account}/${asked.region}`) ?? [], `${asked.account}/${asked.region}`),
    SelectAggregateResourceConfig: (asked) => (isAggregator(estate, asked) ? select(asked, rows, 'all') : refusal(asked, { status: 400, code: 'NoSuchConfigurationAggregatorException' })),
    DescribeConfigurationAggregatorSourcesStatus: (asked) => answer(asked, { AggregatedSourceStatusList: [] }),
    ListDiscoveredResources(asked) {
      const { resourceType, nextToken } = asked.input;
      const part = paged(estate.resources.filter(at(asked, String(resourceType))), `listed ${asked.account}/${asked.region} ${String(resourceType)}`, { token: nextToken, limit: page });
      return answer(asked, { resourceIdentifiers: (part?.items ?? []).map(({ type, id }) => ({ resourceType: type, resourceId: id })), ...(part?.next === undefined ? {} : { nextToken: part.next }) });
    },
    ListAggregateDiscoveredResources(asked) {
      if (!isAggregator(estate, asked)) return refusal(asked, { status: 400, code: 'NoSuchConfigurationAggregatorException' });
      const { ResourceType, NextToken } = asked.input;
      const all = estate.resources.filter(({ type, configuration }) => type === ResourceType && configuration !== undefined && unqueried.has(type));
      const part = paged(all, `gathered ${String(ResourceType)}`, { token: NextToken, limit: page });
      return answer(asked, { ResourceIdentifiers: (part?.items ?? []).map(({ account, region, type, id }) => ({ SourceAccountId: account, SourceRegion: region, ResourceType: type, ResourceId: id })), ...(part?.next === undefined ? {} : { NextToken: part.next }) });
    },
    BatchGetAggregateResourceConfig(asked) {
      const keys = asked.input['ResourceIdentifiers'] as readonly { readonly SourceAccountId: string; readonly SourceRegion: string; readonly ResourceType: string; readonly ResourceId: string }[];
      if (keys.length > 100) return refusal(asked, { status: 400, code: 'ValidationException' });
      const items = keys.flatMap(({ SourceAccountId, SourceRegion, ResourceType, ResourceId }) => estate.resources.filter(({ account, region, type, id }) => account === SourceAccountId && region === SourceRegion && type === ResourceType && id === ResourceId));
      return answer(asked, { BaseConfigurationItems: items.map(batchItem), UnprocessedResourceIdentifiers: [] });
    },
    BatchGetResourceConfig(asked) {
      const keys = asked.input['resourceKeys'] as readonly { readonly resourceType: string; readonly resourceId: string }[];
      if (keys.length > 100) return refusal(asked, { status: 400, code: 'ValidationException' });
      return answer(asked, { baseConfigurationItems: keys.flatMap(({ resourceType, resourceId }) => estate.resources.filter(at(asked, resourceType)).filter(({ id }) => id === resourceId).map(batchItem)), unprocessedResourceKeys: [] });
    },
  };
  const others: Readonly<Record<string, Handler>> = {
    'account ListRegions': (asked) => answer(asked, { Regions: Object.entries(estate.accounts[asked.account]?.regions ?? {}).map(([RegionName, RegionOptStatus]) => ({ RegionName, RegionOptStatus })) }),
    'organizations ListAccounts': (asked) => answer(asked, { Accounts: Object.keys(estate.accounts).map((Id) => ({ Id, Status: 'ACTIVE', State: 'ACTIVE' })) }),
    'sts GetCallerIdentity': (asked) => answer(asked, { Arn: `arn:aws:iam::${asked.account}:user/reader`, UserId: 'AIDA', Account: asked.account }),
    'sts AssumeRole'(asked) {
      const account = /::(\d{12}):role/.exec(String(asked.input['RoleArn']))?.[1] ?? '';
      if (estate.accounts[account] === undefined) return refusal(asked, { status: 403, code: 'AccessDenied', message: `User is not authorized to perform: sts:AssumeRole on ${account}` });
      return answer(asked, { Credentials: { AccessKeyId: `ASIA${account}`, SecretAccessKey: 'secret', SessionToken: 'token', Expiration: '2099-01-01T00:00:00Z' } });
    },
    'tagging GetResources'(asked) {
      const all = estate.resources.filter(({ account, region, arn, tags }) => account === asked.account && (region === asked.region || (region === 'global' && asked.region === 'us-east-1')) && arn !== undefined && tags !== undefined);
      const part = paged(all, `tagged ${asked.account}/${asked.region}`, { token: asked.input['PaginationToken'], limit: page });
      return answer(asked, { ResourceTagMappingList: (part?.items ?? []).map(({ arn, tags = {} }) => ({ ResourceARN: arn, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) })), PaginationToken: part?.next ?? '' });
    },
    'resource-explorer-2 ListIndexes': (asked) => answer(asked, { Indexes: Object.entries(estate.accounts[asked.account]?.indexes ?? {}).map(([Region, Type]) => ({ Region, Type })) }),
    'resource-explorer-2 GetDefaultView': (asked) => answer(asked, { ViewArn: `arn:aws:resource-explorer-2:${asked.region}:${asked.account}:view/all/1` }),
    'resource-explorer-2 GetView': (asked) => answer(asked, { View: { Filters: { FilterString: '' } } }),
    'resource-explorer-2 ListResources'(asked) {
      const isAll = estate.accounts[asked.account]?.indexes?.[asked.region] === 'AGGREGATOR';
      const all = estate.resources.filter(({ account, region, arn, explored = true }) => account === asked.account && (isAll || region === asked.region) && arn !== undefined && explored);
      const part = paged(all, `explored ${asked.account}/${asked.region}`, { token: asked.input['NextToken'], limit: page });
      return answer(asked, { Resources: (part?.items ?? []).map(({ arn, type, account, region, tags = {} }) => ({ Arn: arn, CfnResourceType: type, OwningAccountId: account, Region: region, Properties: [{ Name: 'tags', Data: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }] })), ...(part?.next === undefined ? {} : { NextToken: part.next }) });
    },
    'servicequotas ListServiceQuotas': (asked) => answer(asked, { Quotas: estate.quotas?.[String(asked.input['ServiceCode'])] ?? [] }),
    'ssm GetParameters'(asked) {
      const names = (asked.input['Names'] ?? []) as readonly string[];
      if (!names.every((name) => name.startsWith('/aws/service/global-infrastructure/'))) return undefined;
      const known = new Set(Object.values(estate.offered ?? {}).flat());
      const isThere = (name: string): boolean => {
        const [, service = '', region] = /services\/([^/]+)(?:\/regions\/(.+))?$/.exec(name) ?? [];
        return region === undefined ? known.has(service) : estate.offered?.[region]?.includes(service) === true;
      };
      return answer(asked, { Parameters: names.filter(isThere).map((Name) => ({ Name, Value: 'x' })), InvalidParameters: names.filter((name) => !isThere(name)) });
    },
  };
  return (asked) => (asked.service === 'config' ? config[asked.operation]?.(asked) : others[`${asked.service} ${asked.operation}`]?.(asked));
}

const recorderOf = ({ accounts }: Estate, { account, region }: Asked): object[] => [accounts[account]?.recorders?.[region]].filter((each) => each !== undefined);
const isAggregator = ({ aggregator }: Estate, { account, region, input }: Asked): boolean => aggregator?.account === account && aggregator.region === region && aggregator.name === input['ConfigurationAggregatorName'];
const at = (asked: Asked, wanted: string) => ({ account, region, type, configuration }: Owned): boolean => account === asked.account && region === asked.region && type === wanted && configuration !== undefined && unqueried.has(type);

/** As batch-get answers: no relationships, no tags, and configuration as text in capitals. */
function batchItem(owned: Owned): object {
  const { accountId, awsRegion, resourceType, resourceId, resourceName, arn } = rowOf(owned);
  return { accountId, awsRegion, resourceType, resourceId, resourceName, arn, configurationItemStatus: 'OK', configuration: JSON.stringify(owned.configuration), supplementaryConfiguration: {} };
}
