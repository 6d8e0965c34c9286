import type { Modules } from '../modules.ts';
import { classPath } from './class-path.ts';

/** Constants are known everywhere once their file is loaded; the class or module that they are in tells them apart. */
export const rubyModules: Modules = {
  exported({ word, scope, of }) {
    if (!/^[A-Z]/.test(word)) return [];
    const owner = of === undefined ? (scope.parent === undefined ? '' : undefined) : classPath(of);
    return owner === undefined ? [] : [`${owner.slice(owner.lastIndexOf('.') + 1)}#${word}`];
  },
  meant(dotted) {
    const parts = dotted.split('.');
    const name = parts.pop() ?? '';
    return [`${parts.pop() ?? ''}#${name}`];
  },
};
