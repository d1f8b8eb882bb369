import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { locateRuntime } from '../runtime/locate.mjs'

/**
 * Chromium's sandbox needs user namespaces or a setuid helper. Says what to do where a Linux machine allows neither;
 * the app itself never runs without its sandbox.
 * @param {string} root
 * @returns {string} the outcome in a few words
 */
export function describeSandbox(root) {
  if (process.platform !== 'linux') return 'nothing to do on this system'
  if (process.getuid?.() === 0)
    return 'root cannot have one: the tests start Electron without it, the app is for ordinary users'
  const closed = restrictions.find(({ file, value }) => contentOf(file) === value)
  if (!closed || hasSetuidHelper(locateRuntime(root).executable)) return 'available'
  return `this machine forbids user namespaces, so Electron cannot start. To allow them: sudo sysctl -w ${closed.setting}`
}

const restrictions = [
  {
    file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    value: '1',
    setting: 'kernel.apparmor_restrict_unprivileged_userns=0',
  },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', value: '0', setting: 'kernel.unprivileged_userns_clone=1' },
]

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** @param {string} executable */
function hasSetuidHelper(executable) {
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0
}
