import { strategyTitles } from '../../../model/intent.ts';
import { durationText } from '../../../model/duration.ts';
import { sourceLabel } from '../../../model/source.ts';
import { timeText, type ServiceOutcome, type Simulation } from '../../../model/simulation.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { table } from '../table.ts';
import { indented, type Paint } from '../terminal.ts';
import { counted } from '../words.ts';
import type { Simulated, SimulationFormat } from './index.ts';
import { lostText, outcomeWords, storeText } from './words.ts';

const most = 25;

export const simulationText: SimulationFormat = ({ simulations, assertions }, context) => {
  const pages = simulations.length > 1 ? [matrix(simulations, context), ...(context.quiet ? [] : simulations.map((each) => page(each, context)))] : simulations.map((each) => page(each, context));
  return `${[...pages, ...(assertions.length === 0 ? [] : [claims(assertions, context)])].map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

/** Services by losses. */
function matrix(simulations: readonly Simulation[], { paint, columns }: FormatContext): string[] {
  const ids = [...new Set(simulations.flatMap(({ services }) => services.map(({ id }) => id)))].sort();
  const cell = (simulation: Simulation, id: string): string => {
    const outcome = simulation.services.find((service) => service.id === id)?.outcome;
    return outcome === undefined ? '' : `${outcomeWords[outcome].sign} ${outcome}`;
  };
  const [head = '', ...rows] = table([{ title: 'Service', shrink: true }, ...simulations.map(({ lost }) => ({ title: lost.map(({ value }) => value).join('+') }))], ids.map((id) => [terminalText(id), ...simulations.map((simulation) => cell(simulation, id))]), columns);
  return [paint('bold', 'What each loss does'), paint('dim', head), ...rows];
}

function page(simulation: Simulation, context: FormatContext): string[] {
  const { strategy, today, services, notes } = simulation;
  const { paint, columns, quiet } = context;
  const counts = Object.keys(outcomeWords).flatMap((outcome) => {
    const count = services.filter((service) => service.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome === 'unknown' ? 'unknown' : `${outcome.slice(0, -1)}${count === 1 ? 's' : ''}`}`];
  });
  return [
    paint('bold', `Without ${lostText(simulation)}`),
    ...indented(`${strategyTitles[strategy]}, as of ${today}: of ${counted(services.length, 'service')} ${counts.join(', ')}.`, columns, { first: '  ' }),
    ...services.filter(({ outcome }) => outcome !== 'survives').slice(0, most).flatMap((service) => serviceLines(service, context)),
    ...survivors(services, columns, paint),
    ...(quiet ? [] : [...data(simulation, context), ...steps(simulation, context), ...silent(simulation, context), '', ...notes.flatMap((note) => indented(`Note: ${terminalText(note)}`, columns, { first: '' }))]),
  ];
}

function serviceLines({ id, outcome, why, rto, rpo, waitsFor }: ServiceOutcome, { paint, columns }: FormatContext): string[] {
  const { sign, means, style } = outcomeWords[outcome];
  const line = (text: string): string[] => indented(terminalText(text), columns, { first: '    ', rest: '      ' });
  return [
    '',
    `  ${paint(style, `${sign} ${terminalText(id)}`)}  ${means}`,
    ...why.slice(0, 5).flatMap(line),
    ...(why.length > 5 ? [`    … and ${why.length - 5} more reasons`] : []),
    ...line(`Time to be back: ${timeText(rto, 'no end in sight')}. Data lost: ${timeText(rpo, 'everything')}.`),
    ...(waitsFor.length === 0 ? [] : line(`Waits for ${waitsFor.slice(0, 5).join(', ')}${waitsFor.length > 5 ? ` and ${waitsFor.length - 5} more` : ''}.`)),
  ];
}

function survivors(services: readonly ServiceOutcome[], columns: number, paint: Paint): string[] {
  const names = services.filter(({ outcome }) => outcome === 'survives').map(({ id }) => terminalText(id));
  return names.length === 0 ? [] : ['', ...indented(`${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`, columns, { first: `  ${paint(outcomeWords.survives.style, `${outcomeWords.survives.sign} survive`)}  ` })];
}

function data({ stores }: Simulation, { paint, columns }: FormatContext): string[] {
  if (stores.length === 0) return [];
  return ['', `  ${paint('bold', 'Data')}`, ...stores.slice(0, most).flatMap((store) => indented(terminalText(storeText(store)), columns, { first: store.state === 'copied' ? '    ✔ ' : store.state === 'lost' ? '    ✖ ' : '    ? ', rest: '      ' })), ...(stores.length > most ? [`    … and ${stores.length - most} more`] : [])];
}

function steps({ steps: all }: Simulation, { paint, columns }: FormatContext): string[] {
  if (all.length === 0) return [];
  return [
    '',
    `  ${paint('bold', 'Order of recovery')}  ${paint('dim', 'same number: at the same time; * decides when the service is back')}`,
    ...all.slice(0, most * 2).flatMap(({ order, service, text, seconds, basis, critical, irreversible, blocked }) =>
      indented(terminalText(`${service}: ${text} (${durationText(seconds)}, ${basis}${critical ? ', *' : ''})${irreversible === undefined ? '' : `. Cannot be undone: ${irreversible}`}${blocked === undefined ? '' : `. Blocked: ${blocked}`}`), columns, { first: `    ${String(order).padStart(2)}. `, rest: '        ' })),
    ...(all.length > most * 2 ? [`    … and ${all.length - most * 2} more`] : []),
  ];
}

function silent({ silent: all }: Simulation, { paint, columns }: FormatContext): string[] {
  if (all.length === 0) return [];
  return [
    '',
    `  ${paint('bold', 'Still points at what is lost')}`,
    ...all.slice(0, most).flatMap(({ service, what, why, source }) => indented(terminalText(`${service}: ${what}${source === undefined ? '' : ` (${sourceLabel(source)})`}: ${why}`), columns, { first: '    • ', rest: '      ' })),
    ...(all.length > most ? [`    … and ${all.length - most} more`] : []),
  ];
}

function claims(assertions: Simulated['assertions'], { paint, columns }: FormatContext): string[] {
  return [paint('bold', 'Assertions'), ...assertions.flatMap(({ assertion: { text }, holds, because }) => [`  ${holds ? paint(['bold', 'green'], '✔') : paint(['bold', 'red'], '✖')} ${terminalText(text)}`, ...because.flatMap((reason) => indented(terminalText(reason), columns, { first: '      ' }))])];
}
