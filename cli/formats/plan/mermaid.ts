import { approachTitles } from '../../../model/plan.ts';
import { terminalText } from '../escape.ts';
import type { PlanFormat } from './index.ts';

/** A Gantt chart: a section for each wave, a bar for each service. */
export const planMermaid: PlanFormat = ({ home, target, waves, services }) => {
  const lines = waves.flatMap(({ number, groups, starts, ends }) => [
    `  section ${number === 0 ? 'Foundations' : `Wave ${number}`}`,
    ...(number === 0 ? [`  Accounts, network, identity, operations :f0, ${starts}, ${ends}`] : []),
    ...groups.flat().map((id, index) => {
      const approach = services.find((service) => service.id === id)?.approach ?? 'new-build';
      return `  ${task(id)} (${approachTitles[approach].toLowerCase()}) :${approach === 'remediate' ? 'crit, ' : ''}w${number}s${index}, ${starts}, ${ends}`;
    }),
  ]);
  return `${['gantt', `  title ${task(`${home.join(', ')} to ${target}`)}`, '  dateFormat YYYY-MM-DD', '  axisFormat %b %d', ...lines].join('\n')}\n`;
};

/** Colons, semicolons and hashes are Mermaid's own; a name may not have them. */
const task = (text: string): string => terminalText(text).replace(/[:;#%,]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'unnamed';
