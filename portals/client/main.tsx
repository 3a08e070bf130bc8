import { begin } from '../shared/frame/begin';

void begin('client', import.meta.glob('./i18n/*/*.json', { import: 'default' }), () => import('./portal'));
