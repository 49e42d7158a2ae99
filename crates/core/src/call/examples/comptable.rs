//! Expert-comptable: a firm calls very small companies about invoices that become electronic.

use super::BlockKind::*;
use super::ObjectionKind::*;
use super::Technique::*;
use super::{Asked, Goal, Kind, Objecting, Part, Sheet};

pub(super) static SHEET: Sheet = Sheet {
    name: "Expert-comptable : rendez-vous facture électronique",
    offer: "Tenue des comptes, conseil et passage à la facture électronique, à prix fixe",
    audience: "TPE de 1 à 10 salariés, commerçants, artisans et services",
    goal: Goal::Meeting,
    blocks: BLOCKS,
    objections: OBJECTIONS,
};

const BLOCKS: &[Part] = &[
    Part::new(
        Introduction,
        "Si ce n'est pas le dirigeant",
        "Bonjour, {Moi}, du cabinet {Notre société}. Je souhaite parler à {Civilité} {Nom|la personne \
            qui dirige l'entreprise}, s'il vous plaît.\n\
            (À quel sujet ?) Au sujet de la facture électronique : vous êtes concernés comme tout le \
            monde. {Civilité} {Nom|Le dirigeant} est là ?\n\
            (Rappelez plus tard.) Avec plaisir. Quel est le bon moment, plutôt tôt le matin ou après la \
            journée ? Et votre prénom, pour que je vous redemande ?",
    ),
    Part::new(
        Introduction,
        "Avec le dirigeant",
        "Bonjour {Civilité} {Nom}, {Moi}, du cabinet d'expertise comptable {Notre société}. Nous \
            travaillons avec des petites entreprises de {Ville|votre secteur}. Je ne vous retiens pas \
            longtemps : vous avez deux minutes, ou je vous prends en plein travail ?",
    ),
    Part::new(
        Purpose,
        "",
        "Depuis septembre 2026, toutes les entreprises doivent pouvoir recevoir des factures \
            électroniques, et en septembre 2027 ce sera à votre tour d'en émettre. Beaucoup de \
            dirigeants nous disent qu'ils ne savent pas si leur installation suivra. Je vous propose un \
            rendez-vous d'une demi-heure, sans engagement : nous regardons où vous en êtes, et vous \
            repartez avec la liste de ce qu'il reste à faire. Je peux vous poser trois questions pour \
            voir si cela vaut le déplacement ?",
    ),
    Part {
        questions: &[
            Asked {
                text: "Aujourd'hui, qui tient votre comptabilité ?",
                kind: Kind::Choice(&["Un cabinet", "Nous-mêmes", "Un proche", "Personne"]),
                fills: "custom.Comptabilité tenue par",
            },
            Asked {
                text: "Vous faites vos factures avec quoi ?",
                kind: Kind::Choice(&[
                    "Logiciel de facturation",
                    "Tableur",
                    "Traitement de texte",
                    "Carnet",
                    "Autre",
                ]),
                fills: "custom.Outil de facturation",
            },
            Asked {
                text: "Vous en émettez combien par mois, à peu près ?",
                kind: Kind::Number,
                fills: "custom.Factures par mois",
            },
            Asked { text: "Vous êtes combien dans l'entreprise ?", kind: Kind::Number, fills: "employees" },
            Asked {
                text: "Votre exercice se termine à quelle date ?",
                kind: Kind::Date,
                fills: "custom.Date de clôture",
            },
            Asked {
                text: "Qu'est-ce que vous attendez d'un comptable et que vous n'avez pas aujourd'hui ?",
                kind: Kind::Text,
                fills: "custom.Attente envers le comptable",
            },
        ],
        ..Part::new(Discovery, "", "")
    },
    Part {
        arguments: &[
            [
                "Nous installons la facture électronique avec vous, et nous la testons sur une vraie \
                    facture.",
                "Vous êtes en règle dès maintenant, sans changer vos habitudes, et sans y passer vos \
                    dimanches.",
                "C'est fait en deux heures chez nos clients artisans ; je peux vous mettre en \
                    relation avec l'un d'eux, dans votre métier.",
            ],
            [
                "Le prix est fixe, à l'année, payé par mois, et les appels sont compris.",
                "Vous pouvez nous appeler avant de décider plutôt qu'après : personne ne regarde le \
                    compteur.",
                "C'est écrit dans la lettre de mission, que vous recevez avant de vous engager.",
            ],
            [
                "Un point de trente minutes chaque trimestre, avec vos chiffres sur une page.",
                "Vous savez ce que vous gagnez pendant l'année, et combien vous pouvez vous verser, \
                    sans attendre le bilan.",
                "Je vous apporte un exemple de cette page au rendez-vous : vous jugerez en une minute \
                    si elle vous serait utile.",
            ],
        ],
        ..Part::new(
            Arguments,
            "",
            "Partir de ce qu'ils viennent de dire : du temps, de l'argent ou de la tranquillité.",
        )
    },
    Part::new(
        PositiveClose,
        "",
        "Très bien, {Civilité} {Nom} : c'est noté pour {Créneau retenu}, une demi-heure, chez vous. \
            Préparez seulement votre dernière facture et votre dernier bilan, si vous l'avez sous la \
            main. Je vous confirme cela par e-mail dans la minute. Je vous redonne mes coordonnées : \
            {Moi}, cabinet {Notre société}, {Notre téléphone}. Merci pour votre temps, et bonne fin de \
            journée.",
    ),
    Part::new(
        NegativeClose,
        "",
        "Je comprends tout à fait, {Civilité} {Nom}. Je vous laisse travailler. Simplement, pensez à \
            la facture électronique avant l'été, ce sera plus calme qu'en septembre. Si vous avez une \
            question d'ici là, même si vous n'êtes pas client, vous m'appelez au {Notre téléphone}. \
            Voulez-vous que je vous rappelle après votre clôture ? Merci de m'avoir répondu, bonne \
            journée.",
    ),
];

const OBJECTIONS: &[Objecting] = &[
    Objecting {
        kind: Objective,
        said: &["J'ai déjà un comptable", "Je suis content de mon cabinet"],
        replies: &[
            (Question, "Très bien. Et sur la facture électronique, qu'est-ce qu'il vous a conseillé ?"),
            (
                Support,
                "C'est une bonne raison de nous voir : vous aurez un deuxième avis sur votre situation, \
                gratuitement, et vous pourrez le montrer à votre comptable.",
            ),
            (
                Testimony,
                "Le dernier client qui m'a dit cela est resté un an de plus chez son comptable. Puis il a \
                voulu ses chiffres chaque trimestre, et il s'est souvenu de nous. Faisons simplement \
                connaissance.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Changer de comptable, c'est compliqué", "Je n'ai pas envie de tout recommencer"],
        replies: &[
            (
                Reformulation,
                "Ce qui vous retient, c'est la paperasse du changement plus que le changement lui-même ?",
            ),
            (
                Demonstration,
                "Vous signez une lettre, et c'est tout. Nous écrivons à votre cabinet, nous récupérons le \
                dossier, et nous reprenons à la clôture : pour vous, c'est une heure.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["C'est trop cher pour ma taille", "Un comptable, ça coûte une fortune"],
        replies: &[
            (
                Question,
                "Vous payez combien aujourd'hui, tout compris ? Je vous le demande pour comparer à \
                prestation égale.",
            ),
            (
                Compensation,
                "C'est un budget, c'est vrai. Vous payez par mois, le prix ne bouge pas, et vous n'avez \
                plus ni pénalités ni week-ends de saisie. On met les deux colonnes face à face au \
                rendez-vous ?",
            ),
            (Isolation, "À part le prix, y a-t-il autre chose qui vous retiendrait ?"),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["La facture électronique, ce n'est pas avant 2027"],
        replies: &[
            (
                Support,
                "Pour émettre, vous avez raison, c'est septembre 2027. Mais pour recevoir, c'est déjà \
                obligatoire : si un fournisseur vous en envoie une demain, vous savez où elle arrive ?",
            ),
            (
                Anticipation,
                "Vous allez me dire qu'il reste du temps. Justement : on le fait au calme, en deux \
                heures, au lieu de le faire en août avec tout le monde.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Pretext,
        said: &["Je n'ai pas le temps", "Je suis sur un chantier"],
        replies: &[
            (
                Postpone,
                "Je vous entends travailler, je ne vous retiens pas. Je vous rappelle {Créneau 1|ce soir \
                après 18 h} ou {Créneau 2|demain tôt} ?",
            ),
            (
                Support,
                "C'est ce que me disent tous les dirigeants que j'appelle, et c'est la raison de ce \
                rendez-vous : vous rendre du temps. Une demi-heure chez vous, vous ne vous déplacez pas.",
            ),
        ],
        ask: "C'est le moment qui ne va pas, ou vous ne voyez pas ce que cela vous apporterait ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Envoyez-moi un mail", "Envoyez-moi vos tarifs"],
        replies: &[
            (
                Question,
                "Bien sûr. Mes tarifs dépendent de votre nombre de factures et de salariés : vous en \
                faites combien par mois ?",
            ),
            (
                Compensation,
                "Un tarif sans connaître votre dossier serait faux, et je ne veux pas vous annoncer un \
                chiffre que je ne tiendrais pas. Une demi-heure, et vous avez un prix ferme, par écrit. \
                Plutôt {Créneau 1|mardi} ou {Créneau 2|jeudi} ?",
            ),
        ],
        ask: "Quand vous aurez lu mon e-mail, qu'est-ce qui vous donnerait envie d'en parler ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Il faut que j'en parle à mon associé", "Je dois voir avec mon conjoint"],
        replies: &[
            (Isolation, "C'est naturel. Et vous, si votre associé est d'accord, vous êtes partant ?"),
            (
                Support,
                "Alors voyons-nous tous les trois : il posera ses questions lui-même, et vous n'aurez pas \
                à faire le messager. Quand êtes-vous ensemble ?",
            ),
        ],
        ask: "Qu'est-ce que votre associé voudra savoir en premier ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Je ne suis pas intéressé"],
        replies: &[
            (
                Question,
                "Je comprends. Pas intéressé par un autre comptable, ou pas intéressé par la facture \
                électronique ?",
            ),
            (
                Screen,
                "D'accord. Une seule question, et je vous laisse : vos factures, vous les faites à la \
                main ou sur un logiciel ?",
            ),
        ],
        ask: "Qu'est-ce qui devrait changer pour que le sujet vous intéresse ?",
    },
];
