// Text as large as its box allows: the display has one size, what is written on it has none.
import type { Attachment } from 'svelte/attachments';

const fits = (element: HTMLElement): boolean =>
  element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;

/** Measures again whenever the box changes, and once the letters are there. */
function watched(element: HTMLElement, measure: () => void): () => void {
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  void document.fonts.ready.then(measure);
  return () => observer.disconnect();
}

/** Tries `sizes` (in display units, largest first) until the text fits its box; the smallest one stays in any case. */
export function fit(text: string, sizes: readonly number[]): Attachment<HTMLElement> {
  return (element) => {
    void text; // a new text makes a new attachment
    return watched(element, () => {
      for (const size of sizes) {
        element.style.fontSize = `calc(${size} * var(--u))`;
        if (fits(element)) return;
      }
    });
  };
}

/** Shorter and shorter forms of a title: up to its colon, then word by word, never within one and never ending in «و». */
export function shortForms(title: string): string[] {
  const [head = '', ...rest] = title.split(/[:؛]/);
  const whole = title.split(' ');
  const cut = whole.slice(1).map((_, left) => whole.slice(0, whole.length - 1 - left).join(' '));
  return [title, ...(rest.length > 0 ? [head] : []), ...cut.map((form) => `${form.replace(/( (و|and|از|به|در|برای|of|to|the))+$|[،,:؛]$/g, '')}…`)];
}

/** Writes the longest form of `title` that fits one line of the box. */
export function oneLine(title: string): Attachment<HTMLElement> {
  return (element) => {
    element.textContent = title;
    return watched(element, () => {
      for (const form of shortForms(title)) {
        element.textContent = form;
        if (element.scrollWidth <= element.clientWidth + 1) return;
      }
    });
  };
}

/** Names break by phrase: the last two words of an office stay together («محیط زیست»). */
export const phrased = (name: string): string => (name.split(' ').length > 2 ? name.replace(/ (\S+)$/, '\u00a0$1') : name);
