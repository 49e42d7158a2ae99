//! Menuiserie: a joiner calls private individuals whose maintenance contract runs, on its subject.

use super::BlockKind::*;
use super::ObjectionKind::*;
use super::Technique::*;
use super::{Asked, Goal, Kind, Objecting, Part, Sheet};

pub(super) static SHEET: Sheet = Sheet {
    name: "Menuiserie : visite annuelle des clients sous contrat",
    offer: "Visite d'entretien des fenêtres et volets posés, et remplacement des pièces usées",
    audience: "Particuliers dont le contrat d'entretien est en cours (C. conso., art. L223-1 : appel lié à \
        l'objet du contrat)",
    goal: Goal::Meeting,
    blocks: BLOCKS,
    objections: OBJECTIONS,
};

const BLOCKS: &[Part] = &[
    Part::new(
        Introduction,
        "Si quelqu'un d'autre répond",
        "Bonjour, {Moi}, de la menuiserie {Notre société}, qui a posé vos fenêtres. Je souhaite \
            parler à {Civilité} {Nom}, au sujet de votre contrat d'entretien.\n\
            (La personne est absente.) Je la rappelle quand elle sera là : en fin de matinée, ou plutôt \
            vers 18 h ? Merci, bonne journée.",
    ),
    Part::new(
        Introduction,
        "Avec le client",
        "Bonjour {Civilité} {Nom}, {Moi}, de la menuiserie {Notre société}. C'est un appel \
            commercial, en lien avec le contrat d'entretien que vous avez chez nous. Vous avez deux \
            minutes ? Si vous préférez ne plus être appelé, dites-le-moi, je le note tout de suite.",
    ),
    Part::new(
        Purpose,
        "",
        "Votre contrat prévoit une visite par an, et celle de cette année n'est pas encore fixée. Je \
            vous appelle pour choisir la date avec vous : le technicien règle les fenêtres, graisse les \
            ferrures, contrôle les joints et les volets. Il vous dit aussi ce qui commence à s'user, \
            pour que vous ne soyez pas pris au dépourvu.",
    ),
    Part {
        questions: &[
            Asked {
                text: "Depuis la dernière visite, une fenêtre ou un volet vous donne-t-il du souci ?",
                kind: Kind::YesNo,
                fills: "custom.Problème signalé",
            },
            Asked {
                text: "Qu'est-ce qui se passe, et dans quelle pièce ?",
                kind: Kind::Text,
                fills: "custom.Détail du problème",
            },
            Asked {
                text: "Vous sentez de l'air passer, ou de la buée entre les vitres ?",
                kind: Kind::Choice(&["Air", "Buée", "Les deux", "Non"]),
                fills: "custom.Défaut constaté",
            },
            Asked {
                text: "Vos volets sont manuels, ou électriques ?",
                kind: Kind::Choice(&["Manuels", "Électriques", "Les deux", "Pas de volets"]),
                fills: "custom.Type de volets",
            },
            Asked {
                text: "Combien d'ouvertures avez-vous, portes-fenêtres comprises ?",
                kind: Kind::Number,
                fills: "custom.Nombre d'ouvertures",
            },
        ],
        ..Part::new(Discovery, "", "Pour que le technicien vienne avec ce qu'il faut, quelques questions :")
    },
    Part {
        arguments: &[
            [
                "Le technicien est celui qui connaît votre chantier, avec la fiche de pose et la \
                    référence des pièces.",
                "Une seule visite suffit dans la plupart des cas, et vous n'expliquez pas tout à un \
                    inconnu.",
                "La fiche de pose est dans notre dossier depuis le premier jour : je l'ai sous les \
                    yeux.",
            ],
            [
                "Le réglage et le graissage sont compris dans votre contrat, le déplacement aussi.",
                "La visite ne vous coûte rien de plus, et une fenêtre réglée ne force pas sur ses \
                    ferrures.",
                "C'est l'article « visite annuelle » de votre contrat ; je peux vous le relire.",
            ],
            [
                "Une pièce usée n'est changée qu'après un devis signé de votre main.",
                "Vous décidez tranquillement, après la visite, sans qu'on vous presse.",
                "Rien de ce que nous disons au téléphone ne vous engage : il faut votre signature, \
                    c'est la loi.",
            ],
        ],
        ..Part::new(Arguments, "", "Un argument, celui qui répond à ce qu'ils ont signalé.")
    },
    Part::new(
        PositiveClose,
        "",
        "C'est entendu, {Civilité} {Nom} : le technicien passe {Créneau retenu}, il compte une heure. \
            Il vous appelle un quart d'heure avant d'arriver. Je vous envoie la confirmation. S'il y a \
            un changement, vous me joignez au {Notre téléphone} : {Moi}, menuiserie {Notre société}. \
            Merci {Civilité} {Nom}, bonne journée.",
    ),
    Part::new(
        NegativeClose,
        "",
        "Pas de souci, {Civilité} {Nom}, c'est vous qui choisissez. La visite reste due jusqu'à la \
            fin de votre contrat : quand vous le souhaitez, vous appelez au {Notre téléphone} et nous \
            trouvons une date. Préférez-vous que je vous écrive plutôt que de vous appeler ? Je le note. \
            Merci de m'avoir répondu, et bonne journée.",
    ),
];

const OBJECTIONS: &[Objecting] = &[
    Objecting {
        kind: Pretext,
        said: &["Tout va bien, ce n'est pas la peine", "Je n'ai besoin de rien"],
        replies: &[
            (
                Support,
                "Tant mieux, c'est que la pose a été bien faite. La visite sert à ce que cela dure : elle \
                est comprise dans votre contrat, ce serait dommage de la perdre.",
            ),
            (
                Question,
                "Très bien. La dernière fois que vous avez ouvert toutes vos fenêtres en grand, aucune \
                n'a frotté ?",
            ),
        ],
        ask: "Qu'est-ce qui vous ferait hésiter à recevoir le technicien : le temps, ou la crainte qu'on \
            vous vende quelque chose ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Je n'ai pas le temps en ce moment", "Rappelez-moi plus tard"],
        replies: &[
            (
                Postpone,
                "Je comprends. La visite dure une heure et nous venons aussi le samedi matin. Je regarde \
                avec vous dans trois semaines, ou vous préférez que je rappelle {Créneau 1|jeudi} ?",
            ),
            (
                Question,
                "Quels sont les moments où vous êtes chez vous sans que cela vous dérange : tôt le matin, \
                ou en fin de journée ?",
            ),
        ],
        ask: "C'est une question d'agenda, ou vous n'êtes pas convaincu que la visite soit utile ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Je dois en parler à mon mari", "Je dois voir avec ma femme"],
        replies: &[
            (
                Support,
                "Bien sûr. La visite est déjà comprise, il n'y a rien à décider : je vous propose de \
                bloquer une date, et vous me rappelez si elle ne va pas à votre conjoint.",
            ),
            (
                Postpone,
                "Je vous rappelle {Créneau 1|demain vers 18 h}, quand vous en aurez parlé : cela vous \
                laisse le temps.",
            ),
        ],
        ask: "Il y a un point en particulier sur lequel vous voulez son avis ?",
    },
    Objecting {
        kind: Objective,
        said: &["Vous allez encore me vendre quelque chose", "C'est pour me faire un devis"],
        replies: &[
            (
                Anticipation,
                "Vous avez raison de poser la question. Le technicien règle et contrôle : c'est compris. \
                S'il voit une pièce usée, il vous la montre, et vous recevez un devis que vous êtes \
                libre de jeter.",
            ),
            (
                Compensation,
                "Il arrive qu'on propose un joint ou une sangle, oui. En échange, vous savez où vous en \
                êtes, et vous ne le découvrez pas un soir de tempête.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["La dernière fois, le technicien n'est pas venu", "Vous êtes venus trois semaines en retard"],
        replies: &[
            (
                Reformulation,
                "Vous avez attendu pour rien, et vous ne voulez pas que cela se reproduise. C'est normal, \
                et je vous présente nos excuses.",
            ),
            (
                Compensation,
                "Je ne peux pas rattraper cette journée. Voici ce que je peux faire : le premier \
                rendez-vous de la matinée, que rien ne peut retarder, et mon numéro direct, le {Notre \
                téléphone}.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Le contrat est trop cher pour ce que c'est", "Je pense arrêter le contrat"],
        replies: &[
            (Question, "Qu'est-ce qui vous a déçu, par rapport à ce que vous attendiez ?"),
            (
                Demonstration,
                "Une intervention hors contrat, c'est un déplacement et une heure de main-d'œuvre. La \
                visite seule rembourse l'année : profitez-en d'abord, et vous déciderez après.",
            ),
            (Isolation, "À part le prix, le reste vous convient ?"),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["J'ai un problème depuis des mois et personne ne rappelle"],
        replies: &[
            (
                Question,
                "Racontez-moi : c'est quelle fenêtre, et depuis quand ? Je note pendant que vous parlez.",
            ),
            (
                Support,
                "C'est donc cela qui passe en premier. Je fais venir le technicien pour ce problème, et \
                il fait la visite annuelle en même temps : {Créneau 1|mardi matin} vous irait ?",
            ),
        ],
        ask: "",
    },
];
