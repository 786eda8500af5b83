// How long somebody waits who looks for something in ten years of weekly sessions, or turns back to one of them.
import { Agent, request } from 'node:http'
import { talarOf } from './halls.mjs'

/** What people look for in what crowd/prose.cpp has written: each kind as often as the others. */
const asked = {
  common_word: ['شهر', 'دربارهٔ', 'کار', 'باید', 'داد', 'رشت', 'شهردار', 'سال'].map((q) => ({ q: `${q} ` })),
  rare_word: ['عمارلویی', 'یلدا', 'کاروانسرای', 'سراوان', 'منجیلی', '۴۸۱۲', 'زباله‌سوز', 'ناموجود'].map((q) => ({ q: `${q} ` })),
  two_words: ['شهردار بودجه', 'بازار پایان', 'پل نورپردازی', 'گزارش رودخانه‌ها', 'شهر رشت', 'دکتر پسماند'].map((q) => ({ q: `${q} ` })),
  phrase: ['«بازار بزرگ»', '"بهسازی پیاده‌راه‌ها"', '«کار باید تا پایان سال»', '«در شهر رشت»', '«تالاب عیینک» شهردار'].map((q) => ({ q })),
  beginning: ['شهر', 'پیشنه', 'رود', 'ساز', 'مید', 'که', 'گزا', 'بو* سال'].map((q) => ({ q })),
  filtered: [
    { q: 'شهر', kind: 'resolution' },
    { q: 'بودجه', kind: 'agenda' },
    { q: 'باید', meeting: 17 },
    { q: 'دربارهٔ', sort: 'date' },
    { q: 'شهردار', from: '2020-01-01', to: '2035-01-01', kind: 'minutes' },
    { q: 'گزارش', from: '1990-01-01', to: '1991-01-01' },
    { q: 'کار', offset: 200 },
  ],
}
const times = 40 // each

const agent = new Agent({ keepAlive: true })

/** The answer to a GET, and how long it took. */
function ask(port, path) {
  const begun = performance.now()
  return new Promise((resolve, reject) =>
    request({ port, path, agent, headers: { host: `127.0.0.1:${port}` } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text) => (body += text))
      response.on('end', () => {
        const ms = performance.now() - begun
        if (response.statusCode === 200) resolve({ ms, body, json: JSON.parse(body) })
        else reject(new Error(`${response.statusCode} ${path} ${body}`))
      })
    })
      .on('error', reject)
      .end(),
  )
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]

async function served(hall, measure) {
  const server = await talarOf(hall)
  try {
    return await measure(server.port)
  } finally {
    await server.stop()
  }
}

async function everyMeeting(port) {
  const meetings = []
  for (let after = ''; after !== undefined; ) {
    const { json } = await ask(port, `/api/halls/rasht/meetings?after=${after}`)
    meetings.push(...json.meetings)
    after = json.next
  }
  return meetings
}

export async function search({ rounds, results, halls, linesPerItem }) {
  const measure = () =>
    served(halls.archive, async (port) => {
      const entries = (await everyMeeting(port)).reduce((sum, m) => sum + m.items * (1 + linesPerItem) + m.votes + m.resolutions, 0)
      const taken = Object.fromEntries(Object.keys(asked).map((kind) => [kind, []]))
      let hits = 0
      for (let i = -1; i < times; ++i)
        for (const [kind, queries] of Object.entries(asked))
          for (const query of queries) {
            const { ms, json } = await ask(port, `/api/halls/rasht/search?${new URLSearchParams(query)}`)
            hits += json.hits.length
            if (i >= 0) taken[kind].push(ms) // the first round warms up
          }
      if (hits === 0) throw new Error('nothing was found')
      const kinds = Object.entries(taken).map(([kind, all]) => [kind, all.sort((a, b) => a - b)])
      const all = kinds.flatMap(([, sorted]) => sorted).sort((a, b) => a - b)
      const numbers = { entries, p50_ms: quantile(all, 0.5), p99_ms: quantile(all, 0.99) }
      for (const [kind, sorted] of kinds) numbers[`p99_ms.${kind}`] = quantile(sorted, 0.99)
      return numbers
    })
  const { search: numbers } = await rounds.interleave({ search: measure })
  for (const [name, value] of Object.entries(numbers)) results.put(`search.${name}`, value)
}

export async function replay({ rounds, results, halls }) {
  const measure = () =>
    served(halls.archive, async (port) => {
      const meetings = await everyMeeting(port)
      const of = (back) => ask(port, `/api/halls/rasht/meetings/${meetings[back].meeting}/replay`)
      const cold = await of(2)
      const warm = await of(9)
      const again = await of(2)
      return { cold_ms: cold.ms, warm_ms: warm.ms, again_ms: again.ms, bytes: cold.body.length, steps: cold.json.steps.length }
    })
  const { replay: numbers } = await rounds.interleave({ replay: measure })
  for (const [name, value] of Object.entries(numbers)) results.put(`replay.${name}`, value)
}
