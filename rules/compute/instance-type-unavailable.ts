import { rule } from '../rule.ts';
import { classedKinds, classFamilyOf, hasChoice } from '../support/class-families.ts';
import { listed } from '../support/list.ts';
import { availabilityEvidence, classOffer } from '../support/offers.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const instance = (type: string): string => yaml`
  Server:
    Type: AWS::EC2::Instance
    Properties: { InstanceType: ${type} }
`;

export const computeInstanceTypeUnavailable = rule({
  id: 'compute-instance-type-unavailable',
  title: 'Instance or node class is not offered in the target region',
  on: classedKinds,
  needs: ['instanceClasses'],
  severity: severities('H/C/C/C'),
  why: 'The resource cannot be created in the target region with this class, and a class of another size or architecture takes a new test.',
  fix: 'Choose a class that both regions offer, give groups a list of classes or requirements instead of one class, keep images for both architectures, or choose another target. Opt-in and young regions offer fewer families.',
  effect: 'No effect on RPO. Blocks the start in the target: RTO grows by choosing another class, and by tests and new images where its architecture differs.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html'],
  examples: {
    gap: [
      { home: instance('c1.medium'), targetRegion: 'eu-south-1' },
      { name: 'a database class', home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, DBInstanceClass: db.m3.large }
      `, targetRegion: 'eu-south-1' },
    ],
    ready: [{ home: instance('m5.large') }],
    unknown: [
      { name: 'a region without data', home: instance('m5.large'), targetRegion: 'eusc-de-east-1' },
      { name: 'a class that no table knows', home: instance('m99.large') },
      { name: 'the class is told at deployment', home: instance("'{{resolve:ssm:/server/type}}'") },
    ],
  },

  check(resource, { intent: { target }, graph }) {
    const { name } = resource;
    const classes = resource.attributes.instanceClasses.filter((each) => each !== 'db.serverless');
    const family = classFamilyOf(resource);
    if (classes.length === 0) return undefined;
    if (family === undefined) return unknown(`Nobody told us the engine of ${name}, so whether ${target} offers its class is not known.`);
    const offers = classes.map((each) => ({ each, offer: classOffer(graph, { family, name: each }, target) }));
    const evidence = offers.map(({ each, offer }) => availabilityEvidence(`${each} in ${target}`, offer));
    const of = (state: string): string[] => offers.filter(({ offer }) => offer.state === state).map(({ each }) => each);
    const missing = of('unavailable');
    const found = of('available');
    if (found.length === classes.length || (found.length > 0 && hasChoice(resource))) {
      return ready(missing.length === 0 ? undefined : `${target} does not offer ${listed(missing)}, but ${listed(found)}.`, { evidence });
    }
    if (missing.length === classes.length || (missing.length > 0 && !hasChoice(resource))) return gap(`${name} needs ${listed(missing)}, which ${target} does not offer.`, { evidence });
    return unknown(`Nobody told us whether ${target} offers ${listed(classes.filter((each) => !found.includes(each)))}, which ${name} needs.`, { evidence, ask });
  },
});

const ask = 'ec2:DescribeInstanceTypeOfferings or the service’s own call in the target region: rds:DescribeOrderableDBInstanceOptions, es:ListInstanceTypeDetails.';
