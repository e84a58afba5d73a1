// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

pub use super::requests::*;
pub use super::types_a::*;
pub use super::types_b::*;
pub use super::types_c::*;
pub use super::types_d::*;
pub use super::types_e::*;
pub use super::types_f::*;
pub use super::types_g::*;
pub use super::types_h::*;
pub use super::types_i::*;
pub use super::types_k::*;
pub use super::types_l::*;
pub use super::types_m::*;
pub use super::types_n::*;
pub use super::types_o::*;
pub use super::types_p::*;
pub use super::types_r::*;
pub use super::types_s::*;
pub use super::types_t::*;
pub use super::types_u::*;
pub use super::types_v::*;
