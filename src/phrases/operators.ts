/** What the program says to whoever runs it: in a terminal, never in a chat. */
export const operators = {
  refused: 'Porte-voix ne démarre pas : un réglage est à corriger (dans .env ou dans l’environnement).',

  complaint: (variable: string, sentence: string) => `${variable} : ${sentence}`,

  /** What is expected of each variable, when its value is not that. */
  wrong: {
    TELEGRAM_TOKEN:
      'ce n’est pas un jeton Telegram. Copiez celui que donne @BotFather, du genre 123456:ABC-DEF.',
    TELEGRAM_API_ROOT: 'donnez une adresse complète, du genre http://127.0.0.1:8081.',
    DISCORD_TOKEN:
      'ce n’est pas un jeton Discord. Copiez celui de la page « Bot » de votre application, sur discord.com/developers.',
    DISCORD_API: 'donnez une adresse complète, du genre http://127.0.0.1:8082/api.',
    DATABASE_URL: 'donnez l’adresse d’une base PostgreSQL, du genre postgres://nom:secret@hôte:5432/base.',
    REDIS_URL: 'donnez l’adresse d’un serveur Redis ou Valkey, du genre redis://hôte:6379.',
    DATA_DIR: 'donnez le nom d’un dossier où Porte-voix peut écrire.',
    SECRET_KEY:
      'il faut 32 octets en base64. Faites une clé avec : openssl rand -base64 32. Pour en changer : la nouvelle, une virgule, puis l’ancienne.',
    ACTION_POPULAIRE_URL:
      'donnez une adresse complète, du genre https://actionpopulaire.fr, ou rien pour ne rien importer.',
    DEPARTMENTS: 'donnez des numéros de département séparés par des virgules, du genre 75,93,2A,974,99-04.',
    GEO_API_URL: 'donnez une adresse complète, ou rien pour rester hors ligne.',
    PUBLIC_URL: 'donnez l’adresse par laquelle on vous joint de dehors, du genre https://bot.exemple.fr.',
    CONTACT: 'donnez une adresse électronique ou un lien, sans espace ni accent, du genre bot@exemple.fr.',
    TELEGRAM_WEBHOOK_SECRET:
      'seules les lettres sans accent, les chiffres, « _ » et « - » conviennent, 256 caractères au plus. Faites-en un avec : openssl rand -hex 32.',
    PORT: 'donnez un nombre de 0 à 65535 (0 : n’importe quel port libre).',
    HOST: 'donnez une adresse de cette machine : 127.0.0.1 pour elle seule, 0.0.0.0 pour tout le réseau.',
    ROLE: 'choisissez parmi bot, worker, web et all, séparés par des virgules.',
    OPERATORS:
      'donnez des comptes séparés par des virgules, chacun avec sa plateforme, du genre telegram:123,discord:456.',
    TELEGRAM_RATE: 'donnez un nombre entier de messages par seconde, de 1 à 10000.',
    DISCORD_RATE: 'donnez un nombre entier de messages par seconde, de 1 à 10000.',
    LOG_LEVEL: 'choisissez parmi fatal, error, warn, info, debug, trace et silent.',
    METRICS_TOKEN: 'il faut un mot sans espace. Faites-en un avec : openssl rand -hex 32.',
    PLAYGROUND: 'choisissez on ou off, ou ne donnez rien.',
  },

  secretNeeded: (keyFile: string) =>
    `avec DATABASE_URL, la clé doit être donnée : sans elle, la base serait illisible depuis une autre machine. Reprenez celle de ${keyFile} si ce fichier existe ; sinon faites-en une avec : openssl rand -base64 32.`,
  webhookNeedsAddress:
    'un webhook demande aussi PUBLIC_URL, l’adresse à laquelle Telegram enverra les messages. Donnez-la, ou retirez ce secret.',
  keyFileSpoiled: (keyFile: string) =>
    `le fichier ${keyFile} ne contient pas de clé lisible. Remettez-le depuis votre sauvegarde ; ne l’effacez que si la base est neuve.`,

  playing: (address: string) =>
    `Porte-voix est prêt : ouvrez ${address} dans votre navigateur pour jouer avec les deux bots.`,
  running: (address: string) => `Porte-voix est en marche. Partie web : ${address}`,
  nobody:
    'Aucun jeton : personne n’entend Porte-voix. Donnez TELEGRAM_TOKEN ou DISCORD_TOKEN, ou PLAYGROUND=on pour essayer.',
  madeUp:
    'Mouvement inventé : trois départements de métropole et La Réunion, leurs boucles, leurs groupes et un mois d’actions qui n’existent pas',
  importing: 'J’apprends les groupes et les actions…',
  migrated: 'La base est à jour.',
  unknownWord: (word: string) =>
    `« ${word} » n’est pas une commande. Essayez : npm start, npm run migrate ou npm run doctor.`,
  folderInUse: (folder: string, pid: number, host: string | undefined) =>
    host === undefined
      ? `La base de ${folder} est déjà ouverte par un autre Porte-voix (processus ${pid}). Arrêtez-le, ou donnez un autre DATA_DIR.`
      : `La base de ${folder} est ouverte par un autre Porte-voix, sur ${host}. Arrêtez-le, puis recommencez dans une minute.`,
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris, peut-être par un autre Porte-voix. Arrêtez-le, ou donnez un autre PORT (0 : n’importe lequel).`,
  otherBot: (platform: string) =>
    `Cette base sert déjà à un autre bot (${platform}), qui est en marche : ce que l’un a promis, l’autre ne peut pas l’écrire. Donnez à chaque bot sa base (DATABASE_URL ou DATA_DIR). S’il vient remplacer l’autre : arrêtez l’autre, puis recommencez dans une minute.`,
  refusedBy: (platform: string) =>
    `${platform} ne veut pas de nous. Vérifiez le jeton, puis lancez : npm run doctor`,
} as const
