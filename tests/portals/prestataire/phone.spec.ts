import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { ownId, Team } from './world.ts';

const fingertip = 44;

test('on a phone: cards, a bar at the bottom, the way there first, the camera', async ({ page, request, isMobile }) => {
  test.skip(!isMobile, 'a phone’s');
  const team = await Team.of(request);
  const mission = await team.give(await ownId(request));
  await signIn(page, 'prestataire');
  await page.getByRole('navigation', { name: 'Raccourcis' }).getByRole('link', { name: 'Missions' }).click();
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);

  await page.goto(`/prestataire/missions/${mission.id}`);
  const act = page.getByRole('button', { name: 'Démarrer la mission' });
  await expect(act).toBeVisible();
  expect((await act.boundingBox())?.height).toBeGreaterThanOrEqual(fingertip);
  const [way, brief] = await Promise.all([
    page.getByRole('link', { name: 'Itinéraire' }).boundingBox(),
    page.getByRole('region', { name: 'Consignes' }).boundingBox(),
  ]);
  expect(way?.y).toBeLessThan(brief?.y ?? 0);
  await expect(page.getByRole('button', { name: 'Prendre une photo' })).toBeVisible();
  await expect(page.locator('input[type="file"][capture="environment"]')).toHaveAttribute('accept', 'image/*');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });
  test('every word is English', async ({ page, isMobile }) => {
    test.skip(isMobile, 'the same code');
    await page.goto('/prestataire/');
    await signIn(page, 'prestataire');
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await page.goto('/prestataire/missions?status=IN_PROGRESS&q=groupe%20froid');
    await page.locator('[data-row-link]').first().click();
    await expect(page.getByRole('region', { name: 'Instructions' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Progress of the mission' })).toContainText('In progress');
    await expect(page.getByRole('button', { name: 'Deliver the mission' })).toBeVisible();
  });
});
