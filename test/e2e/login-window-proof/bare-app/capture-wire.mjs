/**
 * @typedef {object} WireRequest
 * @property {string} method
 * @property {string} url
 * @property {{ url: string, status: number } | null} redirectedFrom the answer that led here
 * @property {number} bodyLength
 */

/**
 * Writes down every request of the page, redirects too.
 * @param {import('electron').Debugger} wire
 * @returns {Promise<WireRequest[]>} grows as requests are made
 */
export async function captureWire(wire) {
  /** @type {WireRequest[]} */
  const requests = []
  wire.attach('1.3')
  wire.on('message', (_event, method, { request, redirectResponse }) => {
    if (method !== 'Network.requestWillBeSent') return
    const redirectedFrom = redirectResponse ? { url: redirectResponse.url, status: redirectResponse.status } : null
    requests.push({
      method: request.method,
      url: request.url,
      redirectedFrom,
      bodyLength: request.postData?.length ?? 0,
    })
  })
  await wire.sendCommand('Network.enable', { maxPostDataSize: 10_000_000 })
  return requests
}
