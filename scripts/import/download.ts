import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { plural } from '../commands/report.ts'

/** What was fetched, or in a few words why it could not be. */
export type Download =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      /** MIME type as the server says it, in small letters, without parameters. */
      readonly type: string
      readonly charset?: string
      /** Where it was found after redirects. */
      readonly url: string
    }
  | { readonly ok: false; readonly reason: string }

export interface DownloadOptions {
  /** Most bytes that are taken, after decompression. */
  readonly limit: number
  /** `Accept` header. */
  readonly accept?: string
}

export interface DownloaderOptions {
  /** Milliseconds without a byte after which a server counts as silent. */
  readonly patience?: number
  /** Milliseconds that one answer may take in all. */
  readonly longest?: number
  /** Waits before another try; for tests. */
  readonly sleep?: (ms: number) => Promise<void>
  /** Whether addresses of this computer and its network may be asked. */
  readonly privateHosts?: boolean
}

const TRIES = 3
const REDIRECTS = 5
const LONGEST_WAIT = 60_000
const unzip = promisify(gunzip)

/** An outcome that another try may change. */
type Attempt = Download & { readonly again?: true; readonly wait?: number }

/** Fetches files from other people's servers: patiently, within limits, and never anything but http. */
export class Downloader {
  readonly #options: Required<DownloaderOptions>

  constructor(options: DownloaderOptions = {}) {
    this.#options = {
      patience: 20_000,
      longest: 300_000,
      sleep: ms => new Promise(done => setTimeout(done, ms)),
      privateHosts: true,
      ...options,
    }
  }

  /** Tries three times where a server may only be busy: after 1 and 4 seconds, or as it asks. */
  async get(url: string, options: DownloadOptions): Promise<Download> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.#follow(url, options)
      if (result.ok || !result.again) return result
      if (attempt === TRIES) return { ok: false, reason: `${result.reason} (tried ${TRIES} times)` }
      const wait = result.wait ?? 1000 * 4 ** (attempt - 1)
      await this.#options.sleep(Math.min(wait, LONGEST_WAIT))
    }
  }

  async #follow(start: string, options: DownloadOptions): Promise<Attempt> {
    let url = start
    for (let hops = 0; hops <= REDIRECTS; hops++) {
      const refusal = this.#refuse(url)
      if (refusal) return { ok: false, reason: refusal }
      const answer = await this.#ask(url, options)
      if (!('location' in answer)) return answer
      if (!URL.canParse(answer.location, url)) {
        return { ok: false, reason: `it leads to “${answer.location}”, which is no address` }
      }
      url = new URL(answer.location, url).href
    }
    return {
      ok: false,
      reason: `it leads from one address to another, more than ${REDIRECTS} times`,
    }
  }

  #refuse(url: string): string | undefined {
    if (!URL.canParse(url)) return 'this is no web address'
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') {
      return `only http and https are fetched, not ${protocol}`
    }
    if (!this.#options.privateHosts && isPrivateHost(hostname)) {
      return `a public feed has no business with ${hostname}`
    }
    return undefined
  }

  async #ask(
    url: string,
    options: DownloadOptions,
  ): Promise<Attempt | { readonly location: string }> {
    const { patience, longest } = this.#options
    const control = new AbortController()
    let reason = ''
    const giveUp = (why: string) => () => {
      reason = why
      control.abort()
    }
    const seconds = (ms: number) => plural(Math.max(1, Math.round(ms / 1000)), 'second')
    const whole = setTimeout(giveUp(`it took longer than ${seconds(longest)}`), longest)
    const silent = giveUp(`the server said nothing for ${seconds(patience)}`)
    let idle = setTimeout(silent, patience)
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: control.signal,
        headers: { 'user-agent': 'Verbatim (podcast import)', accept: options.accept ?? '*/*' },
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel()
        return { location }
      }
      if (!response.ok) {
        await response.body?.cancel()
        return refusedBy(response)
      }
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of response.body ?? []) {
        clearTimeout(idle)
        idle = setTimeout(silent, patience)
        size += chunk.byteLength
        if (size > options.limit) return tooLarge(options.limit)
        chunks.push(chunk)
      }
      return await opened(Buffer.concat(chunks), response, url, options.limit)
    } catch (error) {
      return { ok: false, reason: reason || explain(error), again: true }
    } finally {
      clearTimeout(whole)
      clearTimeout(idle)
    }
  }
}

function refusedBy(response: Response): Attempt {
  const { status } = response
  const reason = `the server answered ${status}${response.statusText && ` ${response.statusText}`}`
  if (status !== 408 && status !== 429 && status < 500) return { ok: false, reason }
  const after = response.headers.get('retry-after')
  const wait = after === null ? Number.NaN : Number(after) * 1000
  return { ok: false, reason, again: true, ...(Number.isFinite(wait) && { wait }) }
}

function tooLarge(limit: number): Attempt {
  return { ok: false, reason: `it is larger than ${Math.round(limit / 1024 / 1024)} MB` }
}

/** A file that is compressed itself, such as `feed.xml.gz`, is opened too, within the same limit. */
async function opened(
  bytes: Buffer,
  response: Response,
  url: string,
  limit: number,
): Promise<Attempt> {
  const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').split(';')
  const charset = /charset="?([^"\s]+)/i.exec(parameters.join(';'))?.[1]
  const found = { type: type.trim().toLowerCase(), url, ...(charset && { charset }) }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: true, bytes, ...found }
  try {
    return { ok: true, bytes: await unzip(bytes, { maxOutputLength: limit }), ...found }
  } catch (error) {
    const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return large ? tooLarge(limit) : { ok: false, reason: 'its compression is broken' }
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such server',
  EAI_AGAIN: 'there is no such server, or no network',
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection broke off',
  CERT_HAS_EXPIRED: 'the server’s certificate has expired',
}

/** fetch hides what happened in the cause of its error. */
function explain(error: unknown): string {
  for (let it = error; it instanceof Error; it = it.cause) {
    const code = 'code' in it ? String(it.code) : ''
    if (CAUSES[code]) return CAUSES[code]
    if (it.cause === undefined)
      return it.message === 'terminated' ? 'the connection broke off' : it.message
  }
  return String(error)
}

/** This computer and the networks that are nobody else's: RFC 1918, 4193, 3927, 4291. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local')) return true
  if (/^(::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)$/.test(host)) return true
  return /^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)
}
