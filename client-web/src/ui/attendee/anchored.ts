// A list that grows above the place where somebody reads must not push that place away. Chromium sees to it by itself, WebKit does not.

const scrollerOf = (element: Element): Element | null => {
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight) return each;
  }
  return null;
};

/** Remembers the first line in sight; the answer puts it back where it was. Whoever reads at the top sees the top. */
export function anchored(root: Element | undefined, lines: string): () => void {
  const scroller = root && scrollerOf(root);
  if (!root || !scroller || scroller.scrollTop === 0) return () => undefined;
  const edge = scroller.getBoundingClientRect().top;
  const line = [...root.querySelectorAll(lines)].find((each) => each.getBoundingClientRect().bottom > edge);
  const before = line?.getBoundingClientRect().top;
  return () => {
    if (line?.isConnected && before !== undefined) scroller.scrollTop += line.getBoundingClientRect().top - before;
  };
}
