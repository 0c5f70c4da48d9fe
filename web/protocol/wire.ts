/** What the generated descriptions are made of, and how a value from the wire is held against them. */

/** How a value must look; fields whose name ends in `?` may be absent. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'any'
  | 'blob'
  | readonly [Shape]
  | { readonly [field: string]: Shape };

/** The shapes of frames by their type, which is no field of theirs. */
export type FrameShapes<F extends { readonly type: string }> = Readonly<Record<F['type'], Shape>>;

/** A socket: where it is below the gateway, and what the server says on it. */
export interface Channel<Client, Server extends { readonly type: string }> {
  readonly path: string;
  readonly frames: FrameShapes<Server>;
  /** Never there; it says what the client may send. */
  readonly client?: Client;
}

/** A REST call with its arguments. */
export interface Operation<Answer> {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Without it nothing is answered. */
  readonly answer?: Shape;
  /** Never there; it says of which type the answer is. */
  readonly type?: Answer;
}

/** The frame in the text; `undefined` when it is of no known type, or not as its type promises. */
export function decodeFrame<F extends { readonly type: string }>(
  shapes: FrameShapes<F>,
  text: string,
): F | undefined {
  const frame = parse(text) as F | undefined;
  const type = frame?.type as F['type'] | undefined;
  return typeof type === 'string' && Object.hasOwn(shapes, type) && fits(frame, shapes[type])
    ? frame
    : undefined;
}

/** The JSON value in the text, in which `null` counts as absent; `undefined` if it is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => value ?? undefined);
  } catch {
    return undefined;
  }
}

/** Whether all that is promised is there, and of its kind. What more there is does not matter. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    return shape === 'any' || typeof value === shape;
  }
  if (isList(shape)) {
    return Array.isArray(value) && value.every((each) => fits(each, shape[0]));
  }
  return (
    typeof value === 'object' &&
    Object.entries(shape).every(([name, field]) => {
      const given = (value as Record<string, unknown>)[name.replace('?', '')];
      return given === undefined ? name.endsWith('?') : fits(given, field);
    })
  );
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

export function withQuery(path: string, query: object): string {
  return `${path}?${new URLSearchParams(query as Record<string, string>).toString()}`;
}
