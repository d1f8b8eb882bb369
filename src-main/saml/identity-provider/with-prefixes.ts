/** The prefixes that a vendor writes; the empty string makes the namespace the default one. */
export interface Prefixes {
  readonly saml: string
  readonly samlp: string
}

/** Writes what was written with `saml:` and `samlp:` with other prefixes. Only tags are touched: text holds no `<`. */
export const withPrefixes = (xml: string, prefixes: Prefixes): string =>
  xml.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/^<(\/?)(samlp?):/, (_all, slash: string, name: keyof Prefixes) => `<${slash}${colon(prefixes[name])}`)
      .replace(/ xmlns:(samlp?)="/g, (_all, name: keyof Prefixes) => declaration(prefixes[name])),
  )

const colon = (prefix: string) => (prefix === '' ? '' : `${prefix}:`)
const declaration = (prefix: string) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="`
