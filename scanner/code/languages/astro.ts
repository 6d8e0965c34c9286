import type { Language } from '../language.ts';
import { typescript } from './typescript.ts';

export const astro: Language = { ...typescript, id: 'astro', title: 'Astro' };
