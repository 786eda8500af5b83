import { expect, it } from 'vitest';
import { parsePath } from '@/shell/pages';

it('knows every page by its path', () => {
  expect(parsePath('/')).toEqual({ name: 'home' });
  expect(parsePath('/join')).toEqual({ name: 'join' });
  expect(parsePath('/hall/rasht')).toEqual({ name: 'hall', hall: 'rasht' });
  expect(parsePath('/hall/rasht/')).toEqual({ name: 'hall', hall: 'rasht' });
  expect(parsePath('/hall/rasht/observe')).toEqual({ name: 'observe', hall: 'rasht' });
  expect(parsePath('/hall/rasht/display')).toEqual({ name: 'display', hall: 'rasht' });
  expect(parsePath('/hall/rasht/kiosk')).toEqual({ name: 'kiosk', hall: 'rasht' });
  expect(parsePath('/hall/rasht/archive')).toEqual({ name: 'archive', hall: 'rasht' });
  expect(parsePath('/hall/rasht/archive/0k3v9yq2rt')).toEqual({ name: 'record', hall: 'rasht', meeting: '0k3v9yq2rt' });
  expect(parsePath('/hall/rasht/votes/0k3v9yq2rt')).toEqual({ name: 'ballots', hall: 'rasht', vote: '0k3v9yq2rt' });
  expect(parsePath('/hall/rasht/help/chair')).toEqual({ name: 'help', hall: 'rasht', guide: 'chair' });
  expect(parsePath('/hall/rasht/search', '?q=%DA%A9%D9%85%DB%8C%D8%B3%DB%8C%D9%88%D9%86')).toEqual({ name: 'search', hall: 'rasht', asked: '?q=%DA%A9%D9%85%DB%8C%D8%B3%DB%8C%D9%88%D9%86' });
  expect(parsePath('/hall/rasht/resolutions', '?state=overdue')).toEqual({ name: 'resolutions', hall: 'rasht', asked: '?state=overdue' });
  expect(parsePath('/hall/rasht/figures')).toEqual({ name: 'figures', hall: 'rasht', asked: '' });
  expect(parsePath('/hall/rasht/seal/0k3v9yq2rt')).toEqual({ name: 'seal', hall: 'rasht', meeting: '0k3v9yq2rt' });
  expect(parsePath('/hall/rasht/archive/0k3v9yq2rt/replay')).toEqual({ name: 'replay', hall: 'rasht', meeting: '0k3v9yq2rt' });
});

it('takes no other path for a page', () => {
  for (const path of ['/halls', '/hall', '/hall/rasht/nowhere', '/hall/rasht/archive/a/b', '/hall/rasht/votes/a/replay', '/hall/rasht/archive/a/replay/b', '/hall/rasht/seal', '/hall/rasht/observe/x', '/hall/rasht/help', '/hall/rasht/help/guest', '/api/whoami']) {
    expect(parsePath(path).name).toBe('unknown');
  }
});
