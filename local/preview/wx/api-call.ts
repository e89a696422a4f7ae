/** The three callbacks every asynchronous `wx` function takes. */
export interface Callbacks {
  success?: (result: ApiResult) => void;
  fail?: (failure: FailureBody) => void;
  complete?: (outcome: ApiResult | FailureBody) => void;
}

export type ApiResult = { errMsg: string } & Record<string, unknown>;
export type FailureBody = { errMsg: string; errno?: number; errCode?: number } & Record<string, unknown>;

/** Members of `wx` (or of one of its objects) by name. */
export type ApiTable = Record<string, unknown>;

/** An asynchronous member of `wx`: a promise without callbacks, nothing with them, as in WeChat. */
export type AsyncApi<O extends object> = (options?: O & Callbacks) => Promise<ApiResult> | undefined;

/** A refusal that WeChat would give; becomes `{errMsg: '<api>:fail <reason>', …facts}`. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

export type ParameterType = 'String' | 'Number' | 'Boolean' | 'Array' | 'Object' | 'Function';

function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Throws WeChat's parameter error when a required parameter is missing or of another type. */
export function checkParameters(options: object, required: Readonly<Record<string, ParameterType>>): void {
  for (const [name, type] of Object.entries(required)) {
    const actual = typeName(Reflect.get(options, name));
    if (actual !== type) {
      throw new ApiFailure(`parameter error: parameter.${name} should be ${type} instead of ${actual};`, {
        errno: 1001,
      });
    }
  }
}

/** The failure object for anything thrown; errors of the host already carry the whole errMsg. */
export function failureBody(api: string, error: unknown): FailureBody {
  if (error instanceof ApiFailure) return { ...error.facts, errMsg: `${api}:fail ${error.reason}` };
  const message = error instanceof Error ? error.message : String(error);
  return { errMsg: message.startsWith(`${api}:fail`) ? message : `${api}:fail ${message}` };
}

/** A callback that throws is the mini program's error: it must neither vanish nor turn into a rejection. */
export function runCallback<A extends unknown[]>(
  callback: ((...values: A) => void) | undefined,
  ...values: A
): void {
  if (typeof callback !== 'function') return;
  try {
    callback(...values);
  } catch (error) {
    globalThis.reportError(error);
  }
}

function hasCallback(options: Callbacks): boolean {
  return [options.success, options.fail, options.complete].some(callback => typeof callback === 'function');
}

export interface ApiShape {
  required?: Readonly<Record<string, ParameterType>>;
  /** How a thrown value becomes the rejection; plain objects by default, an `Error` for `wx.cloud`. */
  failure?: (api: string, error: unknown) => FailureBody;
}

/**
 * Makes an asynchronous `wx` function of `run`. What `run` returns is spread into the result beside
 * `errMsg: '<api>:ok'`; what it throws becomes `{errMsg: '<api>:fail …'}`.
 */
export function asyncApi<O extends object>(
  api: string,
  run: (options: O) => unknown,
  shape: ApiShape = {},
): AsyncApi<O> {
  const attempt = async (options: O): Promise<ApiResult> => {
    checkParameters(options, shape.required ?? {});
    const result: unknown = await run(options);
    return { ...(typeof result === 'object' ? result : {}), errMsg: `${api}:ok` };
  };
  return options => {
    const given = (options ?? {}) as O & Callbacks;
    const outcome = attempt(given).catch((error: unknown) => {
      throw (shape.failure ?? failureBody)(api, error);
    });
    if (!hasCallback(given)) return outcome;
    outcome.then(
      result => {
        runCallback(given.success, result);
        runCallback(given.complete, result);
      },
      (failure: FailureBody) => {
        runCallback(given.fail, failure);
        runCallback(given.complete, failure);
      },
    );
    return undefined;
  };
}

/** The synchronous twin: returns what `run` returns, throws an `Error` with WeChat's message. */
export function syncApi<A extends unknown[], R>(api: string, run: (...values: A) => R): (...values: A) => R {
  return (...values) => {
    try {
      return run(...values);
    } catch (error) {
      throw Object.assign(new Error(failureBody(api, error).errMsg), failureBody(api, error));
    }
  };
}
