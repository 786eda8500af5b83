// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendableUpdates } from '@codemirror/collab';
import { describe, expect, it } from 'vitest';
import { cleaned, isForbidden } from '@/core/clean';
import { begun, outgoing } from '@/core/collab';
import { cleanWhatIsTyped } from '@/shell/typed';
import { resumed } from '@/ui/secretariat/sitting/unsent';

/** The hall's own table, as it stands in its source. */
function hallForbids(): (c: number) => boolean {
  const source = readFileSync(join(import.meta.dirname, '../../../protocol/json_in.cpp'), 'utf8');
  const rule = /bool forbidden\(char32_t c\) \{\s*return ([^;]+);/.exec(source)?.[1];
  if (rule === undefined) throw new Error('protocol/json_in.cpp has no rule named forbidden');
  return new Function('c', `return ${rule.replaceAll("U'\\n'", '10')}`) as (c: number) => boolean;
}
const pasted = '\u2068نام\u2069\tx';

describe('what is typed', () => {
  it('is freed of exactly what the hall refuses', () => {
    const forbids = hallForbids();
    const wrong: string[] = [];
    for (let c = 0; c <= 0x1ffff; c += 1) {
      if (c >= 0xd800 && c <= 0xdfff) continue;
      const char = String.fromCodePoint(c);
      const clean = cleaned(char);
      if (isForbidden(char) !== forbids(c) || (forbids(c) ? clean !== '' && clean !== ' ' : clean !== char)) wrong.push(c.toString(16));
    }
    expect(wrong).toEqual([]);
  });
  it('keeps words apart that a tab parted, and loses no joiner', () => {
    expect(cleaned('۱\t۲')).toBe('۱ ۲');
    expect(cleaned(pasted)).toBe('نام x');
    expect(cleaned('می\u200cنویسد\nو')).toBe('می\u200cنویسد\nو');
  });
  it('is cleaned in a field before its form sees it, with the caret behind it', () => {
    cleanWhatIsTyped(document);
    document.body.innerHTML = '<textarea></textarea><input type="password">';
    const [area, secret] = [document.querySelector('textarea')!, document.querySelector('input')!];
    let seen = '';
    area.addEventListener('input', () => (seen = area.value));
    area.value = `${pasted} و`;
    area.setSelectionRange(5, 5);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    expect([seen, area.selectionEnd]).toEqual(['نام x و', 3]);
    secret.value = 'a\u202ab';
    secret.dispatchEvent(new Event('input', { bubbles: true }));
    expect(secret.value).toBe('a\u202ab');
  });
});

describe('a text that is written together', () => {
  it('takes a paste in without what the hall refuses', () => {
    const { state } = begun('آغاز.', 4, 'c').update({ changes: { from: 5, insert: pasted }, selection: { anchor: 5 + pasted.length } });
    expect(state.doc.toString()).toBe('آغاز.نام x');
    expect(outgoing(state)?.updates).toEqual([{ changes: [{ from: 5, to: 5, insert: 'نام x' }] }]);
    expect(state.selection.main.head).toBe(10);
  });
  it('frees what an earlier page could not send, an update for each', () => {
    const typed = [
      { changes: [{ from: 2, to: 2, insert: '\u202bیک\u202c' }] },
      { changes: [{ from: 6, to: 6, insert: ' دو' }] },
      { changes: [{ from: 0, to: 2, insert: '' }, { from: 9, to: 9, insert: '\tسه' }] },
    ];
    const state = resumed({ client: 'c', version: 7, base: 'الف', updates: typed }, [])!;
    expect(state.doc.toString()).toBe('یک دو سهف');
    expect(sendableUpdates(state)).toHaveLength(3);
  });
});
