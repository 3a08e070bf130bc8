import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEmail,
  IsOptional,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  type ValidationError,
} from 'class-validator';
import { UserError } from './errors.js';
import type { Params } from './words.js';

const told = (code: string, params: Params = {}) => ({ context: { code, params } });

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

/** A text of an input: its length in characters, and nothing unprintable but line breaks in it. */
export const Text = ({ min = 0, max, each = false }: { min?: number; max: number; each?: boolean }): PropertyDecorator =>
  together(
    ...(min > 0 ? [MinLength(min, { each, ...told(min === 1 ? 'BLANK' : 'TOO_SHORT', { min }) })] : [IsOptional()]),
    MaxLength(max, { each, ...told('TOO_LONG', { max }) }),
    ValidateBy(
      { name: 'printable', validator: { validate: isPrintable, defaultMessage: () => 'printable' } },
      { each, ...told('CONTROL_CHARACTER') },
    ),
  );

export const Email = (): PropertyDecorator =>
  together(IsOptional(), MaxLength(254, told('TOO_LONG', { max: 254 })), IsEmail({}, told('INVALID_EMAIL')));

/** A number of an input, both ends included. */
export const Between = (min: number, max: number): PropertyDecorator =>
  together(IsOptional(), Min(min, told('TOO_SMALL', { min })), Max(max, told('TOO_LARGE', { max })));

/** A list of an input. */
export const Items = ({ min = 0, max }: { min?: number; max: number }): PropertyDecorator =>
  together(IsOptional(), ArrayMaxSize(max, told('TOO_MANY', { max })), ...(min > 0 ? [ArrayMinSize(min, told('NOTHING'))] : []));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function isPrintable(value: unknown): boolean {
  return typeof value !== 'string' || !CONTROL.test(value);
}

/** The way to the first text in these arguments that PostgreSQL could not store. */
export function wayToNul(value: unknown, way: string[] = []): string[] | null {
  if (typeof value === 'string') return value.includes('\0') ? way : null;
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== null && value.constructor === Promise) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = wayToNul(member, [...way, name]);
    if (found) return found;
  }
  return null;
}

/** What a person typed, without the blanks around it; null when nothing is left. */
export const tidy = (text: string | null | undefined): string | null => text?.trim() || null;

/** The same as mistakes of a form. */
export function mistakesOf(errors: readonly ValidationError[], way: string[] = ['input']): UserError[] {
  return errors.flatMap(({ property, constraints, contexts, children }) => {
    const path = [...way, property];
    const own = Object.keys(constraints ?? {}).map((name) => {
      const { code, params } = (contexts?.[name] ?? { code: 'INVALID', params: {} }) as { code: string; params: Params };
      return new UserError(code, path, params);
    });
    return [...own.slice(0, 1), ...mistakesOf(children ?? [], path)];
  });
}
