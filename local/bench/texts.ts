import { readJielong } from '../../cloudfunctions/core/sheets/formats/jielong';

/** The most that one text has. */
const LINES = 500;
const LIMIT_MS = 50;
const ROUNDS = 20;

/** A long list as people write it: quantities, remarks, phone numbers, second lines, gaps. */
function sampleText(): string {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const number = index < LINES / 2 ? index + 1 : index + 2;
    const rest = ['', ' 2人', '+1', ` ${index}栋201 3份 不要辣`, ` 138${String(10_000_000 + index)}`][
      index % 5
    ];
    return `${number}. 邻居${index}${rest}${index % 50 === 49 ? '\n7.30 送到' : ''}`;
  });
  return ['#接龙', '周末团购，限600人', '时间：周六8:00', '地点：南门', '', ...lines].join('\n');
}

/** Prints what reading a 接龙 of 500 lines takes, the first time and in the middle. */
export async function benchTexts(): Promise<void> {
  const text = sampleText();
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    const { lines } = readJielong(text, Date.now());
    if (lines.length !== LINES) throw new Error(`${lines.length} lines of ${LINES}`);
    // Processor time: reading waits for nothing, and what else the machine does must not count.
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const [first = 0] = times;
  const median = [...times].sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
  console.log(`${first.toFixed(1)} ms  the first time, cold`);
  console.log(`${median.toFixed(1)} ms  the median of ${ROUNDS}`);
  console.log(`${median <= LIMIT_MS ? 'ok  ' : 'MISS'}  ${LINES} lines, wanted ≤ ${LIMIT_MS} ms`);
}
