import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { ownId, Team } from './world.ts';

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const dayMs = 86_400_000;

test('a mission is started, delivered with a note, and sent back while the page is open', async ({ page, request }) => {
  const team = await Team.of(request);
  const mission = await team.give(await ownId(request));
  await signIn(page, 'prestataire', `/missions/${mission.id}`);
  const step = page.locator('[aria-current="step"]').first();
  await expect(step).toContainText('Attribuée');
  await expect(page.getByText('4 quai de la Douane, 29200 Brest')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Itinéraire' })).toHaveAttribute('href', /Douane/);

  await page.getByRole('button', { name: 'Démarrer la mission' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Démarrer la mission' }).click();
  await expect(step).toContainText('En cours');

  await page.getByRole('button', { name: 'Livrer la mission' }).click();
  const dialog = page.getByRole('dialog', { name: /^Livrer/ });
  await dialog.getByLabel('Compte rendu').fill('Joints changés, portes réglées.');
  await dialog.getByRole('button', { name: 'Livrer la mission' }).click();
  await expect(step).toContainText('Livrée');
  await expect(page.getByRole('region', { name: 'Historique' })).toContainText('Joints changés, portes réglées.');
  await expect(page.getByRole('button', { name: 'Livrer la mission' })).toHaveCount(0);

  await team.move(mission.id, 'IN_PROGRESS', 'Il manque la photo du joint haut.');
  await expect(page.getByText(/^Renvoyée pour reprise le/)).toBeVisible();
  await expect(page.getByText('Il manque la photo du joint haut.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Livrer la mission' }).click();
  await dialog.getByRole('button', { name: 'Livrer la mission' }).click();
  await expect(step).toContainText('Livrée');
  await expect(page.getByText(/^Renvoyée pour reprise le/)).toHaveCount(0);
});

test('somebody changes the mission while it is being delivered: the later one is told', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const team = await Team.of(request);
  const mission = await team.give(await ownId(request));
  await signIn(page, 'prestataire', `/missions/${mission.id}`);
  await page.getByRole('button', { name: 'Démarrer la mission' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const input = { id: mission.id, description: 'Contrôler aussi le rideau d’air.' };
  await team.ask('mutation ($input: UpdateMissionInput!) { updateMission(input: $input) { userErrors { message } } }', {
    input,
  });
  await expect(dialog.getByRole('alert')).toContainText('Modifiée entre-temps');
  await expect(dialog.getByRole('button', { name: 'Démarrer la mission' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Reprendre la dernière version' }).click();
  await dialog.getByRole('button', { name: 'Démarrer la mission' }).click();
  await expect(page.locator('[aria-current="step"]').first()).toContainText('En cours');
  await expect(page.getByText('Contrôler aussi le rideau d’air.')).toBeVisible();
});

test('a photo is added, looked at and taken away; what lies about its type is refused', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const team = await Team.of(request);
  const mission = await team.give(await ownId(request));
  await signIn(page, 'prestataire', `/missions/${mission.id}`);
  await page.getByLabel('Déposer des fichiers ici').setInputFiles([
    { name: 'joint haut.png', mimeType: 'image/png', buffer: pixel },
    { name: 'menteur.pdf', mimeType: 'application/pdf', buffer: pixel },
  ]);
  await expect(page.getByLabel('Envoyé', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renvoyer menteur.pdf' })).toBeVisible();
  const photo = page.getByRole('button', { name: 'Voir joint haut.png' });
  await photo.click();
  const dialog = page.getByRole('dialog', { name: 'joint haut.png' });
  await expect(dialog.getByRole('img', { name: 'joint haut.png' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await page
    .getByRole('dialog', { name: /^Supprimer/ })
    .getByRole('button', { name: 'Supprimer' })
    .click();
  await expect(photo).toHaveCount(0);
});

test('another prestataire’s mission is not found', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const team = await Team.of(request);
  const mission = await team.give(team.otherThan(await ownId(request)));
  await signIn(page, 'prestataire', `/missions/${mission.id}`);
  await expect(page.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
  await expect(page.getByText(mission.title)).toHaveCount(0);
});

test('today says what is late, and starts it from there; the list finds it by its reference', async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, 'the same code');
  const team = await Team.of(request);
  const at = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
  const mission = await team.give(await ownId(request), { scheduledStart: at(-40), scheduledEnd: at(1) });
  await signIn(page, 'prestataire');
  const todo = page.getByRole('list', { name: 'À faire' }).getByRole('listitem').filter({ hasText: mission.title });
  await todo.getByRole('button', { name: 'Démarrer la mission' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Démarrer la mission' }).click();
  await expect(todo).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Au programme' })).toContainText(mission.title);

  await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Missions' }).click();
  await page.getByRole('link', { name: /^En cours/ }).click();
  await expect(page).toHaveURL(/status=IN_PROGRESS/);
  await page.getByRole('searchbox').fill(mission.reference);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(page.locator('[data-row]')).toContainText('420,50');
});
