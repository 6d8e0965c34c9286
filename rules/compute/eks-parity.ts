import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const cluster = (version: string, ...addons: readonly string[]): string => `${yaml`
  Shop:
    Type: AWS::EKS::Cluster
    Properties: { Name: shop, Version: ${version} }
`}\n${addons.map((addon, index) => yaml`
  Addon${index}:
    Type: AWS::EKS::Addon
    Properties: { ClusterName: !Ref Shop, AddonName: ${addon} }
`).join('\n')}`;

export const computeEksParity = rule({
  id: 'compute-eks-parity',
  title: 'Kubernetes clusters of home and target differ',
  on: 'eks-cluster',
  needs: ['engineVersion'],
  severity: severities('L/H/H/H'),
  why: 'Manifests that run at home are refused or behave otherwise in the target region: APIs go away between versions, and what an add-on provides is missing without it.',
  fix: 'Upgrade and equip both clusters by the same code, one minor version apart at most, deliver workloads to both from one repository with an overlay for each region, and let pods get roles by Pod Identity, which knows no issuer.',
  effect: 'No effect on RPO. RTO grows by upgrading the cluster or porting manifests on the day; an upgrade goes one minor version at a time.',
  links: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html', 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html'],
  examples: {
    gap: [
      { name: 'two versions apart', home: cluster("'1.34'"), target: cluster("'1.32'") },
      { name: 'an add-on less', home: cluster("'1.34'", 'vpc-cni', 'aws-ebs-csi-driver'), target: cluster("'1.34'", 'vpc-cni') },
    ],
    ready: [
      { home: cluster("'1.34'", 'vpc-cni'), target: cluster("'1.34'", 'vpc-cni') },
      { name: 'one version apart, while upgrading', home: cluster("'1.34'"), target: cluster("'1.33'") },
    ],
    unknown: [{ name: 'the version is told at deployment', home: cluster("'1.34'"), target: cluster("'{{resolve:ssm:/eks/version}}'") }],
  },

  /** A cluster without counterpart is compute-no-peer's business. */
  check(cluster, { intent: { target }, graph }) {
    const peer = peers(graph, cluster, target)[0]?.resource;
    if (peer?.kind !== 'eks-cluster') return undefined;
    const { engineVersion, addons } = peer.attributes;
    const apart = minor(cluster.attributes.engineVersion) - minor(engineVersion);
    const missing = names(cluster.attributes.addons).filter((name) => !names(addons).includes(name));
    const differences = [
      ...(Math.abs(apart) > 1 ? [`runs Kubernetes ${engineVersion} where home runs ${cluster.attributes.engineVersion}`] : []),
      ...(missing.length > 0 && addons !== undefined ? [`lacks the add-on${missing.length === 1 ? '' : 's'} ${listed(missing)}`] : []),
    ];
    if (differences.length > 0) return gap(`${peer.name} in ${target} ${differences.join(' and ')}.`);
    if (Number.isNaN(apart)) return unknown(`Nobody told us which version of Kubernetes ${engineVersion === undefined ? `${peer.name} in ${target}` : cluster.name} runs.`);
    return missing.length > 0 ? unknown(`Nobody told us the add-ons of ${peer.name} in ${target}; home has ${listed(missing)}.`) : ready();
  },
});

/** 34 of 1.34; NaN of what is no version, or not told. */
const minor = (version: string | undefined): number => Number(/^1\.(\d{1,3})(?:\.|$)/.exec(version ?? '')?.[1]);

/** Add-ons without their versions. */
const names = (addons: readonly string[] | undefined): string[] => (addons ?? []).map((addon) => addon.split(':', 1)[0] ?? addon);
