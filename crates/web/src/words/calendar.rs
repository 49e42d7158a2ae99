//! Names of days and months, in full.

/// Names in the order of the week (Monday first) and of the year.
#[derive(Debug)]
pub struct Calendar {
    weekdays: [&'static str; 7],
    months: [&'static str; 12],
}

impl Calendar {
    pub const fn weekdays(&self) -> &[&'static str; 7] {
        &self.weekdays
    }

    pub const fn months(&self) -> &[&'static str; 12] {
        &self.months
    }
}

pub const FR: Calendar = Calendar {
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
};

pub const EN: Calendar = Calendar {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};
