import { expect, type Page, test } from '@playwright/test';
import { drawn, looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // each look is two: in light and in dark

/** Opens the form for a new field and says what it is. A field of its own for each test, since the house has one list of them. */
async function newField(page: Page, label: string, kind: string): Promise<void> {
  await signIn(page, 'superadmin', '/custom-fields');
  await page.getByRole('button', { name: 'Nouveau champ', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByText(kind, { exact: true }).click();
  await form.getByLabel('Libellé en français').fill(label);
  await form.getByLabel('Libellé en anglais').fill(`${label} (en)`);
}

async function openNew(page: Page): Promise<string> {
  const name = `Champs ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/superadmin/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nom', exact: true }).fill(name);
  return name;
}

/** Views are kept at a desk: the filter comes back with the view, and goes with it. */
async function keptAsView(page: Page, label: string, found: string): Promise<void> {
  const view = page.getByRole('link', { name: `Vue ${label}`, exact: true });
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await page.getByRole('dialog').getByLabel('Nom de la vue').fill(`Vue ${label}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(view).toBeVisible();
  await page.goto('/superadmin/customers');
  await expect(page.locator('[data-row-link]')).not.toHaveText([found]);
  await view.click();
  await expect(page.getByRole('button', { name: `${label} Argent, Or`, exact: true })).toBeVisible();
  await expect(page.locator('[data-row-link]')).toHaveText([found]);
  await page.getByRole('button', { name: `Actions pour la vue Vue ${label}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Supprimer la vue' }).click();
  await expect(view).toHaveCount(0);
}

const row = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: label });

test('a field of choices is defined, filled in on a customer and filters the list', async ({ page, isMobile }) => {
  const label = `Abonnement ${crypto.randomUUID().slice(0, 8)}`;
  await newField(page, label, 'Choix');
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Clé')).toHaveValue(/^abonnement_/);
  await form.getByRole('button', { name: 'Créer le champ' }).click();
  await expect(form.getByText('Au moins un choix qu’on peut donner.')).toBeVisible();
  for (const [i, choice] of ['Argent', 'Or'].entries()) {
    await form.getByRole('button', { name: 'Ajouter un choix' }).click();
    await form.getByLabel(`Choix ${i + 1} en français`).fill(choice);
    await form.getByLabel(`Choix ${i + 1} en anglais`).fill(choice === 'Or' ? 'Gold' : 'Silver');
  }
  await looksRight(page);
  await form.getByRole('button', { name: 'Créer le champ' }).click();
  await expect(form).toBeHidden();
  await expect(row(page, label)).toContainText('Argent, Or');
  await looksRight(page);

  const name = await openNew(page);
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: 'Or', exact: true }).click();
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const section = page.getByRole('region', { name: 'Champs personnalisés', exact: true });
  await expect(section.getByText('Or', { exact: true })).toBeVisible();
  await expect(section.getByText(label)).toBeVisible();

  await page.goto('/superadmin/customers');
  await drawn(page);
  await page.getByRole('button', { name: 'Filtre', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Or', exact: true }).click();
  await expect(page).toHaveURL(/field-abonnement_/);
  await expect(page.locator('[data-row-link]')).toHaveText([name]);
  const chip = page.getByRole('button', { name: `${label} Or`, exact: true });
  await chip.click();
  await page.getByRole('menuitem', { name: 'Plusieurs choix…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Argent').check();
  await dialog.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page.getByRole('button', { name: `${label} Argent, Or`, exact: true })).toBeVisible();
  // The address alone is enough.
  await page.reload();
  await expect(page.locator('[data-row-link]')).toHaveText([name]);
  if (!isMobile) await keptAsView(page, label, name);
  await page.getByRole('button', { name: `${label} Argent, Or`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Non renseigné' }).click();
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);

  // Put away for the other tests; what it says is kept.
  await page.goto('/superadmin/custom-fields');
  await row(page, label)
    .getByRole('button', { name: `Actions pour ${label}` })
    .click();
  await page.getByRole('menuitem', { name: 'Archiver' }).click();
  await expect(page.getByText(`« ${label} » est archivé, ses valeurs sont gardées`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Dans les fiches' }).getByText(label)).toHaveCount(0);
  await page.getByRole('switch', { name: /archivé/ }).click();
  await expect(row(page, label)).toContainText('rempli chez 1 client');
  if (!isMobile) await looksRight(page);
});

test('what is no number is told at its field while one types; the key of another field is refused', async ({ page }) => {
  await newField(page, 'Puissance frigorifique', 'Nombre');
  const form = page.getByRole('dialog');
  await form.getByLabel('Clé').fill('cold_power_kw');
  await form.getByRole('button', { name: 'Créer le champ' }).click();
  await expect(form.getByText('Un autre champ a déjà cette clé, peut-être archivé.')).toBeVisible();
  await form.getByRole('button', { name: 'Annuler' }).click();

  const name = await openNew(page);
  const customer = page.getByRole('dialog');
  await customer.getByLabel('Puissance frigorifique (kW)').fill('douze');
  await expect(customer.getByText(/^Ce n’est pas un nombre/)).toBeVisible();
  await looksRight(page);
  await customer.getByLabel('Puissance frigorifique (kW)').fill('1 012,5');
  await expect(customer.getByText(/^Ce n’est pas un nombre/)).toHaveCount(0);
  await customer.getByLabel('Accès au site').fill('مدخل من جهة الرصيف');
  await customer.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const section = page.getByRole('region', { name: 'Champs personnalisés', exact: true });
  await expect(section.getByText('1 012,5')).toBeVisible();
  await expect(section.getByText('مدخل من جهة الرصيف')).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await looksRight(page);

  await page.goto('/superadmin/customers?field-cold_power_kw=1012..1013');
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /Puissance frigorifique \(kW\) de 1 012 à 1 013/ })).toBeVisible();
  await looksRight(page);
});
