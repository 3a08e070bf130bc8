declare module '@fontsource-variable/geist/wght.css';
