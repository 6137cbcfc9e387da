// The frames of the socket of a map, as JSON text.
import type { Fields, Look } from "./page";

export type Place = "above" | "left" | "right" | "below";
export interface Beside {
  of: string;
  place: Place;
  name: string;
  sign: string;
}
export interface Person {
  initials: string;
  mark: number;
  about: string;
  you?: boolean;
}

export interface Heard {
  welcome: { you: { initials: string; mark: number }; frozen: boolean; moment: string | null; joined: boolean };
  done: { id: string; warnings?: string[]; chosen?: string };
  refused: { id: string; words: string };
  bad: { id?: string; words: string };
  fact: { n: number; who: string | null; mark: number | null; words: string; about: string[]; beside: Beside | null };
  sheet: { n: number; look: Look; html: string };
  here: { people: Person[] };
  state: { frozen: boolean; moment: string | null; by: string | null };
  gone: { words: string };
  pong: object;
}

export type Said =
  | { t: "hello"; look: Look; moment: string | null }
  | { t: "edit"; id: string; fields: Fields }
  | { t: "look"; look: Look }
  | { t: "select"; about: string }
  | { t: "ping" };
