// Does what it is told, mostly badly.
let calls = 0;
let running = 0;
const hoard = [];

const deeds = {
  count: () => ({ calls, pid: process.pid }),
  overlap: async ({ ms }) => {
    running += 1;
    const seen = running;
    await new Promise(resolve => setTimeout(resolve, ms));
    running -= 1;
    return { seen, pid: process.pid };
  },
  never: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
  throw: () => {
    throw new TypeError('no such luck');
  },
  exit: () => process.exit(3),
  stray: () => {
    Promise.reject(new Error('nobody listens'));
    return new Promise(() => {});
  },
  hoard: () => {
    for (;;) hoard.push(new Array(100_000).fill({}));
  },
  huge: () => 'x'.repeat(6 * 1024 * 1024),
  nothing: () => undefined,
  speak: () => {
    console.log('calm words');
    console.error('loud words');
    return 'spoke';
  },
  time: () => ({
    now: Date.now(),
    made: new Date().toISOString(),
    text: Date(),
    fixed: new Date(0).toISOString(),
    isDate: new Date() instanceof Date,
  }),
  watch: async ({ untilAfter }) => {
    while (Date.now() < untilAfter) await new Promise(resolve => setTimeout(resolve, 5));
    return Date.now();
  },
};

exports.main = (event, _context, callback) => {
  calls += 1;
  if (event.do === 'callback') return void setImmediate(() => callback(null, 'called back'));
  const result = deeds[event.do](event);
  if (result === undefined) callback(null, undefined);
  return result;
};
