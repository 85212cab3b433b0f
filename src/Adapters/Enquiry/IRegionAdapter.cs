using HealthBao.Adapters.Files;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Enquiry;

/// <summary>
/// Asks a region's own system about one person and says the answer in the shared terms. One sealed class per region folder,
/// with a public constructor that takes a <see cref="RegionContext"/>; found by reflection, so a new region needs no registration.
/// </summary>
public interface IRegionAdapter
{
    /// <summary>By the content of the region's own QR code.</summary>
    Task<EnquiryOutcome> AskByCodeAsync(string nativeCode, CancellationToken cancellation);

    /// <summary>By name and document.</summary>
    Task<EnquiryOutcome> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation);

    /// <summary>The nightly files the region's own systems deliver, by source name; none for most regions.</summary>
    IReadOnlyList<NightlyFile> NightlyFiles => [];
}
