import { expect, test } from '@playwright/test';
import { drawn } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';
import { Team } from './world.ts';

type Applied = { mission: { applications: { id: string; message: string }[] } };

test('an offer is answered once, and becomes a mission when it is accepted', async ({ page, request, isMobile }) => {
  const team = await Team.of(request);
  const offer = await team.offer();
  await signIn(page, 'prestataire', '/offers');
  await page.getByRole('searchbox').fill(offer.title);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await page.getByRole('link', { name: offer.title }).click();
  await expect(page.getByText('Brest')).toBeVisible();
  await expect(page.getByText('quai de la Douane')).toHaveCount(0);

  await page.getByLabel('Votre message').fill('Disponible dès lundi.');
  await page.getByRole('button', { name: 'Envoyer ma candidature' }).click();
  const card = page.getByRole('region', { name: 'Votre candidature' });
  await expect(card).toContainText('Envoyée, en attente');
  await expect(card).toContainText('Disponible dès lundi.');
  await expect(page.getByRole('button', { name: 'Envoyer ma candidature' })).toHaveCount(0);
  if (!isMobile) {
    await page.goBack();
    await expect(page.locator('[data-row]').filter({ hasText: offer.title })).toContainText('Envoyée, en attente');
    await page.goForward();
  }

  const { mission } = await team.ask<Applied>('query ($id: ID!) { mission(id: $id) { applications { id message } } }', {
    id: offer.id,
  });
  const input = { id: mission.applications[0]?.id, accept: true };
  await team.ask(
    'mutation ($input: DecideMissionApplicationInput!) { decideMissionApplication(input: $input) { userErrors { message } } }',
    { input },
  );
  await expect(page).toHaveURL(new RegExp(`/missions/${offer.id}`));
  await expect(page.getByText('4 quai de la Douane, 29200 Brest')).toBeVisible();
});

test('Ctrl K finds an offer by its title', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'a keyboard’s');
  const team = await Team.of(request);
  const offer = await team.offer();
  await signIn(page, 'prestataire');
  await drawn(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Aller, chercher, agir…').fill(offer.title);
  await page.getByRole('button', { name: new RegExp(offer.title) }).click();
  await expect(page).toHaveURL(new RegExp(`/offers/${offer.id}`));
});
