//! Listening, until somebody asks to stop.

use std::io;
use std::net::SocketAddr;

use filon_app::App;
use tokio::net::TcpListener;

use crate::route;
use crate::site::Site;

/// How this run of the server differs from others.
#[derive(Debug, Clone, Default)]
pub struct ServeOptions {
    /// At the first start, the key of `/premier-pas?cle=…`; for the example, that of `/entrer?cle=…`.
    pub setup_secret: Option<String>,
    /// The base is the example company: pages say so, and its one-time link lets in.
    pub open_example: bool,
}

/// Serves the application at an address until Ctrl-C or SIGTERM; requests under way are finished first.
/// `ready` is told the real address (port 0 takes any free one) once connections are taken.
pub async fn serve(
    app: App,
    listen: SocketAddr,
    options: ServeOptions,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let listener = TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    let router = route::router(Site::new(app, options));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    ready(address);
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await
}

async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
