/** The package has no types of its own. */
declare module 'email-providers' {
  const domains: readonly string[]
  // biome-ignore lint/style/noDefaultExport: it is the form the package has
  export default domains
}
