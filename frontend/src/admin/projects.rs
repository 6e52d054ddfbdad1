//! Projects: listed, made, and the settings of each.

use super::fields::{FaultList, Faults, Line, Written, use_faults, use_saved, use_written};
use super::head::{Head, administered};
use super::questions::Questions;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::session::{use_account, use_me};
use crate::text::{Text, use_text};
use crate::ui::{
    Button, Choice, Choices, Column, DataRow, DataTable, Icon, Link, Look, Shape, draw, glyph, go, href,
    use_ready, use_toast,
};
use contract::projects::{AcceptanceWindow, CreateProject, PriorityMatrix, ProjectSettings, UpdateProject};
use contract::tickets::{Impact, Urgency};
use std::rc::Rc;
use web_sys::{HtmlSelectElement, SubmitEvent};
use yew::prelude::*;
use yew_router::prelude::*;

/// How the procedure itself sets them.
const MATRIX: PriorityMatrix = [[1, 2, 3], [2, 3, 4], [3, 4, 5]];
const HOURS: &str = "48";
const REMINDERS: &str = "24";
const ZONE: &str = "America/Bogota";

/// The projects that the person administers.
#[component]
pub(super) fn ProjectsPage() -> Html {
    let (text, me) = (use_text(), use_me());
    use_ready(true);
    let columns = vec![
        Column::new("name", text.say("fact-project")),
        Column::new("key", text.say("admin-project-key")),
    ];
    let rows = administered(&me).into_iter().map(|project| {
        let to = href(&AdminRoute::Project { project: project.key.clone() });
        DataRow {
            key: project.key.clone().into(),
            name: project.name.clone().into(),
            cells: vec![
                html! { <Link {to} class="admin-link">{ &project.name }</Link> },
                html! { <span class="number">{ &project.key }</span> },
            ],
        }
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-projects")} about={text.say("admin-projects-about")}>
                <Link to={href(&AdminRoute::NewProject)} class="btn btn-primary">{ glyph(Icon::Plus) }{ text.say("admin-new-project") }</Link>
            </Head>
            <DataTable label={text.say("admin-projects")} {columns} rows={rows.collect::<Vec<_>>()} />
        </div>
    }
}

/// The form of a new project.
#[component]
pub(super) fn NewProjectPage() -> Html {
    let (text, toast, account) = (use_text(), use_toast(), use_account());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let written = use_written(|| {
        [
            ("time_zone", ZONE.to_owned()),
            ("acceptance_window", AcceptanceWindow::WallClock.as_str().to_owned()),
            ("acceptance_hours", HOURS.to_owned()),
            ("reminder_hours", REMINDERS.to_owned()),
        ]
    });
    let matrix = use_state(|| MATRIX);
    let submit = use_submit(
        |client, key, body: CreateProject| async move {
            let project = api::admin::create_project(&client, &body, &key).await?;
            // Whoever makes it belongs to it.
            Ok((project, api::auth::me(&client).await.ok()))
        },
        {
            let said = text.say("admin-project-made");
            Callback::from(move |(project, me): (ProjectSettings, _)| {
                if let Some(me) = me {
                    account.update(me);
                }
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::Project { project: project.project.key }));
            })
        },
    );
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, matrix) = (written.clone(), submit.run.clone(), matrix.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(CreateProject {
                key: written.get("key").trim().to_uppercase(),
                name: written.get("name").trim().to_owned(),
                time_zone: written.given("time_zone"),
                acceptance_window: written.get("acceptance_window").parse().ok(),
                acceptance_hours: written.get("acceptance_hours").parse().ok(),
                reminder_hours: Some(hours(&written.get("reminder_hours"))),
                priority_matrix: Some(*matrix),
            });
        })
    };
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("admin-new-project")} about={text.say("admin-new-project-about")} back={(AdminRoute::Projects, text.say("admin-projects"))} />
            <form class="panel" data-form="project" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="project" />
                <Line form="project" name="key" label={text.say("admin-project-key")} hint={text.say("admin-project-key-hint")} required=true max=10 written={written.clone()} faults={faults.clone()} />
                <Settings written={written.clone()} {faults} matrix={*matrix} onmatrix={keep(&matrix)} />
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-make-project") }</Button>
                    <Link to={href(&AdminRoute::Projects)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </form>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ProjectPageProps {
    pub(super) project: AttrValue,
}

/// The settings of a project.
#[component]
pub(super) fn ProjectPage(props: &ProjectPageProps) -> Html {
    let text = use_text();
    let project = use_remote(props.project.clone(), |client, project| async move {
        api::admin::project(&client, &project).await
    });
    use_ready(!project.is_loading());
    html! {
        <div class="stack narrow-form">
            <Head title={project.value.as_ref().map_or_else(|| props.project.clone(), |found| found.project.name.clone().into())} about={text.say("admin-project-about")} back={(AdminRoute::Projects, text.say("admin-projects"))} />
            { draw(&project, Shape::Cards(1), |found| html! {
                <>
                    <Edit project={found.clone()} onchange={project.put.clone()} />
                    <Questions project={found.project.id.to_string()} />
                </>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    project: Rc<ProjectSettings>,
    onchange: Callback<ProjectSettings>,
}

#[component]
fn Edit(props: &EditProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let project = &props.project;
    let written = use_written(|| fields(project));
    let matrix = use_state(|| project.priority_matrix);
    {
        let (written, matrix) = (written.clone(), matrix.setter());
        use_effect_with(project.clone(), move |project| {
            written.put(fields(project));
            matrix.set(project.priority_matrix);
        });
    }
    let submit = {
        let (id, version) = (project.project.id.to_string(), project.version);
        use_submit(
            move |client, _key, body: UpdateProject| {
                let id = id.clone();
                async move { api::admin::update_project(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, matrix) = (written.clone(), submit.run.clone(), matrix.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(UpdateProject {
                name: Some(written.get("name").trim().to_owned()),
                time_zone: Some(written.get("time_zone").trim().to_owned()),
                acceptance_window: written.get("acceptance_window").parse().ok(),
                acceptance_hours: written.get("acceptance_hours").parse().ok(),
                reminder_hours: Some(hours(&written.get("reminder_hours"))),
                priority_matrix: Some(*matrix),
            });
        })
    };
    html! {
        <form class="panel" data-form="project" {onsubmit} novalidate=true>
            <FaultList faults={faults.clone()} form="project" />
            <dl class="facts"><dt>{ text.say("admin-project-key") }</dt><dd class="number">{ &project.project.key }</dd></dl>
            <Settings {written} {faults} matrix={*matrix} onmatrix={keep(&matrix)} />
            <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
        </form>
    }
}

fn fields(project: &ProjectSettings) -> [(&'static str, String); 5] {
    [
        ("name", project.project.name.clone()),
        ("time_zone", project.project.time_zone.clone()),
        ("acceptance_window", project.acceptance_window.as_str().to_owned()),
        ("acceptance_hours", project.acceptance_hours.to_string()),
        ("reminder_hours", project.reminder_hours.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
    ]
}

/// Numbers of hours, as people write several; what is no number is sent as none that the server takes.
fn hours(written: &str) -> Vec<u32> {
    let numbers = written.split([',', ';', ' ']).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().unwrap_or_default()).collect()
}

fn keep(matrix: &UseStateHandle<PriorityMatrix>) -> Callback<PriorityMatrix> {
    let matrix = matrix.setter();
    Callback::from(move |next| matrix.set(next))
}

#[derive(Properties, PartialEq)]
struct SettingsProps {
    written: Written,
    faults: Faults,
    matrix: PriorityMatrix,
    onmatrix: Callback<PriorityMatrix>,
}

/// The fields that both forms have.
#[component]
fn Settings(props: &SettingsProps) -> Html {
    let text = use_text();
    let (written, faults) = (&props.written, &props.faults);
    let windows = AcceptanceWindow::ALL.iter().map(|window| Choice {
        value: window.as_str().into(),
        label: text.word(*window),
        hint: Some(text.say(&format!("acceptance-window-{window}-hint"))),
    });
    html! {
        <>
            <Line form="project" name="name" label={text.say("admin-project-name")} required=true written={written.clone()} faults={faults.clone()} />
            <Line form="project" name="time_zone" label={text.say("admin-time-zone")} hint={text.say("admin-time-zone-hint")} required=true max=60 written={written.clone()} faults={faults.clone()} />
            <Choices name="acceptance_window" id="project-acceptance_window" label={text.say("admin-acceptance")} hint={text.say("admin-acceptance-hint")} class="choices-list"
                value={written.get("acceptance_window")} onchange={written.set("acceptance_window")} choices={windows.collect::<Vec<_>>()} />
            <Line form="project" name="acceptance_hours" label={text.say("admin-acceptance-hours")} required=true kind="number" max=720 written={written.clone()} faults={faults.clone()} />
            <Line form="project" name="reminder_hours" label={text.say("admin-reminder-hours")} hint={text.say("admin-reminder-hours-hint")} max=40 written={written.clone()} faults={faults.clone()} />
            <Matrix matrix={props.matrix} onchange={props.onmatrix.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct MatrixProps {
    matrix: PriorityMatrix,
    onchange: Callback<PriorityMatrix>,
}

/// The priority of each impact and urgency.
#[component]
fn Matrix(props: &MatrixProps) -> Html {
    let text = use_text();
    let cell = |row: usize, column: usize| {
        let (matrix, impact, urgency) = (props.matrix, Impact::ALL[row], Urgency::ALL[column]);
        let onchange = props.onchange.reform(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            changed(matrix, (row, column), &value)
        });
        let blanks = [
            ("impact", text.word(impact).to_string().into()),
            ("urgency", text.word(urgency).to_string().into()),
        ];
        let heading =
            text.fill("admin-matrix-urgency", &[("urgency", text.word(urgency).to_string().into())]);
        html! {
            <td data-label={heading}>
                <select class="form-select" name={format!("priority-{impact}-{urgency}")} aria-label={text.fill("admin-matrix-cell", &blanks)} {onchange}>
                    { for (1..=5_u8).map(|priority| html! {
                        <option value={priority.to_string()} selected={matrix[row][column] == priority}>{ priority_name(priority, &text) }</option>
                    }) }
                </select>
            </td>
        }
    };
    html! {
        <fieldset class="field" id="project-priority_matrix">
            <legend class="field-label">{ text.say("admin-matrix") }</legend>
            <p class="field-hint">{ text.say("admin-matrix-hint") }</p>
            <table class="matrix">
                <thead>
                    <tr>
                        <td></td>
                        { for Urgency::ALL.iter().map(|urgency| html! { <th scope="col">{ text.fill("admin-matrix-urgency", &[("urgency", text.word(*urgency).to_string().into())]) }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for Impact::ALL.iter().enumerate().map(|(row, impact)| html! {
                        <tr>
                            <th scope="row">{ text.fill("admin-matrix-impact", &[("impact", text.word(*impact).to_string().into())]) }</th>
                            { for (0..3).map(|column| cell(row, column)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </fieldset>
    }
}

fn priority_name(priority: u8, text: &Text) -> String {
    format!("{priority} · {}", text.say(&format!("priority-{priority}")))
}

fn changed(mut matrix: PriorityMatrix, (row, column): (usize, usize), value: &str) -> PriorityMatrix {
    if let Ok(priority) = value.parse() {
        matrix[row][column] = priority;
    }
    matrix
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_changes() {
        assert_eq!(changed(MATRIX, (2, 0), "1"), [[1, 2, 3], [2, 3, 4], [1, 4, 5]]);
        assert_eq!(changed(MATRIX, (2, 0), "alta"), MATRIX);
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        assert_eq!(hours("24, 4"), [24, 4]);
        assert_eq!(hours("24;4 1"), [24, 4, 1]);
        assert_eq!(hours(" "), [0_u32; 0]);
        assert_eq!(hours("un día"), [0, 0], "which the server refuses");
    }

    #[test]
    fn rows_and_columns_go_from_high_to_low() {
        assert_eq!(Impact::ALL[0], Impact::High);
        assert_eq!(Urgency::ALL[2], Urgency::Low);
    }
}
