// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

//! The EC2 model in Rust.

pub mod enums;
pub mod operations;
pub mod parameters;
pub mod requests;
pub mod services;
pub mod types;
pub mod types_a;
pub mod types_b;
pub mod types_c;
pub mod types_d;
pub mod types_e;
pub mod types_f;
pub mod types_g;
pub mod types_h;
pub mod types_i;
pub mod types_k;
pub mod types_l;
pub mod types_m;
pub mod types_n;
pub mod types_o;
pub mod types_p;
pub mod types_r;
pub mod types_s;
pub mod types_t;
pub mod types_u;
pub mod types_v;
