import './vehicle.words.js';
import { VinCheck } from './vehicle.entity.js';

/** The SIV's letters: I, O and U are left out, and SS on either side. */
const PAIR = '(?!SS)[A-HJ-NP-TV-Z]{2}';
const SIV = new RegExp(`^(${PAIR})(?!000)(\\d{3})(${PAIR})$`);
/** Provisional plates: WW-123-AA, and W-123-AA for garages. */
const PROVISIONAL = /^(WW?)(?!000)(\d{3})([A-HJ-NP-TV-Z]{2})$/;
/** Before 2009: a number, letters, and the département. */
const FNI = /^([1-9]\d{0,3})([A-HJ-NP-TV-Z]{1,3})(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/;

/** A French plate as it is printed; null where it is none. */
export function readFrenchPlate(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s.·-]/g, '');
  const [, ...siv] = SIV.exec(signs) ?? PROVISIONAL.exec(signs) ?? [];
  if (siv.length > 0) return siv.join('-');
  const [, ...fni] = FNI.exec(signs) ?? [];
  return fni.length > 0 ? fni.join(' ') : null;
}

/** A plate of elsewhere, as it was typed. */
export function readForeignPlate(text: string): string | null {
  const plate = text.toUpperCase().replace(/\s+/g, ' ').trim();
  return /^[\p{Lu}\d][\p{Lu}\d .-]*$/u.test(plate) && plate.replace(/[ .-]/g, '').length <= 12 ? plate : null;
}

const FIRST_YEAR_OF_17 = 1981;

/** 17 signs; what is older had fewer. */
export function readVin(text: string, year: number | null): string | null {
  const vin = text.toUpperCase().replace(/[\s-]/g, '');
  if (/^[A-HJ-NPR-Z\d]{17}$/.test(vin)) return vin;
  return year !== null && year < FIRST_YEAR_OF_17 && /^[A-Z\d]{4,17}$/.test(vin) ? vin : null;
}

const VALUES: Record<string, number> = Object.fromEntries(
  [...'ABCDEFGH']
    .map((letter, i) => [letter, i + 1])
    .concat(
      [...'JKLMN'].map((letter, i) => [letter, i + 1]),
      [
        ['P', 7],
        ['R', 9],
      ],
      [...'STUVWXYZ'].map((letter, i) => [letter, i + 2]),
    ),
);
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** North America (1 to 5) and China (L) write it into the law. */
const MUST_CARRY = /^[1-5L]/;

export function vinCheckOf(vin: string | null): VinCheck | null {
  if (vin?.length !== 17) return null;
  const sum = [...vin].reduce((total, sign, i) => total + (VALUES[sign] ?? Number(sign)) * WEIGHTS[i], 0) % 11;
  if (vin[8] === (sum === 10 ? 'X' : String(sum))) return VinCheck.PASSED;
  return MUST_CARRY.test(vin) ? VinCheck.FAILED : VinCheck.NOT_CARRIED;
}
