import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { cardOf, column, moveTo, opened, titled } from './support.ts';

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'the board of a wide window');
});

const narrowed = (title: string) => `/pipeline?q=${encodeURIComponent(title)}`;

test('a deal is opened, moved by keyboard and by hand; the sums follow', async ({ page }) => {
  const title = titled('Vitrine');
  await signIn(page, 'revendeur', '/pipeline?new=first');
  const form = page.getByRole('dialog', { name: 'Nouvelle opportunité' });
  await form.getByLabel('Objet').fill(title);
  await form.getByRole('button', { name: 'Créer l’opportunité' }).click();
  await expect(form.getByText('Choisissez un client, ou donnez le nom d’un prospect.')).toBeVisible();
  await form.getByRole('combobox', { name: 'Client' }).fill('kervela');
  await page.getByRole('option', { name: /Transports Kervella/ }).click();
  await form.getByLabel('Montant').fill('1234');
  await form.getByRole('button', { name: 'Créer l’opportunité' }).click();
  await expect(form).toBeHidden();

  await page.goto(`/revendeur${narrowed(title)}`);
  const card = cardOf(column(page, 'Prospection'), title);
  await expect(card).toContainText('Transports Kervella');
  await expect(column(page, 'Prospection')).toContainText(/1\s234\s€/);

  await moveTo(page, title, 'Qualifié');
  await expect(cardOf(column(page, 'Qualifié'), title)).toBeVisible();
  await expect(column(page, 'Qualifié')).toContainText(/30\s% ?1\s234\s€/);
  await expect(column(page, 'Prospection')).toContainText(/10\s% ?0\s€/);

  await cardOf(column(page, 'Qualifié'), title).dragTo(column(page, 'Négociation'));
  await expect(cardOf(column(page, 'Négociation'), title)).toBeVisible();
  await page.reload();
  await expect(cardOf(column(page, 'Négociation'), title)).toBeVisible();
});

test('losing asks why, winning is told', async ({ page, request }) => {
  const title = titled('Groupe froid');
  await opened(request, title);
  await signIn(page, 'revendeur', narrowed(title));
  await moveTo(page, title, 'Perdu');
  const question = page.getByRole('dialog', { name: /Pourquoi/ });
  await question.getByRole('button', { name: 'Marquer perdue' }).click();
  await expect(question.getByText('Dites pourquoi elle est perdue.')).toBeVisible();
  await question.getByLabel('Raison').fill('Trop cher');
  await question.getByRole('button', { name: 'Marquer perdue' }).click();
  await expect(question).toBeHidden();
  await expect(cardOf(column(page, 'Perdu'), title)).toContainText('Trop cher');

  await moveTo(page, title, 'Gagné');
  await expect(page.getByText('Affaire gagnée')).toBeVisible();
  await expect(cardOf(column(page, 'Gagné'), title)).toBeVisible();
});

test('of two who move the same card, the later is told and sees where it went', async ({ page, browser, request }) => {
  test.slow(); // two people sign in
  const title = titled('Contrat');
  await opened(request, title);
  const other = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  const second = await other.newPage();
  await signIn(second, 'revendeur', narrowed(title));
  await moveTo(second, title, 'Perdu');
  await second.getByLabel('Raison').fill('Sans suite');

  await signIn(page, 'revendeur', narrowed(title));
  await moveTo(page, title, 'Proposition');
  await expect(cardOf(column(page, 'Proposition'), title)).toBeVisible();
  await expect(page.getByText(/déplacé vers Proposition/)).toBeAttached();

  await second.getByRole('button', { name: 'Marquer perdue' }).click();
  await expect(second.getByText(/Quelqu’un a modifié cette fiche entre-temps/)).toBeVisible();
  await expect(cardOf(column(second, 'Proposition'), title)).toBeVisible();
  await other.close();
});

test('one deal: a note, an edit, its history, and its end', async ({ page, request }) => {
  const title = titled('Maintenance');
  await opened(request, title, 900);
  await signIn(page, 'revendeur', narrowed(title));
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.getByRole('textbox', { name: 'Écrire une note…' }).fill('Rappeler après les fêtes.');
  await page.getByRole('button', { name: 'Publier' }).click();
  await expect(page.getByText('Rappeler après les fêtes.').and(page.getByRole('paragraph'))).toBeVisible();

  await page.getByRole('button', { name: 'Modifier' }).click();
  const form = page.getByRole('dialog', { name: /Modifier/ });
  await form.getByLabel('Montant').fill('1500');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/montant de 900\s€ à 1\s500\s€/)).toBeVisible();

  await page.getByRole('button', { name: 'Changer d’étape' }).click();
  await page.getByRole('menuitem', { name: 'Qualifié' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prospection → Qualifié' })).toBeVisible();

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/pipeline$/);
  await page.goto(`/revendeur${narrowed(title)}`);
  await expect(column(page, 'Prospection')).toBeVisible();
  await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
});
