import { expect, test } from 'vitest'
import { findProgram } from '#build/setup/programs.mjs'
import { unresolvedLibraries } from '#build/setup/system.mjs'

test('reads the missing libraries out of what ldd prints', () => {
  const output = `\tlinux-vdso.so.1 (0x00007ffd)
\tlibgtk-3.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibnss3.so => not found
`
  expect(unresolvedLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  expect(unresolvedLibraries('\tnot a dynamic executable\n')).toEqual([])
})

test('finds a program on the path it is given, and only an executable one', () => {
  const [node = ''] = process.execPath.split(/[\\/]/).slice(-1)
  const folder = process.execPath.slice(0, -node.length - 1)
  expect(findProgram(node, folder)).toBe(process.execPath)
  expect(findProgram('no-such-program', folder)).toBeNull()
  expect(findProgram('package.json', process.cwd())).toBeNull()
})
