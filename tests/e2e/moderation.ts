import { expect, type Locator, type Page } from '@playwright/test';

type Part = 'Review' | 'People' | 'Settings' | 'Log';

/** What owner and moderators have beside the chat. */
export class Moderation {
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('tabpanel');
  }

  async show(part: Part): Promise<void> {
    await this.page.getByRole('tab', { name: part }).click();
    await expect(this.page.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true');
  }

  /** Changes settings and saves them. */
  async set(change: (panel: Locator) => Promise<void>): Promise<void> {
    await this.show('Settings');
    await change(this.panel);
    const save = this.panel.getByRole('button', { name: 'Save' });
    await save.click();
    await expect(save).toBeDisabled();
    await expect(this.panel.getByText('Not saved yet')).toHaveCount(0);
  }
}
