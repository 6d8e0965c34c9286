import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classSource } from '../../model/class-offer.ts';
import { latencySource } from '../../model/region.ts';
import { serviceSource } from '../../model/service-offer.ts';
import { typeSource } from '../../model/type-offer.ts';
import type { ReportFormat } from './format.ts';
import type { DataSource } from './html/extras.ts';
import { graphExtract } from './html/graph-extract.ts';
import { remedyTexts } from './html/remedies.ts';
import { html } from './html.ts';

const dataSources: readonly DataSource[] = [
  { title: 'Services by region', ...serviceSource },
  { title: 'CloudFormation types by region', ...typeSource },
  { title: 'Instance classes by region', ...classSource },
  { title: 'Round-trip times', ...latencySource },
];

/** The HTML report of one readiness, with what the registry and the estate add to it. */
export const htmlReport: ReportFormat<string> = (readinesses, { rules, estate, input, root }) => {
  const [readiness] = readinesses;
  if (readiness === undefined) return '';
  const known = estate === undefined ? {} : {
    graph: graphExtract(estate.view, estate.services, readiness.judgements),
    remedies: remedyTexts(readiness.judgements, (judgement) => estate.remediesOf?.(judgement, readiness.intent.target) ?? []),
  };
  const name = basename(resolve(fileURLToPath(root), input)).replace(/\.snapshot(?:\.gz)?$/, '');
  return html(readiness, { ...(name === '' ? {} : { estate: name }), rules: [...rules.values()], dataSources, ...known });
};
