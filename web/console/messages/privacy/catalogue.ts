import type { Language } from '../catalogue';
import { privacy as ar } from './ar';
import { privacy as de } from './de';
import { privacy as en, type PrivacyMessages } from './en';
import { privacy as es } from './es';
import { privacy as fr } from './fr';

/** The texts of the privacy officers' page, which come with it. */
export const privacyCatalogue: Readonly<Record<Language, PrivacyMessages>> = { en, de, ar, fr, es };
