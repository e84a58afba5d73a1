// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `Filter` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub name: Option<String>,
    pub values: Vec<String>,
}

impl Decode for Filter {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Filter::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Name" => child.string(&mut out.name),
                "Value" => child.strings(&mut out.values),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `FpgaDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaDeviceInfo {
    pub name: Option<String>,
    pub manufacturer: Option<String>,
    pub count: Option<i64>,
    pub memory_info: Option<FpgaDeviceMemoryInfo>,
}

impl Encode for FpgaDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
        out.string("<manufacturer>", &self.manufacturer);
        out.integer("<count>", &self.count);
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `FpgaDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for FpgaDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `FpgaInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaInfo {
    pub fpgas: Vec<FpgaDeviceInfo>,
    pub total_fpga_memory_in_mib: Option<i64>,
}

impl Encode for FpgaInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<fpgas>", "<item>", &self.fpgas);
        out.integer("<totalFpgaMemoryInMiB>", &self.total_fpga_memory_in_mib);
    }
}
