import type { NamespaceDeclaration } from '../tree/xml-tree.ts'
import { compareCodePoints } from './code-point-order.ts'

/** What the output declares at the point it has reached: entered and left with each element, so that none pays for those around it. */
export class Rendered {
  readonly #uris = new Map<string, string>()

  /** True where writing the declaration would repeat what the output already says. */
  says(prefix: string, uri: string): boolean {
    const said = this.#uris.get(prefix)
    return said === uri || (said === undefined && prefix === '' && uri === '')
  }

  /** @returns what the declarations hide, for `leave` */
  enter(declarations: readonly NamespaceDeclaration[]): readonly (string | undefined)[] {
    if (declarations.length === 0) return nothingHidden
    const hidden: (string | undefined)[] = []
    for (const { prefix, uri } of declarations) {
      hidden.push(this.#uris.get(prefix))
      this.#uris.set(prefix, uri)
    }
    return hidden
  }

  leave(declarations: readonly NamespaceDeclaration[], hidden: readonly (string | undefined)[]): void {
    for (let index = 0; index < declarations.length; index += 1) {
      const prefix = declarations[index]?.prefix ?? ''
      const uri = hidden[index]
      if (uri === undefined) this.#uris.delete(prefix)
      else this.#uris.set(prefix, uri)
    }
  }
}

const nothingHidden: readonly undefined[] = []

/** As they are written: by prefix, the default namespace first. */
export function inOrder(declarations: NamespaceDeclaration[]): readonly NamespaceDeclaration[] {
  if (declarations.length > 1) declarations.sort((left, right) => compareCodePoints(left.prefix, right.prefix))
  return declarations
}
