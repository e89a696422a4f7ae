'use strict';
// One instance of one function: a process that handles one call at a time and keeps its modules between
// calls. Plain JavaScript, because it is started by node alone. What it hears and says is `Order` and
// `Report` in ../instance-protocol.ts.

const path = require('node:path');
const { installClock, moveClock } = require('./clock.cjs');

/** Replies above this are refused in the instance, before they cost a copy. Bytes. */
const REPLY_LIMIT = 6 * 1024 * 1024;

const settings = JSON.parse(process.argv[2]);
const say = process.send.bind(process);
const exit = process.exit.bind(process);
let call;
let main;

const describe = error =>
  error instanceof Error
    ? { message: `${error.name}: ${error.message}`, stack: error.stack }
    : { message: typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error)) };

/** console.* ends in these two; over the channel a line cannot overtake or trail its call's reply. */
function captureOutput(stream, name) {
  stream.write = (chunk, encoding, done) => {
    say({
      type: 'log',
      stream: name,
      text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString(),
    });
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  };
}

/** A stray failure ends the instance, as in production; the running call is told why. */
function watchStrayFailures() {
  for (const kind of ['uncaughtException', 'unhandledRejection']) {
    process.on(kind, error => {
      if (process.listenerCount(kind) > 1) return;
      const failure = describe(error);
      process.stderr.write(`${failure.stack ?? failure.message}\n`);
      const message = `${kind}: ${failure.message}`;
      say({ type: 'crashed', error: { message, stack: `${kind}: ${failure.stack ?? message}` } }, () =>
        exit(1),
      );
    });
  }
}

/** The caller's keys live in the process environment during the call and are gone after it. */
function enterEnvironment(environment) {
  Object.assign(process.env, environment);
  return () => {
    for (const key of Object.keys(environment)) delete process.env[key];
  };
}

/** async, plain value and callback style, as SCF takes them. */
function runMain(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value));
    const result = main(event, context, callback);
    if (result && typeof result.then === 'function') result.then(resolve, reject);
    else if (result !== undefined || main.length < 3) resolve(result);
  });
}

function serialize(result) {
  const text = JSON.stringify(result) ?? 'null';
  if (Buffer.byteLength(text) <= REPLY_LIMIT) return { type: 'done', result: text };
  return { type: 'failed', tooLarge: true, error: { message: `reply is larger than ${REPLY_LIMIT} bytes` } };
}

async function handle(order) {
  call = order;
  const leave = enterEnvironment(order.environment);
  const deadline = performance.now() + order.timeoutMs;
  const context = {
    ...order.context,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  let report;
  try {
    report = serialize(await runMain(JSON.parse(order.event), context));
  } catch (error) {
    report = { type: 'failed', error: describe(error) };
  }
  leave();
  if (call === order) say({ ...report, callId: order.callId, memoryBytes: process.memoryUsage().rss });
}

function load() {
  main = require(path.join(settings.directory, 'index.js')).main;
  if (typeof main !== 'function') throw new Error('index.js exports no function called main');
}

// The cloud is gone (stopped or killed): nobody waits for this process any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', order => {
  if (order.type === 'clock') moveClock(order.offsetMs);
  else if (order.type === 'call') handle(order);
});
installClock(settings.offsetMs);
captureOutput(process.stdout, 'stdout');
captureOutput(process.stderr, 'stderr');
watchStrayFailures();
try {
  load();
  say({ type: 'ready' });
} catch (error) {
  say({ type: 'unloadable', error: describe(error) }, () => exit(1));
}
