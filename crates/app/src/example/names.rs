//! Invented names: activities, family names, towns and streets that could be anybody's.

/// NAF code and what such companies call themselves.
pub(super) const ACTIVITIES: [(&str, &str); 20] = [
    ("43.32A", "Menuiserie"),
    ("43.91A", "Charpentes"),
    ("43.91B", "Toitures"),
    ("43.22A", "Plomberie"),
    ("43.21A", "Électricité"),
    ("43.34Z", "Peintures"),
    ("43.31Z", "Plâtrerie"),
    ("43.99C", "Maçonnerie"),
    ("41.20A", "Constructions"),
    ("68.31Z", "Agence immobilière"),
    ("55.10Z", "Hôtel"),
    ("56.10A", "Restaurant"),
    ("10.71C", "Boulangerie"),
    ("71.11Z", "Atelier d’architecture"),
    ("81.22Z", "Nettoyage"),
    ("47.52A", "Quincaillerie"),
    ("86.22C", "Cabinet médical"),
    ("45.20A", "Garage"),
    ("96.02A", "Salon de coiffure"),
    ("88.10A", "Résidence"),
];

pub(super) const LAST_NAMES: [&str; 60] = [
    "Abadie",
    "Arnaudet",
    "Barrère",
    "Bastide",
    "Bellocq",
    "Bénac",
    "Bordenave",
    "Cabanes",
    "Capdeville",
    "Carrère",
    "Castaing",
    "Cazaux",
    "Claverie",
    "Condom",
    "Couture",
    "Darrieu",
    "Daugé",
    "Delage",
    "Delpech",
    "Desbats",
    "Dubourdieu",
    "Ducasse",
    "Dufau",
    "Dulong",
    "Dupouy",
    "Duvignac",
    "Escande",
    "Estève",
    "Faugère",
    "Fargues",
    "Garbay",
    "Gaujacq",
    "Goudin",
    "Grangé",
    "Guiraud",
    "Hourcade",
    "Labat",
    "Laborde",
    "Lacaze",
    "Lafargue",
    "Lafitte",
    "Lagarde",
    "Lalanne",
    "Lamothe",
    "Lapeyre",
    "Larrieu",
    "Lasserre",
    "Latapie",
    "Lescure",
    "Loubère",
    "Marsan",
    "Mondot",
    "Moulinié",
    "Nadaud",
    "Pédurand",
    "Peyrot",
    "Sarrazin",
    "Tauzin",
    "Vergnaud",
    "Vignolles",
];

pub(super) const FIRST_NAMES: [(&str, &str); 24] = [
    ("Mme", "Adèle"),
    ("Mme", "Camille"),
    ("Mme", "Claire"),
    ("Mme", "Élise"),
    ("Mme", "Fanny"),
    ("Mme", "Inès"),
    ("Mme", "Jeanne"),
    ("Mme", "Laure"),
    ("Mme", "Maëlle"),
    ("Mme", "Nadia"),
    ("Mme", "Sophie"),
    ("Mme", "Violaine"),
    ("M.", "Antoine"),
    ("M.", "Baptiste"),
    ("M.", "Cyril"),
    ("M.", "Didier"),
    ("M.", "Fabrice"),
    ("M.", "Gilles"),
    ("M.", "Hugo"),
    ("M.", "Karim"),
    ("M.", "Loïc"),
    ("M.", "Mathieu"),
    ("M.", "Pascal"),
    ("M.", "Thierry"),
];

pub(super) const ROLES: [&str; 6] = [
    "Gérance",
    "Direction",
    "Responsable des achats",
    "Responsable d’atelier",
    "Responsable technique",
    "Secrétariat",
];

pub(super) const TOWNS: [(&str, &str); 24] = [
    ("33000", "Bordeaux"),
    ("33700", "Mérignac"),
    ("33600", "Pessac"),
    ("33400", "Talence"),
    ("33130", "Bègles"),
    ("33500", "Libourne"),
    ("33120", "Arcachon"),
    ("33210", "Langon"),
    ("33260", "La Teste-de-Buch"),
    ("33170", "Gradignan"),
    ("33290", "Blanquefort"),
    ("33150", "Cenon"),
    ("33310", "Lormont"),
    ("24100", "Bergerac"),
    ("24000", "Périgueux"),
    ("47000", "Agen"),
    ("47200", "Marmande"),
    ("40000", "Mont-de-Marsan"),
    ("40100", "Dax"),
    ("16000", "Angoulême"),
    ("16100", "Cognac"),
    ("17100", "Saintes"),
    ("17200", "Royan"),
    ("01000", "Bourg-en-Bresse"),
];

pub(super) const STREETS: [&str; 16] = [
    "rue des Tilleuls",
    "avenue de la République",
    "rue du Port",
    "chemin des Vignes",
    "rue Victor-Hugo",
    "place du Marché",
    "allée des Pins",
    "boulevard de l’Atlantique",
    "rue de la Fontaine",
    "impasse du Moulin",
    "route de Bordeaux",
    "rue des Artisans",
    "avenue du Lac",
    "rue Pasteur",
    "quai de la Dordogne",
    "rue du Stade",
];

pub(super) const EMPLOYEES: [&str; 8] = ["1 à 2", "3 à 5", "6 à 9", "10 à 19", "20 à 49", "4", "12", "27"];

pub(super) const LOST_FOR: [&str; 5] = [
    "Prix trop élevé, parti chez un concurrent",
    "Cessation d’activité",
    "Mécontent d’un retard de pose",
    "Travaux terminés, plus de besoin",
    "Changement de direction",
];

/// What the callers said and heard in their own words.
pub(super) struct OwnWords {
    /// What the second version of the script adds.
    pub two_dates: &'static str,
    pub problem: &'static str,
    /// An answer that a caller found by himself.
    pub found: &'static str,
}

pub(super) const OWN_WORDS: OwnWords = OwnWords {
    two_dates: " J’ai justement deux dates près de chez vous\u{a0}: {Créneau 1}, ou {Créneau 2}. Laquelle vous arrange\u{202f}?",
    problem: "La porte-fenêtre du salon frotte",
    found: "Vos voisins ont eu la même réponse l’an dernier, et la poignée a cassé en janvier",
};

/// The letter of the course's action, as a flat OpenDocument text.
pub(super) const LETTER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>Menuiseries de Garonne – SARL au capital de 20 000 € – 12 quai des Artisans, 33000 Bordeaux</text:p>
<text:p/>
<text:p><text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Société" text:database-name="filon">&lt;Société&gt;</text:database-display></text:p>
<text:p><text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Civilité" text:database-name="filon">&lt;Civilité&gt;</text:database-display> <text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Prénom" text:database-name="filon">&lt;Prénom&gt;</text:database-display> <text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Nom" text:database-name="filon">&lt;Nom&gt;</text:database-display></text:p>
<text:p><text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Adresse" text:database-name="filon">&lt;Adresse&gt;</text:database-display></text:p>
<text:p><text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Code postal" text:database-name="filon">&lt;Code postal&gt;</text:database-display> <text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Ville" text:database-name="filon">&lt;Ville&gt;</text:database-display></text:p>
<text:p/>
<text:p>Bordeaux, le <text:database-display text:table-name="fiches" text:table-type="table" text:column-name="Date" text:database-name="filon">&lt;Date&gt;</text:database-display></text:p>
<text:p/>
<text:p>Madame, Monsieur,</text:p>
<text:p>L’hiver approche, et les fenêtres anciennes laissent partir près d’un sixième de la chaleur d’un bâtiment. Nous fabriquons à Bordeaux des fenêtres isolantes sur mesure, posées en deux jours sans arrêter votre activité.</text:p>
<text:p>Nous vous proposons une visite gratuite d’une demi-heure pour mesurer ce que vous y gagneriez.</text:p>
<text:p>Vos coordonnées viennent d’un fichier professionnel. Vous pouvez vous opposer à recevoir nos courriers par simple réponse à cette lettre.</text:p>
<text:p>Veuillez agréer, Madame, Monsieur, nos salutations distinguées.</text:p>
</office:text></office:body></office:document>
"#;
