import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, plural, say } from './typography.ts'

const seats = (count: number): string => plural(count, label`${count} place`, label`${count} places`)

const full = say`Il n’y a plus assez de places dans cette voiture.`

/** Who rides with whom. */
export const rides = {
  open: 'Covoiturage',
  heading: (name: string): Rich => say`🚗 Covoiturage pour ${bold(clip(name, 90))}`,
  none: say`Personne ne propose encore de place.`,
  offer: (count: number, words: string): Rich => say`• ${seats(count)} : ${words}`,
  offerNear: (count: number, words: string, distance: string): Rich =>
    say`• ${seats(count)} : ${words} (départ ${distance} du vôtre)`,
  yourOffer: (free: number, count: number, words: string): Rich =>
    say`Vous proposez ${seats(count)} (${words}), dont ${label`${free}`} encore à prendre.`,
  yourWish: (count: number, words: string): Rich => say`Vous cherchez ${seats(count)} (${words}).`,
  asked: say`Vous avez demandé : la personne qui conduit va répondre.`,
  agreed: say`C’est d’accord : vous avez votre place.`,
  private: say`Aucun numéro n’est échangé ; tout est effacé le lendemain de l’action.`,
  buttons: {
    offer: 'Je propose des places',
    wish: 'Je cherche une place',
    ask: (words: string): string => label`Demander : ${clip(words, 25)}`,
    leave: 'Retirer',
    accept: 'Oui, avec plaisir',
    refuse: 'Non, désolé·e',
  },
  form: {
    offer: 'Je propose des places',
    wish: 'Je cherche une place',
    seats: { label: label`Combien de places ?`, hint: 'De 1 à 8' },
    words: { label: label`D’où, à quelle heure ?`, hint: 'Montreuil, devant la mairie, 9h30' },
  },
  asking: {
    'no-wish': say`Dites d’abord de combien de places vous avez besoin, et d’où.`,
    riding: say`Vous avez déjà votre place dans une voiture. Pour en changer, touchez d’abord « Retirer ».`,
    full,
    asked: say`C’est demandé. Vous saurez dès que l’on vous répond.`,
  },
  full,
  done: say`C’est noté : j’écris à cette personne.`,
  gone: say`Cette demande n’est plus là.`,

  notices: {
    asked: (name: string, count: number, words: string, action: string): Rich =>
      say`${bold(clip(name, 60))} cherche ${seats(count)} (${words}) pour ${bold(clip(action, 90))}. Vous pouvez ?`,
    becauseOffer: say`Je vous l’écris parce que vous proposez des places.`,
    agreed: (name: string, words: string, action: string): Rich =>
      say`C’est d’accord : ${bold(clip(name, 60))} vous emmène à ${bold(clip(action, 90))}. Rendez-vous : ${words}.`,
    refused: (action: string): Rich =>
      say`La voiture demandée pour ${bold(clip(action, 90))} ne peut pas vous prendre. D’autres places sont peut-être proposées.`,
    near: (action: string): Rich =>
      say`Une voiture part près de chez vous pour ${bold(clip(action, 90))}. Demandez-lui une place.`,
    becauseLooking: say`Je vous l’écris parce que vous cherchez une place.`,
    gone: (action: string): Rich =>
      say`Un covoiturage sur lequel vous comptiez pour ${bold(clip(action, 90))} n’a plus lieu.`,
    becauseWish: say`Je vous l’écris parce que vous covoiturez pour cette action.`,
  },
  /** A line of the reminder. */
  reminded: {
    rides: (name: string, words: string): Rich =>
      say`🚗 ${bold(clip(name, 60))} vous emmène. Rendez-vous : ${words}.`,
    drives: (people: number, words: string): Rich =>
      say`🚗 Vous emmenez ${plural(people, label`${people} personne`, label`${people} personnes`)}. Rendez-vous : ${words}.`,
    looks: say`🚗 Vous cherchez encore une place : regardez si quelqu’un en propose.`,
  },
  somebody: 'Quelqu’un',
  kept: (count: number): Rich =>
    say`${bold('Covoiturages')} : ${plural(count, label`${count} proposé ou cherché`, label`${count} proposés ou cherchés`)}, effacés le lendemain.`,
}
