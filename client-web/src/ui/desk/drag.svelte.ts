import { dropPlace, shiftOf, type Band } from './reorder';

const edge = 48; // pixels from the end of a scrolling list in which dragging scrolls it

/**
 * Drags a row of a list with mouse, pen or finger. The handle captures the pointer; the other rows move aside. Nothing is moved
 * until `end` says where the row was let go: what it means is the list's business.
 */
export class Drag {
  from = $state<number>();
  place = $state(0);
  #offset = $state(0);
  #bands: Band[] = [];
  #list: HTMLElement | undefined;
  #grip = 0;

  begin(event: PointerEvent, list: HTMLElement | undefined, index: number): void {
    if (event.button !== 0 || !list || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const top = list.getBoundingClientRect().top;
    this.#bands = Array.from(list.children, (row) => {
      const box = row.getBoundingClientRect();
      return { start: box.top - top, size: box.height };
    });
    this.#list = list;
    this.#grip = event.clientY - top;
    this.#offset = 0;
    this.from = this.place = index;
  }

  move(event: PointerEvent): void {
    const dragged = this.from === undefined ? undefined : this.#bands[this.from];
    if (this.from === undefined || !dragged || !this.#list) return;
    this.#scroll(event.clientY);
    this.#offset = event.clientY - this.#list.getBoundingClientRect().top - this.#grip;
    this.place = dropPlace(this.#bands, this.from, dragged.start + dragged.size / 2 + this.#offset);
  }

  /** Where the row came from and where it was let go; nothing when it is where it was. */
  end(): { from: number; to: number } | undefined {
    const result = this.from !== undefined && this.place !== this.from ? { from: this.from, to: this.place } : undefined;
    this.cancel();
    return result;
  }

  cancel(): void {
    this.from = undefined;
    this.#offset = 0;
  }

  /** How far a row stands from its place now, in pixels. */
  shift(index: number): number {
    if (this.from === undefined) return 0;
    return index === this.from ? this.#offset : shiftOf(index, this.from, this.place, this.#bands[this.from]?.size ?? 0);
  }

  #scroll(y: number): void {
    const box = this.#list?.closest('[data-scrolls]');
    if (!box) return;
    const { top, bottom } = box.getBoundingClientRect();
    if (y < top + edge) box.scrollBy(0, -12);
    else if (y > bottom - edge) box.scrollBy(0, 12);
  }
}
