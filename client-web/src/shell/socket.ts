import type { ClientFrame, ServerFrame } from '@/generated/protocol';

export interface SocketEvents {
  opened(): void;
  frame(frame: ServerFrame): void;
  closed(): void;
}

/** One WebSocket of the hall. After `close` it says nothing more. */
export class Socket {
  readonly #socket: WebSocket;
  #events: SocketEvents | undefined;

  constructor(hall: string, device: string | undefined, events: SocketEvents) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const query = device ? `?device=${encodeURIComponent(device)}` : '';
    this.#events = events;
    this.#socket = new WebSocket(`${scheme}://${location.host}/live/${encodeURIComponent(hall)}${query}`, 'talar.v1');
    this.#socket.onopen = () => this.#events?.opened();
    this.#socket.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data === 'string') this.#events?.frame(JSON.parse(message.data) as ServerFrame);
    };
    this.#socket.onclose = () => this.#events?.closed();
  }

  send(frame: ClientFrame): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.#events = undefined;
    this.#socket.close();
  }
}
