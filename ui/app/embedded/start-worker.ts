import { workerOf } from './worker-of.ts';

export const layoutWorker = (): Promise<Worker> => workerOf('layout');
