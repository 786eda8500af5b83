// Writes the seeds of the fuzzers: node tests/fuzz/corpus.mjs. A fuzzer's own finds are added by hand, under a name
// that says what they found.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { constants, deflateRawSync } from 'node:zlib'

const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))))

function write(target, seeds) {
  const folder = fileURLToPath(new URL(`corpus/${target}/`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, seed] of Object.entries(seeds)) writeFileSync(folder + name, seed)
}

// Frames, masked with zeros so that a fuzzer sees their text ---------------------------------------------------------

const fin = 0x80, rsv1 = 0x40, text = 1, binary = 2, close = 8, ping = 9, pong = 10

function frame(first, payload = '', mask = [0, 0, 0, 0]) {
  const plain = Buffer.from(payload)
  const length = Buffer.alloc(plain.length < 126 ? 1 : plain.length < 65536 ? 3 : 9)
  if (length.length === 1) length[0] = plain.length
  else if (length.length === 3) length.writeUInt16BE(plain.length, (length[0] = 126) && 1)
  else length.writeBigUInt64BE(BigInt(plain.length), (length[0] = 127) && 1)
  length[0] |= 0x80
  return bytes(first, length, Buffer.from(mask), plain.map((byte, i) => byte ^ mask[i % 4]))
}

const deflated = (message) => {
  const whole = deflateRawSync(message, { finishFlush: constants.Z_SYNC_FLUSH })
  return whole.subarray(0, whole.length - 4)
}
const closing = (code, reason = '') => bytes(code >> 8, code & 255, reason)

// What the first byte of a reader's seed chooses (reader_target.cpp): limit and compression. The second: the split.
const limits = { 16: 0, 125: 1, 1000: 2, 65536: 3 }, deflate = 4
const hello = '{"type":"hello"}', salam = 'سلام، تالار 🌟'

write('reader', {
  hello: bytes(limits[1000], 0, frame(fin | text, hello)),
  masked: bytes(limits[1000], 1, frame(fin | text, hello, [1, 2, 3, 4]), frame(fin | text, salam, [255, 0, 128, 7])),
  medium: bytes(limits[1000], 5, frame(fin | text, 'm'.repeat(126))),
  large: bytes(limits[65536], 7, frame(fin | text, 'l'.repeat(65536))),
  empty: bytes(limits[16], 0, frame(fin | text), frame(fin | ping), frame(fin | text)),
  binary: bytes(limits[16], 2, frame(fin | binary, [255, 254])),
  fragments: bytes(limits[1000], 2, frame(text, 'سل'), frame(0, 'ا'), frame(fin, 'م')),
  cut_character: bytes(limits[1000], 0, frame(text, [0xf0, 0x9f]), frame(fin | ping, 'p'), frame(fin, [0x8c, 0x9f])),
  controls: bytes(limits[16], 3, frame(fin | ping, 'ping'), frame(fin | pong, 'pong'), frame(fin | ping, 'p'.repeat(125))),
  close: bytes(limits[16], 0, frame(fin | close, closing(1000, 'خدا نگهدار')), frame(fin | text, 'late')),
  close_empty: bytes(limits[16], 0, frame(text, 'a'), frame(fin | close)),
  close_code: bytes(limits[16], 0, frame(fin | close, closing(1005))),
  not_utf8: bytes(limits[16], 1, frame(fin | text, [0xed, 0xa0, 0x80])),
  unmasked: bytes(limits[16], 0, 0x81, 2, 'hi'),
  reserved: bytes(limits[16], 0, frame(fin | 0x20 | text, 'x')),
  unknown: bytes(limits[16], 0, frame(fin | 3, 'x')),
  not_minimal: bytes(limits[16], 0, 0x81, 0xfe, 0, 5, 'mask'),
  huge: bytes(limits[16], 0, 0x81, 0xff, 0x7f, [255, 255, 255, 255, 255, 255, 255], 'mask'),
  past_the_limit: bytes(limits[16], 0, frame(text, 'x'.repeat(16)), frame(fin, 'y')),
  deflated: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, deflated(salam.repeat(9)))),
  deflated_fragments: bytes(limits[1000] | deflate, 1, frame(rsv1 | text, deflated(salam).subarray(0, 9)), frame(fin | ping, 'p'), frame(fin, deflated(salam).subarray(9))),
  deflated_among_plain: bytes(limits[1000] | deflate, 4, frame(fin | text, 'a'), frame(fin | rsv1 | text, deflated('b')), frame(fin | text, 'c')),
  deflated_and_ended: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, bytes(deflateRawSync(salam), 0))),
  deflated_empty: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, [0]), frame(fin | rsv1 | text)),
  deflated_bomb: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, deflated('0'.repeat(100000)))),
  deflated_not_utf8: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, deflated(Buffer.from([0xff])))),
  deflated_cut_short: bytes(limits[1000] | deflate, 0, frame(fin | rsv1 | text, deflated(salam).subarray(0, 9))),
  deflated_unasked: bytes(limits[1000], 0, frame(fin | rsv1 | text, deflated(salam))),
})

const state = JSON.stringify({ type: 'patch', seq: 7, patch: { agenda: { k7m3p9q2xa: { title: 'گزارش بازآفرینی شهری', minutes: 20 } } } })
write('deflate', {
  empty: '',
  plain: state.repeat(3),
  zeros: '0'.repeat(5000),
  deflated: deflated(state),
  several_blocks: bytes(deflated(state), [0, 0, 0xff, 0xff], deflated(state)),
  ended: deflateRawSync(state),
  ended_twice: bytes(deflateRawSync(state), deflateRawSync(state), 0),
  stored: deflateRawSync(state, { level: 0 }),
  fixed: deflateRawSync(state, { strategy: constants.Z_FIXED }),
  bomb: deflated('0'.repeat(3000000)),
  broken: bytes([7, 255]),
})

const id = '00000000-0000-4000-8000-000000000001'
const order = (command) => JSON.stringify({ type: 'do', id, command })
write('codec', {
  hello,
  resume: JSON.stringify({ type: 'hello', resume: { epoch: 'e', seq: 9 }, audience: 'public' }),
  ping: '{"type":"ping","t":9007199254740991}',
  post_message: order({ type: 'post_message', text: salam }),
  request_floor: order({ type: 'request_floor', kind: 'speech' }),
  open_meeting: order({ type: 'open_meeting' }),
  draft_meeting: order({ type: 'draft_meeting', content: { starts_at: '2023-12-28T05:30:00.000Z', minutes: 150, place: 'تالار' } }),
  add_item: order({ type: 'add_item', meeting: 'k7m3p9q2xa', content: { title: 'بند ۱', kind: 'decision', minutes: 20, confidential: false, options: [] } }),
  record_arrival: order({ type: 'record_arrival', person: '000000000a' }),
  cast_vote: order({ type: 'cast_vote', vote: 'k7m3p9q2xa', choice: 'approve' }),
  unknown_type: '{"type":"sing"}',
  unknown_field: '{"type":"ping","t":1,"سلام":1}',
  wrong_type: '{"type":"ping","t":"1"}',
  missing: '{"type":"do"}',
  twice: '{"type":"ping","t":1,"t":2}',
  deep: '['.repeat(20) + ']'.repeat(20),
  not_json: '{"type":',
  escapes: '{"type":"ping","t":1,"\\ud83c\\udf1f\\u0000":1}',
  lone_surrogate: '{"type":"\\ud83c"}',
  number: '{"type":"ping","t":1e400}',
})

const get = (...headers) => ['GET /live/rasht?device=1 HTTP/1.1', 'Host: localhost:8080', ...headers, '', ''].join('\r\n')
const upgrade = ['Connection: keep-alive, Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: talar.v1']
const post = (body, ...headers) => ['POST /api/sign-in HTTP/1.1', 'Host: h', ...headers, '', body].join('\r\n')
write('request', {
  get: bytes(0, get()),
  upgrade: bytes(1, get(...upgrade)),
  upgrade_with_offer: bytes(2, get(...upgrade, 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits')),
  upgrade_with_frames: bytes(3, get(...upgrade), frame(fin | text, hello)),
  absolute: bytes(0, 'GET http://h/x HTTP/1.1\r\nHost: h\r\n\r\n'),
  old: bytes(0, 'GET / HTTP/1.0\r\nHost: h\r\nUpgrade: websocket\r\n\r\n'),
  post: bytes(0, post('{"invitation":"x"}', 'Content-Length: 18', 'Content-Type: application/json')),
  post_and_get: bytes(1, post('ab', 'Content-Length: 2'), get()),
  expects: bytes(1, post('abc', 'Expect: 100-continue', 'Content-Length: 3')),
  chunked: bytes(0, post('1\r\na\r\n0\r\n\r\n', 'Transfer-Encoding: chunked')),
  two_lengths: bytes(0, post('abc', 'Content-Length: 3', 'Content-Length: 2')),
  no_host: bytes(0, 'GET / HTTP/1.1\r\n\r\n'),
  folded: bytes(1, get('X-Folded: a\r\n b')),
  bare_line_feed: bytes(1, get('X-Bare: a\nX-More: b')),
  zero_byte: bytes(0, get('X-Zero: a\0b')),
  preface: bytes(0, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  cut_short: bytes(0, get().slice(0, 40)),
})

write('offers', {
  deflate: 'permessage-deflate',
  browser: 'permessage-deflate; client_max_window_bits',
  several: 'foo, bar; baz=2, permessage-deflate; server_max_window_bits=10, permessage-deflate',
  all: 'permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15; client_max_window_bits=8',
  quoted: 'permessage-deflate; client_max_window_bits="10"',
  escaped: 'a; b="\\x\\y"',
  empty_elements: ', ,a,\t,b ,',
  open_quote: 'a; b="x',
  no_value: 'a; b=',
  no_name: 'a; =b',
  blank_inside: 'a b',
  window: 'permessage-deflate; server_max_window_bits=15',
  repeated: 'permessage-deflate; client_max_window_bits; client_max_window_bits',
})

// A text, its length before it, and then updates: how many changes; each the way to it from the one before and one more,
// its length, and what it inserts, length first (changes_target.cpp).
const letters = 'ایگa \n۱', tree = 10
const typed = (text) => bytes(text.length, [...text].map((letter) => letters.indexOf(letter)))
write('changes', {
  empty: '',
  typing: bytes(0, [1, 1, 0, 1, 0], [1, 2, 0, 1, 1], [1, 3, 0, 1, 2]),
  deleting: bytes(typed('گی ای'), [1, 2, 2, 0], [1, 1, 3, 0]),
  several: bytes(typed('ای\nگی\nای'), [3, 1, 1, 1, 5, 3, 0, 2, 0, 1, 2, 2, 0]),
  adjacent: bytes(typed('ایگ'), [2, 1, 1, 1, 3, 1, 1, 1, 4]),
  emoji: bytes([3, tree, 0, tree], [1, 3, 0, 1, tree], [1, 1, 2, 0]),
  parts_a_pair: bytes([2, tree, tree], [1, 2, 0, 1, 0], [1, 1, 3, 0]),
  joiners: bytes([4, 0, 7, 1, 8], [1, 2, 1, 1, 8], [1, 4, 0, 1, 13]),
  past_the_end: bytes(typed('ای'), [1, 4, 0, 1, 0], [1, 1, 5, 0]),
  backwards: bytes(typed('ایگ'), [2, 3, 1, 1, 0, 0, 0, 1, 0]),
  nothing: bytes(typed('ای'), [0], [1, 1, 0, 0], [0]),
})
