/** Text of a part of the report as it is packed; empty where the report has none. */
export const partOf = (id: 'data' | 'estate' | 'engine' | 'layout'): string => document.getElementById(id)?.textContent ?? '';
