import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('a project is opened, moved on, and spoken about', async ({ page }) => {
  await signIn(page, 'superadmin', '/projects/new');
  await page.getByRole('combobox', { name: 'Client' }).fill('kervella');
  await page.getByRole('option', { name: /Kervella/ }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Isolation du quai 4');
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByRole('button', { name: 'Créer le projet' }).click();
  const milestone = page.getByRole('group', { name: 'Étape 1' }).getByLabel('Nouvelle étape');
  await expect(milestone).toHaveAttribute('aria-invalid', 'true');
  await milestone.fill('Relevé');
  await page.getByRole('button', { name: 'Créer le projet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Isolation du quai 4' })).toBeVisible();

  await page.getByRole('button', { name: 'Changer l’état' }).click();
  await page.getByRole('menuitem', { name: 'Mettre en cours' }).click();
  await expect(page.getByText('En cours', { exact: true }).first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Relevé' }).click();
  await expect(page.getByRole('checkbox', { name: 'Relevé' })).toBeChecked();
  await expect(page.getByText('100 %')).toBeVisible();

  await page.getByLabel('Écrire un commentaire…').fill('Prévoir la nacelle.');
  await page.getByLabel('Pour l’équipe seulement').check();
  await page.getByRole('button', { name: 'Publier' }).click();
  const log = page.getByRole('log', { name: 'Commentaires' });
  await expect(log.getByText('Prévoir la nacelle.')).toBeVisible();
  await expect(log.getByText('Équipe seulement')).toBeVisible();
});

test('a project is changed, and its milestones: the later of two people is told', async ({ page, request }) => {
  test.slow(); // looked at in light and in dark
  const ask = await askAs(request, 'superadmin');
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>('{ customers(first: 1) { nodes { id } } }');
  const { createProject } = await ask<{ createProject: { project: { id: string } } }>(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } userErrors { message } } }',
    {
      input: {
        customerId: customers.nodes[0]?.id,
        name: 'Cale sèche',
        milestones: ['Étude', 'Pose'].map((title) => ({ title })),
      },
    },
  );
  const { id } = createProject.project;
  await signIn(page, 'superadmin', `/projects/${id}`);
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Échéance').fill('2027-03-01');
  await ask('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { userErrors { message } } }', {
    input: { id, name: 'Cale couverte' },
  });
  await expect(form.getByText('Vous avez enregistré des changements ailleurs', { exact: false })).toBeVisible();
  await form.getByRole('button', { name: 'Reprendre sa version' }).click();
  await expect(form.getByRole('textbox', { name: 'Nom' })).toHaveValue('Cale couverte');
  await form.getByLabel('Début').fill('2027-03-02');
  await form.getByLabel('Échéance').fill('2027-03-01');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form.getByText('La fin précède le début.')).toBeVisible();
  await looksRight(page);
  await form.getByLabel('Échéance').fill('2027-03-31');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('31 mars 2027')).toBeVisible();

  const act = async (title: string, name: string) => {
    await page.getByRole('button', { name: `Actions pour ${title}` }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const steps = page.getByRole('region', { name: 'Étapes' }).getByRole('checkbox');
  await act('Pose', 'Monter');
  await expect(steps.first()).toHaveAccessibleName('Pose');
  await act('Pose', 'Modifier');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Intitulé' }).fill('Pose du toit');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(steps.first()).toHaveAccessibleName('Pose du toit');
  await act('Étude', 'Retirer');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await expect(steps).toHaveCount(1);
});
