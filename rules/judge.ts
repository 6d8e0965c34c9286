import { serviceGraph } from '../graph/queries/service-graph.ts';
import type { Services } from '../graph/queries/services.ts';
import { sharedResources } from '../graph/queries/shared-resources.ts';
import { waves as wavesOf } from '../graph/queries/waves.ts';
import type { EstateView } from '../graph/view.ts';
import { severities as severityOrder, type Intent, type Strategy } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import { verdictStates, type Judgement, type Readiness } from '../model/readiness.ts';
import { coverageOf } from './coverage.ts';
import { linked } from './linked.ts';
import { dataAccess } from './data-access.ts';
import { exemptionNotes } from './exemption.ts';
import { practicesOf } from './frameworks.ts';
import { groundedIn } from './grounds.ts';
import { judgeCode } from './judge-code.ts';
import { judgeResources } from './judge-resources.ts';
import { recoveryOutlooks } from './recovery-outlooks.ts';
import type { Rule } from './rule.ts';
import { countsOf, scoreOf, severitiesOf, statusOf } from './score.ts';
import { serviceReadiness } from './service-readiness.ts';
import { servicesOf } from './support/services-of.ts';
import { suppress } from './suppress.ts';
import { severityOf, type RuleSettings, type SettingsOf } from './settings.ts';

export interface Judge {
  readonly view: EstateView;
  readonly rules: readonly Rule[];
  readonly intent: Intent;
  readonly settings?: RuleSettings;
  /** Settings by file, service and tags, where they differ. */
  readonly settingsOf?: SettingsOf | undefined;
  /** Fingerprints that are known and accepted for now. */
  readonly baseline?: ReadonlySet<string>;
  /** Version of the tool, for the document's head. */
  readonly tool: string;
  /** What the caller assumed, for the reader. */
  readonly notes?: readonly string[];
}

/** What rules say of an estate for one intent. The readiness adds what follows from it for services: order, recovery, access. */
export type Judged = Pick<Readiness, 'intent' | 'status' | 'score' | 'counts' | 'severities' | 'judgements' | 'blindSpots' | 'notes'>;

/** Asks the rules, and leaves the folds over services to `judge`: for whoever needs the verdicts alone. Pure. */
export function askRules({ view, rules, intent, settings = {}, settingsOf, baseline = new Set(), notes = [] }: Omit<Judge, 'tool'>): Judged {
  const services = servicesOf({ graph: view, intent });
  const { home, target, strategy, today } = intent;
  const found = [
    ...judgeResources({ view, services, rules, settings, settingsOf, intent }),
    ...judgeCode({ occurrences: view.estate.occurrences, rules, settings, settingsOf, home, targets: [target], intent, serviceOf: services.ofFile }),
  ];
  const suppressed = suppress(found.map(groundedIn(view, intent)), view.estate.suppressions, today);
  const judgements = suppressed.judgements.map((judged) => (judged.state === 'gap' && baseline.has(judged.fingerprint) ? { ...judged, baselined: true } : judged)).sort(byWeight);
  return {
    intent: { home: [...home], target, strategy, today },
    status: statusOf(judgements, view.estate.blindSpots.length > 0 || view.estate.resources.size === 0),
    score: scoreOf(judgements),
    counts: countsOf(judgements),
    severities: severitiesOf(judgements),
    judgements,
    blindSpots: [...view.estate.blindSpots],
    notes: [...notes, ...exemptionNotes(intent), ...suppressed.notes],
  };
}

/** Judges an estate for one intent. Pure: the same estate, rules and intent give the same document. */
export function judge(input: Judge): Readiness {
  const { view, rules, intent, settings = {}, tool } = input;
  const services = servicesOf({ graph: view, intent });
  const { intent: asked, status, score, counts, severities, judgements: asIs, blindSpots, notes } = askRules(input);
  const { judgements, causes } = linked(asIs, { view, intent });
  const graph = serviceGraph(view, services);
  const waves = wavesOf(graph);
  return {
    format: 'regionready/readiness',
    version: 1,
    tool,
    intent: asked,
    status,
    score,
    counts,
    severities,
    causes,
    services: serviceReadiness({ services, graph, waves, judgements, outlooks: recoveryOutlooks({ view, services, graph, intent, tool }) }),
    dataAccess: dataAccess(view, services, intent),
    shared: sharedOf(view, services),
    waves: waves.map((wave) => wave.map((group) => [...group])),
    rules: usedRules(rules, judgements, { strategy: intent.strategy, settings }),
    judgements,
    coverage: coverageOf(view, intent, judgements),
    blindSpots,
    notes,
  };
}

function usedRules(rules: readonly Rule[], judgements: readonly Judgement[], { strategy, settings }: { readonly strategy: Strategy; readonly settings: RuleSettings }): Readiness['rules'] {
  const byRule = Map.groupBy(judgements, ({ rule }) => rule);
  const used = rules.flatMap((rule) => {
    const own = byRule.get(rule.id) ?? [];
    const general = severityOf(rule, strategy, settings);
    // Off in general, and on for what an override names: gaps come first, the worst of them at the head.
    const severity = general === 'off' ? own[0]?.severity : general;
    return severity === undefined ? [] : [{ id: rule.id, title: rule.title, severity, counts: countsOf(own), practices: [...practicesOf(rule.id)] }];
  });
  return used.sort((a, b) => compareText(a.id, b.id));
}

/** Shared resources that are told of. */
const mostShared = 100;

function sharedOf(view: EstateView, services: Services): Readiness['shared'] {
  const all = sharedResources(view, services);
  const resources = all.slice(0, mostShared).map(({ id, service, users }) => {
    const { name = id, resourceType = '' } = view.resource(id) ?? {};
    return { id, title: name, resourceType, service, users: users.map((user) => user.service) };
  });
  return { total: all.length, resources };
}

/** Gaps first, worst first; then by rule and subject. */
function byWeight(a: Judgement, b: Judgement): number {
  return (
    verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
    Number(b.blocking === true) - Number(a.blocking === true) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject, b.subject)
  );
}

