import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const orders = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
`;
const version = (text: string) => [{ kind: 'dynamodb-table', name: 'orders', document: { GlobalTableVersion: text } }] as const;

export const dataDdbGlobalV1 = rule({
  id: 'data-ddb-global-v1',
  title: 'DynamoDB global table is of the legacy version',
  on: 'dynamodb-table',
  needs: [],
  severity: severities('L/M/H/H'),
  why: 'Global tables of version 2017.11.29 cannot be declared in CloudFormation, use more write capacity, and take a replica in a new region only while every table is empty.',
  fix: 'Upgrade to version 2019.11.21 in the console, which cannot be undone, before a replica in the target region is added.',
  effect: 'Blocks a replica in the target unless every table of the global table is empty: until it is upgraded RPO and RTO are those of a table without replica.',
  links: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_versions.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_upgrade.html',
  ],
  examples: {
    gap: [{ home: orders, described: version('2017.11.29') }],
    ready: [
      { home: orders, described: version('2019.11.21') },
      { name: 'declared as a global table', home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties: { Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }] }
      ` },
    ],
  },

  /** A table that is no global table has no version. */
  check({ name, attributes: { globalTableVersion } }, { intent: { target } }) {
    if (globalTableVersion === undefined) return undefined;
    return globalTableVersion === '2017.11.29' ? gap(`${name} is a global table of version 2017.11.29: upgrade it before ${target} relies on it.`) : ready();
  },
});
