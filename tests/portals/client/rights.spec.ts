import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';
import { ask } from './ask.ts';

test('a client asks for their data, gets them in their portal, and takes another request back', async ({
  page,
  request,
  isMobile,
}) => {
  test.slow();
  await signIn(page, 'client', '/account?tab=rights');
  await expect(page.getByText('Le numéro est corrigé sur votre fiche.')).toBeVisible();
  // One open request of a kind: each width asks for another.
  const [right, name] = isMobile ? ['PORTABILITY', 'Portabilité'] : ['ACCESS', 'Accès'];
  const mine = page.getByRole('region', { name: /^Mes demandes/ });
  const choose = async (option: string) => {
    await page.getByRole('combobox', { name: 'Ce que vous demandez' }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose(name);
  await page.getByLabel('Précisions').fill('Depuis le début.');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(mine.getByText(`${name} : en cours`)).toBeVisible();
  await looksRight(page);

  type Found = { dataSubjectRequests: { nodes: { id: string; right: string; status: string }[] } };
  const { dataSubjectRequests } = await ask<Found>(
    request,
    'client',
    '{ dataSubjectRequests(first: 50) { nodes { id right status } } }',
  );
  const { id } = dataSubjectRequests.nodes.find((one) => one.right === right && one.status === 'IDENTIFIED')!;
  const prepared = await ask<{ prepareDataArchive: { archive: { id: string } } }>(
    request,
    'superadmin',
    'mutation ($input: PrepareDataArchiveInput!) { prepareDataArchive(input: $input) { archive { id } } }',
    { input: { requestId: id } },
  );
  const deliver = () =>
    ask<{ deliverDataArchive: { archive: { id: string } | null } }>(
      request,
      'superadmin',
      'mutation ($input: DeliverDataArchiveInput!) { deliverDataArchive(input: $input) { archive { id } userErrors { message } } }',
      { input: { id: prepared.prepareDataArchive.archive.id, answer: 'Voici vos données.' } },
    ).catch(() => null);
  // It can be handed over once it is written.
  await expect.poll(async () => (await deliver())?.deliverDataArchive.archive?.id ?? null, { timeout: 40_000 }).not.toBeNull();
  await page.reload();
  await expect(mine.getByText('Voici vos données.').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await mine.getByRole('link', { name: 'Télécharger mes données' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/^vos-donnees-.*\.zip$/);

  const [other] = isMobile ? ['Limitation'] : ['Opposition'];
  await choose(other);
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(mine.getByText(`${other} : en cours`)).toBeVisible();
  await mine.getByRole('button', { name: 'Retirer la demande' }).first().click();
  await expect(mine.getByText(`${other} : retirée`).first()).toBeVisible();
});
