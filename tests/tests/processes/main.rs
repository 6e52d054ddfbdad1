//! The real binary as a process: how it starts and stops, what a crash leaves behind, what its
//! commands say, and whether it keeps its contract.

mod commands;
mod contract;
mod crash;
mod observation;
mod server;
mod shutdown;
mod storm;
