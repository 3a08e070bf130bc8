import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

const HOUR = 3_600_000;
/** As a browser's field for date and time has it, so many hours ago in its own zone. */
const local = (hours: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(Date.now() - hours * HOUR)
    .replace(' ', 'T');

test('a breach is written down, its clock is read, told late with a reason, followed up and closed', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'superadmin', '/breaches?toNotify=true&q=téléphone');
  const rows = page.locator('[data-row]');
  await expect(rows).toHaveCount(1);
  // Thirty-one hours in, the demo's has some forty left.
  await expect(rows.first()).toContainText(/Reste \d+ h \d+ min/);

  await page.goto('/superadmin/breaches/new');
  const title = `Clé USB perdue ${isMobile ? 'mobile' : 'bureau'}`;
  await page.getByLabel('Intitulé').fill(title);
  await page.getByLabel('Prise de connaissance').fill(local(80));
  await page.getByLabel('Description').fill('Une clé non chiffrée.');
  await page.getByRole('checkbox', { name: 'Confidentialité' }).check();
  await page.getByLabel('Personnes concernées').fill('Clients');
  await page.getByLabel('Nombre de personnes, environ').fill('12');
  await page.getByLabel('Enregistrements concernés').fill('Coordonnées');
  await page.getByLabel('Conséquences probables').fill('Hameçonnage');
  await page.getByLabel('Mesures prises ou prévues').fill('Clients à prévenir');
  await page.getByRole('button', { name: 'Noter la violation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/Délai dépassé de [78] h/)).toBeVisible();
  await looksRight(page);

  await page.getByRole('link', { name: 'Compléter' }).click();
  await page.getByRole('combobox', { name: 'Risque pour les personnes' }).click();
  await page.getByRole('option', { name: 'Sans risque' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Dites pourquoi il n’y a pas de risque')).toBeVisible();
  await page.getByRole('combobox', { name: 'Risque pour les personnes' }).click();
  await page.getByRole('option', { name: 'Risque', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Passé ce délai, la notification dit pourquoi')).toBeVisible();

  await page.getByRole('button', { name: 'CNIL notifiée…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Numéro donné par la CNIL').fill('CNIL-2026-77');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Plus de 72 heures ont passé : dites pourquoi')).toBeVisible();
  await dialog.getByLabel('Pourquoi après 72 heures').fill('Inventaire long.');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('CNIL notifiée en retard')).toBeVisible();
  await expect(page.getByText('Inventaire long.')).toBeVisible();

  await page.getByLabel('Ce qui a été appris ou fait depuis').fill('Clé retrouvée.');
  await page.getByRole('button', { name: 'Ajouter au suivi' }).click();
  await expect(page.getByRole('region', { name: 'Suivi' }).getByText('Clé retrouvée.')).toBeVisible();
  await page.getByRole('button', { name: 'Clore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clore' }).click();
  await expect(page.getByRole('link', { name: 'Compléter' })).toBeHidden();
  await looksRight(page);

  await page.goto('/superadmin/breaches?open=false');
  await expect(page.locator('[data-row]').filter({ hasText: title }).first()).toContainText('Close');
});

test('the register of breaches is exported', async ({ page, isMobile }) => {
  test.skip(isMobile, 'actions are on wider screens');
  await signIn(page, 'superadmin', '/breaches');
  await page.getByRole('button', { name: 'Exporter le registre' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: /Télécharger/ })).toBeVisible();
});
