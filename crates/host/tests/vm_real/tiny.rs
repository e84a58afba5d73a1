//! The tiny image.
