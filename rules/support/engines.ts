import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';

/** An engine version as offers name it: rds/postgres/17.4. */
export interface EngineInUse {
  readonly key: string;
  readonly title: string;
  /** Call that answers whether a region offers it. */
  readonly ask: string;
}

/** Engine and version that a resource names; undefined where it names none, or one that is known after deployment. */
export function engineInUse(resource: Resource): EngineInUse | undefined {
  const { engineVersion: version, engine = '' } = resource.attributes as { readonly engineVersion?: string; readonly engine?: string };
  if (version === undefined || version === '' || hasSymbol(version) || hasSymbol(engine)) return undefined;
  const rds = (name: string): EngineInUse | undefined => (name === '' ? undefined : { key: `rds/${name}/${version}`, title: `${name} ${version}`, ask: 'rds:DescribeDBEngineVersions' });
  switch (resource.kind) {
    case 'rds-instance':
    case 'rds-cluster':
      return rds(engine);
    case 'docdb-cluster':
      return rds('docdb');
    case 'neptune-cluster':
      return rds('neptune');
    case 'elasticache-replication-group':
      return engine === '' ? undefined : { key: `elasticache/${engine.toLowerCase()}/${version}`, title: `${engine} ${version}`, ask: 'elasticache:DescribeCacheEngineVersions' };
    case 'opensearch-domain':
      return { key: `es/${version}`, title: version.replace('_', ' '), ask: 'es:ListVersions' };
    case 'msk-cluster':
      return { key: `kafka/${version}`, title: `Kafka ${version}`, ask: 'kafka:ListKafkaVersions' };
    case 'mq-broker':
      return engine === '' ? undefined : { key: `mq/${engine.toLowerCase()}/${version}`, title: `${engine} ${version}`, ask: 'mq:DescribeBrokerEngineTypes' };
    case 'eks-cluster':
      return { key: `eks/${version}`, title: `Kubernetes ${version}`, ask: 'eks:DescribeClusterVersions' };
    default:
      return undefined;
  }
}
