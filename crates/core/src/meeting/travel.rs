//! How long the way between two places takes, roughly: one point per département and no map, since
//! a warning that is half an hour out still warns.

use super::Place;
use super::prefectures::point;
use crate::account::keys;
use crate::{Address, meeting::PlaceKind};

/// Within one postcode, and within one département.
const IN_TOWN: u32 = 15;
const IN_DEPT: u32 = 40;
/// To find the car and the door.
const ON_FOOT: f64 = 15.0;
/// Roads wind: kilometres of road for one as the crow flies.
const WINDING: f64 = 1.3;
/// Kilometres in an hour, all roads together.
const SPEED: f64 = 75.0;
/// Where a road would take longer, one flies: a day.
const MOST: f64 = 24.0 * 60.0;

/// Minutes from one place to another, door to door: 15 within a postcode, 40 within a département,
/// else the great circle between the prefectures × 1.3 at 75 km/h and 15 minutes more, 40 at least
/// and a day at most. `None` where nobody travels (telephone, video) or a place is not known. Two
/// meetings at our place need no travel.
pub fn travel_minutes(from: &Place, to: &Place) -> Option<u32> {
    if !from.kind.is_physical() || !to.kind.is_physical() {
        return None;
    }
    if from.kind == PlaceKind::OurPlace && to.kind == PlaceKind::OurPlace {
        return Some(0);
    }
    let (start, end) = (address(from), address(to));
    let (start_dept, end_dept) = (keys::dept(&start)?, keys::dept(&end)?);
    if start.postcode == end.postcode {
        return Some(IN_TOWN);
    }
    if start_dept == end_dept {
        return Some(IN_DEPT);
    }
    let road = great_circle(point(&start_dept)?, point(&end_dept)?) * WINDING;
    let minutes = (road / SPEED * 60.0 + ON_FOOT).clamp(f64::from(IN_DEPT), MOST);
    // Between 40 and 1,440: nothing is cut off.
    Some(minutes.round() as u32)
}

fn address(place: &Place) -> Address {
    let postcode = place.postcode.as_deref().map(|code| code.trim().to_owned());
    Address { postcode, country: "FR".to_owned(), ..Address::default() }
}

/// Kilometres between two points given by latitude and longitude in degrees (haversine).
fn great_circle(from: (f64, f64), to: (f64, f64)) -> f64 {
    let ((lat_a, lon_a), (lat_b, lon_b)) = (radians(from), radians(to));
    let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
    let chord = half(lat_a, lat_b) + lat_a.cos() * lat_b.cos() * half(lon_a, lon_b);
    2.0 * EARTH * chord.sqrt().min(1.0).asin()
}

/// Mean radius of the Earth, in kilometres.
const EARTH: f64 = 6371.0;

fn radians((lat, lon): (f64, f64)) -> (f64, f64) {
    (lat.to_radians(), lon.to_radians())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(postcode: &str) -> Place {
        Place { postcode: Some(postcode.to_owned()), ..Place::of_kind(PlaceKind::TheirPlace) }
    }

    fn minutes(from: &str, to: &str) -> Option<u32> {
        let there = travel_minutes(&at(from), &at(to));
        assert_eq!(there, travel_minutes(&at(to), &at(from)), "{from} and {to}");
        there
    }

    #[test]
    fn the_way_grows_with_the_distance() {
        assert_eq!(minutes("33000", "33000"), Some(15));
        assert_eq!(minutes("33000", " 33000 "), Some(15));
        assert_eq!(minutes("33000", "33700"), Some(40));
        // Paris and Nanterre lie 11 km apart, which is no reason to be faster than within Paris.
        assert_eq!(minutes("75008", "92000"), Some(40));
        assert_eq!(minutes("20000", "20137"), Some(40), "both in 2A");
        // 107 km as the crow flies from Bordeaux to Angoulême, 392 from Paris to Lyon.
        assert!(minutes("33000", "16000").is_some_and(|found| (115..135).contains(&found)));
        assert!(minutes("75001", "69001").is_some_and(|found| (410..435).contains(&found)));
        assert_eq!(minutes("75001", "97400"), Some(24 * 60));
    }

    #[test]
    fn nobody_travels_to_a_screen_nor_to_an_unknown_place() {
        let unknown = Place::of_kind(PlaceKind::Elsewhere);
        let video = Place { kind: PlaceKind::Video, ..at("33000") };
        assert_eq!(travel_minutes(&video, &at("75001")), None);
        assert_eq!(travel_minutes(&unknown, &at("75001")), None);
        assert_eq!(minutes("SW1A", "75001"), None);
        assert_eq!(minutes("00100", "75001"), None);
        let ours = Place::of_kind(PlaceKind::OurPlace);
        assert_eq!(travel_minutes(&ours, &ours), Some(0));
        assert_eq!(travel_minutes(&ours, &at("75001")), None);
    }
}
