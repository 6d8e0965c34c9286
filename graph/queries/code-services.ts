import type { EstateView } from '../view.ts';

/** Service of the code that resources run: of a file that one is known to run, else of files beside it. Undefined where several services run it. */
export function codeServices(view: EstateView, of: (resourceId: string) => string | undefined): (file: string) => string | undefined {
  const files = new Map<string, string | undefined>();
  const folders = new Map<string, string | undefined>();
  for (const [file, deployers] of view.estate.deployers) {
    const services = new Set(deployers.flatMap((id) => of(id) ?? []));
    if (services.size === 0) continue;
    const service = services.size === 1 ? [...services][0] : undefined;
    files.set(file, service);
    const folder = parent(file);
    folders.set(folder, folders.has(folder) && folders.get(folder) !== service ? undefined : service);
  }
  if (files.size === 0) return () => undefined;
  return (file) => {
    if (files.has(file)) return files.get(file);
    for (let folder = parent(file); folder !== ''; folder = parent(folder)) if (folders.has(folder)) return folders.get(folder);
    return undefined;
  };
}

const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
