import { durationText } from '../../../model/duration.ts';
import { strategyTitles } from '../../../model/intent.ts';
import { sourceLabel } from '../../../model/source.ts';
import { timeText, type Simulation } from '../../../model/simulation.ts';
import { markdownText } from '../escape.ts';
import type { SimulationFormat } from './index.ts';
import { lostText, outcomeWords, storeText } from './words.ts';

export const simulationMarkdown: SimulationFormat = ({ simulations, assertions }) =>
  [
    ...simulations.map(page),
    ...(assertions.length === 0 ? [] : [['## Assertions', '', ...assertions.map(({ assertion: { text }, holds, because }) => `- ${holds ? '✔' : '✖'} ${markdownText(text)}${because.length === 0 ? '' : `: ${markdownText(because.join('; '))}`}`), ''].join('\n')]),
  ].join('\n');

function page(simulation: Simulation): string {
  const { strategy, today, services, stores, steps, silent, notes } = simulation;
  const heading = (title: string, rows: readonly string[]): string[] => (rows.length === 0 ? [] : [`### ${title}`, '', ...rows, '']);
  return [
    `## Without ${markdownText(lostText(simulation))}`,
    '',
    `${strategyTitles[strategy]}, as of ${today}.`,
    '',
    '| Service | Outcome | Time to be back | Data lost | Why |',
    '|---|---|---|---|---|',
    ...services.map(({ id, outcome, rto, rpo, why }) => `| ${[id, `${outcomeWords[outcome].sign} ${outcome}`, timeText(rto, 'no end in sight'), timeText(rpo, 'everything'), why.slice(0, 3).join('; ')].map(markdownText).join(' | ')} |`),
    '',
    ...heading('Data', stores.map((store) => `- ${markdownText(storeText(store))}`)),
    ...heading('Order of recovery', steps.map(({ order, service, text, seconds, basis, critical, irreversible, blocked }) => `- ${order}. **${markdownText(service)}** ${markdownText(text)} (${durationText(seconds)}, ${basis}${critical ? ', decides' : ''})${irreversible === undefined ? '' : ` *Cannot be undone: ${markdownText(irreversible)}.*`}${blocked === undefined ? '' : ` *Blocked: ${markdownText(blocked)}.*`}`)),
    ...heading('Still points at what is lost', silent.map(({ service, what, why, source }) => `- **${markdownText(service)}** ${markdownText(what)}${source === undefined ? '' : ` (${markdownText(sourceLabel(source))})`}: ${markdownText(why)}`)),
    ...notes.map((note) => `<sub>${markdownText(note)}</sub>\n`),
  ].join('\n');
}
