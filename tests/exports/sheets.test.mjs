// Workbooks and CSV as LibreOffice opens them.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { run, samples } from './samples.mjs'

const folder = samples(after)

const opened = new Map()

/** Every sheet of a file as rows of cells: `filter` is how LibreOffice reads it. */
function sheets(file, ...filter) {
  if (!opened.has(file)) opened.set(file, open(file, filter))
  return opened.get(file)
}

function open(file, filter) {
  const out = join(folder, `${file}.d`)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  run('soffice', profile, '--headless', ...filter, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', '--outdir', out, join(folder, file))
  return Object.fromEntries(
    readdirSync(out).map((name) => [/-([^-]*)\.csv$/.exec(name)[1], readFileSync(join(out, name), 'utf8').trimEnd().split('\n').map(cells)]),
  )
}

function cells(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].map((match) => match[1].replace(/^"|"$/g, '').replaceAll('""', '"'))
}

const part = (file, path) => run('unzip', '-p', join(folder, file), path)

/** As CSV LibreOffice writes an hour in its own language, whatever the cell's format. */
const hours = (row) => row.map((cell) => cell.replace(/^(\d\d:\d\d):00( AM)?$/, '$1'))

test('a workbook opens with all its sheets, numbers, days and hours', () => {
  const read = sheets('inside.xlsx')
  assert.deepEqual(Object.keys(read).sort(), ['آرای افراد', 'جلسه', 'حضور', 'رأی‌گیری', 'گزینه‌ها', 'مصوبات'].sort())
  const [mayor] = read['حضور'].filter((row) => row[1] === 'شهردار رشت')
  assert.deepEqual(hours(mayor.slice(0, 10)), ['1', 'شهردار رشت', 'رئیس', '', 'بله', 'حاضر', '', '08:55', '11:10', '130'])
  const vote = read['رأی‌گیری'].find((row) => row[3] === 'آیا لایروبی زرجوب تصویب شود؟')
  assert.deepEqual(hours(vote.slice(6, 14)), ['۱۴۰۲/۱۰/۰۷', '2023-12-28', '09:47', '5', '4', '1', '1', '0'])
  assert.match(part('inside.xlsx', 'xl/styles.xml'), /formatCode="hh:mm"/, 'an hour has 24 hours in every language')
  const resolution = read['مصوبات'][1]
  assert.deepEqual(read['مصوبات'].map((row) => row[12]), ['دلیل ابطال', '', '', 'دو بار ثبت شده بود.'])
  assert.deepEqual(resolution.slice(7, 11), ['معاون فنی و عمرانی، معاون حمل‌ونقل <و> ترافیک & ایمنی', '', '۱۴۰۲/۱۲/۲۹', '2024-03-19'])
})

test('a workbook runs from right to left, with its first row held in place', () => {
  for (let sheet = 1; sheet <= 6; ++sheet) {
    const xml = part('inside.xlsx', `xl/worksheets/sheet${sheet}.xml`)
    assert.match(xml, /<sheetView[^>]* rightToLeft="1"/)
    assert.match(xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/)
  }
  assert.match(part('inside.xlsx', 'xl/styles.xml'), /readingOrder="2"/)
})

test('what looks like a formula is text in a workbook and in CSV', () => {
  const everything = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml'].map((path) => part('inside.xlsx', path)).join('')
  assert.doesNotMatch(everything, /<f>/)
  assert.ok(sheets('inside.xlsx')['حضور'].some((row) => row[1] === '=مهمان +۹۸'))
  const [table] = Object.values(sheets('inside.csv', '--infilter=CSV:44,34,76,1'))
  assert.ok(table.some((row) => row[3] === "'=مهمان +۹۸"))
})

test('CSV opens as the table that it is', () => {
  const [table] = Object.values(sheets('public.csv', '--infilter=CSV:44,34,76,1'))
  assert.deepEqual(table[0].slice(0, 4), ['نوع', 'شماره', 'بند', 'شرح'])
  const kinds = table.slice(1).map((row) => row[0])
  assert.deepEqual([...new Set(kinds)], ['حضور', 'رأی‌گیری', 'مصوبه'])
  assert.equal(kinds.filter((kind) => kind === 'حضور').length, 9)
  assert.ok(table.every((row) => !row.join().includes('قرارداد')))
})

for (const name of ['public', 'draft', 'not_held']) {
  test(`every record opens (${name})`, () => assert.equal(Object.keys(sheets(`${name}.xlsx`)).length, 6))
}
