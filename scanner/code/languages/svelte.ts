import type { Language } from '../language.ts';
import { typescript } from './typescript.ts';

export const svelte: Language = { ...typescript, id: 'svelte', title: 'Svelte' };
