// `whowhom add` killed at random points: `npm run bench:kill [-- KILLS [ARTICLES [MILLISECONDS]]]`
// (50 kills within 4,000 ms of the start, 300 articles, where not given), of the built program. Prints
// one JSON line: how many articles the killed runs had acknowledged, how many of them were lost, what
// `check` found after any kill, and whether the finished graph is that of an undisturbed run.

import { killedRuns } from '../test/cli/killed-runs.ts';
import { randomNumbers } from './made-up-articles.ts';

const [kills = 50, articles = 300, longest = 4000] = process.argv.slice(2).map(Number);
const result = await killedRuns({ kills, articles, longest, random: randomNumbers(kills) });
console.log(JSON.stringify({ articles, ...result }));
