import { describe, expect, test } from 'vitest';
import type { Problem } from '@/generated/protocol';
import { passphraseFault, request, stepAfter, troubleAfter } from '@/ui/signin/flow';

const problem = (status: number, more: Partial<Problem> = {}): Problem => ({ title: '', status, code: 'x', ...more });

describe('signing in', () => {
  test('sends the passphrase only when there is one', () => {
    expect(request({ code: '482715' }, 'رایانک')).toEqual({ code: '482715', device_name: 'رایانک' });
    expect(request({ token: 't' }, 'رایانک', 'گل سرخ لاهیجان')).toMatchObject({ token: 't', passphrase: 'گل سرخ لاهیجان' });
  });

  test('is done at once for members and asks staff for a passphrase', () => {
    const member = { passphrase: 'none', hall: 'chamber', role: 'member' } as const;
    expect(stepAfter(member, { code: '1' })).toEqual({ kind: 'done', signedIn: member });
    const staff = { passphrase: 'set', hall: 'chamber', role: 'staff', name: 'دبیرخانه' } as const;
    expect(stepAfter(staff, { token: 't' })).toEqual({ kind: 'passphrase', mode: 'set', credential: { token: 't' }, name: 'دبیرخانه' });
  });

  test('a new passphrase has eight characters and is typed twice alike', () => {
    expect(passphraseFault('set', 'هفت‌حرف', 'هفت‌حرف')).toEqual({ kind: 'too_short' });
    expect(passphraseFault('set', 'گل سرخ لاهیجان', 'گل سرخ')).toEqual({ kind: 'different' });
    expect(passphraseFault('set', 'گل سرخ لاهیجان', 'گل سرخ لاهیجان')).toBeUndefined();
    expect(passphraseFault('give', 'کوتاه', '')).toBeUndefined();
  });

  test('tells wrong from limited from offline', () => {
    expect(troubleAfter(problem(401, { code: 'sign_in_refused' }), 0)).toEqual({ kind: 'refused' });
    expect(troubleAfter(problem(401, { code: 'wrong_passphrase' }), 0)).toEqual({ kind: 'passphrase_refused' });
    expect(troubleAfter(problem(422, { code: 'passphrase_too_short' }), 0)).toEqual({ kind: 'too_short' });
    expect(troubleAfter(problem(429, { retry_after_seconds: 90 }), 1000)).toEqual({ kind: 'limited', until: 91_000 });
    expect(troubleAfter(problem(0), 0)).toEqual({ kind: 'offline' });
    expect(troubleAfter(problem(503), 0)).toEqual({ kind: 'server' });
  });
});
