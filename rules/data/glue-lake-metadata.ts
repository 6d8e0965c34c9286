import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const catalogue = yaml`
  Lake:
    Type: AWS::Glue::Database
    Properties: { CatalogId: '111122223333', DatabaseInput: { Name: lake } }
`;
/** Crawlers, jobs, tables and permissions come with these. */
const types = ['AWS::Glue::Database', 'AWS::Athena::WorkGroup', 'AWS::LakeFormation::Resource'];

export const dataGlueLakeMetadata = rule({
  id: 'data-glue-lake-metadata',
  title: 'Data lake’s catalogue and permissions are in the home region only',
  on: 'resource',
  types,
  severity: severities('M/H/H/H'),
  why: 'Objects that S3 replicates cannot be queried in the target region: catalogue, work groups and Lake Formation locations are regional and replicate nothing.',
  fix: 'Declare databases, work groups and registered locations in both regions, with locations of the target region’s bucket, or run a job that copies the catalogue and rewrites locations; keep grants in code.',
  effect: 'No effect on RPO of the objects, which replicate by themselves. They cannot be queried in the target: RTO grows by creating databases, tables, locations and grants, hours for a large catalogue.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/lake-formation/latest/dg/what-is-lake-formation.html'],
  examples: {
    gap: [{ home: catalogue }],
    ready: [{ home: catalogue, target: catalogue }],
  },

  check(resource, context) {
    return hasCounterpart(resource, context);
  },
});
