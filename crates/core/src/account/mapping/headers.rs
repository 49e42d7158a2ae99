//! The table of headers, French and English, of spreadsheets, Sirene, Outlook, Google and CRMs.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Target;
use crate::text::fold;

/// What a header most likely says on its own; `None` where it says nothing known. A word that
/// depends on its neighbours (`Nom`, `Title`) is settled by [`super::recognise_among`].
pub fn recognise(header: &str) -> Option<Target> {
    ranked(header).map(|(target, _)| target)
}

/// The target with the place of the header among its synonyms: the lower, the better it says it.
pub(super) fn ranked(header: &str) -> Option<(Target, usize)> {
    let whole = squash(header);
    if let Some(found) = lookup(&whole) {
        return Some(found);
    }
    // `Téléphone (bureau)`, `SIRET *`, `Courriel [obligatoire]`
    let without: String = {
        let mut depth = 0usize;
        header
            .chars()
            .filter(|c| {
                match c {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => {
                        depth = depth.saturating_sub(1);
                        return false;
                    }
                    _ => {}
                }
                depth == 0
            })
            .collect()
    };
    let bare = squash(&without);
    if bare != whole
        && let Some((target, rank)) = lookup(&bare)
    {
        return Some((target, rank + 100));
    }
    None
}

/// Folded, letters and digits only: `N° client` and `n-client` are `nclient`.
pub(super) fn squash(header: &str) -> String {
    fold(header).chars().filter(|c| c.is_alphanumeric() && *c != 'º').collect()
}

fn lookup(squashed: &str) -> Option<(Target, usize)> {
    if squashed.is_empty() {
        return None;
    }
    if let Some((target, rank)) = SYNONYMS.get(squashed) {
        return Some((target.clone(), *rank));
    }
    for line in 1..=4u8 {
        let bases = ADDRESS_LINES.split_ascii_whitespace();
        if let Some(rank) = bases.into_iter().position(|base| squashed == format!("{base}{line}")) {
            return Some((Target::AddressLine(line), rank + 10));
        }
    }
    None
}

/// Each synonym with its target and its place among those of the target.
static SYNONYMS: LazyLock<HashMap<&str, (Target, usize)>> = LazyLock::new(|| {
    let ranked = |(target, names): &'static (Target, &'static str)| {
        let names = names.split_ascii_whitespace().enumerate();
        names.map(move |(rank, name)| (name, (target.clone(), rank)))
    };
    TABLE.iter().flat_map(ranked).collect()
});

/// With a number from 1 to 4 behind: a line of the address.
const ADDRESS_LINES: &str = "adresse adresseligne ligneadresse  adr adrligne address addressline addr rue \
    lignedadresse voie line street streetline streetaddress adressepostale";

/// Synonyms, squashed, the surest first.
static TABLE: &[(Target, &str)] = &[
    (
        Target::Reference,
        "reference ref codeclient nclient numeroclient numclient noclient numerodeclient nodeclient referenceclient \
         refclient identifiantclient idclient clientid customerid customernumber customercode codetiers ntiers \
         numerotiers compte codecompte comptetiers numcompte accountid accountnumber accountcode codeprospect \
         idprospect identifiant id contactid recordid idfiche nfiche numerofiche numero num no code matricule \
         externalid idexterne",
    ),
    (
        Target::Kind,
        "kind typedeclient typeclient typecontact typedecontact typetiers typedetiers typedecompte accounttype \
         customertype nature naturejuridiqueclient btobbtoc b2bb2c proparticulier particulierpro type",
    ),
    (
        Target::Name,
        "raisonsociale denominationsociale denominationunitelegale denomination societe nomsociete nomdelasociete \
         nomdesociete entreprise nomentreprise nomdelentreprise nomdentreprise company companyname organisation \
         organization nomorganisation nomdelorganisation organization1name organizationname organisme etablissement \
         nometablissement nomdeletablissement nomclient nomduclient nomcommercial enseigne nomenseigne structure \
         compagnie client clientname customer customername business businessname accountname account nomducompte nomcompte \
         nomprospect nomtiers tiers prospect employeur firme cabinet magasin commerce association raisonsocial rs \
         raisonsocialeclient libelleclient denominationusuelleetablissement enseigne1etablissement \
         denominationusuelle1unitelegale sigleunitelegale denominationusuelle name",
    ),
    (
        Target::Siret,
        "siret numerosiret nsiret nosiret numsiret codesiret siretetablissement siretnumber siretsiege",
    ),
    (Target::Siren, "siren numerosiren nsiren nosiren numsiren codesiren sirennumber rcs"),
    (
        Target::Vat,
        "vat vatnumber tva numerotva ntva notva tvaintra tvaintracommunautaire numerotvaintracommunautaire \
         ntvaintracommunautaire numtva vatid idtva ntvaintra",
    ),
    (
        Target::Naf,
        "naf codenaf ape codeape nafape apenaf codeapenaf codenafape activiteprincipale \
         activiteprincipaleetablissement activiteprincipaleunitelegale nafcode industrycode codeactivite",
    ),
    (
        Target::Employees,
        "effectif effectifs nbsalaries nombresalaries nombredesalaries nbdesalaries salaries nbemployes \
         nombreemployes nombredemployes employes employees numberofemployees employeecount nbemployees headcount \
         taille tailleentreprise tailledelentreprise companysize effectifsalarie effectiftotal trancheeffectif \
         trancheeffectifs tranchedeffectif tranchedeffectifs tranchedeffectifsalarie trancheseffectifs",
    ),
    (
        Target::EmployeesBand,
        "employeesband trancheeffectifsetablissement trancheeffectifsunitelegale codetrancheeffectif \
         codetranchedeffectif codeeffectif",
    ),
    (
        Target::Revenue,
        "ca chiffredaffaires chiffredaffaire chiffreaffaires chiffreaffaire caannuel caht cahteuros caeuros caeur \
         chiffredaffairesannuel chiffredaffairesht chiffredaffairesannuelht revenue annualrevenue revenues turnover \
          caenke",
    ),
    (
        Target::FullAddress,
        "adressecomplete fulladdress adressepostalecomplete address1formatted formattedaddress homeaddress \
         businessaddress adressedomicile adressebureau",
    ),
    (
        Target::StreetNumber,
        "streetnumber numerovoie numerovoieetablissement numerodevoie numerorue nvoie numvoie nrue",
    ),
    (
        Target::StreetRepetition,
        "streetrepetition indicerepetition indicerepetitionetablissement indicederepetition bister",
    ),
    (Target::StreetType, "streettype typevoie typevoieetablissement typedevoie"),
    (
        Target::StreetName,
        "streetname libellevoie libellevoieetablissement nomvoie nomdevoie nomdelavoie libelledelavoie",
    ),
    (
        Target::AddressLine(1),
        "adresse rue address street streetaddress voie adressepostale adr addr ruebureau businessstreet \
         address1street adresseligne adressesiege adressedusiege adressesociete adresseentreprise adressefacturation \
         billingaddress billingstreet mailingstreet ruedomicile homestreet postaladdress numeroetvoie numeroetrue \
         adresserue adressevoie adressedefacturation  numeroetnomderue ",
    ),
    (
        Target::AddressLine(2),
        "complementadresse complementdadresse complementdeadresse complement complementadresseetablissement \
         compladresse compadresse adressecomplement adressesuite suiteadresse adressebis ruebureau2 businessstreet2 \
         address1extendedaddress address2 batiment lieudit",
    ),
    (
        Target::AddressLine(3),
        "ruebureau3 businessstreet3 distributionspeciale distributionspecialeetablissement bp boitepostale address1pobox pobox",
    ),
    (
        Target::Postcode,
        "codepostal cp postcode postalcode zip zipcode  codepost cpostal codepostaletablissement \
         codepostalbureau businesspostalcode address1postalcode codepostaldomicile homepostalcode npa plz \
         billingpostalcode billingzip mailingpostalcode codepostaux cpville1 codepostalsiege codepostalfacturation",
    ),
    (
        Target::City,
        "ville commune city town localite libellecommune libellecommuneetablissement villebureau businesscity \
         address1city villedomicile homecity bureaudistributeur acheminement libelleacheminement nomcommune \
         nomdelacommune billingcity mailingcity villesiege locality municipalite villefacturation",
    ),
    (
        Target::PostcodeCity,
        "postcodecity cpville codepostalville codepostaletville cpetville villecp cplocalite villecodepostal \
         codepostallocalite",
    ),
    (
        Target::Country,
        "pays country codepays countrycode nompays nation paysregion paysregionbureau paysbureau businesscountryregion businesscountry \
         address1country billingcountry mailingcountry libellepays countryregion countryorregion paysouregion",
    ),
    (
        Target::HousePhone,
        "housephone standard telephonestandard telstandard telephoneprincipal telprincipal telephonesociete \
         telephoneentreprise telsociete telentreprise companymainphone telephoneprincipalsociete companyphone mainphone \
         switchboard telsiege telephonesiege telephonedusiege",
    ),
    (
        Target::HouseEmail,
        "houseemail emailsociete emailentreprise mailsociete mailentreprise emailgenerique mailgenerique \
         emailgeneral courrielsociete companyemail emailprincipalsociete",
    ),
    (
        Target::Civility,
        "civilite civ titrecivilite civilitecontact civiliteducontact salutation nameprefix honorificprefix prefixe \
         prefix sexe sexeunitelegale genre gender formuleappel titredecivilite politesse titre courtesytitle titredepolitesse",
    ),
    (
        Target::FirstName,
        "prenom firstname givenname prenomcontact prenomducontact forename prenoms prenominterlocuteur prenomdirigeant \
         contactfirstname prenomusuelunitelegale prenom1unitelegale prenomclient prenomduclient first prenomusuel",
    ),
    (
        Target::LastName,
        "nomdefamille lastname surname familyname nomcontact nomducontact nominterlocuteur nomdirigeant \
         nomdudirigeant nompatronymique nomusage nomdusage contactlastname nomusageunitelegale nomunitelegale nom last \
         nomdelinterlocuteur",
    ),
    (
        Target::FullName,
        "nomcomplet fullname nometprenom nomprenom prenometnom prenomnom contact nomprenomcontact interlocuteur \
         contactprincipal contactname personnecontact personneacontacter personne dirigeant nomdudirigeantcomplet gerant \
          displayname nomaffiche nomaafficher fn nomformate nomcompletcontact destinataire \
         alattentionde attention correspondant decideur primarycontact representant",
    ),
    (
        Target::Role,
        "fonction poste role jobtitle position qualite fonctioncontact fonctionducontact intitulededeposte \
          intituleposte occupation profession metier organization1title organizationtitle posteoccupe \
         fonctioninterlocuteur title service intituledeposte intituleduposte",
    ),
    (
        Target::Email,
        "email courriel mail mel adressemail adresseemail adressecourriel adressedemessagerie adresseelectronique \
         emailaddress mailaddress emailcontact mailcontact courrielcontact email1 mail1 email1value emailpro \
         mailpro emailprofessionnel courrielprofessionnel messagerie emails mails couriel workemail businessemail \
         adressedemessagerie1 emailaddress1 emailprincipal primaryemail contactemail emailducontact adressemel \
         adressemails email1address emailtravail emaildomicile emailpersonnel emailperso",
    ),
    (
        Target::Phone,
        "telephone tel phone telephonefixe telfixe fixe phonenumber numerodetelephone numerotelephone numtel \
         notel ntel telephone1 tel1 phone1 telephonebureau telbureau telephonedubureau telprofessionnel telpro \
         telephonepro telephoneprofessionnel businessphone workphone phone1value telephonecontact telcontact lignedirecte \
         teldirect telephonedirect telephonedomicile homephone landline teltravail telephonetravail primaryphone \
           telephonepersonnel tph",
    ),
    (
        Target::Mobile,
        "mobile portable gsm telephonemobile telmobile telportable telephoneportable mobilephone cell cellphone \
         cellulaire numeromobile numeroportable mobilenumber telephone2 tel2 phone2 phone2value telgsm nportable \
         nmobile mobilecontact portablecontact telephonecellulaire",
    ),
    (
        Target::Website,
        "siteweb site website siteinternet url web www urlsite pageweb webpage site1 website1value homepage \
         adressesite adressesiteweb internet  domain companydomainname websiteurl",
    ),
    (
        Target::Source,
        "source origine provenance leadsource origineducontact originecontact sourceducontact sourcecontact \
         originefiche sourcedonnees sourcedesdonnees originedesdonnees originalsource canaldacquisition fichierorigine",
    ),
    (
        Target::Tags,
        "tag tags etiquette etiquettes categorie categories motscles groupmembership groupe groupes label labels \
          segment categorieclient",
    ),
    (
        Target::Note,
        "note notes commentaire commentaires remarque remarques observation observations comment comments memo \
         description infos informationscomplementaires infocomplementaire divers annotation annotations  \
         blocnotes",
    ),
    (
        Target::Consent,
        "consent consentement consentements optin consentementrgpd rgpd rgpdconsentement accord accordcommercial \
         accordrgpd accepteemail acceptelesemails newsletter abonne emailoptin optinemail consentementmarketing \
         marketingconsent consentementprospection gdpr gdprconsent",
    ),
    (
        Target::OptOut,
        "optout opposition nepascontacter nepasdemarcher stopprospection refusprospection desinscrit desabonne \
         unsubscribed donotcontact donotcall nepasappeler listerouge blackliste blacklist listenoire \
         opposeprospection oppositionprospection nepasprospecter emailoptout hasoptedoutofemail desinscription",
    ),
    (
        Target::LastContact,
        "lastcontact derniercontact datederniercontact   dernieraction lastcontacted \
         lastcontactdate datedernieraction dernierappel datedudernierappel  contactele \
           derniererelance  dernierevisite \
         lastactivitydate     \
         datedudernierentretien dateduderniercontact datedernierecontact datededernierecontact dateduderniercontactclient derniercontactle datedederniercontact",
    ),
    (
        Target::CreatedOn,
        "createdon creele createdat createddate datedecollecte datecollecte collectele dateajout datedajout ajoutele \
         datedentree dateentree datedesaisie datesaisie saisile creationdate datecreationfiche datedecreationdelafiche",
    ),
    (
        Target::Diffusion,
        "diffusion statutdiffusion statutdiffusionetablissement statutdiffusionunitelegale statutdediffusion",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_as_people_write_them() {
        for (header, target) in [
            ("Raison sociale", Target::Name),
            ("RAISON_SOCIALE", Target::Name),
            ("Société", Target::Name),
            ("Entreprise", Target::Name),
            ("Company", Target::Name),
            ("Code postal", Target::Postcode),
            ("CP", Target::Postcode),
            ("Zip", Target::Postcode),
            ("Tél.", Target::Phone),
            ("Téléphone fixe", Target::Phone),
            ("Téléphone (bureau)", Target::Phone),
            ("Portable", Target::Mobile),
            ("GSM", Target::Mobile),
            ("Courriel", Target::Email),
            ("E-mail", Target::Email),
            ("Mail", Target::Email),
            ("Adresse e-mail", Target::Email),
            ("Code client", Target::Reference),
            ("N° client", Target::Reference),
            ("Id", Target::Reference),
            ("Réf", Target::Reference),
            ("Nom", Target::LastName),
            ("Prénom", Target::FirstName),
            ("Contact", Target::FullName),
            ("Interlocuteur", Target::FullName),
            ("Fonction", Target::Role),
            ("Adresse 1", Target::AddressLine(1)),
            ("Adresse  2", Target::AddressLine(2)),
            ("Rue", Target::AddressLine(1)),
            ("Complément d'adresse", Target::AddressLine(2)),
            ("Effectif", Target::Employees),
            ("Tranche d'effectifs", Target::Employees),
            ("trancheEffectifsEtablissement", Target::EmployeesBand),
            ("CA", Target::Revenue),
            ("Chiffre d'affaires", Target::Revenue),
            ("CA (k€)", Target::Revenue),
            ("Code NAF", Target::Naf),
            ("APE", Target::Naf),
            ("Consentement", Target::Consent),
            ("Opposition", Target::OptOut),
            ("Ne pas contacter", Target::OptOut),
            ("codePostalEtablissement", Target::Postcode),
            ("libelleCommuneEtablissement", Target::City),
            ("statutDiffusionEtablissement", Target::Diffusion),
            ("Organization 1 - Name", Target::Name),
            ("Given Name", Target::FirstName),
            ("Phone 1 - Value", Target::Phone),
            ("E-mail 1 - Value", Target::Email),
            ("Address 1 - Street", Target::AddressLine(1)),
            ("Adresse de messagerie", Target::Email),
            ("Ville (bureau)", Target::City),
            ("dernier_contact", Target::LastContact),
            ("Date du dernier contact", Target::LastContact),
            ("SIRET *", Target::Siret),
            ("Titre de civilité", Target::Civility),
            ("Nom de la société", Target::Name),
            ("Ligne d'adresse 1", Target::AddressLine(1)),
            ("Pays ou région", Target::Country),
            ("Téléphone professionnel", Target::Phone),
            ("Complément", Target::AddressLine(2)),
            ("Catégories", Target::Tags),
            ("Site web", Target::Website),
        ] {
            assert_eq!(recognise(header), Some(target), "{header}");
        }
        for header in ["", "Couleur", "§", "Nombre de camions"] {
            assert_eq!(recognise(header), None, "{header}");
        }
    }

    #[test]
    fn no_synonym_says_two_things_and_each_is_squashed() {
        let mut seen = std::collections::HashMap::new();
        for (target, names) in TABLE {
            for name in names.split_ascii_whitespace() {
                assert_eq!(squash(name), name);
                assert_eq!(seen.insert(name, target), None, "{name}");
            }
        }
    }
}
