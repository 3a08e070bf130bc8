/** First and last names, Breton ones first; the others are from all over the country. */
export const firstNames = [
  'Maëlle', 'Yann', 'Soazig', 'Erwan', 'Gwenaëlle', 'Loïc', 'Katell', 'Ronan', 'Nolwenn', 'Tanguy', 'Rozenn', 'Malo', 'Solenn', 'Gaël',
  'Enora', 'Briac', 'Morgane', 'Goulven', 'Azilis', 'Corentin', 'Claire', 'Nadia', 'Thomas', 'Sophie', 'Karim', 'Julie', 'Antoine',
  'Camille', 'Mehdi', 'Isabelle', 'Laurent', 'Fatou', 'Vincent', 'Hélène', 'Olivier', 'Léa', 'Hugo', 'Inès', 'Samuel', 'Manon', 'Étienne',
  'Aïcha', 'Benoît', 'Pauline', 'Dimitri', 'Aurélie', 'Frédéric', 'Chloé', 'Nicolas', 'Élodie', 'Jean-Marc', 'Marie-Ange', 'Thierry',
  'Élise', 'Jordan', 'Lucie',
] as const;

export const lastNames = [
  'Le Goff', 'Kervella', 'Abgrall', 'Tanguy', 'Hénaff', 'Le Bihan', 'Quéméneur', 'Madec', 'Le Roux', 'Guéguen', 'Cozic', 'Le Gall',
  'Kerouanton', 'Bertho', 'Morvan', 'Riou', 'Salaün', 'Pennec', 'Caradec', 'Floch', 'Nédélec', 'Prigent', 'Jézéquel', 'Cariou', 'Le Dantec',
  'Aubry', 'Benali', 'Rivière', 'Lemarchand', 'Gaudin', 'Moreau', 'Fontaine', 'Garnier', 'Chevalier', 'Rousseau', 'Lambert', 'Perrin',
  'Diallo', 'Nguyen', 'Martinez', 'Haddad', 'Schneider', 'Muller', 'Delattre', 'Dubois', 'Roche', 'Blanc', 'Ferreira', 'Colonna', 'Etcheverry',
  'Payet', 'Hoarau', 'Grondin', 'Célestine', 'Jean-Baptiste', 'Marie-Sainte',
] as const;

/** For the customers of `demo:customers`: what a company does, and what it is named after. */
export const trades = [
  'Boulangerie', 'Transports', 'Garage', 'Brasserie', 'Pharmacie', 'Menuiserie', 'Conserverie', 'Primeurs', 'Mareyage', 'Crêperie', 'Fromagerie',
  'Hôtel', 'Cave', 'Imprimerie', 'Serres', 'Camping', 'Clinique', 'Atelier', 'Librairie', 'Fleurs', 'Laboratoire', 'Entrepôts', 'Salaisons', 'Laiterie',
] as const;

export const landmarks = [
  'du Grand Large', 'de l’Aber', 'des Abers', 'du Vieux Port', 'de l’Iroise', 'du Cap', 'des Embruns', 'de la Rade', 'du Ménez', 'de Kerlouan',
  'des Goélands', 'de la Presqu’île', 'du Phare', 'de l’Odet', 'des Tilleuls', 'du Marché', 'de la Vallée', 'du Lac', 'des Alpilles', 'de Bourbon',
  'des Filaos', 'du Rocher', 'de la Loire', 'des Deux Rives', 'de Saint-Jean', 'du Moulin', 'de Belleville', 'des Cévennes', 'du Littoral', 'de la Dune',
] as const;
