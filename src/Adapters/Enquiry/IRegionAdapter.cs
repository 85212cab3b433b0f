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

    /// <summary>Passes a request for correction on to the region's own system, or asks how far it is there: the same request twice is one.</summary>
    /// <param name="ticket">What the request is called here.</param>
    /// <param name="about">A code of the closed list of subjects.</param>
    /// <returns>A state of <see cref="CorrectionState"/>; null where the system takes none, or gives no usable answer: then the desk keeps it here.</returns>
    Task<string?> PassOnAsync(string ticket, string about, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
