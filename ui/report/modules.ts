import * as codeFrame from './code-frame.ts';
import * as digest from './digest.ts';
import * as filter from './filter.ts';
import * as findingsPanel from './findings-panel.ts';
import * as graphDialog from './graph-dialog.ts';
import * as graphModel from './graph-model.ts';
import * as graphView from './graph-view.ts';
import * as groupView from './group-view.ts';
import * as groups from './groups.ts';
import * as icons from './icons.ts';
import * as mapPanel from './map-panel.ts';
import * as markup from './markup.ts';
import * as page from './page.ts';
import * as remedyView from './remedy-view.ts';
import * as report from './report.ts';
import * as routes from './routes.ts';
import * as serviceView from './service-view.ts';
import * as servicesPanel from './services-panel.ts';
import * as start from './start.ts';
import * as subjectRow from './subject-row.ts';
import * as theme from './theme.ts';
import * as unpack from './unpack.ts';
import * as verdictRow from './verdict-row.ts';
import * as verdictsPanel from './verdicts-panel.ts';
import * as wire from './wire.ts';
import * as words from './words.ts';

/**
 * Everything that the page of a report runs. The report's writer prints these functions and constants into the page one after the other,
 * so a file in this folder has exported functions and JSON constants at its top level and nothing else, under names that no other file uses.
 */
export const modules: readonly Readonly<Record<string, unknown>>[] = [
  codeFrame, digest, filter, findingsPanel, graphDialog, graphModel, graphView, groupView, groups, icons, mapPanel, markup, page, remedyView, report,
  routes, serviceView, servicesPanel, start, subjectRow, theme, unpack, verdictRow, verdictsPanel, wire, words,
];
