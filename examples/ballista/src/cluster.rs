//! A scheduler and executors of Ballista that know the functions, and a session that asks them.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use ballista::prelude::{SessionConfigExt as _, SessionContextExt as _};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::{FunctionRegistry as _, SessionState};
use datafusion::prelude::{SessionConfig, SessionContext};

use crate::functions::functions;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn state(config: SessionConfig) -> datafusion::common::Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in functions() {
        state.register_udf(function)?;
    }
    Ok(state)
}

/// Runs a scheduler on this port, until it is killed. It plans, and so has to know the functions.
pub async fn scheduler(port: u16) -> Outcome<()> {
    let config = SchedulerConfig {
        bind_port: port,
        override_session_builder: Some(Arc::new(state)),
        // An executor that says nothing for some seconds is lost, and its tasks are given to another.
        executor_timeout_seconds: 6,
        expire_dead_executor_interval_seconds: 2,
        no_executors_grace_period_seconds: 6,
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(cluster, SocketAddr::from(([127, 0, 0, 1], port)), Arc::new(config)).await?;
    Ok(())
}

/// Runs an executor on this port and the next one, for the scheduler on that port, until it is killed.
pub async fn executor(port: u16, scheduler_port: u16, work_dir: String) -> Outcome<()> {
    let mut registry = BallistaFunctionRegistry::default();
    for function in functions() {
        registry.scalar_functions.insert(function.name().to_owned(), function);
    }
    let config = ExecutorProcessConfig {
        port,
        grpc_port: port + 1,
        scheduler_port,
        scheduler_connect_timeout_seconds: 20,
        vcores: 1,
        work_dir: Some(work_dir),
        executor_heartbeat_interval_seconds: 1,
        override_function_registry: Some(Arc::new(registry)),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await?;
    Ok(())
}

/// A session whose queries run on the cluster.
pub async fn session(scheduler_port: u16) -> Outcome<SessionContext> {
    let config = SessionConfig::new_with_ballista().with_target_partitions(4);
    let url = format!("df://localhost:{scheduler_port}");
    let session = SessionContext::remote_with_state(&url, state(config)?).await?;
    // The session of a cluster starts from the functions of Ballista.
    for function in functions() {
        session.register_udf(function.as_ref().clone());
    }
    Ok(session)
}
