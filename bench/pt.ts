import { pageTimes } from './support/page-times.ts';
const size = Number(process.argv[2] ?? 10000);
const { preparedMs, megabytes, pages } = await pageTimes(size, { pictures: '/tmp/pics', runs: Number(process.argv[3] ?? 3) });
console.log('prepared', preparedMs, 'MB', megabytes);
for (const p of pages) console.log(JSON.stringify(p));
