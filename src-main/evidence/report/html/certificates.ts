import type { EvidenceReport, ReportCertificate } from '../evidence-report.ts'
import { type Content, type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { section } from './section.ts'
import { facts, time, value } from './value.ts'

const DAY = 86_400_000

/** The certificates of both sides, and how they stood when the test ran. */
export function certificates({ identityProvider, serviceProvider, signatures, test }: EvidenceReport): Html | null {
  if (identityProvider === null && serviceProvider === null) return null
  const used = new Set(signatures.filter(({ verified }) => verified).map(({ certificateSha256 }) => certificateSha256))
  const theirs = identityProvider?.signingCertificates ?? []
  return section(
    'Certificates',
    html`<div class="sides">
${theirs.map((certificate) =>
  card('Identity provider, signing', certificate, test.startedAt, used.has(certificate.sha256)),
)}
${serviceProvider && card('Application', serviceProvider.certificate, test.startedAt, false)}
</div>`,
  )
}

const card = (whose: string, certificate: ReportCertificate, at: string, used: boolean): Html =>
  html`<article class="card plain"><p class="label">${whose}${used ? ' · verified this response' : null}</p>
<h3><bdi>${certificate.name}</bdi></h3>
${facts([
  ['At the test', validity(certificate, at)],
  ['From and until', html`${time(certificate.notBefore)}<br>${time(certificate.notAfter)}`],
  ['Key', `${certificate.keyType.toUpperCase()}${certificate.keyBits === null ? '' : ` ${certificate.keyBits} bits`}`],
  ['Subject', value(certificate.subject)],
  ['Issuer', certificate.issuer === certificate.subject ? 'itself (self-signed)' : value(certificate.issuer)],
  ['Serial', value(certificate.serial)],
  ['SHA-256', html`<bdi class="value">${certificate.sha256.replace(/.{8}(?=.)/g, '$& ')}</bdi>`],
])}</article>`

const outside = (words: string): Html => html`<span class="result warning">${icons.warning}${words}</span>`

function validity({ notBefore, notAfter }: ReportCertificate, at: string): Content {
  const now = Date.parse(at)
  const days = (from: number, until: number) => {
    const number = Math.floor((until - from) / DAY)
    return number === 1 ? '1 day' : `${number} days`
  }
  if (Date.parse(notAfter) <= now) return outside(`Expired for ${days(Date.parse(notAfter), now)}`)
  if (Date.parse(notBefore) > now) return outside(`Not valid for another ${days(now, Date.parse(notBefore))}`)
  return `Valid, ${days(now, Date.parse(notAfter))} left`
}
