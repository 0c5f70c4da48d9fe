/** JSON schemas as TypeScript types, and as the shapes that `protocol/wire.ts` checks. */
export class Schemas {
  /** Declarations by name, of what has been referred to. */
  types = new Map();
  shapes = new Map();
  #named = new Map();

  /** Adds a document's schemas. Documents may share a name only if they mean the same by it. */
  add(schemas) {
    for (const [name, schema] of Object.entries(schemas)) {
      const known = this.#named.get(name);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
        throw new Error(`The documents of docs/api mean two things by ${name}.`);
      }
      this.#named.set(name, schema);
    }
  }

  /** Declares a type that a document has no name for, and gives its name back. */
  declare(name, schema) {
    if (!this.types.has(name)) {
      this.types.set(name, '');
      const type = this.type(schema);
      const isObject = schema.properties !== undefined;
      this.types.set(
        name,
        isObject ? `export interface ${name} ${type}` : `export type ${name} = ${type};`,
      );
    }
    return name;
  }

  type(schema) {
    if (schema.$ref !== undefined) {
      const name = nameOf(schema);
      return this.declare(name, this.#schema(name));
    }
    if (schema.const !== undefined) {
      return JSON.stringify(schema.const);
    }
    if (schema.enum !== undefined) {
      return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
    }
    if (schema.oneOf !== undefined) {
      return schema.oneOf.map((option) => this.type(option)).join(' | ');
    }
    switch (schema.type) {
      case 'object':
        return schema.properties === undefined ? this.#record(schema) : this.#object(schema);
      case 'array':
        return `readonly ${wrapped(this.type(schema.items))}[]`;
      case 'string':
        return { 'date-time': 'Instant', binary: 'Blob' }[schema.format] ?? 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      default:
        return 'unknown';
    }
  }

  /** What of a value is checked: which fields are there, and of which kind each is. */
  shape(schema) {
    if (schema.$ref !== undefined) {
      const name = nameOf(schema);
      const named = this.#schema(name);
      return named.properties === undefined ? this.shape(named) : this.#namedShape(name, named);
    }
    if (schema.properties !== undefined) {
      const fields = fieldsOf(schema).map(
        ([name, field, mark]) => `'${name}${mark}': ${this.shape(field)}`,
      );
      return `{ ${fields.join(', ')} }`;
    }
    if (schema.type === 'array') {
      return `[${this.shape(schema.items)}]`;
    }
    if (schema.format === 'binary') {
      return `'blob'`;
    }
    const kind = schema.oneOf === undefined ? (schema.type ?? 'any') : 'object';
    return `'${kind.replace('integer', 'number')}'`;
  }

  #namedShape(name, schema) {
    const shape = `${name[0].toLowerCase()}${name.slice(1)}Shape`;
    if (!this.shapes.has(shape)) {
      // A shape stands behind those that it is made of, which are added meanwhile.
      this.shapes.set(shape, `const ${shape}: Shape = ${this.shape(schema)};`);
    }
    return shape;
  }

  #object(schema) {
    const fields = fieldsOf(schema).map(
      ([name, field, mark]) => `readonly '${name}'${mark}: ${this.type(field)};`,
    );
    return `{ ${fields.join(' ')} }`;
  }

  #record({ propertyNames, additionalProperties }) {
    const record = `Record<${this.type(propertyNames)}, ${this.type(additionalProperties)}>`;
    const isOpen = propertyNames.$ref === undefined || !this.#schema(nameOf(propertyNames)).enum;
    return `Readonly<${isOpen ? record : `Partial<${record}>`}>`;
  }

  #schema(name) {
    const schema = this.#named.get(name);
    if (schema === undefined) {
      throw new Error(`No document of docs/api has a schema ${name}.`);
    }
    return schema;
  }
}

/** Name, schema, and a question mark if the field may be left out. */
function fieldsOf({ properties, required = [] }) {
  return Object.entries(properties).map(([name, field]) => [
    name,
    field,
    required.includes(name) ? '' : '?',
  ]);
}

function nameOf({ $ref }) {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

function wrapped(type) {
  return /^\w+$/.test(type) ? type : `(${type})`;
}
