//! The whole procedure by four people, each with a browser of their own.

use crate::seat::{DESKTOP, Seat};
use contract::tickets::Status;
use tests::Desk;

/// The ticket's status, as the server knows it.
async fn status(desk: &Desk, number: &str) -> String {
    let ticket = desk.sign_in("admin").await.get(&format!("/tickets/{number}")).await.ok(200);
    ticket["status"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_people_take_a_case_from_its_registration_to_its_close() {
    let desk = Desk::start().await;
    let requester = Seat::take(&desk, "requester", DESKTOP).await;

    // 3: registered, and told the number and what happens next.
    requester.go("/portal/new").await;
    requester.press("[data-form=register] [name=kind][value=incident]").await;
    requester.write("[data-form=register] [name=subject]", "Sin red en el piso 3").await;
    requester.write("[data-form=register] [name=description]", "Desde las 8 no hay **internet**.").await;
    requester.press("[data-form=register] [type=submit]").await;
    requester.sees(".done-number", true).await;
    let number = requester.text(".done-number").await;
    assert_eq!(number, "TIC-1");
    requester.photograph("registered").await;

    // 4 to 8: the agent finds it in the queue, takes it, and hands it on.
    let agent = Seat::take(&desk, "agent", DESKTOP).await;
    agent.press("[data-row]").await;
    agent.press("button[data-action=open]").await;
    agent.act("accept", &[]).await;
    agent.act("escalate", &[("reason", "Requiere acceso al núcleo de red.")]).await;
    agent.sees("button[data-action=diagnose]", true).await;
    assert_eq!(status(&desk, &number).await, Status::InAnalysis.as_str());

    // 8: the specialist hands it to the provider.
    let specialist = Seat::take(&desk, "specialist", DESKTOP).await;
    specialist.go(&format!("/console/tickets/{number}")).await;
    specialist.act("escalate", &[("reason", "El enlace es del proveedor.")]).await;

    // 9 to 12: the provider diagnoses, works, finds it not effective, and solves it.
    let provider = Seat::take(&desk, "provider", DESKTOP).await;
    provider.go(&format!("/console/tickets/{number}")).await;
    provider.act("diagnose", &[("cause", "Fibra cortada"), ("analysis", "Sin señal desde el nodo.")]).await;
    provider.sees("button[data-action=work]", true).await;
    provider.act("work", &[("description", "Empalme de la fibra."), ("minutes", "90")]).await;
    provider.act("resolve", &[("solution", "Se empalmó la fibra.")]).await;
    provider.photograph("ticket-resolved").await;
    assert_eq!(status(&desk, &number).await, Status::Resolved.as_str());

    // 13, no: the requester says what is missing, and it is open again.
    requester.go(&format!("/portal/tickets/{number}")).await;
    requester.press("[data-form=survey] [name=satisfied][value=false]").await;
    requester.write("[data-form=survey] [name=comment]", "El ala norte sigue sin red.").await;
    requester.press("[data-form=survey] [type=submit]").await;
    requester.sees("[data-form=survey]", false).await;
    assert_eq!(status(&desk, &number).await, Status::InAnalysis.as_str());

    provider.go(&format!("/console/tickets/{number}")).await;
    provider.act("diagnose", &[("cause", "Puerto apagado"), ("analysis", "Faltaba un puerto.")]).await;
    provider.sees("button[data-action=resolve]", true).await;
    provider.act("resolve", &[("solution", "Se encendió el puerto.")]).await;

    // 13, yes, and 14: closed.
    requester.go(&format!("/portal/tickets/{number}")).await;
    requester.press("[data-form=survey] [name=satisfied][value=true]").await;
    requester.press("[data-form=survey] [name=score][value='5']").await;
    requester.press("[data-form=survey] [type=submit]").await;
    requester.sees("[data-form=survey]", false).await;
    assert_eq!(status(&desk, &number).await, Status::Closed.as_str());
    requester.photograph("ticket-closed").await;

    for seat in [requester, agent, specialist, provider] {
        // At start the page asks whether there is a session to go on with; there is none.
        seat.leave(&["/api/v1/auth/refresh"]).await;
    }
}
