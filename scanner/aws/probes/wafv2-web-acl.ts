import type { ResourceType, Scope, WebACLSummary } from '@aws-sdk/client-wafv2';
import { detail, probe, type Detail, type Listed } from '../probe.ts';
import { wafv2 } from '../services/wafv2.ts';

/** CloudFront's are kept in the partition's first region. */
const cloudfrontRegion = 'us-east-1';

interface Found extends WebACLSummary {
  readonly Scope?: Scope;
}
const found = ({ document }: Listed): Found => document;

/** Resources are told one type at a time. */
const protectedTypes: Readonly<Record<string, ResourceType>> = {
  LoadBalancers: 'APPLICATION_LOAD_BALANCER',
  RestApis: 'API_GATEWAY',
  GraphqlApis: 'APPSYNC',
  UserPools: 'COGNITO_USER_POOL',
  AppRunnerServices: 'APP_RUNNER_SERVICE',
  VerifiedAccessInstances: 'VERIFIED_ACCESS_INSTANCE',
  AmplifyApps: 'AMPLIFY',
};
const associations = Object.entries(protectedTypes).map(([member, type]): [string, Detail] => [
  `Protected${member}`,
  detail(wafv2, 'ListResourcesForWebACL', {
    input: ({ arn }) => ({ WebACLArn: arn, ResourceType: type }),
    take: ({ ResourceArns = [] }) => ResourceArns,
    when: (item) => found(item).Scope === 'REGIONAL',
    answers: ['protects'],
  }),
]);

export const wafv2WebAcl = probe({
  kind: 'wafv2-web-acl',
  lists: [[wafv2, 'ListWebACLs']],
  margin: 1,
  async *list(place) {
    const scopes: Scope[] = place.region === cloudfrontRegion ? ['REGIONAL', 'CLOUDFRONT'] : ['REGIONAL'];
    for (const Scope of scopes) {
      for await (const { WebACLs = [] } of place.pages(wafv2, 'ListWebACLs', { Scope, Limit: 100 })) {
        for (const each of WebACLs) if (each.Name !== undefined) yield { name: each.Name, arn: each.ARN, document: { ...each, Scope } };
      }
    }
  },
  details: {
    WebACL: detail(wafv2, 'GetWebACL', {
      input: (item) => ({ Name: item.name, Id: found(item).Id, Scope: found(item).Scope }),
      take: ({ WebACL }) => WebACL,
      base: true,
      answers: ['rules', 'managedGroups', 'ownSets'],
    }),
    LoggingConfiguration: detail(wafv2, 'GetLoggingConfiguration', {
      input: ({ arn }) => ({ ResourceArn: arn }),
      take: ({ LoggingConfiguration }) => LoggingConfiguration,
      none: ['WAFNonexistentItemException'],
      answers: ['logDestinations'],
    }),
    ...Object.fromEntries(associations),
    Tags: detail(wafv2, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceARN: arn }), take: ({ TagInfoForResource }) => TagInfoForResource?.TagList ?? [], answers: ['tags'] }),
  },
  beyondConfig: ['scope', 'rules', 'managedGroups', 'ownSets', 'protects', 'logDestinations'],
});
