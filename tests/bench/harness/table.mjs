// The bars that must be reached, and the table that says whether they were.
const bars = [
  ['fanout.cpu_x_floor.n5000', 'CPU per delivery, 1 event in flight, N=5,000 (x bare send)', '<=', 1.25, 1.1],
  ['fanout.cpu_x_floor.n10000', '... N=10,000', '<=', 1.25, 1.1],
  ['fanout.burst_x_nchan.n5000', 'throughput, 32 events in flight, N=5,000 (x nchan)', '>=', 15, 20],
  ['fanout.last_x_floor.n10000', 'last device, N=10,000, 5 events/s, p50 (x N x floor)', '<=', 1.35],
  ['fanout.last_two_threads_x_floor.n10000', '... with two network threads', '<=', Infinity, 0.7],
  ['deflate.cpu_x_plain', 'CPU with deflate (x plain)', '<=', 1.1],
  ['idle.kib_per_connection', 'memory of an idle connection (KiB)', '<=', 2.5, 1.5],
  ['ack.p50_x_fdatasync.w1', 'durable acknowledgement, one writer, p50 (x fdatasync)', '<=', 2, 1.5],
  ['ack.rate_x_sqlite.w100', 'durable acknowledgements/s, 100 writers (x SQLite, 100 a transaction)', '>=', 0.25, 0.4],
  ['herd.x_bare.n10000', 'herd of 10,000 back to current (x bare handshakes and sends)', '<=', 1.5],
  ['storm.lost', 'ballot storm: ballots lost', '<=', 0],
  ['storm.p99_ms', 'ballot storm: acknowledgement p99 (ms)', '<=', 250, 100],
  ['search.p99_ms', 'search in ten years of weekly sessions, over HTTP, p99 (ms)', '<=', 50, 25],
  ['stalled.others_p99_x', 'p99 of the others while a tenth is stalled (x none stalled)', '<=', 1.2],
]

const number = (value) => (value === undefined ? '-' : Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

export class Results {
  values = {}
  put(name, value) {
    if (Number.isFinite(value)) this.values[name] = Math.round(value * 1e6) / 1e6
  }
  get(name) {
    return this.values[name]
  }

  /** The bars first, then everything that was measured. */
  table() {
    const lines = [`${'must reach'.padEnd(74)}${'measured'.padStart(10)}${'bar'.padStart(9)}${'stretch'.padStart(9)}`]
    for (const [name, what, sign, bar, stretch] of bars) {
      const value = this.values[name]
      const meets = (limit) => (sign === '<=' ? value <= limit : value >= limit)
      const verdict = value === undefined ? 'not measured' : stretch !== undefined && meets(stretch) ? 'stretch' : meets(bar) ? 'reached' : 'MISSED'
      const limit = (it) => (it === undefined || it === Infinity ? '' : `${sign} ${it}`).padStart(9)
      lines.push(`${what.padEnd(74)}${number(value).padStart(10)}${limit(bar)}${limit(stretch)}  ${verdict}`)
    }
    lines.push('', ...this.growth(), '', 'all of it')
    for (const name of Object.keys(this.values)) lines.push(`${name.padEnd(74)}${number(this.values[name]).padStart(10)}`)
    return lines.join('\n')
  }

  /** How cost grows with the number of devices, with halls that are live at once, with the size of a session. */
  growth() {
    const columns = [
      ['floor us', (n) => `fanout.us_per_delivery.floor.n${n}.plain.w1`],
      ['talar us', (n) => `fanout.us_per_delivery.talar.n${n}.plain.w1`],
      ['deflate us', (n) => `fanout.us_per_delivery.talar.n${n}.deflate.w1`],
      ['nchan us', (n) => `fanout.us_per_delivery.nchan.n${n}.plain.w1`],
      ['talar burst/s', (n) => `fanout.deliveries_per_s.talar.n${n}.plain.w32`],
      ['nchan burst/s', (n) => `fanout.deliveries_per_s.nchan.n${n}.plain.w32`],
      ['last ms', (n) => `latency.last_ms.p50.talar.n${n}`],
    ]
    const row = (head, cells) => head.padEnd(24) + cells.map((cell) => cell.padStart(15)).join('')
    const lines = [row('how cost grows', columns.map(([head]) => head))]
    for (const n of [100, 1000, 5000, 10000])
      if (columns.some(([, key]) => this.values[key(n)] !== undefined))
        lines.push(row(`${n} devices`, columns.map(([, key]) => number(this.values[key(n)]))))
    for (const halls of [1, 10, 100])
      if (this.values[`scale.us_per_delivery.halls${halls}`] !== undefined)
        lines.push(row(`1000 in ${halls} halls`, ['-', number(this.values[`scale.us_per_delivery.halls${halls}`])]))
    if (this.values['scale.long_session_x'] !== undefined)
      lines.push(`an event in a session with 500 items and 1 MB of minutes costs ${number(this.values['scale.long_session_x'])} x one in the usual session (100 devices)`)
    return lines
  }
}
