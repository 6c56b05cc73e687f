const names: Readonly<Record<string, string>> = { telegram: 'Telegram', discord: 'Discord' }

/** As people write it. */
export const platformName = (platform: string): string => names[platform] ?? platform
