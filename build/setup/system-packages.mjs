/** What Electron and the tests need of a Linux machine, and the Debian and Ubuntu packages that hold it. */

/**
 * @typedef {object} SystemPackage
 * @property {readonly string[]} names the package's names, the older release's first
 * @property {string} [library] the shared library it brings
 * @property {string} [program] the program it brings
 * @property {string} [folder] the folder it brings
 */

/** Shared libraries, also those that Electron only opens when it wants them (notifications, the keyring). @type {readonly SystemPackage[]} */
export const libraries = [
  { library: 'libgtk-3.so.0', names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { library: 'libnss3.so', names: ['libnss3'] },
  { library: 'libasound.so.2', names: ['libasound2', 'libasound2t64'] },
  { library: 'libgbm.so.1', names: ['libgbm1'] },
  { library: 'libnotify.so.4', names: ['libnotify4'] },
  { library: 'libXss.so.1', names: ['libxss1'] },
  { library: 'libXtst.so.6', names: ['libxtst6'] },
  { library: 'libsecret-1.so.0', names: ['libsecret-1-0'] },
]

/** A screen where there is none. @type {SystemPackage} */
export const virtualScreen = { program: 'Xvfb', names: ['xvfb'] }

export const simpleSamlPhpFolder = '/usr/share/simplesamlphp'

/** Other people's implementations that tests compare ours with. @type {readonly SystemPackage[]} */
export const witnesses = [
  { program: 'xmlsec1', names: ['xmlsec1'] },
  { program: 'xmllint', names: ['libxml2-utils'] },
  { program: 'chromium', names: ['chromium'] },
  { program: 'php', names: ['php-cli'] },
  { folder: simpleSamlPhpFolder, names: ['simplesamlphp'] },
  // Without a database of its own it does not install.
  { program: 'glewlwyd', names: ['dbconfig-sqlite3'] },
  { program: 'glewlwyd', names: ['glewlwyd'] },
  { folder: '/usr/share/xml/opensaml', names: ['opensaml-schemas'] },
  { folder: '/usr/share/xml/xmltooling', names: ['xmltooling-schemas'] },
]
