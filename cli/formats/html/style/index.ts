import { base } from './base.ts';
import { findings } from './findings.ts';
import { layout } from './layout.ts';
import { graph } from './graph.ts';
import { hero } from './hero.ts';
import { map } from './map.ts';
import { print } from './print.ts';
import { sections } from './sections.ts';
import { tables } from './tables.ts';
import { tokenSheet } from './tokens.ts';
import { tools } from './tools.ts';

/** Everything the page looks like. Later sheets may lean on earlier ones; print comes last. */
export const styleSheet: string = [tokenSheet(), base, layout, hero, tables, tools, sections, map, findings, graph, print].join('\n');
