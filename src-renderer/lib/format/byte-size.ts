const KILO = 1000

/** Such as `4.2 MB`, in powers of ten as file managers count. */
export function byteSize(bytes: number): string {
  if (bytes < KILO) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < KILO ** 2) return `${round(bytes / KILO)} kB`
  return `${round(bytes / KILO ** 2)} MB`
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toString())
