import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { ElementSplitter } from '#main/xml/split/element-splitter.ts'
import { placeholder } from './judge-rest.ts'

/** Cuts the entities out of one aggregate, each with the start tags around it. */
export const entitySplitter = (): ElementSplitter =>
  new ElementSplitter({
    containers: new Set(['EntitiesDescriptor']),
    cut: 'EntityDescriptor',
    most: metadataLimits.size,
    placeholder,
  })
