/** Languages that buttons and messages have words in; the tables of words are held to this list by their type. */
export const INTERFACE_LANGUAGES = ['de', 'en'] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
