//! Fichier: the query line, the filters, the table.

use askama::Template;
use axum::response::Response;
use filon_app::accounts::{self, ExportFormat, Facet, ListRequest, Order, Sort, Table};
use filon_core::{AccountKind, Channel, Stage};

use crate::failure::{Failure, Refusal};
use crate::format::Int;
use crate::page::{Page, attachment, show, show_refused};
use crate::pages::mailing::MAILING;
use crate::pages::query_line::toggled;
use crate::params::Params;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

const PAGE_SIZE: u64 = 50;

#[derive(Template)]
#[template(path = "fichier/liste.html", blocks = ["results"])]
pub struct FileView {
    pub shell: Shell,
    pub q: String,
    pub problem: Option<QueryProblem>,
    pub table: Table,
    pub facets: Vec<FacetGroup>,
    pub columns: Vec<Column>,
    pub pager: Pager,
    /// Whether the filters stand open: they do where nothing but the query is asked for.
    pub wide: bool,
}

/// What is wrong in a query, and where.
pub struct QueryProblem {
    pub message: String,
    /// The query with the nearest name in its place.
    pub fixed: Option<String>,
    /// Spaces, then a caret under each wrong character.
    pub caret: String,
}

pub struct FacetGroup {
    pub title: String,
    pub lines: Vec<FacetLine>,
}

pub struct FacetLine {
    pub label: String,
    pub count: u64,
    pub address: String,
    /// The condition is in the query already; the link takes it out.
    pub on: bool,
}

pub struct Column {
    pub label: String,
    /// Empty where the column cannot be sorted.
    pub address: String,
    pub sorted: &'static str,
    pub num: bool,
}

/// Where a list stands in its pages.
pub struct Pager {
    pub page: u64,
    pub pages: u64,
    pub base: String,
    pub pairs: Vec<(&'static str, String)>,
}

impl Pager {
    pub fn of(count: u64, page: u64, size: u64) -> Pager {
        let pages = count.div_ceil(size.max(1)).max(1);
        Pager { page: page.min(pages), pages, base: String::new(), pairs: Vec::new() }
    }

    pub fn address(&self, page: impl Int) -> String {
        let page = page.int().unwrap_or(1).to_string();
        let mut pairs: Vec<(&str, &str)> =
            self.pairs.iter().map(|(key, value)| (*key, value.as_str())).collect();
        pairs.push(("page", &page));
        format!("{}{}", self.base, Params::encoded(&pairs))
    }
}

impl FileView {
    pub fn export_query(&self, ending: &str) -> String {
        Params::encoded(&[("q", &self.q), ("format", ending)])
    }

    pub fn mailing_channels(&self) -> [Channel; 3] {
        MAILING
    }

    pub fn mailing_query(&self, channel: &Channel) -> String {
        Params::encoded(&[("q", &self.q), ("canal", channel.code())])
    }

    pub fn query_of(&self, q: &str) -> String {
        Params::encoded(&[("q", q)])
    }

    pub fn act_query(&self) -> String {
        Params::encoded(&[("q", &self.q)])
    }
}

/// `GET /fichier`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    let (q, order) = (page.params.get("q").to_owned(), order(&page.params));
    let offset = (page.params.page() - 1) * PAGE_SIZE;
    let request = ListRequest { query: q.clone(), order, offset, limit: PAGE_SIZE };
    // Rows and panel read the same accounts: side by side, the page is ready when the slower one is.
    let line = q.clone();
    let rows = page.call(move |app, actor| accounts::table(app, actor, &request));
    let panel = page.call(move |app, actor| accounts::facets(app, actor, &line));
    let view = match tokio::try_join!(rows, panel).map_err(Failure::typed) {
        Ok((table, facets)) => found(&page, q, order, table, facets),
        Err(Ok(refusal)) => refused(&page, q, &refusal),
        Err(Err(failure)) => return Err(failure),
    };
    if page.visit.fragment { show(&view.as_results()) } else { show(&view) }
}

fn found(
    page: &Page,
    q: String,
    order: Order,
    table: Table,
    facets: Vec<(&'static str, Vec<Facet>)>,
) -> FileView {
    let w = page.words();
    let facets = facets.into_iter().filter(|(_, lines)| !lines.is_empty());
    let facets = facets.map(|(field, lines)| group(w, &q, field, lines)).collect();
    let columns = columns(w, &q, order);
    let mut pager = Pager::of(table.count, page.params.page(), PAGE_SIZE);
    pager.base = "/fichier".to_owned();
    pager.pairs = vec![
        ("q", q.clone()),
        ("tri", page.params.get("tri").to_owned()),
        ("sens", page.params.get("sens").to_owned()),
    ];
    FileView { shell: page.shell(Nav::File), q, problem: None, table, facets, columns, pager, wide: false }
}

fn refused(page: &Page, q: String, refusal: &Refusal) -> FileView {
    FileView {
        shell: page.shell(Nav::File),
        problem: Some(QueryProblem::of(&q, refusal)),
        q,
        table: Table { count: 0, rows: Vec::new() },
        facets: Vec::new(),
        columns: Vec::new(),
        pager: Pager::of(0, 1, PAGE_SIZE),
        wide: false,
    }
}

impl QueryProblem {
    pub fn of(query: &str, refusal: &Refusal) -> QueryProblem {
        let caret = refusal.at.map(|(column, length)| {
            format!("{}{}", " ".repeat(column.min(400)), "^".repeat(length.clamp(1, 80)))
        });
        let fixed = refusal.at.zip(refusal.nearest.as_deref()).map(|((column, length), nearest)| {
            let before = query.chars().take(column);
            before.chain(nearest.chars()).chain(query.chars().skip(column + length)).collect()
        });
        QueryProblem { message: refusal.message.clone(), fixed, caret: caret.unwrap_or_default() }
    }
}

fn order(params: &Params) -> Order {
    let sort = Sort::from_code(params.get("tri")).unwrap_or_default();
    Order { sort, descending: params.get("sens") == "desc" }
}

fn group(w: &Words, q: &str, field: &'static str, lines: Vec<Facet>) -> FacetGroup {
    let title = match field {
        "stage" => w.file.facet_stage,
        "kind" => w.file.facet_kind,
        "dept" => w.file.facet_dept,
        "naf" => w.file.facet_naf,
        "tag" => w.file.facet_tag,
        _ => w.file.facet_source,
    };
    let lines = lines.into_iter().map(|facet| {
        let (query, on) = toggled(q, &facet.query);
        let address = format!("/fichier{}", Params::encoded(&[("q", &query)]));
        FacetLine { label: label(w, &facet), count: facet.count, address, on }
    });
    FacetGroup { title: title.to_string(), lines: lines.collect() }
}

fn label(w: &Words, facet: &Facet) -> String {
    let stage = Stage::from_code(&facet.label).filter(|_| facet.field == "stage");
    let kind = AccountKind::from_code(&facet.label).filter(|_| facet.field == "kind");
    let word = stage.map(|stage| w.codes.stage(&stage)).or_else(|| kind.map(|kind| w.codes.kind(&kind)));
    word.map_or_else(|| facet.label.clone(), |word| word.to_string())
}

fn columns(w: &Words, q: &str, order: Order) -> Vec<Column> {
    let file = &w.file;
    let sortable: [(Text, Option<Sort>, bool); 7] = [
        (file.col_name, Some(Sort::Name), false),
        (file.col_stage, Some(Sort::Stage), false),
        (file.col_city, Some(Sort::City), false),
        (file.col_phone, None, false),
        (file.last_contact, Some(Sort::LastContact), true),
        (file.next_step, None, true),
        (file.revenue, Some(Sort::Revenue), true),
    ];
    sortable.into_iter().map(|(label, sort, num)| column(&label, q, order, sort, num)).collect()
}

fn column(label: &Text, q: &str, order: Order, sort: Option<Sort>, num: bool) -> Column {
    let here = sort == Some(order.sort);
    let (sorted, turned) = match (here, order.descending) {
        (true, false) => ("ascending", "desc"),
        (true, true) => ("descending", ""),
        (false, _) => ("", if num { "desc" } else { "" }),
    };
    let address = sort.map(|sort| {
        format!("/fichier{}", Params::encoded(&[("q", q), ("tri", sort.code()), ("sens", turned)]))
    });
    Column { label: label.to_string(), address: address.unwrap_or_default(), sorted, num }
}

/// `GET /fichier/export?q=…&format=…`.
pub async fn export(page: Page) -> Result<Response, Failure> {
    page.must_manage()?;
    let format = ExportFormat::from_ending(page.params.get("format"));
    let format = format.ok_or_else(|| Failure::usage(page.words().trouble.bad_form.to_string()))?;
    let (q, channel) = (page.params.get("q").to_owned(), Channel::from_code(page.params.get("canal")));
    let bytes = page.call(move |app, actor| {
        let mut bytes = Vec::new();
        match channel {
            Some(channel) => {
                accounts::export_for(app, actor, &q, None, format, channel, &mut bytes)?;
            }
            None => {
                accounts::export(app, actor, &q, None, format, &mut bytes)?;
            }
        }
        Ok(bytes)
    });
    let kind = match format {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        ExportFormat::Vcf => "text/vcard; charset=utf-8",
    };
    let name = format!("filon-{}.{}", page.site.app.today(), format.ending());
    Ok(attachment(&name, kind, bytes.await?))
}

/// Shows a form again with the status of its refusal.
pub fn again(view: &impl Template, refusal: &Refusal) -> Result<Response, Failure> {
    show_refused(view, refusal.status())
}

/// The page with samples: a table, or a query that was refused.
#[cfg(test)]
pub fn sample(shell: Shell, table: Option<Table>) -> FileView {
    let (w, q) = (shell.w, "vile:Pau".to_owned());
    let facet =
        Facet { field: "stage", label: "client".to_owned(), query: "stage:client".to_owned(), count: 12 };
    let problem = QueryProblem {
        message: "Champ inconnu".to_owned(),
        fixed: Some("ville:Pau".to_owned()),
        caret: "^^^^".to_owned(),
    };
    FileView {
        problem: table.is_none().then_some(problem),
        table: table.unwrap_or(Table { count: 0, rows: Vec::new() }),
        facets: vec![group(w, &q, "stage", vec![facet])],
        columns: columns(w, &q, Order::default()),
        pager: Pager::of(120, 2, 50),
        wide: false,
        shell,
        q,
    }
}
