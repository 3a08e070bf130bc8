import { begin } from '../shared/frame/begin';

void begin('revendeur', import.meta.glob('./i18n/*/*.json', { import: 'default' }), () => import('./portal'));
