//! Nettoyage de bureaux: a cleaning company calls companies of 10 to 100 people with offices.

use super::BlockKind::*;
use super::ObjectionKind::*;
use super::Technique::*;
use super::{Asked, Goal, Kind, Objecting, Part, Sheet};

pub(super) static SHEET: Sheet = Sheet {
    name: "Nettoyage de bureaux : obtenir une visite",
    offer: "Entretien régulier de bureaux, avec un chef d'équipe attitré",
    audience: "PME de 10 à 100 salariés qui occupent des bureaux",
    goal: Goal::Meeting,
    blocks: BLOCKS,
    objections: OBJECTIONS,
};

const BLOCKS: &[Part] = &[
    Part::new(
        Introduction,
        "Au standard",
        "Bonjour, {Moi}, de {Notre société}. Je cherche la personne qui s'occupe de l'entretien de \
            vos bureaux : c'est {Civilité} {Nom|quelqu'un des services généraux} ?\n\
            (On vous demande à quel sujet.) C'est au sujet du contrat de nettoyage des locaux de \
            {Ville|votre site}. Vous pouvez me la passer, s'il vous plaît ?\n\
            (Elle n'est pas là.) À quelle heure ai-je le plus de chances de la trouver : plutôt avant 9 \
            h ou en fin de matinée ?",
    ),
    Part::new(
        Introduction,
        "Avec la bonne personne",
        "Bonjour {Civilité} {Nom}, {Moi}, de {Notre société}, entreprise de nettoyage de bureaux. On \
            ne se connaît pas encore : je vous prends deux minutes, pas plus. C'est bien vous qui suivez \
            le prestataire de ménage chez {Société} ?",
    ),
    Part::new(
        Purpose,
        "",
        "Je vous appelle pour une raison simple : beaucoup d'entreprises de votre taille nous disent \
            que le ménage est bien fait les trois premiers mois, et qu'ensuite il faut courir après le \
            prestataire. Nous travaillons autrement, et je voudrais vous le montrer sur place : vingt \
            minutes, le temps de faire le tour des locaux. Avant cela, je peux vous poser quelques \
            questions ?",
    ),
    Part {
        questions: &[
            Asked {
                text: "Qui fait le ménage aujourd'hui : un prestataire, ou quelqu'un de chez vous ?",
                kind: Kind::Choice(&["Prestataire", "Salarié de l'entreprise", "Personne"]),
                fills: "custom.Ménage assuré par",
            },
            Asked {
                text: "Vous avez à peu près combien de mètres carrés de bureaux ?",
                kind: Kind::Number,
                fills: "custom.Surface de bureaux (m²)",
            },
            Asked { text: "Vous êtes combien à y travailler ?", kind: Kind::Number, fills: "employees" },
            Asked {
                text: "On passe combien de fois par semaine ?",
                kind: Kind::Number,
                fills: "custom.Passages par semaine",
            },
            Asked {
                text: "Si vous pouviez changer une seule chose dans la prestation, ce serait quoi ?",
                kind: Kind::Text,
                fills: "custom.Insatisfaction ménage",
            },
            Asked {
                text: "Votre contrat arrive à échéance quand ?",
                kind: Kind::Date,
                fills: "custom.Échéance du contrat de ménage",
            },
        ],
        ..Part::new(Discovery, "", "Je vous écoute d'abord : comment ça se passe aujourd'hui ?")
    },
    Part {
        arguments: &[
            [
                "Chaque site a un chef d'équipe attitré, qui passe une fois par mois et signe une \
                    fiche de contrôle avec vous.",
                "Vous n'avez plus à relancer : ce qui ne va pas est vu et repris avant que vos \
                    équipes ne s'en plaignent.",
                "Je vous apporte trois fiches de contrôle de clients de {Ville|votre secteur}, avec \
                    leur accord ; vous pouvez les appeler.",
            ],
            [
                "La même personne intervient chez vous, et son remplacement est prévu dès le premier \
                    jour.",
                "Vos bureaux sont faits aussi en août et pendant les arrêts maladie, par quelqu'un \
                    qui connaît les lieux et les alarmes.",
                "C'est écrit au contrat : tout passage manqué est rattrapé sous 24 h ou déduit de la \
                    facture.",
            ],
            [
                "Le contrat est mensuel après trois mois d'essai, sans reconduction d'un an.",
                "Si vous n'êtes pas content, vous arrêtez le mois suivant : c'est à nous de vous \
                    garder.",
                "Je vous envoie le contrat avant la visite, il tient sur deux pages.",
            ],
        ],
        ..Part::new(
            Arguments,
            "",
            "Reprendre le point qu'ils viennent de citer, et n'en donner qu'un ou deux.",
        )
    },
    Part::new(
        PositiveClose,
        "",
        "Parfait, {Civilité} {Nom}. Alors je passe chez vous {Créneau retenu}, pour vingt minutes : \
            on fait le tour des locaux, et vous avez une proposition chiffrée sous 48 h. C'est bien à \
            l'adresse de {Ville|vos bureaux} ? Je vous envoie une confirmation par e-mail tout de suite. \
            Si vous avez un empêchement, vous me joignez directement au {Notre téléphone} : {Moi}, de \
            {Notre société}. Merci de votre accueil, et bonne journée.",
    ),
    Part::new(
        NegativeClose,
        "",
        "Je comprends, {Civilité} {Nom}, et je vous remercie de me l'avoir dit franchement. Si la \
            situation change, une absence qui se répète ou un contrat qui arrive à son terme, vous avez \
            mon numéro : {Notre téléphone}. Est-ce que je peux me permettre de vous rappeler un mois \
            avant l'échéance de votre contrat ? Très bonne journée à vous.",
    ),
];

const OBJECTIONS: &[Objecting] = &[
    Objecting {
        kind: Objective,
        said: &["Nous avons déjà un prestataire", "On a quelqu'un, on en est contents"],
        replies: &[
            (
                Reformulation,
                "Vous avez quelqu'un et vous n'avez pas de raison de changer, c'est bien cela ? C'est \
                exactement la situation de la plupart de nos clients quand nous les avons rencontrés. Je \
                ne vous demande pas de changer : je vous propose un point de comparaison, gratuit, pour \
                savoir si vous payez le bon prix.",
            ),
            (
                Question,
                "C'est une bonne chose. Sur une échelle de un à dix, vous lui mettez combien ? Et \
                qu'est-ce qu'il faudrait pour arriver à dix ?",
            ),
            (
                Testimony,
                "Un cabinet d'architectes de trente personnes m'a dit la même chose l'an dernier. Ils ont \
                gardé leur prestataire, mais ils ont revu leur contrat à partir de notre visite. Vingt \
                minutes, et vous en tirez quelque chose dans tous les cas.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["C'est trop cher", "Vous êtes forcément plus chers"],
        replies: &[
            (
                Question,
                "Trop cher par rapport à quoi : à votre facture actuelle, ou au budget que vous aviez en \
                tête ?",
            ),
            (
                Compensation,
                "Nous ne sommes pas les moins chers à l'heure, c'est vrai. En face, vous avez les \
                remplacements assurés et un contrôle mensuel : le temps que vous ne passez plus à \
                relancer, c'est aussi de l'argent. On compare sur votre facture réelle, ligne à ligne ?",
            ),
            (
                Demonstration,
                "Prenons vos chiffres : pour deux cents mètres carrés et trois passages, la différence \
                est souvent d'une trentaine d'euros par mois. Je vous fais le calcul exact pendant la \
                visite, et vous jugez.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Nous sommes engagés jusqu'à l'année prochaine", "On est sous contrat"],
        replies: &[
            (
                Question,
                "Vous savez à quelle date il faut le dénoncer ? Souvent, c'est trois mois avant : je \
                préfère vous voir avant cette date qu'après.",
            ),
            (
                Support,
                "Justement, c'est le bon moment : vous avez le temps de comparer sans urgence. Je passe \
                maintenant, vous avez un devis en main, et vous décidez à l'échéance.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["On a eu une mauvaise expérience", "Les entreprises de ménage, c'est toutes les mêmes"],
        replies: &[
            (Question, "Qu'est-ce qui s'est passé, si ce n'est pas indiscret ?"),
            (
                Support,
                "C'est pour cela que je vous propose de visiter avant de parler prix : vous me montrez ce \
                qui n'allait pas, et je vous dis honnêtement si nous savons le tenir.",
            ),
            (
                Demonstration,
                "Alors ne me croyez pas sur parole : trois mois d'essai, une fiche de contrôle signée \
                chaque mois, et vous arrêtez quand vous voulez.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Pretext,
        said: &["Envoyez-moi une documentation", "Mettez-moi ça par mail"],
        replies: &[
            (
                Question,
                "Volontiers. Pour ne pas vous envoyer dix pages inutiles : qu'est-ce qui vous intéresse, \
                le prix, l'organisation, ou les remplacements ?",
            ),
            (
                Support,
                "Je vous l'envoie tout de suite. Une plaquette ne connaît pas vos locaux : le plus simple \
                est que je vous l'apporte et qu'on fasse le tour ensemble. Plutôt {Créneau 1|mardi \
                matin} ou {Créneau 2|jeudi après-midi} ?",
            ),
        ],
        ask: "Une fois que vous aurez la documentation, qu'est-ce qui vous fera dire oui ou non ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Je n'ai pas le temps", "Je suis en réunion"],
        replies: &[
            (
                Postpone,
                "Je vous dérange, pardon. Je vous rappelle quand : {Créneau 1|cet après-midi vers 17 h}, \
                ou {Créneau 2|demain avant 9 h} ?",
            ),
            (
                Support,
                "C'est bien parce que vous avez peu de temps que je vous propose vingt minutes sur place \
                plutôt qu'une longue discussion au téléphone.",
            ),
        ],
        ask: "Est-ce seulement le moment qui est mal choisi, ou le sujet n'est pas d'actualité chez vous ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Ce n'est pas moi qui décide", "Il faut voir avec la direction"],
        replies: &[
            (
                Question,
                "Bien sûr. Qui prend la décision avec vous, et comment cela se passe-t-il d'habitude ?",
            ),
            (
                Isolation,
                "Et vous, à titre personnel, vous seriez pour ? Dans ce cas, le mieux est que nous nous \
                voyions à trois : je m'adapte à vos deux agendas.",
            ),
        ],
        ask: "Si la décision ne dépendait que de vous, que feriez-vous ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Ça ne m'intéresse pas"],
        replies: &[
            (
                Reformulation,
                "Vous n'êtes pas intéressé parce que le ménage se passe bien aujourd'hui, c'est cela ?",
            ),
            (
                Screen,
                "C'est normal, je ne vous ai encore rien montré. Dites-moi juste une chose : vos locaux \
                sont faits le soir ou le matin ?",
            ),
        ],
        ask: "Qu'est-ce qui fait que le sujet ne vous intéresse pas : vous êtes satisfait, ou ce n'est pas \
            le moment ?",
    },
];
