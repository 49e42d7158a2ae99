//! Logiciel de caisse: a seller of cash-register software shows it to shops, there and then.

use super::BlockKind::*;
use super::ObjectionKind::*;
use super::Technique::*;
use super::{Asked, Goal, Kind, Objecting, Part, Sheet};

pub(super) static SHEET: Sheet = Sheet {
    name: "Logiciel de caisse : démonstration aux commerces",
    offer: "Caisse sur tablette avec stock et fidélité, par abonnement",
    audience: "Commerces de détail indépendants, une à trois boutiques",
    goal: Goal::Presentation,
    blocks: BLOCKS,
    objections: OBJECTIONS,
};

const BLOCKS: &[Part] = &[
    Part::new(
        Introduction,
        "Si c'est un vendeur qui répond",
        "Bonjour, {Moi}, de {Notre société}. Est-ce que {Civilité} {Nom|le gérant} est au magasin, \
            s'il vous plaît ?\n\
            (C'est pour quoi ?) C'est au sujet de la caisse du magasin : une question de deux minutes \
            pour le gérant.\n\
            (Il y a du monde.) Je vous laisse servir ! À quelle heure est-ce calme chez vous : à \
            l'ouverture, ou en début d'après-midi ?",
    ),
    Part::new(
        Introduction,
        "Avec le gérant",
        "Bonjour {Civilité} {Nom}, {Moi}, de {Notre société}. Nous équipons en logiciel de caisse des \
            commerces comme {Société}. Vous n'avez pas de client devant vous, là ? Je vous prends trois \
            minutes ; si quelqu'un entre, on raccroche et je vous rappelle.",
    ),
    Part::new(
        Purpose,
        "",
        "Je vous appelle pour vous montrer une chose précise : comment, avec votre caisse, vous \
            pouvez savoir chaque soir ce que vous avez vraiment gagné, article par article, sans \
            inventaire. Je peux vous le faire voir tout de suite sur votre écran : dix minutes, je \
            partage le mien, vous n'installez rien. Avant, dites-moi comment vous travaillez.",
    ),
    Part {
        questions: &[
            Asked {
                text: "Qu'est-ce que vous avez comme caisse aujourd'hui ?",
                kind: Kind::Choice(&[
                    "Caisse enregistreuse",
                    "Logiciel sur ordinateur",
                    "Tablette",
                    "Aucune",
                ]),
                fills: "custom.Caisse actuelle",
            },
            Asked {
                text: "Elle s'appelle comment, et elle a quel âge ?",
                kind: Kind::Text,
                fills: "custom.Logiciel de caisse",
            },
            Asked {
                text: "Votre stock, vous le suivez comment ?",
                kind: Kind::Choice(&["Dans la caisse", "Sur un tableur", "Sur papier", "Pas suivi"]),
                fills: "custom.Suivi du stock",
            },
            Asked {
                text: "Vous êtes combien à encaisser ?",
                kind: Kind::Number,
                fills: "custom.Personnes qui encaissent",
            },
            Asked {
                text: "Vous avez un autre magasin, ou une vente en ligne ?",
                kind: Kind::YesNo,
                fills: "custom.Autre point de vente",
            },
            Asked {
                text: "Qu'est-ce qui vous agace le plus, le soir, quand vous fermez la caisse ?",
                kind: Kind::Text,
                fills: "custom.Irritant de caisse",
            },
        ],
        ..Part::new(Discovery, "", "")
    },
    Part {
        arguments: &[
            [
                "Le stock descend à chaque vente, et l'écran signale ce qui va manquer.",
                "Vous commandez ce qui se vend, et vous ne découvrez plus les ruptures devant le \
                    client.",
                "Regardez : je vends cet article deux fois, et le voilà dans la liste à commander.",
            ],
            [
                "La clôture du soir se fait en un bouton, et part chez votre comptable.",
                "Vous fermez en cinq minutes, et il n'y a plus rien à ressaisir à la fin du mois.",
                "Je vous montre la clôture d'hier d'un magasin de démonstration ; votre comptable \
                    peut en recevoir une dès ce soir pour vérifier qu'elle lui convient.",
            ],
            [
                "C'est un abonnement sans engagement, le matériel que vous avez est souvent gardé.",
                "Vous ne sortez pas deux mille euros d'un coup, et si cela ne vous plaît pas vous \
                    arrêtez.",
                "Trente jours d'essai avec vos propres articles, et le justificatif de conformité de la \
                    caisse fournie avec le contrat.",
            ],
        ],
        ..Part::new(Arguments, "", "Montrer à l'écran ce que l'on dit, et se taire pendant qu'ils regardent.")
    },
    Part::new(
        PositiveClose,
        "",
        "Très bien, {Civilité} {Nom}. On est d'accord : je vous ouvre l'essai de trente jours \
            aujourd'hui, avec vos articles, et nous faisons le point ensemble {Créneau retenu|dans une \
            semaine}. Vous recevez l'accès par e-mail dans la minute. Si quelque chose vous bloque, vous \
            m'appelez : {Moi}, de {Notre société}, au {Notre téléphone}. Merci de m'avoir accordé ce \
            moment, et bonne vente !",
    ),
    Part::new(
        NegativeClose,
        "",
        "C'est clair, {Civilité} {Nom}, merci de votre franchise. Gardez mon numéro, {Notre \
            téléphone} : le jour où votre caisse tombe en panne ou change de tarif, vous aurez quelqu'un \
            à appeler. Est-ce que je peux vous rappeler après l'inventaire, pour savoir comment il s'est \
            passé ? Je vous laisse à vos clients, bonne journée.",
    ),
];

const OBJECTIONS: &[Objecting] = &[
    Objecting {
        kind: Objective,
        said: &["J'ai déjà une caisse qui marche", "La mienne me suffit"],
        replies: &[
            (
                Question,
                "Tant mieux. Et hier soir, elle vous a dit quel article vous avait rapporté le plus ?",
            ),
            (
                Support,
                "Qu'elle marche, c'est le bon moment pour regarder : vous comparez sans être pressé par \
                une panne un samedi de décembre.",
            ),
            (
                Testimony,
                "Une libraire m'a dit la même chose en mars. Elle a gardé sa caisse six mois à côté de la \
                nôtre, puis elle a débranché l'ancienne. Regardez dix minutes, et gardez la vôtre si \
                elle fait mieux.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &[
            "C'est un abonnement, je ne veux plus d'abonnements",
            "Au bout de trois ans, j'aurai payé deux fois",
        ],
        replies: &[
            (
                Reformulation,
                "Ce que vous ne voulez pas, c'est payer tous les mois pour quelque chose qui ne bouge \
                plus, c'est cela ?",
            ),
            (
                Compensation,
                "Sur cinq ans, l'achat peut coûter moins, c'est vrai. L'abonnement comprend les mises à \
                jour, les pannes et le téléphone : demandez ce que coûte une seule intervention sur \
                l'ancienne.",
            ),
            (
                Demonstration,
                "Faisons le calcul ensemble : une rupture évitée par semaine, à votre marge, cela fait \
                combien sur un mois ?",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Je ne suis pas à l'aise avec l'informatique", "Mes vendeuses ne sauront pas s'en servir"],
        replies: &[
            (
                Demonstration,
                "Alors c'est vous qui allez encaisser, maintenant, sur mon écran. Dites-moi juste sur \
                quoi vous appuieriez.",
            ),
            (
                Testimony,
                "Notre cliente la plus âgée a soixante-douze ans et tient une mercerie. Elle a formé sa \
                remplaçante elle-même, en une matinée.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Et si Internet tombe en panne ?"],
        replies: &[
            (
                Anticipation,
                "C'est la première question qu'il faut poser. La caisse continue sans connexion et envoie \
                tout quand elle revient : je coupe la mienne devant vous, regardez.",
            ),
            (
                Compensation,
                "Seul le paiement à distance s'arrête. Pour encaisser au comptoir, imprimer le ticket et \
                fermer le soir, vous n'avez pas besoin d'Internet.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Objective,
        said: &["Reprendre tous mes articles, c'est un travail énorme"],
        replies: &[
            (
                Question,
                "Vous en avez combien, à peu près ? Et ils sont dans un fichier, ou seulement dans la \
                caisse ?",
            ),
            (
                Demonstration,
                "Envoyez-moi votre liste telle qu'elle est. Je vous rappelle avec vos cinquante premiers \
                articles déjà dedans, et vous jugez du travail qui reste.",
            ),
        ],
        ask: "",
    },
    Objecting {
        kind: Pretext,
        said: &["Il y a du monde, je ne peux pas parler", "Je suis seul au magasin"],
        replies: &[
            (
                Postpone,
                "Servez, je vous en prie ! Je vous rappelle {Créneau 1|à 14 h, quand c'est calme} ou \
                {Créneau 2|demain à l'ouverture} ?",
            ),
            (Question, "Je fais court : à quel moment de la journée avez-vous dix minutes devant un écran ?"),
        ],
        ask: "Si je trouve le bon moment, le sujet vous intéresse, ou vous préférez me dire non tout de \
            suite ?",
    },
    Objecting {
        kind: Pretext,
        said: &["Envoyez-moi une documentation", "J'irai voir votre site"],
        replies: &[
            (
                Support,
                "Le site montre des captures d'écran. Moi, je vous montre vos articles. Dix minutes, \
                maintenant : si cela ne vous parle pas, je vous envoie la documentation et je n'insiste \
                pas.",
            ),
            (
                Question,
                "Volontiers. Qu'est-ce que vous y chercherez en premier : le prix, le stock ou la \
                fidélité ?",
            ),
        ],
        ask: "Qu'est-ce que vous avez besoin de savoir avant de regarder dix minutes ?",
    },
    Objecting {
        kind: Pretext,
        said: &["On verra après les fêtes", "Ce n'est pas le moment"],
        replies: &[
            (
                Question,
                "Après les fêtes, c'est l'inventaire. Est-ce que ce ne serait pas mieux de le faire avec \
                la nouvelle caisse qu'à la main ?",
            ),
            (Isolation, "D'accord. À part la période, il y a autre chose qui vous retient ?"),
            (
                Postpone,
                "Très bien : nous n'installons rien avant. Regardez seulement dix minutes maintenant, et \
                nous fixons le reste au {Créneau 1|15 janvier}.",
            ),
        ],
        ask: "Qu'est-ce qui sera différent après les fêtes ?",
    },
];
