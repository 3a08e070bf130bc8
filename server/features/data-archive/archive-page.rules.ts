import { hasWords, type Locale, say } from '../../core/words.js';
import { personalData } from '../erasure/all-data.rules.js';
import '../erasure/erasure.words.js';
import '../export/export.words.js';
import type { Contents } from './archive-contents.rules.js';
import './archive-field.words.js';
import './archive-section.words.js';

export interface About {
  reference: string;
  at: Date;
  locale: Locale;
  company: boolean;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one]);

/** One page without anything to fetch, to be read by anybody anywhere: their data are text in it, never markup. */
export function pageOf(contents: Contents, about: About): string {
  const { locale, reference, at, company } = about;
  const words = (code: string, params = {}) => safe(say(`ARCHIVE_${code}`, locale, params));
  const day = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' });
  const { seller, sections } = contents;
  const us = seller ? [seller.name, seller.address, seller.email].filter(Boolean).join(', ') : 'Prisme';
  const parts = [
    ['PURPOSES', purposesOf(contents, locale) + paragraph(words('PURPOSES_TOO'))],
    ['RETENTION', listOf([...retentionOf(contents, locale), words('RETENTION_REST')])],
    ['RECIPIENTS', recipientsOf(contents, locale)],
    ['READINGS', readingsOf(contents, locale, day)],
    ['RIGHTS', paragraph(words('RIGHTS_TEXT'))],
  ].map(([title, body]) => `<section><h2>${words(title)}</h2>${body}</section>`);
  const data = Object.entries(sections).map(
    ([table, rows]) =>
      `<section><h2>${words(`SECTION_${table}`)} (${rows.length})</h2>${rows.map((row) => factsOf(row, locale)).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${words('TITLE')}</title>
<style>${STYLE}</style></head><body><main><h1>${words('TITLE')}</h1>
${paragraph(words('MADE', { reference, at: day.format(at), seller: us }))}${paragraph(words('MADE_OF'))}${company ? paragraph(words('COMPANY')) : ''}
${parts.join('\n')}
${data.join('\n')}
</main></body></html>
`;
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:0 auto;padding:1.5rem}
h2{margin-top:2.5rem;border-bottom:1px solid #8886}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;padding:.75rem 0;margin:0;
border-bottom:1px solid #8883}dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8883;vertical-align:top}@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}`;

const paragraph = (html: string): string => `<p>${html}</p>`;
const listOf = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** A field that has no words is for programs; what is empty is left out. */
function factsOf(row: Record<string, unknown>, locale: Locale): string {
  const facts = Object.entries(row).flatMap(([key, value]) => {
    const text = hasWords(`ARCHIVE_FIELD_${key}`) ? textOf(key, value, row, locale) : '';
    return text ? [`<dt>${safe(say(`ARCHIVE_FIELD_${key}`, locale))}</dt><dd>${safe(text)}</dd>`] : [];
  });
  return facts.length > 0 ? `<dl>${facts.join('')}</dl>` : '';
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function textOf(key: string, value: unknown, row: Record<string, unknown>, locale: Locale): string {
  const language = locale === 'fr' ? 'fr-FR' : 'en-GB';
  if (value === null || value === '') return '';
  if (key.endsWith('Cents')) {
    const currency = typeof row.currency === 'string' && /^[A-Z]{3}$/.test(row.currency) ? row.currency : 'EUR';
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(value) / 100);
  }
  if (typeof value === 'boolean') return say(value ? 'EXPORT_YES' : 'EXPORT_NO', locale);
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text)))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(
      new Date(text),
    );
  if (DAY.test(text)) return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
  return text;
}

function purposesOf({ purposes }: Contents, locale: Locale): string {
  const words = (code: string, params = {}) => safe(say(`ARCHIVE_${code}`, locale, params));
  const export_ = (type: string, value: unknown) => say(`EXPORT_${type}_${value}`, locale);
  const head = ['PURPOSE', 'BASIS', 'ANSWERS', 'KEPT'].map((one) => `<th scope="col">${words(one)}</th>`).join('');
  const rows = purposes.map(({ purpose, basis, answers, retentionMonths }) => {
    const said = answers.map(
      ({ channel, status }) => `${export_('ConsentChannel', channel)} : ${export_('ConsentStatus', status)}`,
    );
    const cells = [
      safe(export_('ConsentPurpose', purpose)),
      words(`BASIS_${basis}`),
      safe(said.join(', ')),
      words('KEPT_MONTHS', { months: retentionMonths }),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const retentionOf = ({ sections }: Contents, locale: Locale): string[] =>
  personalData.flatMap(({ table, why, years }) =>
    why && years && table in sections
      ? [
          safe(
            say('ARCHIVE_RETENTION_YEARS', locale, {
              section: say(`ARCHIVE_SECTION_${table}`, locale),
              years,
              why: say(why, locale),
            }),
          ),
        ]
      : [],
  );

function recipientsOf({ recipients }: Contents, locale: Locale): string {
  if (recipients.length === 0) return paragraph(safe(say('ARCHIVE_NO_RECIPIENTS', locale)));
  return listOf(recipients.map(({ kind, name }) => safe(`${say(`ARCHIVE_RECIPIENT_${kind}`, locale)} : ${name}`)));
}

function readingsOf({ readings }: Contents, locale: Locale, day: Intl.DateTimeFormat): string {
  if (readings.length === 0) return paragraph(safe(say('ARCHIVE_NO_READINGS', locale)));
  return listOf(
    readings.map((one) => {
      const code = `ARCHIVE_ROLE_${one.role}`;
      return safe(`${day.format(new Date(`${one.day}T12:00:00Z`))} : ${hasWords(code) ? say(code, locale) : one.role}`);
    }),
  );
}
