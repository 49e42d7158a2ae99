//! What is said of a field that was typed in, and of access.

/// Refusals of the form of an account.
pub struct EditWords {
    pub nameless: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub country: &'static str,
    pub postcode: &'static str,
    pub naf: &'static str,
    pub revenue: &'static str,
    pub taken: &'static str,
    /// The source of an account that was typed in.
    pub typed_in: &'static str,
}

pub(super) const EDIT_FR: EditWords = EditWords {
    nameless: "Donnez le nom de l’entreprise ou de la personne.",
    phone: "Ce n’est pas un numéro de téléphone. Écrivez-le comme 05 56 00 00 01 ou +33 5 56 00 00 01.",
    email: "Ce n’est pas une adresse e-mail. Écrivez-la comme lea@exemple.fr.",
    country: "Ce pays n’est pas reconnu. Écrivez son nom en entier.",
    postcode: "Un code postal français a 5 chiffres. Corrigez-le, ou précisez le pays.",
    naf: "Un code NAF s’écrit comme 43.22A.",
    revenue: "Ce n’est pas un montant. Écrivez-le comme 1 200 000 ou 1,2 M€.",
    taken: "Une autre fiche a déjà cette valeur. Ouvrez-la, ou corrigez celle-ci.",
    typed_in: "Saisie manuelle",
};

pub(super) const EDIT_EN: EditWords = EditWords {
    nameless: "Give the name of the company or of the person.",
    phone: "This is not a telephone number. Write it like 05 56 00 00 01 or +33 5 56 00 00 01.",
    email: "This is not an e-mail address. Write it like lea@example.fr.",
    country: "This country is not known. Write its name in full.",
    postcode: "A French postcode has 5 digits. Correct it, or say which country.",
    naf: "An activity code is written like 43.22A.",
    revenue: "This is not an amount. Write it like 1 200 000 or 1.2 M€.",
    taken: "Another account has this value already. Open it, or correct this one.",
    typed_in: "Typed in",
};

/// Messages of users, sessions and tokens.
pub struct AccessWords {
    pub wrong_login: &'static str,
    /// Seconds to wait.
    pub wait: fn(u64) -> String,
    pub short_password: &'static str,
    pub common_password: &'static str,
    pub nameless: &'static str,
    pub name_taken: &'static str,
    pub setup_over: &'static str,
    pub wrong_secret: &'static str,
    pub only_owner: &'static str,
    pub nobody: &'static str,
    pub wrong_old_password: &'static str,
    pub scope_unknown: &'static str,
    pub hashing_failed: &'static str,
    pub last_owner: &'static str,
    pub base_not_empty: &'static str,
}

pub(super) const ACCESS_FR: AccessWords = AccessWords {
    wrong_login: "Nom ou mot de passe incorrect. Vérifiez les deux.",
    wait: |seconds| format!("Trop d’essais. Réessayez dans {seconds} s."),
    short_password: "Le mot de passe doit avoir au moins 12 caractères. Une phrase de quatre mots convient.",
    common_password: "Ce mot de passe est trop facile à deviner. Prenez une phrase de quatre mots.",
    nameless: "Donnez un nom à cet utilisateur.",
    name_taken: "Un utilisateur porte déjà ce nom. Choisissez-en un autre.",
    setup_over: "Un propriétaire existe déjà\u{202f}: connectez-vous.",
    wrong_secret: "Ce n’est pas le code de premier démarrage. Recopiez celui que le programme affiche dans sa console.",
    only_owner: "Seul le propriétaire peut le faire. Demandez-le-lui.",
    nobody: "Il faut être connecté pour cela.",
    wrong_old_password: "L’ancien mot de passe n’est pas le bon.",
    scope_unknown: "La portée d’un jeton est read (lire) ou write (lire et écrire).",
    hashing_failed: "Le mot de passe n’a pas pu être protégé (mémoire insuffisante). Rien n’a été changé\u{202f}; recommencez.",
    last_owner: "C’est le dernier propriétaire\u{202f}: il doit le rester. Nommez-en d’abord un autre.",
    base_not_empty: "L’exemple ne se crée que dans une base vide, et celle-ci contient déjà des fiches. Donnez une autre adresse (--database).",
};

pub(super) const ACCESS_EN: AccessWords = AccessWords {
    wrong_login: "Wrong name or password. Check both.",
    wait: |seconds| format!("Too many attempts. Try again in {seconds} s."),
    short_password: "The password must have at least 12 characters. A phrase of four words will do.",
    common_password: "This password is too easy to guess. Take a phrase of four words.",
    nameless: "Give this user a name.",
    name_taken: "A user has this name already. Choose another one.",
    setup_over: "There is an owner already: sign in.",
    wrong_secret: "This is not the code of the first start. Copy the one that the program shows in its console.",
    only_owner: "Only the owner may do this. Ask them.",
    nobody: "One has to be signed in for this.",
    wrong_old_password: "The old password is not the right one.",
    scope_unknown: "The scope of a token is read or write.",
    hashing_failed: "The password could not be protected (not enough memory). Nothing was changed; try again.",
    last_owner: "This is the last owner and has to stay one. Name another one first.",
    base_not_empty: "The example is made in an empty base only, and this one holds accounts. Give another address (--database).",
};
