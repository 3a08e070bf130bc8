import { defineWords } from '../../core/words.js';

defineWords({
  WRONG_ORDER_CODE: {
    fr: 'Ce code n’est pas le bon, ou il a expiré. Demandez-en un autre si besoin.',
    en: 'This code is not right, or it has expired. Ask for another one if you need to.',
  },
  'letter.orderCode.subject': { fr: 'Votre code pour retrouver vos commandes', en: 'Your code to find your orders' },
  'letter.orderCode.text': {
    fr: 'Voici le code qui prouve que cette adresse est la vôtre : {code}\n\nIl est valable 15 minutes. Si vous n’avez rien demandé, ne le donnez à personne : sans lui, rien n’est montré.',
    en: 'This code proves that this address is yours: {code}\n\nIt is good for 15 minutes. If you did not ask for it, give it to nobody: without it nothing is shown.',
  },
});
