// Types that the views share, for the checks only (`tsc --checkJs`): no browser ever loads this.

/** What is behind a view: anywidget's model in a notebook, a `PageModel` on a page. */
interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, react: (...args: any[]) => void): void;
  off(event: string, react?: (...args: any[]) => void): void;
}

/** Brings markup to life until `signal` ends. */
type Wire = (root: Part, model: Model, signal: AbortSignal) => void;

/** Phrases by name, as `data/words.toml` has them. */
type Words = Record<string, string>;

/** One answer to a belief: what it is taken for, and how sure. */
type Answer = [string, string];

/**
 * An element of the course's own markup, found by a selector. Tests in Python hold that the
 * markup has what its view looks for, so it is there; which control it is, the view knows.
 */
interface Part extends HTMLElement {
  dataset: Record<string, string>;
  checked: boolean;
  children: HTMLCollectionOf<Part>;
  content: DocumentFragment;
  disabled: boolean;
  files: FileList;
  firstElementChild: Part;
  href: string;
  maxLength: number;
  media: string;
  nextElementSibling: Part;
  open: boolean;
  parentElement: Part;
  selectedOptions: HTMLCollectionOf<HTMLOptionElement>;
  type: string;
  value: string;
  valueAsNumber: number;
  closest(selectors: string): Part;
}

interface ParentNode {
  querySelector(selectors: string): Part;
  querySelectorAll(selectors: string): NodeListOf<Part>;
}

interface Document {
  getElementById(id: string): Part;
  /** Whether a browser reads this page ahead of a visit; not in TypeScript's own list yet. */
  readonly prerendering?: boolean;
}

/** What the activities of one lesson tell each other. */
interface DocumentEventMap {
  "course:ask-progress": CustomEvent<void>;
  "course:check-done": CustomEvent<{ lesson: string }>;
  "course:progress": CustomEvent<any>;
  "course:self-check": CustomEvent<{ which: string; answers: Record<string, Answer> }>;
}

/** Finds a part of an activity by its name. */
type Find = (name: string) => Part;

/** What a published word, a row or a card weighs, by name. */
type Weights = Record<string, number>;

/** A place on the feelings map, as steps from left and from the bottom. */
type Place = [number, number];

/** What moves in a figure, with the elements that it moves (see tables.py). */
interface MovingPart {
  part: string;
  attribute: string;
  by: string[];
  values: Record<string, string>;
  elements: NodeListOf<Part>;
}

/** What a learner ticked and wrote for themselves; in this page's memory and nowhere else. */
declare var courseDraft: Record<string, any>;

/** Where JupyterLab looks for the code of an extension. */
declare var _JUPYTERLAB: Record<string, unknown> | undefined;

/** What lessons.js gives to JupyterLab's extension. */
declare var lessons: {
  refuse(commands: any, inLesson: () => boolean): void;
  lock(panel: any, context: any): void;
  keepClean(context: any): void;
  answers(sessionContext: any): Promise<boolean>;
  replace(manager: any, connection: any, path: string, content: any): Promise<string>;
  mendUnreadable(
    contents: any,
    isOurs: (path: string) => boolean,
    mend: (path: string) => Promise<boolean>,
  ): void;
};

/** What reading.js gives to it. */
declare var reading: { addWays(app: any, notebooks: string[]): string[] };
/** What house.js gives to it. */
declare var house: { dress(panel: any, name: string, here: string): Promise<void> };

/** A view's module as a page gets it: its name, what it needs, and what makes it of that. */
type CoursePart = [name: string, needs: string[], make: (...needed: any[]) => any];

/** Where modules hand themselves in: a list, until page.js takes them. */
declare var courseParts: { push(part: CoursePart): void } | CoursePart[];

/** What leaving.js gives to early.js and to JupyterLab's extension. */
declare var leaving: {
  remember(): void;
  forget(): void;
  wasLeft(): boolean;
  cameBack(): boolean;
  mark(): void;
  watchKeys(leave: () => void): void;
};

/** Where the stage is: its screen, the step of it, the state of its figure. */
interface StageState {
  screen: number;
  step: number;
  dark: boolean;
  /** When the leader started the clock, in milliseconds; 0 before. */
  began: number;
  values: Record<string, string>;
}

/** A session as the scripts of the stage know it (see site/stage.py). */
interface Deck {
  screens: {
    id: string;
    title: string;
    part: number;
    do: string;
    steps: { at: Record<string, string>; say: string; ask: string }[];
  }[];
  parts: { title: string; minutes: number }[];
  minutes: number;
  leader: string;
}

/** What stage.js gives to leader.js. */
declare var courseStage: {
  deck: Deck;
  change(change: Partial<StageState>): void;
  now(): StageState;
  watch(react: (state: StageState) => void): void;
};
