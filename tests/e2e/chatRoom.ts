import { expect, type Locator, type Page } from '@playwright/test';

/** The chat on a page, as somebody sees and uses it. */
export class ChatRoom {
  readonly log: Locator;
  readonly field: Locator;

  constructor(readonly page: Page) {
    this.log = page.getByRole('log', { name: 'Messages', exact: true });
    this.field = page.getByRole('textbox', { name: 'Your message' });
  }

  static async open(page: Page, address: string): Promise<ChatRoom> {
    const room = new ChatRoom(page);
    await page.goto(address);
    await expect(room.log.getByText(/^Nobody has written yet\.$|^This is where the chat begins\.$|^Older messages$/)).toBeAttached();
    return room;
  }

  /** Messages that have arrived with everybody's, with this in their text. */
  row(text: string | RegExp): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Shown once, and in no state on the way. */
  async expectOnce(text: string): Promise<void> {
    await expect(this.row(text)).toHaveCount(1);
    await expect(this.log.getByText(text)).toHaveCount(1);
    await expect(this.log.getByText(/^(Sending…|Waiting to be sent|Not sent)$/)).toHaveCount(0);
  }

  async expectGone(text: string): Promise<void> {
    await expect(this.log.getByText(text)).toHaveCount(0);
  }

  /** Picks from the menu of a message, by pointer. */
  async moderate(text: string | RegExp, action: string): Promise<void> {
    // A click, since the pointer alone chooses no row while the focus is in one.
    await this.row(text).click();
    await this.row(text).getByRole('button', { name: /^Moderate the message of / }).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  get toasts(): Locator {
    return this.page.getByRole('group', { name: 'What you just did' });
  }

  /** Takes back what was just done. */
  async undo(sentence: string): Promise<void> {
    await this.toasts.getByRole('status').locator('> div').filter({ hasText: sentence }).getByRole('button', { name: 'Undo' }).click();
  }

  /** Scrolls by hand until the first message that there is. */
  async toBeginning(): Promise<void> {
    await this.log.hover();
    const beginning = this.log.getByText('This is where the chat begins.');
    await expect(async () => {
      await this.page.mouse.wheel(0, -4_000);
      await expect(beginning).toBeInViewport({ timeout: 150 });
    }).toPass({ timeout: 20_000, intervals: [0] });
  }

  /** Numbers of the messages shown, from the top. */
  async numbers(): Promise<number[]> {
    return this.log.locator('[data-seq]').evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['seq'])));
  }

  async texts(): Promise<string[]> {
    return this.log.locator('[data-seq]').evaluateAll((rows) =>
      rows.map((row) => {
        const copy = row.cloneNode(true) as HTMLElement;
        // What stands beside the row that somebody is on.
        copy.querySelector('time')?.parentElement?.remove();
        return (copy.textContent ?? '').replace(/^.*?: /, '');
      }),
    );
  }
}

/** From 1 to the last one, each once. */
export function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}
