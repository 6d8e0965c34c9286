import type { EstateView } from '../view.ts';

/** The service that a file lies near, if one does. */
export type Folders = (file: string) => string | undefined;

/** By folders that hold templates of exactly one service: the nearest one above a file decides. */
export function serviceFolders(view: EstateView, of: (resourceId: string) => string): Folders {
  const folders = new Map<string, string | undefined>();
  for (const { id, sources } of view.estate.resources.values()) {
    const service = of(id);
    for (const { file } of sources) {
      if (file === undefined) continue;
      for (let folder = parent(file); folder !== ''; folder = parent(folder)) {
        folders.set(folder, folders.has(folder) && folders.get(folder) !== service ? undefined : service);
      }
    }
  }
  return (file) => {
    for (let folder = parent(file); folder !== ''; folder = parent(folder)) if (folders.has(folder)) return folders.get(folder);
    return undefined;
  };
}

const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
