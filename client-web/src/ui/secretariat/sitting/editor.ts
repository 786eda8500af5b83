import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { EditorState, RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, placeholder, ViewPlugin, WidgetType, type DecorationSet, type KeyBinding, type ViewUpdate } from '@codemirror/view';
import { charsOf } from '@/core/collab';
import { textMax } from '@/core/minutesText';

// CodeMirror for minutes: plain text, each line in its own direction, one's own undo only, and the others' carets with their names.

export interface Caret {
  name: string;
  anchor: number;
  head: number;
}

export const showCarets = StateEffect.define<readonly Caret[]>();

/** A name stands at its caret for a moment after each move, so that it does not lie on what is written there. */
class Flag extends WidgetType {
  constructor(
    readonly name: string,
    readonly place: number,
  ) {
    super();
  }
  override eq(other: Flag): boolean {
    return other.name === this.name && other.place === this.place;
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'other';
    caret.setAttribute('aria-hidden', 'true');
    const flag = document.createElement('span');
    flag.className = 'flag';
    flag.textContent = this.name;
    caret.append(flag);
    return caret;
  }
}

function drawn(carets: readonly Caret[], length: number): DecorationSet {
  const within = (place: number): number => Math.min(place, length);
  return Decoration.set(
    carets.flatMap(({ name, anchor, head }) => {
      const [from, to] = [within(Math.min(anchor, head)), within(Math.max(anchor, head))];
      const caret = Decoration.widget({ widget: new Flag(name, head), side: 1 }).range(within(head));
      return from === to ? [caret] : [Decoration.mark({ class: 'othersChoice' }).range(from, to), caret];
    }),
    true,
  );
}

const carets = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const told = transaction.effects.find((effect) => effect.is(showCarets));
    return told ? drawn(told.value as readonly Caret[], transaction.newDoc.length) : shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const firstStrong = /[\p{Script=Arabic}\p{Script=Hebrew}]|\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The direction of a line that begins with a letter; digits and signs follow the text around them. */
export function directionOf(line: string): 'rtl' | 'ltr' | undefined {
  const letter = firstStrong.exec(line)?.[0];
  return letter === undefined ? undefined : rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

function directed(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const dir = directionOf(line.text);
      if (dir) lines.add(line.from, line.from, Decoration.line({ attributes: { dir } }));
      at = line.to + 1;
    }
  }
  return lines.finish();
}

const directions = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = directed(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = directed(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];

/** The hall refuses a longer text; what has come from others is never held back. */
const bounded = (ontoolong: () => void): Extension =>
  EditorState.changeFilter.of(({ newDoc, startState }) => {
    const fits = newDoc.length <= startState.doc.length || charsOf(newDoc) <= textMax;
    if (!fits) ontoolong();
    return fits;
  });

const theme = EditorView.theme({
  '&': { blockSize: '100%', color: 'var(--ink)', fontFamily: 'var(--font)', fontSize: '1.0625rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.95', overflow: 'auto' },
  '.cm-content': { padding: 'var(--s-2) 0', caretColor: 'var(--act)', fontWeight: 'var(--w-text)' },
  '.cm-line': { padding: '0 var(--s-3)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.other': { position: 'relative', borderInlineStart: '2px solid var(--rain)', marginInline: '-1px' },
  '.flag': {
    position: 'absolute', insetBlockEnd: '90%', insetInlineStart: '-2px', zIndex: '1', padding: '0 6px', background: 'var(--rain)', color: 'var(--raised)',
    fontSize: 'var(--t-1)', lineHeight: '1.6', whiteSpace: 'nowrap', pointerEvents: 'none', animation: 'leave .4s 2.5s forwards',
  },
  '.cm-line:first-child .flag': { insetBlockEnd: 'auto', insetBlockStart: '90%' },
  '@keyframes leave': { to: { opacity: '0' } },
  '.othersChoice': { background: 'var(--rain-soft)' },
});

export interface Words {
  label: string;
  placeholder: string;
  lang: string;
}

export const minutesExtensions = ({ label, placeholder: empty, lang }: Words, keys: readonly KeyBinding[], ontoolong: () => void): Extension => [
  carets,
  history(),
  keymap.of([...keys, ...standardKeymap, ...historyKeymap]),
  directions,
  bounded(ontoolong),
  theme,
  EditorView.lineWrapping,
  placeholder(empty),
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences', lang }),
];
