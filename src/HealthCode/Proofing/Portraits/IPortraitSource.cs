using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Proofing.Portraits;

/// <summary>Who knows what a person looks like. A region replaces <see cref="EnrolledPortraits"/> by its office of identity.</summary>
internal interface IPortraitSource
{
    /// <summary>The face of whoever holds a document, or null when none is held under this name and number.</summary>
    ValueTask<FaceDescriptor?> FindAsync(PersonName name, IdentityDocument document, CancellationToken cancellation);
}
