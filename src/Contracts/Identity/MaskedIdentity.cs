namespace HealthBao.Contracts.Identity;

/// <summary>Who a pass is about, as far as anybody but the person's own region may know.</summary>
/// <param name="DocumentType">The kind of document.</param>
/// <param name="DocumentNumber">The masked number, see <see cref="DocumentMask"/>.</param>
/// <param name="Name">The masked name.</param>
public sealed record MaskedIdentity(DocumentType DocumentType, string DocumentNumber, MaskedName Name)
{
    /// <summary>Masks a name and a document.</summary>
    public static MaskedIdentity Of(PersonName name, IdentityDocument document) =>
        new(document.Type, document.MaskedNumber, name.Masked);

    /// <summary>Whether a document shown at a desk could be this person's. Consistent, not proven.</summary>
    public bool IsConsistentWith(MaskedDocument document) => document.Type == DocumentType && document.Number == DocumentNumber;

    /// <summary>Whether a document shown at a desk could be this person's. Consistent, not proven.</summary>
    public bool IsConsistentWith(IdentityDocument document) => IsConsistentWith(document.Masked);
}
