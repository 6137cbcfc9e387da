// The socket of a map. It comes back by itself, also after sleep, and says what became of it.
import type { Heard, Said } from "./messages";

/** absent: there never was a line, so forms are posted as without a script. */
export type State = "opening" | "up" | "down" | "absent" | "gone";

const PING = 20_000;
const SILENCE = 50_000; // longer without a word: the line is dead
const SLEPT = 45_000; // the clock of the pings stood still this long
const PATIENCE = 6_000;
const FIRST_WAIT = 400;
const LONGEST_WAIT = 15_000;
const NO_RIGHT = 4403;

type Ear = (message: never) => void;
/** `code` is there when the other side closed the line. */
type Watcher = (state: State, code?: number) => void;

export class Connection {
  state: State = "opening";
  private socket: WebSocket | null = null;
  private readonly ears = new Map<string, Ear[]>();
  private readonly watchers: Watcher[] = [];
  private failures = 0;
  private lastHeard = Date.now();
  private lastTick = Date.now();
  private retry = 0;

  /** `hello` gives the first message of every line. */
  constructor(
    private readonly address: string,
    private readonly hello: () => Said,
  ) {}

  on<Kind extends keyof Heard>(kind: Kind, ear: (message: Heard[Kind]) => void): void {
    this.ears.set(kind, [...(this.ears.get(kind) ?? []), ear]);
  }

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  start(): void {
    this.open();
    setInterval(() => this.tick(), PING);
    setTimeout(() => this.state === "opening" && this.become("absent"), PATIENCE);
    addEventListener("online", () => this.hurry());
    addEventListener("offline", () => this.drop());
    addEventListener("pagehide", () => this.drop());
    addEventListener("pageshow", (event) => event.persisted && this.hurry());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.tick());
  }

  /** Whether an edit may wait in memory: there is a line, or there was one and it will return. */
  get takesEdits(): boolean {
    return this.state !== "absent" && this.state !== "gone";
  }

  send(message: Said): boolean {
    if (this.state !== "up" || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  private open(): void {
    clearTimeout(this.retry);
    if (this.state === "gone") return;
    const socket = new WebSocket(new URL(this.address, location.href.replace(/^http/, "ws")));
    this.socket = socket;
    this.lastHeard = Date.now();
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    socket.onmessage = (event) => this.socket === socket && this.hear(String(event.data));
    socket.onclose = (event) => this.socket === socket && this.lost(event.code);
  }

  private hear(text: string): void {
    this.lastHeard = Date.now();
    const message = JSON.parse(text) as { t: string };
    if (message.t === "gone") this.become("gone");
    if (message.t === "welcome") this.failures = 0;
    for (const ear of this.ears.get(message.t) ?? []) ear(message as never);
    if (message.t === "welcome") this.become("up");
  }

  private lost(code: number): void {
    this.socket = null;
    if (code === NO_RIGHT) this.become("gone");
    if (this.state === "gone") return;
    if (this.state === "up") this.become("down", code);
    if (this.state === "opening" && this.failures) this.become("absent");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++);
    this.retry = window.setTimeout(() => this.open(), wait * (0.5 + Math.random()));
  }

  private tick(): void {
    const now = Date.now();
    const slept = now - this.lastTick > SLEPT;
    this.lastTick = now;
    if (slept || now - this.lastHeard > SILENCE) this.hurry();
    else this.send({ t: "ping" });
  }

  /** Take a new line at once, whatever the old one seems to be. */
  private hurry(): void {
    const isTrying = this.socket?.readyState === WebSocket.CONNECTING && Date.now() - this.lastHeard < PATIENCE;
    if (this.state === "gone" || isTrying) return;
    this.drop();
    this.failures = 0;
    this.open();
  }

  private drop(): void {
    const old = this.socket;
    this.socket = null;
    old?.close();
    clearTimeout(this.retry);
    if (this.state === "up") this.become("down");
    if (this.state === "down" || this.state === "absent") this.retry = window.setTimeout(() => this.open(), LONGEST_WAIT);
  }

  private become(state: State, code?: number): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher(state, code);
  }
}
