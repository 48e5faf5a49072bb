import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { file, type TroubledServer, troubledServer } from '../../tests/fixtures/troubledServer.ts'
import { Downloader, isPrivateHost } from './download.ts'

const waits: number[] = []
const sleep = async (ms: number) => {
  waits.push(ms)
}
const downloader = new Downloader({ sleep })
const noSilence = new Downloader({ sleep, patience: 300, longest: 60_000 })
const noDrips = new Downloader({ sleep, patience: 60_000, longest: 300 })
const MB = 1024 * 1024
const bomb = gzipSync(Buffer.alloc(8 * MB))

const server: TroubledServer = await troubledServer(url => ({
  '/ok': file('hello', 'Text/Plain; charset=utf-8'),
  '/busy': (_, response, times) => {
    response.writeHead(times < 3 ? 500 : 200).end('at last')
  },
  '/down': (_, response) => {
    response.writeHead(503).end()
  },
  '/later': (_, response, times) => {
    response.writeHead(times === 1 ? 429 : 200, { 'retry-after': '7' }).end('now')
  },
  '/gzip': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'))
  },
  '/feed.xml.gz': file(gzipSync('packed twice'), 'application/gzip'),
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  },
  '/bomb.gz': file(bomb, 'application/gzip'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('only this')
    setTimeout(() => response.destroy(), 10)
  },
  '/huge': (_, response) => {
    response.writeHead(200)
    const more = () => {
      if (!response.destroyed) response.write(Buffer.alloc(MB), () => setImmediate(more))
    }
    more()
  },
  '/silent': () => {},
  '/trickle': (_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 50)
    response.once('close', () => clearInterval(drip))
  },
  '/loop': (_, response) => {
    response.writeHead(302, { location: '/loop' }).end()
  },
  '/moved': (_, response) => {
    response.writeHead(301, { location: '/ok' }).end()
  },
  '/to-file': (_, response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  },
  '/to-private': (_, response) => {
    response.writeHead(302, { location: `${url}/ok` }).end()
  },
}))
after(() => server.close())

const get = (path: string, limit = MB) => downloader.get(server.url + path, { limit })
const reason = async (path: string) => {
  const result = await get(path)
  return result.ok ? 'it was had' : result.reason
}
const textOf = async (path: string) => {
  const result = await get(path)
  return result.ok ? Buffer.from(result.bytes).toString() : result.reason
}

test('fetches a file, with its type and encoding', async () => {
  const result = await get('/ok')
  assert.ok(result.ok)
  assert.equal(Buffer.from(result.bytes).toString(), 'hello')
  assert.deepEqual([result.type, result.charset], ['text/plain', 'utf-8'])
})

test('tries again when a server is busy, and waits longer each time', async () => {
  waits.length = 0
  assert.equal(await textOf('/busy'), 'at last')
  assert.deepEqual(waits, [1000, 4000])
})

test('waits as long as the server asks', async () => {
  waits.length = 0
  assert.equal(await textOf('/later'), 'now')
  assert.deepEqual(waits, [7000])
})

test('gives up after three tries, and never repeats a plain no', async () => {
  assert.equal(await reason('/down'), 'the server answered 503 Service Unavailable (tried 3 times)')
  assert.equal(await reason('/nowhere'), 'the server answered 404 Not Found')
  assert.equal(server.asked.filter(path => path === '/nowhere').length, 1)
})

test('opens what is packed, by the server or in a file of its own', async () => {
  assert.equal(await textOf('/gzip'), 'packed')
  assert.equal(await textOf('/feed.xml.gz'), 'packed twice')
})

test('takes no more than the limit, however little was sent', async () => {
  for (const path of ['/huge', '/bomb', '/bomb.gz']) {
    assert.equal(await reason(path), 'it is larger than 1 MB', path)
  }
})

test('a connection that breaks off is no file', async () => {
  assert.equal(await reason('/cut'), 'the connection broke off (tried 3 times)')
})

test('doesn’t wait for ever, for silence or for drips', async () => {
  const why = async (impatient: Downloader, path: string) => {
    const result = await impatient.get(server.url + path, { limit: MB })
    return result.ok ? 'it was had' : result.reason
  }
  assert.equal(
    await why(noSilence, '/silent'),
    'the server said nothing for 1 second (tried 3 times)',
  )
  assert.equal(await why(noDrips, '/trickle'), 'it took longer than 1 second (tried 3 times)')
})

test('follows a few redirects, and no loop', async () => {
  assert.equal(await textOf('/moved'), 'hello')
  assert.equal(await reason('/loop'), 'it leads from one address to another, more than 5 times')
})

test('fetches nothing but http and https, also not by a detour', async () => {
  assert.equal(await reason('/to-file'), 'only http and https are fetched, not file:')
  for (const url of ['file:///etc/passwd', 'ftp://example.org/x', 'data:text/plain,x']) {
    const result = await downloader.get(url, { limit: 1 })
    assert.ok(!result.ok && /^only http and https/.test(result.reason))
  }
})

test('a public feed can’t make it ask this computer or its network', async () => {
  const careful = new Downloader({ privateHosts: false })
  const result = await careful.get(`${server.url}/ok`, { limit: MB })
  assert.ok(!result.ok && /no business with 127\.0\.0\.1/.test(result.reason))
  for (const host of [
    'localhost',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '[::1]',
    '172.20.0.1',
  ]) {
    assert.ok(isPrivateHost(host), host)
  }
  for (const host of ['example.org', '8.8.8.8', '172.32.0.1', '[2606:4700::1]']) {
    assert.ok(!isPrivateHost(host), host)
  }
})

test('says that a server isn’t there', async () => {
  const result = await downloader.get('http://127.0.0.1:1/', { limit: 1 })
  assert.ok(!result.ok && result.reason.endsWith('(tried 3 times)'))
})
