import type { Company, Habit } from './companies.js';

/** What the team knows of a customer and doesn't tell them. */
const written: Record<string, string> = {
  'Transports Kervella':
    'La comptable a changé : passer par Erwan Tanguy pour les relances. Maëlle signe elle-même, et lit tout. Le contrat cadre se termine fin d’année : préparer la suite avant les fêtes.',
  'Boulangeries Lemarchand':
    'Six magasins, un seul interlocuteur : Hervé. Intervenir avant 5 h ou après 14 h, jamais pendant la cuisson. Il compare nos prix à chaque renouvellement, mais il reste.',
  'Clinique des Grands Pins':
    'Astreinte contractuelle : deux heures, jour et nuit, pour la chambre des vaccins. Le docteur Castel veut un compte rendu le jour même.',
  'Hôtel du Vieux Port':
    'Nouveau propriétaire depuis le printemps. Les factures partent au siège à Rennes, qui les perd. Ne plus commander de matériel sans acompte.',
  'Métallerie Gaudin & Fils': 'Le fils reprend la maison. Il veut tout voir en ligne, le père veut du papier : envoyer les deux.',
  'Résidence Les Alizés': 'Le syndic vote les travaux en mars. Avant, inutile de chiffrer plus de 5 000 €.',
  'Garage Bertho': 'Dossier au contentieux. Plus aucune intervention sans l’accord de Thomas.',
  'Mairie de Plougastel': 'Commande publique : numéro d’engagement obligatoire sur chaque facture, dépôt par Chorus Pro.',
  'Brasserie La Timonerie': 'Rencontrée au salon de Lorient. Deux vitrines en fin de vie, budget au printemps. Soazig suit.',
  'Cabinet Orel Notaires': 'Silence exigé pendant les signatures : appeler l’accueil avant d’entrer en salle technique.',
  'École Sainte-Ursule': 'Travaux pendant les vacances seulement. L’intendante part à la retraite cet été.',
  'Pharmacie Saint-Hélier':
    'Règle toujours au jour près. À proposer : l’enregistreur de températures, elle l’a demandé deux fois.',
  'Halles de Concarneau': 'Régie municipale, mais chaque étal paie sa part : demander la répartition avant de facturer.',
  'Gîtes de Trévignon': 'Projet de pompe à chaleur pour quatre gîtes. Attend une aide de la région avant de signer.',
  'Primeurs de l’Elorn': 'Livrés à 4 h du matin : le quai doit être libre. Le portail est au code 29 + année.',
  'Viviers de Roscanvel':
    'Eau à 8 °C sans interruption, sinon tout est perdu. Numéro direct du chef d’atelier au tableau de l’astreinte.',
  'Laiterie du Ménez-Bré': 'Notre plus gros site hors Brest. Audit qualité tous les trimestres, badge et charlotte obligatoires.',
  'Salaisons du Blavet': 'Ils préparent une deuxième ligne. Rester proche du responsable de maintenance, c’est lui qui choisit.',
  'Verrerie Saint-Epvre': 'N’a rien commandé depuis l’arrêt du four 2. À rappeler à la rentrée, ton amical, sans pousser.',
  'Rillettes Sarthon': 'Mécontents du délai de mai. Thomas a promis une visite et ne l’a pas encore faite.',
  'Froid Ravine Blanche':
    'Quatre heures d’avance sur Brest en hiver : appeler avant midi. Pièces par bateau, compter cinq semaines.',
  'Hôtel Anse Mitan': 'Saison de décembre à avril, aucun arrêt possible. Jean-Marc passe chaque trimestre.',
  'Rhumerie Morne Vert': 'Le projet de chai climatisé dépend du permis. Jean-Marc connaît le maire.',
};

const byHabit: Partial<Record<Habit, string>> = {
  champion: 'Client de confiance. Prévenir avant toute hausse de tarif, jamais par courrier seul.',
  fading: 'Commandes en baisse depuis le printemps. Chercher qui les sert à notre place.',
  asleep: 'Plus de nouvelles. Un appel de courtoisie par an, pas davantage.',
  new: 'Première commande récente : soigner la prise en main et rappeler sous un mois.',
};

export const noteOn = ({ name, habit }: Company): string | null => written[name] ?? byHabit[habit] ?? null;
