import { begin } from '../shared/frame/begin';

void begin('superadmin', import.meta.glob('./i18n/*/*.json', { import: 'default' }), () => import('./portal'));
