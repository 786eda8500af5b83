import type { ClientFrame, Command, Me, ServerFrame, View } from '@/generated/protocol';

/** A hall behind a WebSocket that the test speaks for. */
export class FakeHall {
  static last: FakeSocket | undefined;
  readonly said: ClientFrame[] = [];
  seq = 1;

  constructor() {
    const hall = this;
    globalThis.WebSocket = class extends FakeSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, (frame) => hall.said.push(frame));
        FakeHall.last = this;
      }
    } as unknown as typeof WebSocket;
  }

  get commands(): Command[] {
    return this.said.flatMap((frame) => (frame.type === 'do' ? [frame.command] : []));
  }
  get lastId(): string {
    return this.said.flatMap((frame) => (frame.type === 'do' ? [frame.id] : [])).at(-1) ?? '';
  }

  open(): void {
    FakeHall.last?.open();
  }
  drop(): void {
    FakeHall.last?.onclose?.();
  }
  send(frame: ServerFrame): void {
    FakeHall.last?.onmessage?.({ data: JSON.stringify(frame) });
  }
  welcome(view: View, me: Me): void {
    this.open();
    this.send({ type: 'welcome', epoch: 'e', seq: this.seq, now: new Date().toISOString(), hall: 'rasht', audience: 'member', me });
    this.send({ type: 'state', seq: this.seq, now: new Date().toISOString(), view });
  }
  /** Answers the last ping. */
  pong(): void {
    const t = this.said.flatMap((frame) => (frame.type === 'ping' ? [frame.t] : [])).at(-1) ?? 0;
    this.send({ type: 'pong', t, now: new Date().toISOString() });
  }
  patch(patch: Record<string, unknown>): void {
    this.send({ type: 'patch', seq: ++this.seq, now: new Date().toISOString(), patch });
  }
}

class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  onopen?: () => void;
  onclose?: () => void;
  onmessage?: (message: { data: string }) => void;

  constructor(
    readonly url: string,
    readonly protocol: string,
    private readonly heard: (frame: ClientFrame) => void,
  ) {}

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  send(text: string): void {
    this.heard(JSON.parse(text) as ClientFrame);
  }
  close(): void {
    this.readyState = 3;
  }
}
