import fs from 'node:fs';
import path from 'node:path';

export interface TimerTrigger {
  name: string;
  /** 7 fields: second minute hour day month weekday year, in UTC+8. */
  cron: string;
}

/** What `config.json` of a built function says, with CloudBase's defaults. */
export interface FunctionSpec {
  name: string;
  /** Changes when the built files change, so that a rebuilt function gets new instances. */
  version: string;
  directory: string;
  timeoutMs: number;
  memoryMb: number;
  environment: Record<string, string>;
  timer: TimerTrigger | undefined;
  /** WeChat APIs the function may call (`permissions.openapi`). */
  openapi: string[];
}

/** All of a function's environment variables together, bytes (CloudBase). */
const ENVIRONMENT_LIMIT = 4096;
const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/;

interface ConfigFile {
  timeout?: number;
  memorySize?: number;
  envVariables?: Record<string, unknown>;
  permissions?: { openapi?: string[] };
  triggers?: Array<{ name?: string; type?: string; config?: string }>;
}

function readConfig(directory: string): ConfigFile {
  const file = path.join(directory, 'config.json');
  if (!fs.existsSync(file)) return {};
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as ConfigFile;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readEnvironment(
  name: string,
  config: ConfigFile,
  extra: Record<string, string>,
): Record<string, string> {
  const own = Object.entries(config.envVariables ?? {}).map(([key, value]) => [key, String(value)]);
  const environment: Record<string, string> = { ...Object.fromEntries(own), ...extra };
  const size = Buffer.byteLength(JSON.stringify(environment));
  if (size > ENVIRONMENT_LIMIT)
    throw new Error(`environment of function ${name} is over ${ENVIRONMENT_LIMIT} bytes`);
  return environment;
}

/** The file format has a list, but production takes one trigger a function. */
function readTimer(name: string, config: ConfigFile): TimerTrigger | undefined {
  const [trigger, ...more] = config.triggers ?? [];
  if (more.length > 0) throw new Error(`function ${name} has more than one trigger`);
  if (!trigger) return undefined;
  if (trigger.type !== 'timer')
    throw new Error(`function ${name}: a trigger of type ${trigger.type} is not supported`);
  return { name: trigger.name ?? 'timer', cron: trigger.config ?? '' };
}

export interface FunctionCatalog {
  /** Undefined when there is no such function. */
  find(name: string): FunctionSpec | undefined;
  list(): FunctionSpec[];
}

/** Reads the built functions directory; notices rebuilt functions by the times of their files. */
export function openCatalog(functionsDir: string, extraEnvironment: Record<string, string>): FunctionCatalog {
  const known = new Map<string, FunctionSpec>();

  function read(name: string, directory: string, version: string): FunctionSpec {
    const config = readConfig(directory);
    return {
      name,
      version,
      directory,
      timeoutMs: (config.timeout ?? 3) * 1000,
      memoryMb: config.memorySize ?? 256,
      environment: readEnvironment(name, config, extraEnvironment),
      timer: readTimer(name, config),
      openapi: config.permissions?.openapi ?? [],
    };
  }

  function find(name: string): FunctionSpec | undefined {
    if (!FUNCTION_NAME.test(name)) return undefined;
    const directory = path.join(functionsDir, name);
    const code = fs.statSync(path.join(directory, 'index.js'), { throwIfNoEntry: false });
    if (!code) return undefined;
    const config = fs.statSync(path.join(directory, 'config.json'), { throwIfNoEntry: false });
    const version = `${code.mtimeMs}-${code.size}-${config?.mtimeMs ?? 0}`;
    const before = known.get(name);
    if (before?.version === version) return before;
    const spec = read(name, directory, version);
    known.set(name, spec);
    return spec;
  }

  return {
    find,
    list: () =>
      fs
        .readdirSync(functionsDir)
        .sort()
        .map(find)
        .filter(spec => spec !== undefined),
  };
}
