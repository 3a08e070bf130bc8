import { allOf, oneById } from '../../core/relation.js';
import { EmailTemplate } from './email-template.entity.js';

export const emailTemplateById = oneById(EmailTemplate);
export const emailTemplates = allOf(EmailTemplate, { order: { name: 'asc', locale: 'desc' } });
