import { homeOf, parsePath, paths, type Page } from './pages';

/** A history router: the page that is shown, and the ways to another. */
class Router {
  page = $state.raw<Page>(here());
  /** Grows with each page one comes to; the same page asked something else is no other page. */
  visits = $state(0);

  /** Follows the browser's own back and forward, and every plain click on a link of ours. */
  start(): void {
    window.addEventListener('popstate', () => this.#come(here()));
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
      if (link.origin !== location.origin || parsePath(link.pathname).name === 'unknown') return;
      event.preventDefault();
      this.go(link.pathname + link.search + link.hash);
    });
  }

  go(path: string, how: 'push' | 'replace' = 'push'): void {
    if (how === 'push') history.pushState(null, '', path);
    else history.replaceState(null, '', path);
    const to = here();
    if (how === 'replace' && to.name === this.page.name) this.page = to;
    else this.#come(to);
    if (how === 'push') window.scrollTo(0, 0);
  }

  #come(page: Page): void {
    this.page = page;
    this.visits += 1;
  }
}

function here(): Page {
  return parsePath(location.pathname, location.search);
}

export const router = new Router();
export { homeOf, paths };
export type { Page };
