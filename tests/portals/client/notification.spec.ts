import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { ask } from './ask.ts';

test('the bell counts live, and what was read is read', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'one person, one bell: two tests at once would count each other’s');
  type Seen = { projects: { nodes: { id: string }[] } };
  await signIn(page, 'client', '/projects');
  const bell = page.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName(/non lue/);
  await bell.click();
  await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
  await expect(bell).toHaveAccessibleName('Notifications');
  await page.keyboard.press('Escape');

  const { projects } = await ask<Seen>(
    request,
    'superadmin',
    '{ projects(first: 1, filter: { search: "quai froid" }) { nodes { id } } }',
  );
  const input = { projectId: projects.nodes[0]?.id, body: 'Le plan est bien arrivé, merci.' };
  await ask(
    request,
    'superadmin',
    'mutation ($input: AddProjectCommentInput!) { addProjectComment(input: $input) { comment { id } } }',
    { input },
  );
  await expect(bell).toHaveAccessibleName(/non lue/);
  await bell.click();
  await page
    .getByRole('button', { name: /a commenté le projet/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Rénovation du quai froid' })).toBeVisible();
  await expect(page.getByRole('log').getByText(input.body)).toBeVisible();
});
