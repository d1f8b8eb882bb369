import type { Look, Shape } from '../look/shape.ts'

export type XmlShape = Extract<Shape, { is: 'xml' }>

/** As it came: lines and columns of findings count in it. */
export const xmlText = ({ text }: Look) =>
  text === undefined ? undefined : ({ language: 'xml', content: text } as const)
