// The published schemas as today's ajv reads them.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { json, packages, root } from './samples.mjs'

const { default: Ajv } = packages('ajv')
const folder = join(root, 'tests/exports/schemas')

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: (text) => URL.canParse?.(text) ?? Boolean(new URL(text)),
  url: (text) => URL.canParse?.(text) ?? Boolean(new URL(text)),
  email: /@/,
}

function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format)
  return ajv
}

/** JSON Schema draft 3: what is required says so itself. */
function fromDraft3(schema) {
  if (Array.isArray(schema)) return schema.map(fromDraft3)
  if (typeof schema !== 'object' || schema === null) return schema
  const { $schema, id, required, ...rest } = schema
  const out = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, key === 'properties' ? value : fromDraft3(value)]))
  if (out.properties) {
    const needed = Object.keys(out.properties).filter((name) => out.properties[name].required === true)
    out.properties = Object.fromEntries(Object.entries(out.properties).map(([name, value]) => [name, fromDraft3(value)]))
    if (needed.length > 0) out.required = needed
  }
  return out
}

/** OParl: an embedded object names its schema's file. */
function fromOparl(schema) {
  if (Array.isArray(schema)) return schema.map(fromOparl)
  if (typeof schema !== 'object' || schema === null) return schema
  if (schema.type === 'object' && typeof schema.schema === 'string') return { $ref: schema.schema }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, fromOparl(value)]))
}

/** Validators by class: {person, vote_event, …}, {Meeting, File, …}; each gives a list of what is wrong. */
function load(kind, translate, address) {
  const ajv = validator()
  const known = readdirSync(join(folder, kind)).map((file) => ({ name: basename(file, '.json'), schema: json(folder, kind, file) }))
  for (const { name, schema } of known) ajv.addSchema(translate(schema), address(name))
  return Object.fromEntries(
    known.map(({ name, schema }) => {
      const validate = ajv.getSchema(address(name))
      const wrong = (object) => {
        const errors = validate(object) ? [] : validate.errors.map((error) => `${name}${error.instancePath} ${error.message}`)
        // A misspelt field is no error to a schema that allows any.
        const strange = Object.keys(object).filter((key) => !(key in schema.properties) && !key.includes(':'))
        return [...errors, ...strange.map((key) => `${name} knows no ${key}`)]
      }
      return [name, wrong]
    }),
  )
}

export const popolo = load('popolo', fromDraft3, (name) => `http://www.popoloproject.com/schemas/${name}.json#`)
export const oparl = load('oparl', fromOparl, (name) => `${name}.json`)
/** Of an OParl object, by its own type. */
export const oparlFaults = (object) => oparl[object.type?.split('/').at(-1)]?.(object) ?? [`no such type: ${object.type}`]
