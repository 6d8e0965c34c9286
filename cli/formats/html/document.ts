import { strategyTitles } from '../../../model/intent.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { digestOf } from '../../../ui/report/digest.ts';
import { iconSheet } from '../../../ui/report/icons.ts';
import { html, raw, type Markup } from '../../../ui/report/markup.ts';
import { openReport } from '../../../ui/report/report.ts';
import { count } from '../../../ui/report/words.ts';
import { appendixSection } from './appendix-section.ts';
import { coverageSection } from './coverage-section.ts';
import { encode } from './encode.ts';
import type { ReportExtras } from './extras.ts';
import { findingsSection } from './findings-section.ts';
import { graphSection } from './graph-section.ts';
import { blockersOf, headline, verdictWords } from './headline.ts';
import { mapSection } from './map-section.ts';
import { pack } from './pack.ts';
import { cytoscapeScript, inlineable, pageScript, scriptHash } from './script.ts';
import { section, type Section } from './section.ts';
import { servicesSection } from './services-section.ts';
import { styleSheet } from './style/index.ts';
import { wavesSection } from './waves-section.ts';

/** The whole page. */
export function document(readiness: Readiness, extras: ReportExtras): Markup {
  const wire = encode(readiness, extras);
  const report = openReport(wire);
  const digest = digestOf(report);
  const sections = [
    servicesSection(report, digest), mapSection(readiness, report, digest), findingsSection(readiness, report, digest),
    wavesSection(readiness, report, digest), coverageSection(readiness), appendixSection(readiness, extras),
  ];
  const { estate = 'AWS estate' } = extras;
  const { target, strategy } = readiness.intent;
  const script = inlineable(pageScript());
  const library = wire.graph === undefined ? undefined : inlineable(cytoscapeScript());
  return html`${raw('<!doctype html>')}
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([script, ...(library === undefined ? [] : [library])])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="regionready ${readiness.tool}">
<title>${verdictWords(readiness, blockersOf(report))} – ${estate} → ${target}</title>
<style>${raw(styleSheet)}</style>
<script>${raw(script)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${iconSheet()}
<header class="top"><p class="brand">regionready</p><p class="top-about">${estate} → ${target}, ${strategyTitles[strategy].toLowerCase()}</p><div class="top-tools script-only"><button type="button" id="print">Print</button><button type="button" id="theme">Theme: auto</button></div></header>
<div class="layout">
<nav id="contents" aria-label="Contents"><ol><li><a href="#verdict">Verdict</a></li>${sections.map(contentsItem)}</ol></nav>
<main id="main" tabindex="-1">
<p class="failure" id="failure" role="alert" hidden></p>
${headline(readiness, report, extras.estate)}
${sections.map(section)}
</main>
</div>
<footer class="foot"><p>Made by regionready ${readiness.tool} from facts of ${readiness.intent.today}. This file holds everything it shows and asks nothing of the network.</p></footer>
${graphSection(report)}
<script type="text/plain" id="data">${pack(wire)}</script>
${library !== undefined && html`<script type="text/plain" id="graph-library">${raw(library)}</script>`}
</body>
</html>
`;
}

function contentsItem({ id, title, size }: Section): Markup {
  return html`<li><a href="#${id}">${title}${size !== undefined && html` <span class="contents-size">${count(size)}</span>`}</a></li>`;
}

/** Nothing may be loaded from anywhere; only the scripts that we wrote into the page may run. */
function policy(scripts: readonly string[]): string {
  return `default-src 'none'; style-src 'unsafe-inline'; script-src ${scripts.map(scriptHash).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`;
}
