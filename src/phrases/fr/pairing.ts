import { bold, type Rich } from '../../base/rich.ts'
import { platformName } from './platforms.ts'
import { label, listed, say } from './typography.ts'

const somebody = (name: string | undefined): Rich =>
  name === undefined ? say`quelqu’un dont je ne garde pas le nom` : say`« ${bold(name)} »`

/** One person on both platforms. */
export const pairing = {
  heading: bold('Vos comptes'),
  mine: 'Mes comptes',
  why: say`Si vous utilisez Telegram et Discord, je peux vous y reconnaître comme une seule personne : mêmes réponses, mêmes groupes, mêmes réglages, et un seul rappel.`,
  offered: (written: string): Rich =>
    say`Sur l’autre plateforme, écrivez-moi dans les dix minutes : ${bold(`/jumeler ${written}`)}`,
  goOn: (platform: string): string => label`Continuer sur ${platformName(platform)}`,
  secret: say`Ne donnez ce code à personne : qui s’en sert devient vous.`,
  together: (platforms: readonly string[]): Rich =>
    say`Je vous reconnais comme une seule personne sur ${listed(platforms.map(platformName))}.`,
  part: 'Séparer ce compte',
  askPart: say`Ce compte ne saura plus rien de vos réponses ni de vos groupes ; l’autre garde tout. Voulez-vous les séparer ?`,
  partNow: 'Oui, séparer',
  keepTogether: 'Non, garder ensemble',
  parted: say`C’est fait : je ne connais plus ce compte. L’autre garde vos réponses et vos groupes.`,
  alone: say`Ce compte n’est jumelé avec aucun autre.`,
  ask: (name: string | undefined, platforms: readonly string[]): Rich =>
    say`Ce code vient de ${somebody(name)}, sur ${listed(platforms.map(platformName))}. Vos réponses, vos groupes et vos rôles d’ici rejoindront les siens, et vous ne serez plus qu’une personne.`,
  careful: say`${bold('Si ce n’est pas vous qui l’avez demandé, arrêtez-vous là')} : on lirait vos réponses.`,
  pair: 'C’est bien moi, jumeler',
  dont: 'Ne rien faire',
  paired: say`C’est fait : vos comptes sont jumelés, ce que vous répondez ici se retrouve là-bas.`,
  notPaired: say`D’accord, rien n’a changé.`,
  told: (platform: string): Rich =>
    say`Votre compte ${platformName(platform)} est maintenant jumelé avec celui-ci. Si ce n’est pas le vôtre, séparez-les tout de suite avec /jumeler, puis prévenez l’équipe qui s’occupe de moi.`,
  unknown: say`Ce code n’est pas le bon, a déjà servi, ou a plus de dix minutes. Demandez-en un autre avec /jumeler sur votre autre compte.`,
  already: say`C’est votre propre code : écrivez-le à l’autre bot, sur l’autre plateforme.`,
  elsewhere: (platform: string): Rich =>
    say`Cette personne a déjà un compte ${platformName(platform)}. Séparez-le d’abord, avec /jumeler, depuis ce compte.`,
}
