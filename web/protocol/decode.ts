/**
 * Checks that a frame from the wire has the fields that its type promises. Unknown properties are
 * ignored, unknown types and wrong fields give `undefined`; `null` counts as absent.
 */
type Kind = 'string' | 'number' | 'boolean' | 'object' | 'list';
export type FieldSpec = Kind | `${Kind}?`;

type KindOf<T> = T extends string
  ? 'string'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'boolean'
      : T extends readonly unknown[]
        ? 'list'
        : 'object';
export type SpecOf<F> = {
  readonly [K in keyof Omit<F, 'type'>]-?: undefined extends F[K & keyof F]
    ? `${KindOf<Exclude<F[K & keyof F], undefined>>}?`
    : KindOf<F[K & keyof F]>;
};

/** One entry a frame type, one field an entry: the compiler keeps it in step with the types. */
export type FrameSpecs<F extends { readonly type: string }> = {
  readonly [T in F['type']]: SpecOf<Extract<F, { readonly type: T }>>;
};

export type Decoder<F> = (text: string) => F | undefined;

export function decoder<F extends { readonly type: string }>(specs: FrameSpecs<F>): Decoder<F> {
  return (text) => {
    const value = parse(text);
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    const frame = value as Record<string, unknown>;
    const type = frame['type'];
    if (typeof type !== 'string' || !Object.hasOwn(specs, type)) {
      return undefined;
    }
    return conforms(frame, specs[type as F['type']]) ? (value as F) : undefined;
  };
}

/** Whether every field that is promised is there, and each is of its kind. */
export function conforms(
  value: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, FieldSpec>>,
): boolean {
  return Object.entries(spec).every(([name, field]) => fits(value[name], field));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => value ?? undefined);
  } catch {
    return undefined;
  }
}

function fits(value: unknown, spec: FieldSpec): boolean {
  if (value === undefined) {
    return spec.endsWith('?');
  }
  const kind = spec.replace('?', '');
  return kind === 'list' ? Array.isArray(value) : typeof value === kind;
}
