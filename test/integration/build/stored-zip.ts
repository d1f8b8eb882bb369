import { crc32 } from 'node:zlib'

/** A ZIP archive whose files are stored as they are and executable (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const data = Buffer.from(text)
    const offset = Buffer.concat(locals).length
    // Needs 2.0, no flags, stored, no time, 1980-01-01; sizes; name and no extra field.
    const described = [short(20, 0, 0, 0, 0x21), long(crc32(data), data.length, data.length), short(name.length, 0)]
    locals.push(long(0x04034b50), ...described, name, data)
    // Made on Unix, which is what makes the permission bits count.
    const place = [short(0, 0, 0), long(0o100755 * 0x10000, offset)]
    central.push(long(0x02014b50), short((3 << 8) | 20), ...described, ...place, name)
  }
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(central)]
  const count = Object.keys(files).length
  const end = [long(0x06054b50), short(0, 0, count, count), long(directory.length, body.length), short(0)]
  return Buffer.concat([body, directory, ...end])
}

const short = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer)
const long = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer)
