export const languages = ['en', 'de', 'ar', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];
