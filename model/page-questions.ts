import { usualEdgeTypes } from './edge.ts';
import { verdictStates } from './readiness.ts';

/** What the pages ask first. Said once, so that what is asked ahead of a page, or computed before anybody comes, is what it asks. */

export type PageQuery = Readonly<Record<string, string | number | readonly string[] | undefined>>;
/** Empty where it is left to the configuration. */
export type AskedWish = Readonly<Record<'home' | 'target' | 'strategy', string>>;
type Address = Readonly<Record<string, string>>;

/** Items of each list that the overview begins with, and rows of its table: with thirteen categories their groups stay within one answer. */
export const overviewItems = 6;
export const overviewRows = 20;

export const inTheWayQuestion = (wish: AskedWish): PageQuery => ({ ...wish, by: 'rule', state: 'gap', limit: overviewItems });
export const stoppingQuestion = (wish: AskedWish): PageQuery => ({ ...wish, sort: 'outlook', limit: overviewItems });
export const movingQuestion = (wish: AskedWish): PageQuery => ({ ...wish, sort: 'wave', limit: overviewItems });
export const worstServicesQuestion = (wish: AskedWish, page = 1): PageQuery => ({ ...wish, state: verdictStates, by: 'service', offset: (page - 1) * overviewRows, limit: overviewRows });
export const categoriesQuestion = (wish: AskedWish, services: readonly string[]): PageQuery => ({ ...wish, state: verdictStates, by: ['service', 'category'], service: services, limit: 500 });
/** Names of services that can be asked about, of the groups that they lead. A longer one is no name that anybody gave, and the list of services has it too. */
export const namesToAsk = (groups: readonly { readonly values: readonly string[] }[]): string[] => groups.map(({ values: [name = ''] }) => name).filter((name) => name.length <= 2048);
export const blindSpotsQuestion = (wish: AskedWish): PageQuery => ({ ...wish, limit: 500 });
/** Targets in few words. */
export const targetsQuestion = ({ home, strategy }: AskedWish, targets: readonly string[]): PageQuery => ({ home, strategy, target: targets, limit: 1 });
export const candidatesQuestion = ({ home, strategy }: AskedWish, targets: readonly string[]): PageQuery => ({ home, strategy, target: targets, limit: 50 });
export const servicesQuestion = (wish: AskedWish, { status = '', text = '', sort = 'worst', offset = '0', limit = '50' }: Address = {}): PageQuery => ({ ...wish, status, text: text.trim(), sort, offset, limit });
export const availabilityQuestion = ({ home }: AskedWish): PageQuery => ({ home });
export const planQuestion = (wish: AskedWish, { goal = 'expand' }: Address = {}): PageQuery => ({ ...wish, goal, limit: 500 });
export const simulationQuestion = (wish: AskedWish, lost: readonly string[]): PageQuery => ({ ...wish, lose: lost, limit: 500 });
/** Verdicts as the list begins; the page lays its filters over it. */
export const findingsQuestion = (wish: AskedWish): PageQuery => ({ ...wish, state: 'gap', sort: 'worst', descending: 'false', offset: 0, limit: 50 });
/** The picture as it begins: services alone, and what holds up those who need it. */
export const pictureQuestion: PageQuery = { by: 'none', edge: usualEdgeTypes };
