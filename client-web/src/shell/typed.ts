import { cleaned } from '@/core/clean';

/** Texts are cleaned as they come in, by key, paste, drop or dictation, before any form sees them. */
export function cleanWhatIsTyped(page: Document): void {
  page.addEventListener('input', ({ target, isComposing }: Event & { isComposing?: boolean }) => {
    const area = target instanceof HTMLTextAreaElement;
    if (isComposing || !(area || (target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'search')))) return;
    const clean = cleaned(target.value);
    if (clean === target.value) return;
    const caret = cleaned(target.value.slice(0, target.selectionEnd ?? undefined)).length;
    target.value = clean;
    target.setSelectionRange(caret, caret);
  }, { capture: true });
}
