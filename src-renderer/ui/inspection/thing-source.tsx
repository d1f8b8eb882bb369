import type { InspectedPart } from '#shared/model/inspection.ts'
import { PlainSource } from '../source/plain-source.tsx'
import { type SourceMark, XmlSource } from '../source/xml-source.tsx'

interface ThingSourceProps {
  readonly text: NonNullable<InspectedPart['text']>
  readonly label: string
  readonly mark: SourceMark | null
}

export function ThingSource({ text: { language, content }, label, mark }: ThingSourceProps) {
  if (language === 'xml') return <XmlSource xml={content} label={label} mark={mark} />
  return <PlainSource text={content} language={language} label={label} />
}
