/** What stands for the code of a function that is written into its template, as paths stand for files. */
export const inlineCode = (file: string, label: string): string => `${file}:${label}`;
