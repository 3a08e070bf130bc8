import { CustomerKind, CustomerStatus } from '../customer/customer.entity.js';
import { readCountry } from '../customer/identity.rules.js';
import { plainWord } from '../import/columns.rules.js';

const among = <Value extends string>(words: Record<Value, string>) => {
  const known = new Map(
    (Object.entries(words) as [Value, string][]).flatMap(([value, all]) => all.split(' ').map((word) => [word, value])),
  );
  return (text: string): Value | null => known.get(plainWord(text)) ?? null;
};

/** Null for a word nobody knows. */
export const readKind = among<CustomerKind>({
  [CustomerKind.COMPANY]:
    'company entreprise societe pro professionnel professional business b2b association collectivite administration morale personnemorale organisation organization',
  [CustomerKind.PERSON]: 'person personne particulier individual individuel private prive b2c physique personnephysique consumer',
});

/** Null for a word nobody knows. */
export const readCustomerStatus = among<CustomerStatus>({
  [CustomerStatus.ACTIVE]: 'active actif active oui yes true vrai 1 y o enabled client customer',
  [CustomerStatus.INACTIVE]:
    'inactive inactif inactive non no false faux 0 n disabled desactive desactivee archive archivee archived suspended suspendu suspendue blocked bloque',
});

const namesOf = (locale: string) => new Intl.DisplayNames(locale, { type: 'region' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryNamed = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => readCountry(code) !== null)
    .flatMap((code) => ['fr', 'en'].map((locale) => [plainWord(namesOf(locale).of(code) ?? code), code])),
);

/** `FR`, `France`, `Belgique`, `Germany`; what is none of them as it stands, for the rules of addresses to refuse. */
export const countryOf = (text: string): string => readCountry(text) ?? countryNamed.get(plainWord(text)) ?? text;

export interface WrittenAddress {
  street: string;
  postalCode: string;
  city: string;
}

/** `12 rue de Siam, 29200 Brest`: the whole in one cell, or on lines of it. */
export function readWholeAddress(text: string): WrittenAddress | null {
  const found = /^(.+?)[\s,;-]+(\d{5})[\s,;-]+(\p{L}[^\d\n,;]*?)(?:[\s,;]+france)?$/isu.exec(text.trim());
  return found && { street: found[1].replace(/\s*\n\s*/g, ', '), postalCode: found[2], city: found[3].trim() };
}

/** What a spreadsheet made of a long number: `7,32829E+13`. Its digits are gone. */
export const isShortened = (text: string): boolean => /^\d+([.,]\d+)?E\+?\d+$/i.test(text.trim());

/** What a spreadsheet writes where it could not work a value out. */
export const isSpreadsheetError = (text: string): boolean =>
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i.test(text);

/** What databases write where there is nothing. */
export const isNothing = (text: string): boolean => /^(|null|\\N)$/i.test(text);
