import type { EstateView } from '../../../graph/view.ts';
import type { Services } from '../../../graph/queries/services.ts';
import { strategies } from '../../../model/intent.ts';
import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { told } from '../../../model/reading.ts';
import { latencyBetween, regions } from '../../../model/region.ts';
import type { ReportData, ReportRegion, ReportResources, ReportRule } from '../../../model/report-data.ts';
import { availabilityTable } from '../../../rules/comparison/availability-table.ts';
import { effectOf } from '../../../rules/effect.ts';
import { categoryOf, type Rule } from '../../../rules/rule.ts';
import { severityOf } from '../../../rules/settings.ts';
import type { FormatContext } from '../format.ts';
import { remedyTexts } from '../html/remedies.ts';
import { rulePage } from '../rule-page.ts';

/** What the pages need of a judgement and what stands around it. */
export function reportData(readiness: Readiness, { name, context: { rules, estate } }: { readonly name: string; readonly context: FormatContext }): ReportData {
  const { home, target, strategy, today } = readiness.intent;
  const judged = readiness.rules.flatMap(({ id }) => rules.get(id) ?? []);
  return {
    name,
    readiness,
    rules: judged.map(ruleOf),
    regions: regionRows(home[0] ?? ''),
    ...(estate === undefined ? {} : { availability: availabilityTable(estate.view, { home, target, strategy, today, services: {}, exemptions: [] }) }),
    resources: resourceColumns(estate),
    remedies: estate?.remediesOf === undefined ? {} : remediesByFormat(readiness.judgements, (judgement) => estate.remediesOf?.(judgement, target) ?? []),
  };
}

function ruleOf(rule: Rule): ReportRule {
  const { id, title, why, fix, links } = rule;
  return { id, title, category: categoryOf(id), severity: Object.fromEntries(strategies.map((strategy) => [strategy, severityOf(rule, strategy, {})])), why, fix, links, effect: Object.fromEntries(strategies.map((strategy) => [strategy, effectOf(rule, strategy)])), page: rulePage(rule) };
}

function regionRows(from: string): ReportRegion[] {
  return [...regions.values()].map(({ code, longName, partition, status, optIn, azIds, launchDate, lat, lon }) => {
    const latency = latencyBetween(from, code);
    return { code, name: longName, partition, status, optIn, ...told({ zones: azIds.length === 0 ? undefined : azIds.length, opened: launchDate, latitude: lat, longitude: lon, roundTrip: latency === undefined ? undefined : { from, ...latency } }) };
  });
}

const formats = { CloudFormation: 'cloudformation', Terraform: 'terraform', 'AWS CLI': 'cli' } as const;

function remediesByFormat(judgements: readonly Judgement[], remediesOf: Parameters<typeof remedyTexts>[1]): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(remedyTexts(judgements, remediesOf)).map(([fingerprint, made]) => {
    const texts: Record<string, string> = {};
    for (const { title, forms, limits } of made) for (const { name, text } of forms) texts[formats[name]] = [texts[formats[name]], `# ${title}`, ...limits.map((limit) => `# ${limit}`), text].filter((each) => each !== undefined).join('\n');
    return [fingerprint, texts];
  }));
}

function resourceColumns(estate: { readonly view: EstateView; readonly services: Services } | undefined): ReportResources {
  const texts = [''];
  const numbers = new Map([['', 0]]);
  const number = (text: string | undefined): number => {
    const known = numbers.get(text ?? '');
    if (known !== undefined) return known;
    numbers.set(text ?? '', texts.length);
    return texts.push(text ?? '') - 1;
  };
  const all = [...(estate?.view.estate.resources.values() ?? [])];
  return {
    texts,
    id: all.map(({ id }) => id),
    name: all.map(({ name }) => name),
    type: all.map(({ resourceType }) => number(resourceType)),
    region: all.map(({ region }) => number(region)),
    account: all.map(({ account }) => number(account)),
    service: all.map(({ id }) => number(estate?.services.of(id))),
  };
}
