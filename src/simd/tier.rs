//! The instruction sets.

/// An instruction set that the fast path of [`Normalizer`](crate::Normalizer) is written for.
///
/// The best one that the processor has is found at run time. Forcing a lower one is for tests and
/// benchmarks; the result is the same bytes with each of them. Texts of up to 64 bytes go the same
/// short way with all of them.
///
/// ```
/// use warraq::{Normalizer, Tier};
///
/// let scalar = Normalizer::search().tier(Tier::Scalar);
/// assert_eq!(scalar.normalize("أَهْلاً"), Normalizer::search().normalize("أَهْلاً"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tier {
    /// One character after the other, on every platform.
    Scalar,
    /// x86 with SSE4.2, 16 bytes at a time.
    Sse42,
    /// x86 with AVX2, 32 bytes at a time.
    Avx2,
    /// x86 with AVX-512 as of Ice Lake and Zen 4 (VBMI, VBMI2), 64 bytes at a time.
    Avx512,
    /// 64-bit Arm, 16 bytes at a time.
    Neon,
    /// WebAssembly with `simd128`, 16 bytes at a time.
    WasmSimd128,
}

impl Tier {
    /// Every tier, slowest first.
    ///
    /// ```
    /// assert_eq!(warraq::Tier::ALL[0], warraq::Tier::Scalar);
    /// ```
    pub const ALL: [Self; 6] =
        [Self::Scalar, Self::Sse42, Self::Avx2, Self::Avx512, Self::Neon, Self::WasmSimd128];

    /// The best tier of this processor. [`Tier::Scalar`] without the feature `simd`.
    ///
    /// ```
    /// assert!(warraq::Tier::best().is_available());
    /// ```
    #[inline]
    pub fn best() -> Self {
        #[cfg(feature = "simd")]
        {
            #[allow(unused_variables, reason = "not every platform asks it")]
            let level = fearless_simd::Level::new();
            #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
            {
                if level.as_avx512().is_some() {
                    return Self::Avx512;
                }
                if level.as_avx2().is_some() {
                    return Self::Avx2;
                }
                if level.as_sse4_2().is_some() {
                    return Self::Sse42;
                }
            }
            #[cfg(target_arch = "aarch64")]
            if level.as_neon().is_some() {
                return Self::Neon;
            }
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            if level.as_wasm_simd128().is_some() {
                return Self::WasmSimd128;
            }
        }
        Self::Scalar
    }

    /// Whether this processor and this build have the tier.
    ///
    /// ```
    /// assert!(warraq::Tier::Scalar.is_available());
    /// ```
    #[cfg(feature = "simd")]
    pub fn is_available(self) -> bool {
        #[allow(unused_variables, reason = "not every platform asks it")]
        let level = fearless_simd::Level::new();
        match self {
            Self::Scalar => true,
            #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
            Self::Sse42 => level.as_sse4_2().is_some(),
            #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
            Self::Avx2 => level.as_avx2().is_some(),
            #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
            Self::Avx512 => level.as_avx512().is_some(),
            #[cfg(target_arch = "aarch64")]
            Self::Neon => level.as_neon().is_some(),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::WasmSimd128 => level.as_wasm_simd128().is_some(),
            #[allow(unreachable_patterns, reason = "the tiers of other platforms")]
            _ => false,
        }
    }

    /// Whether this processor and this build have the tier: without the feature `simd`, [`Tier::Scalar`] alone.
    ///
    /// ```
    /// assert!(warraq::Tier::Scalar.is_available());
    /// ```
    #[cfg(not(feature = "simd"))]
    pub fn is_available(self) -> bool {
        self == Self::Scalar
    }
}
