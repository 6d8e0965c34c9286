/** Starts what lays pictures out. A report has a file of this name of its own, since nothing is beside it that could be loaded. */
export const layoutWorker = async (): Promise<Worker> => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
